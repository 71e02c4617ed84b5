import { addDays, type Day, type DayRange, day, weekday } from "../metrics/day";
import type { Period } from "./goal";

/** The period a day lies in, both ends included: the day itself, Monday to Sunday, or the calendar month. */
export function periodOf(period: Period, today: Day): DayRange {
  switch (period) {
    case "daily":
      return { from: today, to: today };
    case "weekly": {
      const monday = addDays(today, 1 - weekday(today));
      return { from: monday, to: addDays(monday, 6) };
    }
    case "monthly": {
      const first = day(`${today.slice(0, 7)}-01`);
      const next = day(`${addDays(first, 31).slice(0, 7)}-01`);
      return { from: first, to: addDays(next, -1) };
    }
  }
}
