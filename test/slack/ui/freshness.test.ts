import { goalsMessage } from "../../../src/slack/goals/list-view";
import { myPage } from "../../../src/slack/home/views/my-page";
import { freshnessLine, sourcesLine, updatedParts } from "../../../src/slack/ui/freshness";
import { staleMark, staleNotes } from "../../../src/slack/ui/stale-marks";
import type { Freshness } from "../../../src/sync/state/freshness";
import { anOverview } from "../../support/builders/overviews";
import { aMyPage, READING } from "../../support/harness/home";
import { lines } from "../../support/harness/slack-blocks";

const FRIDAY = new Date("2026-10-24T02:10:00Z");
const FAILED: Freshness = {
  source: "justcall",
  asOf: FRIDAY,
  state: "failed",
  problem: "JustCall refused the key (401): renew JUSTCALL_API_KEY",
  stale: true,
};
const MARK = /⚠️ JustCall last read (?:<!date[^|]*\|)?Fri 10:10 PM EDT/;

describe("figures of a source that failed", () => {
  it("are marked beside the figure, in /goals in words, in Home by a sign of what is said above", () => {
    const mark = staleMark([FAILED], READING);
    const goals = lines(goalsMessage(anOverview(), { mark }).blocks);
    const home = lines(myPage(aMyPage({ freshness: [FAILED] })).blocks);
    const row = (shown: readonly string[]) => {
      const from = shown.findIndex((line) => line.startsWith("*Calls*"));
      return shown.slice(from, from + 3);
    };

    expect(row(goals).at(-1)).toMatch(MARK);
    expect(row(home)[0]).toMatch(/^\*Calls\* ⚠️: /);
    expect([goals, home].map((shown) => shown.filter((line) => MARK.test(line)).length)).toEqual([1, 0]);
    expect(home[2]).toMatch(
      /^⚠️ \*Calls may be missing since .*Fri 10:10 PM EDT.*\.\* JustCall could not be read\. Nothing for you to do: your admins know/,
    );
  });

  it("are marked where the source brings to them, and nowhere else", () => {
    const mark = staleMark([FAILED], READING);

    expect(mark({ type: "phone_call_quantity" })).toMatch(MARK);
    expect(mark({ type: "new_sales_wholesale" })).toBe("");
    expect(staleNotes([{ type: "new_sales_wholesale" }], { freshness: [FAILED], ...READING })).toEqual([]);
  });

  it("say that a source was not read yet", () => {
    const never: Freshness = { source: "justcall", asOf: null, state: "never", stale: true };

    expect(staleMark([never], READING)({ type: "talk_time_minutes" })).toBe("; ⚠️ JustCall no data yet");
  });

  it("name no variable to whoever reads them", () => {
    const shown = [freshnessLine(FAILED, READING), ...lines(myPage(aMyPage({ freshness: [FAILED] })).blocks)];

    expect(shown.filter((line) => /[A-Z]+_[A-Z_]+/.test(line))).toEqual([]);
    expect(shown[0]).toMatch(/could not be read since; your admins have been told$/);
  });
});

describe("the line of all sources", () => {
  const NOON = new Date("2026-10-28T16:00:00Z");
  const fresh = (source: Freshness["source"], asOf = NOON): Freshness => ({ source, asOf, state: "fresh" });

  it("says an instant once where all were read in the same minute", () => {
    const all = (["copper", "justcall", "fishbowl"] as const).map((source) => fresh(source));

    expect(sourcesLine(all, READING)).toMatch(/^Copper, JustCall, and Fishbowl as of /);
    expect(sourcesLine([], READING)).toBe("");
  });

  it("says it once of those that were, apart from the others", () => {
    const line = sourcesLine(
      [fresh("copper"), fresh("justcall"), fresh("fishbowl", new Date("2026-10-28T15:00:00Z"))],
      READING,
    );

    expect(line).toMatch(/^Copper and JustCall as of .*, Fishbowl as of [^,]*$/);
  });

  it.each([
    ["off", { source: "justcall", asOf: NOON, state: "off" }, "off; figures from"],
    ["stale", { ...fresh("justcall"), stale: true }, "but the latest sync is missing"],
    ["failed", FAILED, "could not be read since"],
  ] as const)("says of each source how it is where one is %s", (_state, one, said) => {
    const line = sourcesLine([fresh("copper"), one], READING);

    expect(line).toMatch(/^\*Copper\*: as of .*; \*JustCall\*: /);
    expect(line).toContain(said);
  });

  it("names each that is well where one is not, those that change by imports too", () => {
    const fishbowl = { ...fresh("fishbowl"), imported: true } as const;
    const said = (one: Parameters<typeof updatedParts>[0][number], imported = fishbowl) =>
      updatedParts([fresh("copper"), imported, one], { ...READING, now: NOON }).map((part) =>
        part.replace(/ <!date.*/, ""),
      );
    const before = { ...fishbowl, asOf: new Date(NOON.getTime() - 60_000) };

    expect(said(fresh("justcall"))).toEqual(["Updated"]);
    expect(said(FAILED)).toEqual(["Copper and Fishbowl updated"]);
    expect(said(FAILED, before)).toEqual(["Copper updated", "Fishbowl"]);
  });

  it("says of an import that it updated where nothing before it does, as the last sync of the others is told elsewhere", () => {
    const copper = fresh("copper", new Date(NOON.getTime() - 3 * 3_600_000));
    const fishbowl = { ...fresh("fishbowl", NOON), imported: true } as const;

    expect(updatedParts([copper, fishbowl], { ...READING, now: NOON })).toEqual([
      expect.stringMatching(/^Fishbowl updated /),
    ]);
  });

  it("has the day beside the time, by the reader's own clock, for whom the team's today may have been yesterday", () => {
    expect(updatedParts([fresh("copper", new Date("2026-10-28T17:00:00Z"))], READING)).toEqual([
      expect.stringMatching(/^Updated <!date\^\d+\^\{date_short_pretty\} at \{time\}\|1:00 PM EDT>$/),
    ]);
  });
});
