import type { MetricType } from "../../../src/metrics/metrics";
import { readableDays } from "../../../src/slack/goals/past/readable-days";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day, zoneDays } from "../../../src/time/day";

const days = zoneDays("America/New_York");
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });
const past = (type: MetricType, from: string, to: string) => ({ type, unread: [range(from, to)] });
const CALLS = past("phone_call_quantity", "2026-10-01", "2026-10-03");
const EMAILS = past("email_quantity", "2026-10-01", "2026-10-03");
const WHOLESALE = past("new_sales_wholesale", "2026-10-29", "2026-10-31");
const NOON = new Date("2026-10-30T16:00:00Z");
const read = (source: Freshness["source"], given: Partial<Freshness> = {}): Freshness => ({
  ...{ source, asOf: NOON, state: "fresh" },
  ...given,
});
const calls = [read("copper"), read("justcall")];

describe("the days that a sync can bring", () => {
  it("are those of all metrics, each gap apart and each day once, and none of a metric whose sources are off", () => {
    const states = [...calls, read("fishbowl")];
    const off = [...calls, read("fishbowl", { state: "off" })];

    expect(readableDays([WHOLESALE, CALLS, EMAILS, { type: "talk_time_minutes" }], { states, days })).toEqual([
      range("2026-10-01", "2026-10-03"),
      range("2026-10-29", "2026-10-31"),
    ]);
    expect(readableDays([WHOLESALE, CALLS], { states: off, days })).toEqual([range("2026-10-01", "2026-10-03")]);
  });

  it("end before the day of the last import of what changes by imports alone, and are none before the first", () => {
    const imported = (given: Partial<Freshness> = {}) => [...calls, read("fishbowl", { imported: true, ...given })];

    expect(readableDays([WHOLESALE, CALLS], { states: imported(), days })).toEqual([
      range("2026-10-01", "2026-10-03"),
      range("2026-10-29", "2026-10-29"),
    ]);
    const midnight = imported({ asOf: new Date("2026-10-31T04:00:00Z") });
    expect(readableDays([WHOLESALE], { states: midnight, days })).toEqual([range("2026-10-29", "2026-10-30")]);
    const before = imported({ asOf: new Date("2026-10-29T03:00:00Z") });
    expect(readableDays([WHOLESALE], { states: before, days })).toEqual([]);
    expect(readableDays([WHOLESALE], { states: imported({ asOf: null, state: "never" }), days })).toEqual([]);
  });
});
