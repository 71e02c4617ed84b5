import type { Freshness } from "../../../src/sync/state/freshness";
import { dueRetry, nextRead } from "../../../src/sync/state/retries";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOW = new Date("2026-10-28T22:07:00Z");
const NIGHT = new Date("2026-10-29T09:30:00Z");

function broken(msAgo: number, fault = "unreachable", state: Freshness["state"] = "failed") {
  return { state, broke: { at: new Date(NOW.getTime() - msAgo), msAgo, fault } };
}

describe("the retries of a source that broke", () => {
  it.each([
    [0, null],
    [10 * MINUTE_MS - 1, null],
    [10 * MINUTE_MS, 0],
    [30 * MINUTE_MS - 1, 0],
    [30 * MINUTE_MS, 1],
    [HOUR_MS, 2],
    [2 * HOUR_MS, 3],
    [5 * HOUR_MS, 4],
    [8 * HOUR_MS, 5],
    [80 * HOUR_MS, 5],
  ])("after %i ms it is number %s that is due", (msAgo, due) => {
    expect(dueRetry(broken(msAgo))).toBe(due);
  });

  it.each(["credentials", "unexpected-answer", "vanished", "settings", "bug"])("are none of %s", (fault) => {
    expect(dueRetry(broken(HOUR_MS, fault))).toBeNull();
    expect(nextRead([broken(0, fault)], { now: NOW, scheduled: NIGHT })).toEqual(NIGHT);
  });

  it("are none of a source that was switched off, or never broke", () => {
    expect(dueRetry(broken(HOUR_MS, "throttled", "off"))).toBeNull();
    expect(dueRetry({ state: "fresh" })).toBeNull();
    expect(dueRetry({ state: "failed" })).toBeNull();
  });
});

describe("the next reading by itself", () => {
  it.each([
    ["ten minutes after it broke", [broken(0)], "2026-10-28T22:17:00Z"],
    ["to the minute after", [broken(350)], "2026-10-28T22:17:00Z"],
    ["half an hour after it, once ten minutes have passed", [broken(10 * MINUTE_MS)], "2026-10-28T22:27:00Z"],
    ["that of the source which comes first", [broken(20 * MINUTE_MS), broken(0, "throttled")], "2026-10-28T22:17:00Z"],
    ["the night's after the last retry", [broken(8 * HOUR_MS)], "2026-10-29T09:30:00Z"],
    ["four hours later, before the night", [broken(4 * HOUR_MS)], "2026-10-29T02:07:00Z"],
    ["the night's where nothing is broken", [{ state: "fresh" } as const], "2026-10-29T09:30:00Z"],
  ])("is %s", (_when, sources, at) => {
    expect(nextRead(sources, { now: NOW, scheduled: NIGHT })).toEqual(new Date(at));
  });

  it("is none where no night has one and nothing is broken", () => {
    expect(nextRead([], { now: NOW, scheduled: null })).toBeNull();
    expect(nextRead([broken(0)], { now: NOW, scheduled: null })).toEqual(new Date("2026-10-28T22:17:00Z"));
  });
});
