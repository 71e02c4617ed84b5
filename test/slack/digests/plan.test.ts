import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import type { Recap, RecapLine } from "../../../src/digests/content/recap";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { PERIODS } from "../../../src/goals/range-sums";
import { METRICS } from "../../../src/metrics/metrics";
import { digestMessage } from "../../../src/slack/digests/digest-view";
import { planInWords, planLines } from "../../../src/slack/goals/plan-view";
import { type Day, day, weekday } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";
import { type Morning, morningDigest, tenADay } from "../../support/harness/digests/mornings";
import { lines, messageFaults, pressable } from "../../support/harness/slack-blocks";

const TODAY = { done: 2, today: true, after: 2, over: false } as const;
const asking = (line: GoalLine, before: number, current = before): GoalLine => ({
  ...line,
  current,
  pace: pace({ target: line.target, before, current, days: TODAY }),
});
const talk = { ...CALLS, type: "talk_time_minutes", title: "Talk time", unit: "minutes" } as const;
const open = { ended: false };

describe("today's plan", () => {
  it.each<[string, readonly GoalLine[], string | null]>([
    [
      "names each metric once, by the highest of its targets",
      [asking(CALLS, 39), asking({ ...CALLS, target: 40 }, 39)],
      "Today: 121 calls",
    ],
    [
      "is in each metric's own words",
      [asking({ ...CALLS, target: 40 }, 39), asking(talk, 0), asking(SALES, 1191)],
      "Today: 1 call · 2h 14m talk time · $2,603 wholesale",
    ],
    ["leaves out what is met", [asking(CALLS, 39, 160), asking(SALES, 1191)], "Today: $2,603 wholesale"],
    ["says that all of it is met", [asking(CALLS, 39, 160)], "Today: all targets met"],
    ["says that all is reached", [asking(CALLS, 400)], "Today: nothing more to do, every goal is reached"],
    [
      "says that it is no workday",
      [{ ...CALLS, pace: pace({ target: 400, before: 1, current: 1, days: { ...TODAY, today: false } }) }],
      "Today: not a workday",
    ],
    ["is none without a goal", [], null],
  ])("%s", (_, goals, words) => {
    expect(planInWords(goals, open)).toBe(words);
  });

  it("is none where the team's day has ended", () => {
    expect(planInWords([CALLS], { ended: true })).toBeNull();
    expect(planLines([CALLS], { ended: true })).toEqual([]);
  });

  it("is shown with what today has brought", () => {
    expect(planLines([asking(CALLS, 39, 100), asking(SALES, 1191, 5000)], open)).toEqual([
      "▰▰▱▱▱ *61 of 121 calls*",
      "▰▰▰▰▰ *$3,809 of $2,603 wholesale* ✅",
    ]);
  });
});

/** Ten calls each weekday, against so many a week, read on the Monday of Oct 26. */
const mondayValues = (target: number, given: Partial<Morning> = {}) => {
  const morning = {
    rep: "America/New_York",
    team: "America/New_York",
    day: day("2026-10-26"),
    period: "weekly",
  } as const;
  const made = morningDigest({ ...morning, target, figures: tenADay(morning), ...given });
  return { ...made, freshness: [], homeUrl: "slack://app?team=T&id=A&tab=home" };
};
const monday = (target: number, given: Partial<Morning> = {}) => digestMessage(mondayValues(target, given));

const PRAISE = "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!";
const withLines = (recap: Recap, changed: (line: RecapLine) => readonly RecapLine[]): Recap => {
  return { ...recap, lines: recap.lines.flatMap(changed) };
};
const unread = (line: RecapLine): RecapLine => {
  return { ...line, goal: line.goal === null ? null : { ...line.goal, outcome: "unread" } };
};

describe("a week's first digest", () => {
  it("says what last week came to, with a chart where Slack takes one, and in bars where it does not", () => {
    const { text, blocks, drawn = [] } = monday(60);

    expect(text).toMatch(/^Your goals for Mon, Oct 26\. Today: 12 calls\. .*\. Last week: 0 of 1 goal reached$/);
    expect(lines(blocks)).toEqual(
      expect.arrayContaining([
        "*Last week*, Mon, Oct 19 – Sun, Oct 25: 0 of 1 goal reached",
        "⚫ *Calls*: 50 of 60, missed by 10 · same as the week before",
        "By Fri, Oct 23: ▰▰▰▰▰▰▰▰▱▱ 50 of 60",
      ]),
    );
    expect(drawn.find(({ type }) => type === "data_visualization")).toMatchObject({
      title: "You · Calls against pace, Oct 19 – Oct 25",
      chart: { type: "line", series: [{ name: "You" }, { name: "Pace" }] },
    });
    expect([blockFaults(drawn, "message"), messageFaults({ text, blocks })]).toEqual([[], []]);
  });

  it("praises what was reached in the recap alone, and how often in a row", () => {
    const shown = lines(monday(50).blocks);

    expect(shown).toContain("🏆 *Calls*: 50 of 50 · same as the week before · 8+ weeks in a row");
    expect(shown.filter((line) => line.includes("You reached"))).toEqual([]);
  });

  it.each<[string, (recap: Recap) => readonly Recap[]]>([
    ["says that not all days were read", (recap) => [withLines(recap, (line) => [unread(line)])]],
    [
      "leaves its line out",
      (recap) => [withLines(recap, (line) => [...Array.from({ length: 8 }, () => unread(line)), line])],
    ],
    ["has no room", (recap) => Array.from({ length: 60 }, () => recap)],
    ["is not there", () => []],
  ])("praises what was reached itself where the recap %s", (_, changed) => {
    const values = mondayValues(50);
    const sent = digestMessage({
      ...values,
      digest: { ...values.digest, recaps: values.digest.recaps.flatMap(changed) },
    });

    expect(lines(sent.blocks).filter((line) => line.includes("reached"))[0]).toBe(PRAISE);
    expect(JSON.stringify(sent.drawn).split(PRAISE)).toHaveLength(2);
    expect(messageFaults(sent)).toEqual([]);
  });

  it("praises what was reached itself where nothing was ever read, so that no recap is shown", () => {
    const never = { source: "copper", asOf: null, state: "never" } as const;

    expect(lines(digestMessage({ ...mondayValues(50), freshness: [never] }).blocks)).toContain(PRAISE);
  });

  it("is taken by Slack where everything was reached and the recap has no room", () => {
    const { digest, ...values } = mondayValues(50);
    const praise = METRICS.flatMap(({ type, title }) =>
      PERIODS.flatMap((period) =>
        digest.praise.map((one) => ({ ...one, type, title, period, value: 1e9, target: 1e9 })),
      ),
    );
    const recaps = digest.recaps.flatMap((recap) => Array.from({ length: 60 }, () => recap));
    const goals = Array.from({ length: 500 }, () => CALLS);

    const sent = digestMessage({ ...values, digest: { ...digest, praise, recaps, goals } });

    expect(messageFaults(sent)).toEqual([]);
    expect(lines(sent.blocks)).toContain("🏆 You reached 24 goals. Nice work!");
  });

  it("says of a daily goal which days were not read", () => {
    const { digest, ...values } = mondayValues(10, { period: "daily" });
    const days = { reached: 1, counted: 4, unread: 1 };
    const recaps = digest.recaps.map((recap) => withLines(recap, (line) => [{ ...line, days }]));

    expect(lines(digestMessage({ ...values, digest: { ...digest, recaps } }).blocks)).toContainEqual(
      expect.stringMatching(/^• \*Calls\*: 50, daily goal reached on 1 of 4 days · 1 day not read · /),
    );
  });

  it("says how much more or less it was than the week before, in the metric's words", () => {
    const twice = (from: string) => (of: Day) => (weekday(of) > 5 ? 0 : of < from ? 10 : 20);

    expect(lines(monday(50, { figures: twice("2026-10-19") }).blocks)).toContainEqual(
      expect.stringContaining("100 of 50 · 50 more than the week before"),
    );
    expect(lines(monday(50, { figures: (of) => 30 - twice("2026-10-19")(of) }).blocks)).toContainEqual(
      expect.stringContaining("50 fewer than the week before"),
    );
  });

  it("leads to Home by a link, which is left out where Slack refuses it", () => {
    const { blocks, drawn = [] } = monday(50);

    expect(JSON.stringify(drawn)).toContain('"url":"slack://app?team=T&id=A&tab=home"');
    expect([pressable(blocks), lines(blocks).includes("[open_home]")]).toEqual([["why_goal", "my_digest"], false]);
  });
});
