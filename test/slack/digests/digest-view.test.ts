import type { Digest } from "../../../src/digests/content/digest";
import { digestMessage } from "../../../src/slack/digests/digest-view";
import { capitalized } from "../../../src/slack/ui/text";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day, zoneDays } from "../../../src/time/day";
import { aDigest } from "../../support/builders/digests";
import { CALLS, SALES } from "../../support/builders/overviews";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-29T12:00:00Z") };
const COPPER: Freshness = { source: "copper", asOf: new Date("2026-10-29T11:58:00Z"), state: "fresh" };

const message = (fields: Partial<Digest> = {}, freshness: readonly Freshness[] = [COPPER]) =>
  digestMessage({ digest: aDigest(fields), freshness, ...reading });
const shown = (fields: Partial<Digest> = {}, freshness?: readonly Freshness[]) =>
  lines(message(fields, freshness).blocks);

describe("a digest's message", () => {
  it("begins with today's plan, then a row a metric, what is behind first and what is reached in a line, and what was", () => {
    expect(shown()).toEqual([
      "# Your goals for Thu, Oct 29",
      "*Left today: 109 calls · ✅ wholesale done*",
      "*Calls*: ▰▱▱▱▱ *12 of 121 today*",
      "🔴 Week: *51 of 400*, behind by 109; if nothing more today: 175 a day",
      "✅ *Wholesale sales*: $9,120 of $9,000 today, reached",
      "*Yesterday, Wed, Oct 28*: 1,234 calls, $9,120 wholesale",
      "[why_goal]",
      "[my_digest]",
      "Copper as of 7:58 AM EDT",
      "*Snooze* changes its time or turns it off",
    ]);
    expect(message().text).toBe(
      "Your goals for Thu, Oct 29. Left today: 109 calls · ✅ wholesale done. 1 behind, 1 reached",
    );
  });

  it("says of which days of a goal's period nothing was read yet", () => {
    const later = { ...COPPER, from: day("2026-10-28") };
    const imported: Freshness = { ...later, source: "fishbowl", imported: true };

    expect(shown({}, [later, imported])[2]).toBe(
      "⚠️ *Copper hasn't been read for Mon, Oct 26 – Tue, Oct 27 yet*: figures for those days are missing below.",
    );
    expect(shown({}, [{ ...COPPER, from: day("2026-10-26") }])).toEqual(shown());
  });

  it("says which figures have become others since they were reported, and how to see why", () => {
    const tuesday = { from: day("2026-10-27"), to: day("2026-10-27") };
    const weekend = { from: day("2026-10-23"), to: day("2026-10-25") };
    const corrections = [
      { type: "phone_call_quantity", title: "Calls", unit: "count", ...tuesday, reported: 41, now: 39 },
      { type: "talk_time_minutes", title: "Talk time", unit: "minutes", ...weekend, reported: 60, now: 75.5 },
    ] as const;

    expect(shown({ corrections })[6]).toBe(
      "↩️ *Corrected since*: Calls for Tue, Oct 27: 39, you were told 41; Talk time for Fri, Oct 23 – Sun, Oct 25: 1h 15m 30s, " +
        "you were told 1h. `/goals why calls 2026-10-27` shows the records",
    );
    const many = Array.from({ length: 40 }, () => corrections[1]);
    expect(shown({ corrections: many })[6]).toContain(
      "and 35 more figures. `/goals why talk time 2026-10-23..2026-10-25` shows",
    );
    expect(messageFaults(message({ corrections: many }))).toEqual([]);
  });

  it("speaks on a Monday of Friday and the weekend", () => {
    const range = { from: day("2026-10-30"), to: day("2026-11-01") };
    const yesterday = { ...range, figures: aDigest().yesterday.figures.slice(0, 1) };

    expect(shown({ day: day("2026-11-02"), yesterday })[5]).toBe("*Friday and the weekend*: 1,234 calls");
  });

  it("tells what goes on for the team so far, until when by the reader's clock, and what has ended since", () => {
    const day_ = (text: string) => ({ from: day(text), to: day(text) });
    const figures = [{ type: "phone_call_quantity", value: 7 }] as const;
    const digest = aDigest({
      zone: { zone: "Asia/Kolkata", own: true },
      settled: [
        { type: "phone_call_quantity", ...day_("2026-10-23"), value: 5 },
        { type: "phone_call_quantity", ...day_("2026-10-26"), value: 20 },
        { type: "email_quantity", ...day_("2026-10-26"), value: 1 },
      ],
      yesterday: { ...day_("2026-10-27"), figures },
      soFar: { ...day_("2026-10-28"), figures },
    });

    const { blocks } = digestMessage({ digest, freshness: [], ...reading });

    expect(lines(blocks).slice(5, 9)).toEqual([
      "*Fri, Oct 23*, now complete: 5 calls",
      "*Mon, Oct 26*, now complete: 20 calls, 1 email",
      "*Tue, Oct 27*: 7 calls",
      "*Yesterday, Wed, Oct 28*, so far, until 9:30 AM GMT+5:30: 7 calls",
    ]);
    expect(JSON.stringify(blocks)).toContain("until <!date^1793246400^{time}|9:30 AM GMT+5:30>");
  });

  it("says that today is over for the team where it is", () => {
    expect(shown({ ended: true })).toContain(
      "Thu, Oct 29 is over for the team. What you do now counts toward Fri, Oct 30.",
    );
  });

  it.each([
    ["daily", "2026-10-28", "2026-10-28", "on Wed, Oct 28 (14 of 10)"],
    ["weekly", "2026-10-19", "2026-10-25", "in the week of Mon, Oct 19 – Sun, Oct 25 (14 of 10)"],
    ["weekly", "2026-10-26", "2026-11-01", ""],
    ["monthly", "2026-09-01", "2026-09-30", "in Sep 2026 (14 of 10)"],
  ] as const)("praises what was reached: %s %s to %s is %s", (period, from, to, when) => {
    const praise = {
      type: "phone_call_quantity",
      title: "Calls",
      unit: "count",
      period,
      from: day(from),
      to: day(to),
      value: 14,
      target: 10,
    } as const;

    const emails = { ...praise, type: "email_quantity", title: "Emails" } as const;
    const sales = { ...praise, type: "new_sales_wholesale", title: "Wholesale sales" } as const;
    const goal = (noun: string) => `*${period} ${noun} goal*${when === "" ? "" : ` ${when}`}`;

    // Calls are behind there for the week, beside which a day of them is not praised.
    const goals = [SALES];
    expect(shown({ goals, praise: [praise] })).toContain(`🏆 You reached your ${goal("calls")}. Nice work!`);
    expect(shown({ goals, praise: [praise, emails] })).toContain(
      `🏆 You reached your ${goal("calls")} and your ${goal("emails")}. Nice work!`,
    );
    expect(shown({ goals, praise: [praise, emails, sales] })).toEqual(
      expect.arrayContaining([
        "🏆 You reached 3 goals. Nice work!",
        `• ${goal("wholesale").replace(period, capitalized(period))}`,
      ]),
    );
    const many = Array.from({ length: 24 }, () => ({ ...praise, value: 1e12 }));
    expect(messageFaults(message({ praise: many }))).toEqual([]);
  });

  it("judges nobody while nothing was ever read, and says what the goals are", () => {
    const never: Freshness = { source: "copper", asOf: null, state: "never" };
    const sent = message({}, [never]);

    expect(sent.text).toBe("Your goals for Thu, Oct 29: no data yet");
    expect(lines(sent.blocks).slice(1, 5)).toEqual([
      "⚠️ *Copper has no data yet*: those figures are missing below.",
      "Calls: 400 weekly",
      "Wholesale sales: $9,000 daily",
      "Progress shows in `/goals` as soon as there's data.",
    ]);
    expect(lines(sent.blocks).filter((line) => /🔴|✅| today/.test(line))).toEqual([]);
  });

  it("case 23: says whose time it follows where Slack has no zone of the person's", () => {
    expect(shown({ zone: { zone: "America/New_York", own: false } }).at(-1)).toContain(
      "Slack has no time zone for you, so this follows the team's: New York time",
    );
  });

  it("says so where the last goal ended just before it was made", () => {
    const { text, blocks } = message({ goals: [], yesterday: { ...aDigest().yesterday, figures: [] } }, []);

    expect(text).toBe("Your goals for Thu, Oct 29: no active goals");
    expect(lines(blocks)[1]).toMatch(/^No goals yet/);
  });

  it.each([1, 2, 12, 13, 30, 500])("is taken by Slack with %i goals, whatever the source's words", (count) => {
    const goals = Array.from({ length: count }, (_, index) => ({
      ...CALLS,
      title: HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? "",
    }));
    const problem = HOSTILE_NAMES.join(" ");

    const sent = message({ goals }, [{ ...COPPER, state: "failed", problem }]);

    expect(messageFaults(sent)).toEqual([]);
  });
});
