import { type Praise, praiseKey } from "../../../src/digests/content/praise";
import type { Recap, RecapLine } from "../../../src/digests/content/recap";
import { METRICS } from "../../../src/metrics/metrics";
import { ownLine } from "../../../src/slack/digests/recaps/own-recaps-view";
import { recapParts } from "../../../src/slack/digests/recaps/recap-view";
import { renderDeliveries } from "../../../src/slack/digests/render";
import { metricNoun } from "../../../src/slack/ui/text";
import { day } from "../../../src/time/day";
import { morningDigest, tenADay } from "../../support/harness/digests/mornings";
import { lines } from "../../support/harness/slack-blocks";

const MONDAY = day("2026-10-26");
const ZONE = "America/New_York";
const WEEK = { from: day("2026-10-19"), to: day("2026-10-25"), period: "weekly" } as const;
const EARLIER = { from: day("2026-10-12"), to: day("2026-10-18"), period: "weekly" } as const;

/** Of the first metrics, in the table's order, all missed but the last. */
function aRecap(goals: number, span: typeof WEEK | typeof EARLIER = WEEK): Recap {
  const made = METRICS.slice(0, goals).map(({ type, title, unit }, at): RecapLine => {
    const value = at === goals - 1 ? 30 : 10;
    const outcome = value === 30 ? "reached" : "missed";
    const goal = { goalId: type, type, title, unit, ...span, target: 20, value, outcome } as const;
    return { type, title, unit, value, unread: [], goal, days: null, before: null, best: null, streak: 0 };
  });
  return { ...span, lines: made, trend: null };
}

/** The digest of a Monday and the recap of teams behind it, in which stands what their reader's week came to. */
function messages(recap: Recap, { behind, times = 1 }: { readonly behind: boolean; readonly times?: number }) {
  const morning = { rep: ZONE, team: ZONE, day: MONDAY, period: "weekly", target: 60 } as const;
  const { digest, now, days } = morningDigest({ ...morning, figures: tenADay(morning) });
  const recapFigures = recap.lines.map(({ type, value }) => ({ type, from: recap.from, to: recap.to, value }));
  const praise = recap.lines.flatMap(({ goal }): Praise[] => (goal?.outcome === "reached" ? [goal] : []));
  const done = { type: "phone_call_quantity", from: recap.from, to: recap.to, value: 77 } as const;
  const made = {
    ...digest,
    recaps: Array.from({ length: times }, () => recap),
    recapFigures,
    praise,
    reported: [done],
  };
  const loaded = { freshness: [], goalChanges: [], isFirst: false };
  const team = { recap: { monday: MONDAY, teams: [] }, names: new Map(), freshness: [], members: [] };
  const own = { recaps: [recap], today: MONDAY, reported: recapFigures };
  const all = renderDeliveries(
    {
      digests: new Map([["digest", { ...loaded, digest: made, recapsBehind: behind }]]),
      leaderboards: new Map(),
      teamRecaps: new Map([["recap", { ...team, reader: "U01", own } as never]]),
    },
    { now, days, homeUrl: undefined },
  );
  const of = (id: string) => all.get(id) ?? { text: "", blocks: [], reported: [], praised: [] };
  return { digest: of("digest"), recap: of("recap"), done, recapFigures };
}

describe("a manager's own week in a line", () => {
  it("leaves the praise of a goal for which it has no room to the digest, and reports what it shows alone", () => {
    const { digest, recap, done, recapFigures } = messages(aRecap(5), { behind: true });
    const [last] = METRICS.slice(4);

    expect(lines(recap.blocks as never).join("\n")).toContain("; and 1 more goal");
    expect(lines(digest.blocks as never).join("\n")).toContain(
      `🏆 You reached your *weekly ${metricNoun(last?.type ?? "email_quantity", 0)} goal* in the week of`,
    );
    expect(digest.praised).toEqual([praiseKey({ ...WEEK, type: last?.type ?? "email_quantity" })]);
    expect(recap.reported).toEqual(recapFigures.slice(0, 4));
    expect(digest.reported).toEqual([done]);
  });

  it("says itself that a goal was reached for which it has room", () => {
    const { digest, recap, recapFigures } = messages(aRecap(4), { behind: true });

    expect(lines(digest.blocks as never).join("\n")).not.toContain("🏆");
    expect(recap.reported).toEqual(recapFigures);
  });

  it("names a week that is not the last one by its dates, also in a heading and a notification", () => {
    expect(ownLine(aRecap(1), MONDAY)).toMatch(/^\*You, last week\*: ✅ /);
    expect(ownLine(aRecap(1, EARLIER), MONDAY)).toMatch(/^\*You, week of Oct 12–18\*: ✅ /);
    const parts = recapParts(aRecap(1, EARLIER), { today: MONDAY, draws: false });
    const said = "Week of Oct 12–18: reached 1 of 1 weekly goal";
    expect([parts.text, lines(parts.words)[0]]).toEqual([said, `# ${said}`]);
  });
});

describe("a digest that says what its week came to", () => {
  it("reports its figures, and none where it has no room for them", () => {
    const { digest, done, recapFigures } = messages(aRecap(5), { behind: false });
    expect(digest.reported).toEqual([...recapFigures, done]);

    const full = messages(aRecap(5), { behind: false, times: 60 });
    expect(full.digest.recapsTold).toEqual([]);
    expect(full.digest.reported).toEqual([done]);
  });
});
