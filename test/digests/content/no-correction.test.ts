import fc from "fast-check";
import { addDays, type Day, day, weekday, zoneDays } from "../../../src/time/day";
import { localTime, zoneTimes } from "../../../src/time/time-of-day";
import { morningDigest } from "../../support/harness/digests/mornings";

const TEAM = "UTC";
const FIRST = day("2026-10-05");
const DAYS = 31;
const HOUR_MS = 3_600_000;

/** Minutes after the first day's midnight at which a record came. */
const records = fc.array(fc.integer({ min: -3 * 1440, max: DAYS * 1440 }), { minLength: 40, maxLength: 200 });

describe("a simulated month of digests", () => {
  it.each([
    ["-8", "Etc/GMT+8"],
    ["0", "UTC"],
    ["+5:30", "Asia/Kolkata"],
    ["+9", "Etc/GMT-9"],
    ["+13", "Etc/GMT-13"],
  ])("corrects nothing where no record was changed, for a rep at %s h of the team", (_, rep) => {
    fc.assert(
      fc.property(records, (minutes) => {
        expect(correctionsOf(rep, { minutes, removed: null })).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it("corrects a finished day whose record was taken away, once", () => {
    const minutes = Array.from({ length: DAYS * 4 }, (_, index) => index * 360 + 30);

    const corrected = correctionsOf("UTC", { minutes, removed: { minute: 8 * 1440 + 30, on: day("2026-10-15") } });

    expect(corrected).toEqual([["2026-10-15", "2026-10-13", 4, 3]]);
  });
});

/** Sends each working day's digest of a month, each knowing what those before it reported. */
function correctionsOf(
  rep: string,
  given: {
    readonly minutes: readonly number[];
    readonly removed: { readonly minute: number; readonly on: Day } | null;
  },
): readonly (readonly [Day, Day, number, number])[] {
  const start = zoneDays(TEAM).startOf(FIRST).getTime();
  const working = Array.from({ length: DAYS }, (_, index) => addDays(FIRST, index)).filter((one) => weekday(one) <= 5);
  const sent: ReturnType<typeof morningDigest>["digest"][] = [];
  for (const on of working) {
    const now = zoneTimes(rep).at(on, localTime("08:00")).getTime();
    const { removed } = given;
    const there = given.minutes.filter((minute) => removed === null || on < removed.on || minute !== removed.minute);
    const came = there.map((minute) => start + (minute * HOUR_MS) / 60).filter((at) => at <= now);
    const counts = new Map<Day, number>();
    for (const at of came) {
      const of = zoneDays(TEAM).dayOf(new Date(at));
      counts.set(of, (counts.get(of) ?? 0) + 1);
    }
    const week = sent.filter(({ day: before }) => before >= addDays(on, -7));
    const { digest } = morningDigest({
      ...{ rep, team: TEAM, day: on, period: "weekly", target: 50 },
      figures: (of) => counts.get(of) ?? 0,
      reported: week.flatMap(({ reported }) => reported),
    });
    sent.push(digest);
  }
  return sent.flatMap(({ day: on, corrections }) =>
    corrections.map(({ from, reported, now }) => [on, from, reported, now] as const),
  );
}
