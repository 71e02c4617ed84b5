import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { ownNeedToday, planInWords, theirToday } from "../../../src/slack/goals/plan-view";
import { day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";

const TODAY = { done: 2, today: true, after: 2, over: false } as const;
const asking = (line: GoalLine, before: number, current = before): GoalLine => ({
  ...line,
  current,
  pace: pace({ target: line.target, before, current, days: TODAY }),
});
const talk = { ...CALLS, type: "talk_time_minutes", title: "Talk time", unit: "minutes" } as const;
/** As it is shown where no day of its period was read. */
const unread = (line: GoalLine): GoalLine => {
  const behind = asking(line, 0);
  return { ...behind, pace: { ...behind.pace, today: null, afterToday: null }, unreadSince: day("2026-10-23") };
};
const LAST_DAYS = { done: 20, today: true, after: 1, over: false } as const;
const far: GoalLine = {
  ...{ ...SALES, period: "monthly", target: 100_000, current: 2_375 },
  pace: pace({ target: 100_000, before: 2_375, current: 2_375, days: LAST_DAYS }),
};
const open = { ended: false };

describe("today's plan", () => {
  it.each<[string, readonly GoalLine[], string | null]>([
    [
      "names each metric once, by the highest of its targets",
      [asking(CALLS, 39), asking({ ...CALLS, target: 40 }, 39)],
      "To do today: 121 calls",
    ],
    [
      "is in each metric's own words, what is behind first",
      [asking({ ...CALLS, target: 40 }, 39), asking(talk, 0), asking(SALES, 1191)],
      "To do today: $2,603 wholesale · 2h 14m talk time · 1 call",
    ],
    [
      "says what is left once something is done, and what is done last",
      [asking(CALLS, 39, 160), asking(talk, 0, 30), asking(SALES, 1191, 1191)],
      "Left today: $2,603 wholesale · 1h 44m talk time · ✅ calls done",
    ],
    ["counts what was taken back today", [asking(CALLS, 39, 34)], "Left today: 126 calls"],
    ["says that all of it is met", [asking(CALLS, 39, 160)], "Today: all targets met"],
    ["says that all is reached", [asking(CALLS, 400)], "Today: nothing more to do, every goal is reached"],
    [
      "says that it is no workday",
      [{ ...CALLS, pace: pace({ target: 400, before: 1, current: 1, days: { ...TODAY, today: false } }) }],
      "Today: not a workday",
    ],
    [
      "names what it doesn't know",
      [unread(SALES), asking(CALLS, 39)],
      "To do today: 121 calls · ❔ wholesale not synced",
    ],
    [
      "never says that all is met beside it",
      [unread(SALES), asking(CALLS, 39, 160)],
      "Left today: ✅ calls done · ❔ wholesale not synced",
    ],
    [
      "names it once, and alone where there is nothing else",
      [unread(SALES), unread(SALES)],
      "To do today: ❔ wholesale not synced",
    ],
    ["asks of a metric what another goal of it asks", [unread(CALLS), asking(CALLS, 39)], "To do today: 121 calls"],
    ["leaves out what is out of reach", [far, asking({ ...CALLS, target: 40 }, 39)], "To do today: 1 call"],
    ["is none without a goal", [], null],
  ])("%s", (_, goals, words) => {
    expect(planInWords(goals, open)).toBe(words);
  });

  it("begins in a digest, which is for the whole day, with just that", () => {
    const digest = (current: number) => planInWords([asking(CALLS, 39, current)], { ...open, lead: "Today" });

    expect([digest(39), digest(40)]).toEqual(["Today: 121 calls", "Left today: 120 calls"]);
  });

  it("is none where the team's day has ended", () => {
    expect(planInWords([CALLS], { ended: true })).toBeNull();
  });

  it.each<[string, readonly GoalLine[], string | null, readonly string[]]>([
    [
      "what it asks",
      [asking(SALES, 1191), asking({ ...CALLS, target: 40 }, 39)],
      "You need today: $2,603 wholesale, 1 call",
      ["🎯 Needs today: $2,603 wholesale, 1 call"],
    ],
    [
      "what is left, and to whoever leads somebody what is done, too",
      [asking(CALLS, 39, 160), asking(SALES, 1191), unread(talk)],
      "You still need today: $2,603 wholesale, ❔ talk time not synced",
      ["🎯 Today: $0 of $2,603 wholesale, 121 of 121 calls ✅, ❔ talk time not synced"],
    ],
    [
      "to whoever reads alone what nobody knows, which nobody needs",
      [unread(talk)],
      "For you today: ❔ talk time not synced",
      [],
    ],
    [
      "to whoever reads alone that nothing is",
      [asking(CALLS, 39, 160)],
      "You need nothing more today",
      ["🎯 Today: 121 of 121 calls ✅"],
    ],
    ["nothing without a goal", [], null, []],
  ])("says beside what is of others %s", (_, goals, own, theirs) => {
    expect(ownNeedToday({ goals, ...open })).toBe(own);
    expect(theirToday({ goals, ...open })).toEqual(theirs);
    expect([ownNeedToday({ goals, ended: true }), theirToday({ goals, ended: true })]).toEqual([null, []]);
  });

  it("says to whoever leads somebody what that one's own day asks, by its weekday where it is another, and late how much of it is left", () => {
    const begun = [asking(SALES, 1191), asking(CALLS, 39, 160)];
    const at = (weekday: string | null, hours: "before" | "within" | "after") =>
      theirToday({ goals: begun, ...open }, { words: "", weekday, hours, left: hours === "after" ? "2h 30m" : null });

    expect(at("Mon", "after")).toEqual(["🎯 2h 30m left of Mon: $0 of $2,603 wholesale, 121 of 121 calls ✅"]);
    expect(at("Thu", "within")).toEqual(["🎯 Thu: $0 of $2,603 wholesale, 121 of 121 calls ✅"]);
    expect(at("Thu", "before")).toEqual(["🎯 Thu: $2,603 wholesale, 121 of 121 calls ✅"]);
    expect(at(null, "before")).toEqual(["🎯 Today: $2,603 wholesale, 121 of 121 calls ✅"]);
  });

  it("says late that nothing is done only where all of it is known", () => {
    const late = { words: "", weekday: "Mon", hours: "after", left: "2h 30m" } as const;
    const at = (...goals: readonly GoalLine[]) => theirToday({ goals, ...open }, late);

    expect(at(asking(CALLS, 39))).toEqual(["🎯 Nothing done, 2h 30m left of Mon: 121 calls"]);
    expect(at(asking(CALLS, 39), unread(SALES))).toEqual([
      "🎯 2h 30m left of Mon: 0 of 121 calls, ❔ wholesale not synced",
    ]);
  });
});
