import fc from "fast-check";
import { addDays, type Day, day } from "../../src/time/day";
import { isWeekday, type OwnWeek, WEEK, weekStartFault, withWeek, workdaysOn } from "../../src/time/work-schedule";

const FIRST = day("2026-10-01");
const DAYS = Array.from({ length: 40 }, (_, at) => addDays(FIRST, at));

/** A week that an admin sets: the team's where it names no days, and since ever where it names no first day. */
const aChange = fc.record({
  workdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: undefined }),
  from: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...DAYS) }, { weight: 1, arbitrary: fc.constant(null) }),
});

describe("a week that is set from a day on", () => {
  it("leaves every day before it the week that held on it, whatever was set before and in which order", () => {
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 8 }), (changes) => {
        const held = new Map<Day, readonly number[] | undefined>();
        let week: OwnWeek = {};
        for (const { workdays, from } of changes) {
          week = withWeek(week, { workdays, from });
          for (const one of DAYS) if (from === null || from <= one) held.set(one, workdays);
        }

        for (const one of DAYS) expect(workdaysOn(one, week)).toEqual(held.get(one)?.toSorted((a, b) => a - b));
        const ends = (week.formerWeeks ?? []).map(({ through }) => through);
        expect(ends).toEqual([...new Set(ends)].sort());
      }),
    );
  });

  it("is one week with what it was before, where it is set to that again", () => {
    const before = { workdays: [1, 2, 3, 4] };
    const changed = withWeek(before, { workdays: [5], from: day("2026-10-28") });

    expect(changed).toEqual({ workdays: [5], formerWeeks: [{ through: "2026-10-27", workdays: [1, 2, 3, 4] }] });
    expect(withWeek(changed, { workdays: [4, 3, 2, 1, 1], from: day("2026-10-28") })).toEqual(before);
    expect(withWeek({}, { workdays: undefined, from: day("2026-10-28") })).toEqual({});
  });

  it("counts each day by a person's own week of that day, else by the team's of that day", () => {
    const team = withWeek(WEEK, { workdays: [2, 3], from: day("2026-10-19") });
    const own = withWeek(withWeek({}, { workdays: [1], from: day("2026-10-12") }), {
      workdays: undefined,
      from: day("2026-10-26"),
    });
    const worked = DAYS.filter((one) => isWeekday(one, { own, team: { workdays: [], ...team } }));

    expect(worked.filter((one) => one < day("2026-10-12"))).toHaveLength(7);
    expect(worked.filter((one) => day("2026-10-12") <= one)).toEqual([
      "2026-10-12",
      "2026-10-19",
      "2026-10-27",
      "2026-10-28",
      "2026-11-03",
      "2026-11-04",
    ]);
  });

  it("starts today or earlier", () => {
    const today = day("2026-10-28");

    expect([weekStartFault(today, today), weekStartFault(FIRST, today)]).toEqual([null, null]);
    expect(weekStartFault(addDays(today, 1), today)).toContain("today or earlier");
  });
});
