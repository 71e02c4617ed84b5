import { viewFaults } from "../../../../src/demo/slack/rules/views";
import { METRICS } from "../../../../src/metrics/metrics";
import { plainHome } from "../../../../src/slack/home/views/layout";
import { myPage } from "../../../../src/slack/home/views/my-page";
import { day } from "../../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../../support/builders/overviews";
import { aMyPage } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

describe("one's own page, where something is missing", () => {
  const nobody = { today: day("2026-10-28"), ended: false, glance: [], goals: [], starting: [] };
  const never = (["copper", "justcall", "fishbowl"] as const).map((source) => {
    return { source, asOf: null, state: "never" as const };
  });
  const off = never.map(({ source }) => ({ source, asOf: null, state: "off" as const }));

  it.each([
    [
      "no source is on",
      { freshness: off },
      "No data source is connected yet. Once an admin connects Copper, JustCall, or Fishbowl, figures appear here.",
    ],
    [
      "nothing was read",
      { freshness: never },
      "No data yet. Press *Sync now* below: the first sync takes a few minutes.",
    ],
    [
      "nobody knows them",
      { choices: null },
      "We haven't met yet. Press *Sync now* below and I'll find you in each data source.",
    ],
    ["they have no figures", {}, "No figures yet. Expected some? `/sync` lists who couldn't be matched."],
  ])("says what to do first when %s", (_case, fields, words) => {
    expect(lines(myPage(aMyPage({ overview: nobody, ...fields })).blocks)[1]).toBe(words);
  });

  const ASK = "Once you have a goal, its pace shows here.";
  it.each([
    [{}, `No goals yet. Managers set them. ${ASK}`],
    [{ goalSetters: ["Maya <!channel>"] }, `No goals yet. Ask Maya &lt;!channel&gt;. ${ASK}`],
    [{ goalSetters: ["A", "B", "C", "D", "E"] }, `No goals yet. Ask A, B, C, or another manager. ${ASK}`],
    [{ tabs: ["me", "team"] as const }, "No goals of your own yet. Set goals on the *Team* page, above."],
  ])("tells who has no goal what to do: %j", (fields, words) => {
    const reported = lines(myPage(aMyPage({ overview: nobody, ...fields })).blocks);

    expect(reported[reported.indexOf("# My goals") + 1]).toBe(words);
  });

  it("says no zero of today where the last full sync was hours ago, since nobody knows that nothing was done", () => {
    const { today } = CALLS.pace;
    if (today === null) throw new Error("Today asks for calls");
    const goals = [{ ...CALLS, pace: { ...CALLS.pace, today: { ...today, done: 0 } } }];
    const calls = (asOf: string) => {
      const freshness = [{ source: "copper", asOf: new Date(asOf), state: "fresh" } as const];
      return lines(myPage(aMyPage({ overview: anOverview({ goals }), freshness })).blocks).find((line) =>
        line.startsWith("*Calls*"),
      );
    };

    expect(calls("2026-10-28T12:00:00Z")).toBe("*Calls*: *121 needed today*");
    expect(calls("2026-10-28T18:00:00Z")).toBe("*Calls*: *121 needed today*");
  });

  it("stays within Slack's limits with every metric, 1,000 goals, big numbers and long names", () => {
    const glance = METRICS.map((metric) => ({ ...metric, today: 1e12, week: 1e12, month: 123_456_789_012.34 }));
    const goals = Array.from({ length: 500 }, () => [CALLS, { ...SALES, current: 1e12, target: 1e12 - 0.01 }]).flat();
    const goalSetters = Array.from({ length: 50 }, () => `${"M".repeat(200)} *x* <!channel>`);
    const values = aMyPage({ overview: anOverview({ glance, goals }), goalSetters });
    const full = myPage(values, "{}");

    expect([full, myPage({ ...values, overview: nobody })].map((page) => viewFaults(page, "home"))).toEqual([[], []]);
    expect(lines(full.blocks)).toEqual(expect.arrayContaining(["and 494 more goals"]));
  });
});

describe("a plain page", () => {
  it("says one thing", () => {
    expect(lines(plainHome("Sorry.").blocks)).toEqual(["Sorry."]);
  });

  it("says that the first sync runs instead of how far behind one is", () => {
    const shown = lines(myPage(aMyPage({ first: "running" })).blocks);

    expect(shown).toContain("No data yet. Your first sync is running; figures appear here on their own.");
    expect(shown).toContain("Calls: 400 weekly");
    expect(shown.filter((line) => /behind|reached/.test(line))).toEqual([]);
  });
});
