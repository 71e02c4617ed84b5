import { CLOCK_MOVES } from "../../../src/demo/controls/clock-moves";
import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { zoneDays } from "../../../src/time/day";

const days = zoneDays("America/Los_Angeles");

describe("a move of the clock", () => {
  it.each([
    ["clock.hour", "2026-10-28T21:05:00Z", "2026-10-28T22:05:00.000Z"],
    ["clock.tomorrow", "2026-10-28T21:05:00Z", "2026-10-29T15:00:00.000Z"],
    ["clock.tomorrow", "2026-10-29T06:59:59Z", "2026-10-29T15:00:00.000Z"],
    ["clock.tomorrow", "2026-10-29T07:00:00Z", "2026-10-30T15:00:00.000Z"],
    ["clock.tomorrow", "2026-10-31T21:00:00Z", "2026-11-01T16:00:00.000Z"],
    ["clock.monday", "2026-10-28T21:05:00Z", "2026-11-02T16:00:00.000Z"],
    ["clock.monday", "2026-11-02T16:00:00Z", "2026-11-09T16:00:00.000Z"],
    ["clock.monday", "2026-11-08T21:00:00Z", "2026-11-09T16:00:00.000Z"],
    ["clock.change", "2026-10-28T21:05:00Z", "2026-11-01T08:30:00.000Z"],
    ["clock.now", "2026-11-02T16:00:00Z", SAMPLE_NOW.toISOString()],
  ])("%s from %s goes to %s", (id, now, expected) => {
    const move = CLOCK_MOVES.find((one) => one.id === id);

    const to = move?.to({ now: new Date(now), unmoved: SAMPLE_NOW, days });

    expect(to?.toISOString()).toBe(expected);
  });
});
