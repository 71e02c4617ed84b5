import type { Freshness } from "../../../src/sync/state/freshness";
import { lastReadDay, readDays } from "../../../src/sync/state/read-days";
import { day, zoneDays } from "../../../src/time/day";

const days = zoneDays("America/New_York");
const now = new Date("2026-11-02T13:00:00Z");
const READ = { asOf: new Date("2026-11-02T12:58:00Z"), state: "fresh", from: day("2026-09-29") } as const;
const COPPER: Freshness = { source: "copper", ...READ };
const JUSTCALL: Freshness = { source: "justcall", ...READ };
const FISHBOWL: Freshness = { source: "fishbowl", ...READ, imported: true };
const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };

const isRead = (states: readonly Freshness[], range = OCTOBER) =>
  readDays({ states, days, now }).isRead("phone_call_quantity", range);

describe("the day of the last reading of a metric", () => {
  const of = (states: readonly Freshness[]) => lastReadDay(states, days)("phone_call_quantity");

  it("is the team's, of the source that was read longest ago among those that are on", () => {
    const before = { ...JUSTCALL, asOf: new Date("2026-10-31T02:00:00Z") };

    expect(of([COPPER, JUSTCALL])).toBe("2026-11-02");
    expect(of([COPPER, before])).toBe("2026-10-30");
    expect(of([COPPER, { ...before, state: "off" }])).toBe("2026-11-02");
    expect(of([COPPER, JUSTCALL, { ...FISHBOWL, asOf: new Date("2026-10-01T12:00:00Z") }])).toBe("2026-11-02");
  });

  it("is never where one was never read, and none where none is on", () => {
    expect(of([COPPER, { source: "justcall", asOf: null, state: "never" }])).toBe("never");
    expect(of([])).toBeNull();
  });
});

describe("days are done with", () => {
  it("once they have ended for the team and every source of the metric was read since, from their first day on", () => {
    expect(isRead([COPPER, JUSTCALL, FISHBOWL])).toBe(true);
    // Sunday ended at five in the morning, UTC; Monday goes on.
    expect(isRead([COPPER, JUSTCALL], { from: day("2026-10-26"), to: day("2026-11-01") })).toBe(true);
    expect(isRead([COPPER, JUSTCALL], { from: day("2026-10-26"), to: day("2026-11-02") })).toBe(false);
  });

  it.each<[string, readonly Freshness[]]>([
    ["begins later", [COPPER, { ...JUSTCALL, from: day("2026-10-02") }]],
    [
      "was last read before they ended",
      [COPPER, { ...JUSTCALL, asOf: new Date("2026-10-31T20:00:00Z"), state: "failed" }],
    ],
    ["was never read", [COPPER, { source: "justcall", asOf: null, state: "never" }]],
  ])("but not where one of them %s", (_, states) => {
    expect(isRead(states)).toBe(false);
  });

  it("whatever is off, or counts another metric", () => {
    const late = { from: day("2026-10-20") };

    expect(isRead([COPPER, { source: "justcall", asOf: null, state: "off" }, { ...FISHBOWL, ...late }])).toBe(true);
  });

  it("but none of a metric whose sources are all off: nobody reads it", () => {
    const off = (source: "copper" | "justcall") => ({ source, asOf: null, state: "off" }) as const;

    expect(isRead([off("copper"), off("justcall"), FISHBOWL])).toBe(false);
    expect(isRead([])).toBe(false);
  });

  it("but not where orders of before may have been imported or not", () => {
    const { isRead: read } = readDays({ states: [FISHBOWL], days, now });

    expect(read("new_sales_wholesale", OCTOBER)).toBe(true);
    expect(read("new_sales_wholesale", { from: day("2026-09-01"), to: day("2026-09-28") })).toBe(false);
  });
});
