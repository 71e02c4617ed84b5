import { captionOf, fileName } from "../../../src/slack/exports/caption";
import { day } from "../../../src/time/day";
import { READING } from "../../support/harness/home";

const at = new Date("2026-10-28T18:01:00Z");
const fresh = (source: "copper" | "justcall") => ({ source, asOf: at, state: "fresh" as const });
const range = { from: day("2026-10-01"), to: day("2026-10-31") };
const calls = { about: "Calls of <Ana>", range, holds: "57 records, 41 counted" };

describe("what is said beside an exported file", () => {
  it("is what it is about, its days up to today, what it holds, and once as of when", () => {
    const freshness = [fresh("copper"), fresh("justcall"), { source: "fishbowl", asOf: null, state: "off" } as const];

    expect(captionOf({ ...calls, freshness }, READING)).toMatch(
      /^\*Calls of &lt;Ana&gt;: October so far\*\n57 records, 41 counted\nAs of <!date\^\d+\^[^|]+\|2:01 PM EDT>\.$/,
    );
  });

  it("names each source where they were read at different times, and says beside it what is not in it", () => {
    const freshness = [fresh("copper"), { ...fresh("justcall"), asOf: null, state: "never" as const }];
    const said = captionOf({ ...calls, freshness, more: "Only <some> count." }, READING);

    expect(said).toMatch(
      /so far\*\n57 records, 41 counted\nCopper as of .* JustCall no data yet\. Only <some> count\.$/,
    );
  });

  it("has days that are all past as they are, in its name, too", () => {
    const past = { from: day("2025-12-01"), to: day("2026-01-31") };

    expect(captionOf({ ...calls, range: past, freshness: [] }, READING)).toContain(": Dec 1, 2025 – Jan 31, 2026*\n");
    expect(fileName({ about: "Calls of <Ana>", range: past }, day("2026-10-28"))).toBe(
      "calls-of-ana-2025-12-01-to-2026-01-31.csv",
    );
    expect(fileName({ about: "Calls", range: { from: range.from, to: range.from } }, day("2026-10-28"))).toBe(
      "calls-2026-10-01.csv",
    );
    expect(fileName({ about: "Calls", range }, day("2026-10-28"))).toBe("calls-2026-10-01-to-28.csv");
  });

  it("is named in whole words, without accents and apostrophes", () => {
    const one = { from: day("2026-10-27"), to: day("2026-10-27") };
    const named = (about: string) => fileName({ about, range: one }, day("2026-10-28"));

    expect(["Everyone's", "Calls of Zoë O’Neil", "西"].map(named)).toEqual([
      ...["everyones-2026-10-27.csv", "calls-of-zoe-oneil-2026-10-27.csv", "figures-2026-10-27.csv"],
    ]);
  });
});
