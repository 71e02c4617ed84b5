import { type Coverage, type CoverageOutcome, coverageAfter } from "../../../src/sync/state/coverage";
import { addDays, type Day, day } from "../../../src/time/day";

const TODAY = day("2025-10-10");
const NEVER: Coverage = { read: null, problem: null, owed: null, deepOn: null };
const KEY = "Copper key refused (401)";

/** A reading at nine in the morning, UTC, of the days up to that morning. */
function read(from: Day, on = TODAY): CoverageOutcome {
  return { kind: "complete", asOf: new Date(`${on}T09:00:00Z`), asOfDay: on, from };
}
/** A reading of days that are over: it stands as of the first instant of the day after them. */
function past(from: Day, to: Day): CoverageOutcome {
  const after = addDays(to, 1);
  return { kind: "complete", asOf: new Date(`${after}T00:00:00Z`), asOfDay: after, from };
}
function failed(from: Day, to = TODAY): CoverageOutcome {
  return { kind: "failed", problem: KEY, from, to, today: TODAY };
}
const ago = (count: number) => addDays(TODAY, -count);
const last = (count: number) => ago(count - 1);
const coverage = (...outcomes: CoverageOutcome[]) => outcomes.reduce(coverageAfter, NEVER);

describe("a complete reading", () => {
  it("is what is read when nothing was read before", () => {
    expect(coverage(read(last(1)))).toEqual({
      read: { asOf: new Date("2025-10-10T09:00:00Z"), asOfDay: TODAY, from: TODAY },
      problem: null,
      owed: null,
      deepOn: null,
    });
  });

  it("is deep when it goes back 30 days, which failed and shorter ones after it do not undo", () => {
    const deep = coverage(read(ago(30), ago(1)), failed(last(30)), read(last(3)));

    expect(deep.deepOn).toBe(ago(1));
    expect(coverage(read(ago(29), ago(1))).deepOn).toBeNull();
    expect(coverage(read(last(3)), past(ago(60), ago(20))).deepOn).toBeNull();
  });

  it.each([
    ["of today alone, after yesterday's", [read(ago(30), ago(1)), read(last(1))], ago(1), ago(30)],
    ["of today and yesterday, after yesterday's", [read(ago(30), ago(1)), read(last(2))], TODAY, ago(30)],
    ["of today alone, after today's", [read(last(30)), read(last(1))], TODAY, last(30)],
    ["of a week, after a pause of eight days", [read(ago(38), ago(8)), read(last(7))], ago(8), ago(38)],
    ["of nine days, after a pause of eight", [read(ago(38), ago(8)), read(last(9))], TODAY, ago(38)],
    ["of older days that leave a gap", [read(last(7)), past(ago(40), ago(30))], TODAY, last(7)],
    ["of older days that leave none", [read(last(7)), past(ago(40), ago(7))], TODAY, ago(40)],
    ["of past days, one stretch after another", [past(ago(40), ago(20)), past(ago(19), ago(5))], ago(4), ago(40)],
    [
      "of today alone, after two days' pause in which nothing was imported",
      [imported(ago(30), ago(3)), imported(TODAY)],
      TODAY,
      ago(30),
    ],
    [
      "of what the vendor still gives, after too long a pause",
      [read(ago(200), ago(150)), cut(ago(89))],
      TODAY,
      ago(89),
    ],
  ] as const)("%s, moves the figures on only where it leaves no gap", (_which, outcomes, asOfDay, from) => {
    expect(coverage(...outcomes).read).toMatchObject({ asOfDay, from });
  });
});

describe("a problem", () => {
  it.each([
    ["30 days failed first of all, then today alone", [failed(last(30)), read(last(1))]],
    ["30 days failed after a pause, then today alone", [read(ago(40), ago(10)), failed(last(30)), read(last(1))]],
    ["30 days failed after today alone, then today again", [read(last(1)), failed(last(30)), read(last(1))]],
    ["today failed, then older days were read again", [read(last(30)), failed(last(1)), past(ago(40), ago(20))]],
    ["today failed after yesterday's, then today alone", [read(ago(30), ago(1)), failed(last(1)), read(last(1))]],
  ])("stands when %s", (_when, outcomes) => {
    expect(coverage(...outcomes).problem).toBe(KEY);
  });

  it.each([
    ["30 days failed first of all, then were read", [failed(last(30)), read(last(30))]],
    ["30 days failed after a pause, then were read", [read(ago(40), ago(10)), failed(last(30)), read(last(11))]],
    ["30 days failed in the afternoon, then today was read", [read(last(30)), failed(last(30)), read(last(1))]],
    ["days failed that no usual sync asks for, then 30 were read", [failed(ago(300)), read(last(30))]],
    [
      "what failed was made good in two readings",
      [read(last(1)), failed(last(30)), past(last(30), ago(1)), read(TODAY)],
    ],
    ["what failed is longer ago by now than a usual sync goes", [failed(last(30)), read(ago(1), addDays(TODAY, 31))]],
    ["a year failed, then all that the vendor still gives was read", [failed(ago(365)), cut(ago(20))]],
  ])("ends when %s", (_when, outcomes) => {
    expect(coverage(...outcomes)).toMatchObject({ problem: null, owed: null });
  });

  it("leaves the figures as old as they were", () => {
    expect(coverage(read(ago(30), ago(1)), failed(last(30))).read).toMatchObject({ asOfDay: ago(1), from: ago(30) });
    expect(coverage(failed(last(30)), read(last(1))).read).toBeNull();
  });
});

/** A reading of a source whose records come by imports alone. */
function imported(from: Day, on = TODAY): CoverageOutcome {
  return { kind: "complete", asOf: new Date(`${on}T09:00:00Z`), asOfDay: on, from, gapless: true };
}
function cut(from: Day): CoverageOutcome {
  return { kind: "complete", asOf: new Date("2025-10-10T09:00:00Z"), asOfDay: TODAY, from, cut: true };
}
