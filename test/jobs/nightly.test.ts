import { nightlyDue } from "../../src/jobs/nightly-sync";
import { addDays, day, zoneDays } from "../../src/time/day";
import { localTime, zoneTimes } from "../../src/time/time-of-day";

/** What is due in a zone, asked at one instant after the other. */
function asked(zone: string, time: string | null) {
  const [days, times] = [zoneDays(zone), zoneTimes(zone)];
  const at = time === null ? null : localTime(time);
  return (now: string) => nightlyDue({ now: new Date(now), time: at, days, times });
}

describe("the night's sync", () => {
  it.each([
    ["2026-10-28T09:29:59Z", null],
    ["2026-10-28T09:30:00Z", "2026-10-28"],
    ["2026-10-28T15:29:59Z", "2026-10-28"],
    ["2026-10-28T15:30:00Z", null],
  ])("at 02:30 in Los Angeles, asked at %s, is due for %s", (now, expected) => {
    expect(asked("America/Los_Angeles", "02:30")(now)).toBe(expected);
  });

  it("is never due when it is off", () => {
    expect(asked("America/Los_Angeles", null)("2026-10-28T09:30:00Z")).toBeNull();
  });

  it.each([
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["Europe/London", "2026-03-29"],
    ["Australia/Sydney", "2026-10-04"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Africa/Cairo", "2027-04-30"],
    ["America/Santiago", "2026-09-06"],
    ["Asia/Kathmandu", "2026-10-28"],
  ])("case 21: in %s is due in one stretch of six hours on %s, as on the days beside it", (zone, change) => {
    const first = addDays(day(change), -1);
    const start = zoneDays(zone).startOf(first).getTime();
    const ticks = Array.from({ length: 3 * 24 * 12 }, (_, step) => new Date(start + step * 300_000).toISOString());

    const stretches = ticks.map(asked(zone, "02:30")).filter((one, at, all) => one !== all[at - 1]);

    const days = [first, day(change), addDays(first, 2)];
    expect(stretches.filter((one) => one !== null)).toEqual(days);
  });
});
