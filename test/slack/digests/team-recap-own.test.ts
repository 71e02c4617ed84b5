import { standings } from "../../../src/goals/teams/standings";
import { teamRecapMessage } from "../../../src/slack/digests/recaps/team-recap-view";
import { day, zoneDays } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { morningDigest, tenADay } from "../../support/harness/digests/mornings";
import { many } from "../../support/harness/home";
import { lines, messageFaults, unmentioned } from "../../support/harness/slack-blocks";

const MONDAY = day("2026-10-26");
const ZONE = "America/New_York";
const MINE = "*You, last week*: ❌ Calls: 50 of 60, 10 short";

/** A recap of one team of so many people who are behind, whose manager has so many calls a week to make and made fifty. */
function recapOf(people: number, { target, name = "Ana" }: { readonly target: number; readonly name?: string }) {
  const morning = { rep: ZONE, team: ZONE, day: MONDAY, period: "weekly", target } as const;
  const { digest, ...display } = morningDigest({ ...morning, figures: tenADay(morning) });
  const members = many(people, (at) => ({ userId: `U1${at}`, overview: anOverview({ goals: [CALLS, SALES] }) }));
  const part = { teamId: "west", name: "West", lastWeek: [], lastMonth: [], away: [], goals: [] };
  return teamRecapMessage({
    recap: { monday: MONDAY, teams: [{ ...part, standings: standings(members) }] },
    ...{ names: new Map(members.map(({ userId }) => [userId, name])), freshness: [], homeUrl: "slack://app" },
    ...{ ...display, own: { recaps: digest.recaps, today: digest.day } },
  });
}

describe("a manager's own week in the recap of their team", () => {
  it("stands below the team in one line, so that it takes nothing from whom to begin with", () => {
    const { blocks, drawn = [], recapsTold } = recapOf(1, { target: 60 });

    expect(lines(blocks).slice(-3)).toEqual([
      MINE,
      "Everyone's goals: `/goals team west`",
      "Only you get this, every week. Home > *My page* > *Settings* turns it off.",
    ]);
    expect(drawn.filter(({ type }) => type === "data_visualization")).toEqual([]);
    expect(recapsTold).toEqual([{ period: "weekly", from: "2026-10-19", to: "2026-10-25" }]);
  });

  it.each(["Ana", "&".repeat(60)])(
    "fits below a team of 200 people called %s, of whom a few are told in full",
    (name) => {
      const { text, blocks, drawn = [] } = recapOf(200, { target: 60, name });

      expect([blocks, drawn as never].map((all) => messageFaults(unmentioned({ text, blocks: all })))).toEqual([
        [],
        [],
      ]);
      expect(lines(blocks).join("\n")).toMatch(/\*19\d more short of a goal\*: .* and 1\d\d more\n/);
      expect(lines(blocks)).toContain(MINE);
    },
  );
});

describe("the row of whoever reads in the recap of their team", () => {
  const WEEK = { period: "weekly", from: day("2026-10-19"), to: day("2026-10-25") } as const;
  const OCTOBER = { period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;
  const missed = (span: typeof WEEK | typeof OCTOBER) => {
    return {
      userId: "U01",
      past: { ...CALLS, ...span, target: 30, value: 16, outcome: "missed" as const },
      before: null,
    };
  };
  const rows = (...told: readonly (typeof WEEK | typeof OCTOBER)[]) => {
    const part = { teamId: "west", name: "West", away: [], goals: [], standings: standings([]) };
    const team = { ...part, lastWeek: [missed(WEEK)], lastMonth: [missed(OCTOBER)] };
    const { blocks } = teamRecapMessage({
      recap: { monday: MONDAY, teams: [team] },
      ...{
        names: new Map(),
        freshness: [],
        reader: "U01",
        days: zoneDays(ZONE),
        now: new Date("2026-10-26T12:00:00Z"),
      },
      own: { today: MONDAY, recaps: told.map((span) => ({ ...span, lines: [], trend: null })) },
    });
    return lines(blocks).filter((line) => line.startsWith("❌"));
  };

  it("is left out only where what they are told of their own covers all that it says", () => {
    expect(rows(WEEK)).toHaveLength(2);
    expect(rows(OCTOBER)).toHaveLength(2);
    expect(rows(WEEK, OCTOBER)).toEqual([]);
  });
});
