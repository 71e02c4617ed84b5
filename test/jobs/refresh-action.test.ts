import { type RefreshState, refreshAction } from "../../src/jobs/refresh-before-digests";
import type { Freshness } from "../../src/sync/state/freshness";

const NOW = new Date("2026-10-29T15:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const fresh = (minutes: number): Freshness => ({ source: "copper", asOf: minutesAgo(minutes), state: "fresh" });
const NEVER: Freshness = { source: "justcall", asOf: null, state: "never" };
const OFF: Freshness = { source: "fishbowl", asOf: null, state: "off" };

const before = (freshness: readonly Freshness[], fields: Partial<RefreshState> = {}) =>
  refreshAction({ freshness, now: NOW, triedAt: null, waitedMs: 0, firstRuns: false, ...fields });

describe("before digests are made", () => {
  it.each([
    ["figures of an hour are good enough", [fresh(60), OFF], {}, "go"],
    ["older ones are synced first", [fresh(61), OFF], {}, "sync"],
    ["one source that was never read is enough", [fresh(1), NEVER], {}, "sync"],
    ["a source that is off is none", [OFF], {}, "go"],
    ["a sync is waited for 90 seconds", [fresh(61)], { waitedMs: 89_999 }, "sync"],
    ["and no longer", [fresh(61)], { waitedMs: 90_000 }, "go"],
    ["the first sync of all ten minutes", [NEVER, OFF], { waitedMs: 599_999 }, "sync"],
    ["and no longer, either", [NEVER, OFF], { waitedMs: 600_000 }, "go"],
    [
      "a first sync that has read the newest days alone as well",
      [fresh(1)],
      { firstRuns: true, waitedMs: 599_999 },
      "sync",
    ],
    ["but not for longer", [fresh(1)], { firstRuns: true, waitedMs: 600_000 }, "go"],
    ["what was tried within the hour is not tried again", [fresh(90)], { triedAt: minutesAgo(59) }, "go"],
    ["after an hour it is", [fresh(90)], { triedAt: minutesAgo(60) }, "sync"],
    ["a clock that was moved back tries again", [fresh(90)], { triedAt: minutesAgo(-5) }, "sync"],
  ] as const)("%s", (_, freshness, fields, expected) => {
    expect(before(freshness, fields)).toBe(expected);
  });
});
