import type { GoalFigures } from "../../../src/goals/figures";
import { figureRanges } from "../../../src/goals/range-sums";
import { addDays, type Day, type DayRange, zoneDays } from "../../../src/time/day";
import { readerDay, readerDays } from "../../../src/time/reader-day";
import { PLAIN_CALENDAR } from "./calendars";
import type { Figure } from "./goals";

const NEW_YORK = zoneDays("America/New_York");

/** What a team of New York reads at noon of a day, of these figures. */
export function someFigures({
  today,
  figures = [],
  ...given
}: Partial<Pick<GoalFigures, "goals" | "calendar">> & {
  readonly today: Day;
  readonly figures?: readonly Figure[];
}): GoalFigures {
  const days = [-1, 0, 1].map((count) => readerDay(addDays(today, count), today));
  return {
    days: readerDays(new Date(`${today}T16:00:00Z`), NEW_YORK),
    goals: [],
    calendar: PLAIN_CALENDAR,
    sums: rangeSums(figures, { today, ranges: figureRanges(days) }),
    ...given,
  };
}

/** Sums of figures as the store gives them. */
export function rangeSums(
  figures: readonly Figure[],
  { today, ranges }: { readonly today: Day; readonly ranges: readonly DayRange[] },
): GoalFigures["sums"] {
  const kinds = new Map(figures.map(({ userId, type }) => [`${userId} ${type}`, { userId, type }]));
  const rows = [...kinds.values()].map(({ userId, type }) => {
    const own = figures
      .filter((figure) => figure.userId === userId && figure.type === type)
      .map(({ before, value }) => ({ on: addDays(today, -before), value }));
    const sum = ({ from, to }: DayRange) =>
      own.filter(({ on }) => from <= on && on <= to).reduce((total, { value }) => total + value, 0);
    return { userId, type, sums: ranges.map((range) => Math.round(sum(range) * 100) / 100) };
  });
  return { ranges, rows };
}
