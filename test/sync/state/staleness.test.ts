import type { Freshness } from "../../../src/sync/state/freshness";
import { lastExpectedSync, markStale, nextScheduledSync } from "../../../src/sync/state/staleness";
import { zoneDays } from "../../../src/time/day";
import { localTime } from "../../../src/time/time-of-day";

const TEAM = { time: localTime("02:00"), days: zoneDays("America/New_York") };
const TONIGHT = new Date("2026-10-29T06:00:00Z");

describe("the last sync that is expected to be done", () => {
  it.each([
    ["2026-10-29T08:00:00Z", "2026-10-29T06:00:00.000Z", "two hours after the night's time"],
    ["2026-10-29T07:59:59Z", "2026-10-28T06:00:00.000Z", "before that, the night before's"],
    ["2026-10-29T23:00:00Z", "2026-10-29T06:00:00.000Z", "all day"],
    ["2026-11-01T12:00:00Z", "2026-11-01T07:00:00.000Z", "on the day the clocks change, by the clock"],
  ])("at %s is that of %s: %s", (now, expected) => {
    expect(lastExpectedSync(new Date(now), TEAM)?.toISOString()).toBe(expected);
  });

  it("is none where there is no nightly sync", () => {
    expect(lastExpectedSync(TONIGHT, { ...TEAM, time: null })).toBeNull();
  });
});

describe("the next scheduled sync", () => {
  it.each([
    ["2026-10-29T05:59:59Z", "2026-10-29T06:00:00.000Z", "tonight's, before its time"],
    ["2026-10-29T06:00:00Z", "2026-10-30T06:00:00.000Z", "at its time, the night after's"],
    ["2026-10-31T20:00:00Z", "2026-11-01T07:00:00.000Z", "into the night the clocks change, by the clock"],
  ])("at %s is that of %s: %s", (now, expected) => {
    expect(nextScheduledSync(new Date(now), TEAM)?.toISOString()).toBe(expected);
  });

  it("is none where there is no nightly sync", () => {
    expect(nextScheduledSync(TONIGHT, { ...TEAM, time: null })).toBeNull();
  });
});

describe("a source's figures", () => {
  const before = new Date(TONIGHT.getTime() - 1);

  it.each<[string, Omit<Freshness, "source">, boolean]>([
    ["as of the last expected sync", { state: "fresh", asOf: TONIGHT }, false],
    ["older than it", { state: "fresh", asOf: before }, true],
    ["of a source that failed since", { state: "failed", asOf: TONIGHT }, true],
    ["of a source that was never read", { state: "never", asOf: null }, true],
    ["of a source that is switched off", { state: "off", asOf: before }, false],
    ["imported long ago", { state: "fresh", asOf: before, imported: true }, false],
  ])("%s: stale or not", (_, freshness, stale) => {
    const [marked] = markStale([{ source: "justcall", ...freshness }], TONIGHT);

    expect(marked?.stale === true).toBe(stale);
  });

  it("are not stale for their age where no sync is expected", () => {
    expect(markStale([{ source: "copper", state: "fresh", asOf: before }], null)).toEqual([
      { source: "copper", state: "fresh", asOf: before },
    ]);
  });
});
