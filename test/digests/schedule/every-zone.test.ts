import { wallClock } from "../../../src/digests/schedule/wall-clock";
import { addDays, type Day, day, weekday } from "../../../src/time/day";
import { localTime } from "../../../src/time/time-of-day";
import { WEEK } from "../../../src/time/work-schedule";
import { zoneOffset } from "../../../src/time/zone-offset";
import { due, LA } from "../../support/builders/calendars";

const DAY_MS = 86_400_000;
const EIGHT_MS = 8 * 3_600_000;

describe("case 21: every zone and every day of five years", () => {
  const FIRST = day("2025-01-01");
  const every = Array.from({ length: 5 * 365 + 1 }, (_, index) => addDays(FIRST, index));
  const at = localTime("08:00");

  const workdays = every.filter((one) => WEEK.workdays.includes(weekday(one)));
  const offsets = new Map(Intl.supportedValuesOf("timeZone").map((zone) => [zone, zoneOffset(zone)]));
  const mondays = every.filter((one) => weekday(one) === 1);
  /** Zones whose clocks differ from UTC alike on every Monday: only in weeks of change may they differ from each other. */
  const alike = new Map<string, string[]>();
  for (const [zone, offset] of offsets) {
    const key = String(mondays.map((one) => offset(Date.parse(one))));
    alike.set(key, [...(alike.get(key) ?? []), zone]);
  }

  const changes = (zone: string, of: Day) => {
    const monday = addDays(of, 1 - weekday(of));
    const shown = offsets.get(zone);
    return shown?.(Date.parse(addDays(monday, -1))) !== shown?.(Date.parse(addDays(monday, 7)));
  };

  /** Whether each of these days has one instant, after the one before, at which the clock on the wall shows eight. */
  const wrongDays = (zone: string, days: readonly Day[]): readonly string[] => {
    const clock = wallClock(zone);
    const offset = offsets.get(zone) ?? (() => Number.NaN);
    let last = 0;
    return days.filter((of) => {
      const instant = clock.slot(of, at).dueAt.getTime();
      const right = instant > last && instant + offset(instant) === Date.parse(of) + EIGHT_MS;
      last = instant;
      return !right;
    });
  };

  it("gives each working day one instant: the first whose wall clock shows eight", () => {
    const wrong = [...alike.values()].flatMap(([first = ""]) => wrongDays(first, workdays).map((of) => [first, of]));

    expect(offsets.size).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  it("does so in every zone in the weeks in which its clocks change", () => {
    const wrong = [...alike.values()].flatMap(([, ...others]) =>
      others.flatMap((zone) =>
        wrongDays(
          zone,
          workdays.filter((of) => changes(zone, of)),
        ).map((of) => [zone, of]),
      ),
    );

    expect(wrong).toEqual([]);
  });

  it("keeps one digest a day where clocks change between midnight and eight, minute by minute", () => {
    for (const [zone, of] of [
      [LA, "2026-11-01"],
      [LA, "2027-03-14"],
      ["Africa/Cairo", "2027-04-30"],
      ["Australia/Lord_Howe", "2026-10-04"],
      ["America/Santiago", "2026-09-06"],
    ] as const) {
      const start = Date.parse(of) - DAY_MS / 2;
      const days = new Set<Day>();
      for (let minute = 0; minute < 2 * 1_440; minute += 10) {
        const now = new Date(start + minute * 60_000).toISOString();
        for (const one of due({ tz: zone, schedule: { workdays: [7, 5] } }, { now, lastCheckAt: now })) days.add(one);
      }

      expect(days).toEqual(new Set([day(of)]));
    }
  });
});
