import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import type { Recap, RecapLine } from "../../../src/digests/content/recap";
import { PERIODS } from "../../../src/goals/range-sums";
import { METRICS } from "../../../src/metrics/metrics";
import { digestMessage } from "../../../src/slack/digests/digest-view";
import { type Day, day, weekday } from "../../../src/time/day";
import { CALLS } from "../../support/builders/overviews";
import { type Morning, morningDigest, tenADay } from "../../support/harness/digests/mornings";
import { lines, messageFaults, pressable } from "../../support/harness/slack-blocks";

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

const WON = "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 19 – Sun, Oct 25 (50 of 50). Nice work!";
const withLines = (recap: Recap, changed: (line: RecapLine) => readonly RecapLine[]): Recap =>
  Object.assign({}, recap, { lines: recap.lines.flatMap(changed) });
const UNREAD = [{ from: day("2026-10-22"), to: day("2026-10-25") }];
const unread = (line: RecapLine): RecapLine => {
  return { ...line, goal: line.goal === null ? null : { ...line.goal, outcome: "unread" } };
};

describe("a week's first digest", () => {
  it("says what last week came to, with a chart where Slack takes one, and in bars where it does not", () => {
    const { text, blocks, drawn = [] } = monday(60);

    expect(text).toMatch(/^Your goals for Mon, Oct 26\. Left today: 8 calls\. .*: reached 0 of 1 weekly goal$/);
    expect(lines(blocks)).toEqual(
      expect.arrayContaining([
        "# Last week, Oct 19–25: reached 0 of 1 weekly goal",
        "❌ *Calls*: 50 of 60, 10 short; same as the week before",
        "▰▰▰▰▱ 50 of 60 · by Fri, Oct 23",
      ]),
    );
    expect(drawn.find(({ type }) => type === "data_visualization")).toMatchObject({
      title: "Calls against pace, Oct 19–25",
      chart: { type: "line", series: [{ name: "You" }, { name: "Weekly goal pace" }] },
    });
    expect([blockFaults(drawn, "message"), messageFaults({ text, blocks })]).toEqual([[], []]);
  });

  it("says of a week without anything to tell that nothing was logged", () => {
    const { digest, ...values } = mondayValues(60);
    const recaps = digest.recaps.map((recap) => ({ ...recap, lines: [], trend: null }));

    expect(lines(digestMessage({ ...values, digest: { ...digest, recaps } }).blocks)).toContain(
      "# Last week, Oct 19–25: nothing logged",
    );
  });

  it("says of goals of a week in which nothing was logged that they were missed, without a chart at zero", () => {
    const { blocks, drawn = [] } = monday(60, { figures: (of) => (of < "2026-10-19" ? 10 : 0) });

    const shown = lines(blocks);
    expect(shown.slice(shown.indexOf("# Last week, Oct 19–25: nothing logged"), -1)).toEqual([
      "# Last week, Oct 19–25: nothing logged",
      "❌ *Calls*: 0 of 60, 60 short",
    ]);
    expect(drawn.filter(({ type }) => type === "data_visualization")).toEqual([]);
  });

  it("does not say that nothing was logged where not all days were read", () => {
    const { digest, ...values } = mondayValues(60, { figures: () => 0 });
    const recaps = digest.recaps.map((recap) => withLines(recap, (line) => [unread(line)]));

    expect(lines(digestMessage({ ...values, digest: { ...digest, recaps } }).blocks)).toContain(
      "# Last week, Oct 19–25: 1 weekly goal not synced",
    );
  });

  it("has no zero for what was not read, with a goal and without", () => {
    const shown = (changed: (line: RecapLine) => RecapLine) => {
      const { digest, ...values } = mondayValues(60, { figures: () => 0 });
      const recaps = digest.recaps.map((recap) =>
        withLines(recap, (line) => [{ ...changed(line), unread: UNREAD, before: null }]),
      );
      return lines(digestMessage({ ...values, digest: { ...digest, recaps } }).blocks);
    };

    expect(shown(unread)).toContain("❔ *Calls*: ? of 60, not synced Oct 22–25");
    expect(shown((line) => ({ ...line, goal: null }))).toContain("❔ *Calls*: not synced Oct 22–25");
    expect(shown((line) => ({ ...line, goal: null, value: 12 }))).toContain(
      "• *Calls*: 12 so far, not synced Oct 22–25",
    );
  });

  it("says what today asks first: the recap is below all of it, under a heading of its own", () => {
    const shown = lines(monday(60).blocks);
    const at = (start: string) => shown.findIndex((line) => line.startsWith(start));

    expect([at("*Left today: "), at("# Last week")]).toEqual([1, shown.indexOf("[my_digest]") + 1]);
    expect(at("*Friday and the weekend*")).toBe(-1);
    expect(at("Friday and the weekend: ")).toBeGreaterThan(at("# Last week"));
  });

  it("praises what was reached in the recap alone, and how often in a row", () => {
    const shown = lines(monday(50).blocks);

    expect(shown).toContain("✅ *Calls*: 50 of 50, 100%; same as the week before, 🔥 8+ weeks in a row");
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

    expect(lines(sent.blocks).filter((line) => line.includes("reached"))[0]).toBe(WON);
    expect(JSON.stringify(sent.drawn).split(WON)).toHaveLength(2);
    expect(messageFaults(sent)).toEqual([]);
  });

  it("praises what was reached itself where nothing was ever read, so that no recap is shown", () => {
    const never = { source: "copper", asOf: null, state: "never" } as const;

    expect(lines(digestMessage({ ...mondayValues(50), freshness: [never] }).blocks)).toContain(WON);
  });

  it("is taken by Slack where everything was reached and the recap has no room", () => {
    const { digest, ...values } = mondayValues(50);
    const praise = METRICS.flatMap(({ type, title }) =>
      PERIODS.flatMap((period) =>
        digest.praise.map((one) => ({ ...one, type, title, period, value: 1e9, target: 1e9 })),
      ),
    );
    const recaps = digest.recaps.flatMap((recap) => Array.from({ length: 60 }, () => recap));
    const onPace = { ...CALLS, pace: { ...CALLS.pace, verdict: "on-pace" } } as const;
    const goals = Array.from({ length: 500 }, () => onPace);

    const sent = digestMessage({ ...values, digest: { ...digest, praise, recaps, goals } });

    expect(messageFaults(sent)).toEqual([]);
    expect(lines(sent.blocks)).toContain("🏆 You reached 24 goals. Nice work!");
  });

  it("says of a daily goal which days were not read", () => {
    const { digest, ...values } = mondayValues(10, { period: "daily" });
    const some = { days: { reached: 1, counted: 4, unread: 1 }, unread: UNREAD };
    const recaps = digest.recaps.map((recap) => withLines(recap, (line) => [{ ...line, ...some }]));

    expect(lines(digestMessage({ ...values, digest: { ...digest, recaps } }).blocks)).toContainEqual(
      expect.stringMatching(/^• \*Calls\*: 50 so far, not synced Oct 22–25; .*daily goal missed on 3 of 4 days/),
    );
  });

  it("says how much more or less it was than the week before, in the metric's words", () => {
    const twice = (from: string) => (of: Day) => (weekday(of) > 5 ? 0 : of < from ? 10 : 20);

    expect(lines(monday(50, { figures: twice("2026-10-19") }).blocks)).toContainEqual(
      expect.stringContaining("100 of 50, 200%; 50 more than the week before"),
    );
    expect(lines(monday(50, { figures: (of) => 30 - twice("2026-10-19")(of) }).blocks)).toContainEqual(
      expect.stringContaining("50 fewer than the week before"),
    );
  });

  it("leads to Home by a link, which is left out where Slack refuses it", () => {
    const { blocks, drawn = [] } = monday(50);

    expect(JSON.stringify(drawn)).toContain('"url":"slack://app?team=T&id=A&tab=home"');
    expect(pressable(blocks)).toEqual(["why_goal", "my_digest"]);
  });
});
