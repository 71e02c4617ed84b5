import { unreadDays } from "../../src/doctor/unread-days";
import { bySource } from "../../src/metrics/sources";
import type { SyncRun } from "../../src/sync/run/run-store";
import { day } from "../../src/time/day";
import { dayRanges } from "../../src/time/day-ranges";
import { days } from "../support/builders/team-zone";

const now = new Date("2026-10-28T21:05:00Z");

function aRun(from: string, { to, at, success = true }: { to: string; at: string; success?: boolean }): SyncRun {
  const { since, until } = days.instantsOf({ from: day(from), to: day(to) });
  const one = { success, asOf: null, duration: "1ms", pages: 0, requests: 0, records: 0, counting: 0 };
  const read = {
    ...one,
    matched: [],
    unmatched: [],
    notCounting: {},
    metrics: { created: 0, updated: 0, unchanged: 0, removed: 0 },
  };
  return {
    _id: at,
    userId: "cli",
    trigger: "cli",
    status: "done",
    finishedAt: null,
    startedAt: new Date(at),
    dateRange: { start: since.toISOString(), end: until.toISOString() },
    results: {
      ...bySource(() => read),
      justcall: { ...read, success: true },
      fishbowl: { ...read, off: true },
      goalsUpdated: 0,
      errors: [],
    },
  };
}
const unread = (runs: SyncRun[], source: "copper" | "justcall" | "fishbowl" = "copper") =>
  dayRanges(unreadDays(source, { runs, now, days }));

describe("unread days", () => {
  it("are all 29 before today when there was no run", () => {
    expect(unread([])).toEqual([{ from: "2026-09-29", to: "2026-10-27" }]);
  });

  it("are none when a run today read the last 30", () => {
    expect(unread([aRun("2026-09-29", { to: "2026-10-28", at: "2026-10-28T12:00:00Z" })])).toEqual([]);
  });

  it("hold the day a run began in: what came after it was not read", () => {
    const run = aRun("2026-09-29", { to: "2026-10-27", at: "2026-10-26T12:00:00Z" });

    expect(unread([run])).toEqual([{ from: "2026-10-26", to: "2026-10-27" }]);
  });

  it("hold what a failed run wanted, of the source that failed", () => {
    const run = aRun("2026-09-29", { to: "2026-10-28", at: "2026-10-28T12:00:00Z", success: false });

    expect(unread([run])).toHaveLength(1);
    expect(unread([run], "justcall")).toEqual([]);
    expect(unread([run], "fishbowl")).toHaveLength(1);
  });

  it("stay unread after a run that was about another source", () => {
    const run = aRun("2026-09-29", { to: "2026-10-28", at: "2026-10-28T12:00:00Z" });
    const { results } = run;
    if (results === undefined) throw new RangeError("A run that is done has results");
    const about = { ...run, results: { ...results, justcall: { ...results.justcall, untouched: true as const } } };

    expect(unread([about], "justcall")).toHaveLength(1);
    expect(unread([about], "copper")).toEqual([]);
  });

  it("lie between two runs that leave a gap", () => {
    const runs = [
      aRun("2026-09-29", { to: "2026-10-09", at: "2026-10-28T12:00:00Z" }),
      aRun("2026-10-12", { to: "2026-10-28", at: "2026-10-28T13:00:00Z" }),
    ];

    expect(unread(runs)).toEqual([{ from: "2026-10-10", to: "2026-10-11" }]);
  });
});
