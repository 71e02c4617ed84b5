import fc from "fast-check";
import { splitWindow } from "../../../src/sync/read/split-window";
import { type Coverage, coverageAfter } from "../../../src/sync/state/coverage";
import type { Freshness } from "../../../src/sync/state/freshness";
import { digestLookBackDays, nightlyDays } from "../../../src/sync/state/look-back";
import { addDays, day as dayNamed, zoneDays } from "../../../src/time/day";

const since = new Date("2025-10-01T07:00:00Z");
const lasting = (ms: number) => ({ since, until: new Date(since.getTime() + ms) });
const day = 86_400_000;

describe("cutting a window", () => {
  it("makes as many equal parts as its records ask for", () => {
    const parts = splitWindow(lasting(30 * day), 45_000);

    expect(parts).toEqual([
      { since, until: new Date("2025-10-11T07:00:00Z") },
      { since: new Date("2025-10-11T07:00:00Z"), until: new Date("2025-10-21T07:00:00Z") },
      { since: new Date("2025-10-21T07:00:00Z"), until: new Date("2025-10-31T07:00:00Z") },
    ]);
  });

  it("halves it where nobody tells how many records there are", () => {
    expect(splitWindow(lasting(2 * day), null)).toEqual([
      { since, until: new Date("2025-10-02T07:00:00Z") },
      { since: new Date("2025-10-02T07:00:00Z"), until: new Date("2025-10-03T07:00:00Z") },
    ]);
  });

  it("makes at least two parts, since the window was too large whatever the number says", () => {
    expect(splitWindow(lasting(day), 20_001)).toHaveLength(2);
    expect(splitWindow(lasting(day), 3)).toHaveLength(2);
  });

  it.each([0, 999, 1_000, 1_999])("refuses a window of %d ms: no vendor's filter is finer than a second", (ms) => {
    expect(() => splitWindow(lasting(ms), null)).toThrow(RangeError);
  });

  it("leaves no gap and no overlap, in the order of time, and every part shorter than the whole", () => {
    const records = fc.option(fc.integer({ min: 1, max: 5_000_000 }), { nil: null });

    fc.assert(
      fc.property(fc.integer({ min: 2_000, max: 400 * day }), records, (ms, count) => {
        const whole = lasting(ms);

        const parts = splitWindow(whole, count);

        expect(parts.map((part) => part.since)).toEqual([since, ...parts.slice(0, -1).map(({ until }) => until)]);
        expect(parts.at(-1)?.until).toEqual(whole.until);
        for (const part of parts) {
          const length = part.until.getTime() - part.since.getTime();
          expect(length > 0 && length < ms).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the days of the nightly sync", () => {
  const today = dayNamed("2025-10-10");
  const days = zoneDays("America/New_York");
  const ago = (count: number) => addDays(today, -count);
  /** A source read so many days ago, at noon, last deeply so many days ago. */
  const readAgo = (count: number, deep: number | null, given: Partial<Freshness> = {}): Freshness => ({
    source: "copper",
    asOf: new Date(`${ago(count)}T16:00:00Z`),
    from: ago(60),
    ...(deep !== null && { deepOn: ago(deep) }),
    state: "fresh",
    ...given,
  });
  const imported = readAgo(40, null, { source: "fishbowl", imported: true });
  const pulled = readAgo(6, 6, { source: "fishbowl" });

  it.each([
    ["every source was read yesterday, and deeply this week", [readAgo(1, 3), readAgo(1, 6), imported], 2],
    ["one was last read deeply a week ago", [readAgo(1, 3), readAgo(1, 7)], 29],
    ["one was never read deeply", [readAgo(1, 3), readAgo(1, null)], 29],
    ["one was read from yesterday on alone", [readAgo(1, 1, { from: ago(1) })], 29],
    ["one was never read", [readAgo(1, 3), { source: "justcall", asOf: null, state: "never" } as const], 29],
    ["one that is off was never read", [readAgo(1, 3), { source: "justcall", asOf: null, state: "off" } as const], 2],
    ["one was last read six days ago", [readAgo(1, 3), readAgo(6, 6)], 6],
    ["orders were last pulled six days ago", [readAgo(1, 3), pulled], 6],
    ["records of one come five days late", [readAgo(1, 3, { settlingDays: 5 }), readAgo(1, 3, { settlingDays: 1 })], 5],
    ["records of one come later than a month", [readAgo(1, 3, { settlingDays: 80 })], 29],
    ["they come late where it is off", [readAgo(1, 3, { settlingDays: 9, state: "off" })], 2],
    ["one failed for 40 days", [readAgo(1, 3), readAgo(40, 40, { state: "failed" })], 40],
    ["one failed for longer than a vendor gives", [readAgo(200, 200, { state: "failed" })], 89],
    ["there is none", [], 2],
  ])("reach back as far as it takes when %s", (_when, sources, back) => {
    expect(nightlyDays(sources, { today, days })).toEqual({ from: ago(back), to: today });
  });

  it("are three in the morning, however late records come, but for what nobody read", () => {
    const late = [readAgo(1, 3, { settlingDays: 9 })];

    expect(digestLookBackDays(late, { today, days })).toEqual({ from: ago(2), to: today });
    expect(digestLookBackDays([...late, readAgo(6, 6)], { today, days })).toEqual({ from: ago(6), to: today });
  });

  it("leave no gap and are made up for within a week, whatever nights fail", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (nights) => {
        let coverage: Coverage = { read: null, problem: null, owed: null, deepOn: null };
        nights.forEach((works, night) => {
          const date = addDays(today, night);
          const asOf = new Date(`${date}T16:00:00Z`);
          const { from } = nightlyDays([freshness(coverage)], { today: date, days });
          coverage = coverageAfter(
            coverage,
            works
              ? { kind: "complete", asOf, asOfDay: date, from }
              : { kind: "failed", problem: "It is down.", from, to: date, today: date },
          );
          expect(coverage.problem === null).toBe(works);
          if (works)
            expect(coverage.read).toMatchObject({ asOfDay: date, from: expect.stringMatching(/^2025-0[789]/) });
        });
      }),
      { numRuns: 60 },
    );
  });
});

function freshness({ read, deepOn, problem }: Coverage): Freshness {
  const state = problem === null ? (read === null ? "never" : "fresh") : "failed";
  return {
    source: "copper",
    asOf: read?.asOf ?? null,
    ...(read !== null && { from: read.from }),
    ...(deepOn !== null && { deepOn }),
    state,
  };
}
