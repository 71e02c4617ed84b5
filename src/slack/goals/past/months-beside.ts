import { addDays, type Day, type DayRange } from "../../../time/day";
import { monthInWords, monthName } from "../../../words/dates";

/** The way from a month's history to that of another one. */
export interface MonthBeside {
  /** A day of that month. */
  readonly on: Day;
  /** "‹ September", "November ›". */
  readonly label: string;
  /** What is read aloud: "History of Sep 2026". */
  readonly spoken: string;
}

/** The ways to the months before and after, named alike in Home and below a command's answer. */
export function monthsBeside({ from, to }: DayRange): { readonly before: MonthBeside; readonly after: MonthBeside } {
  const [before, after] = [addDays(from, -1), addDays(to, 1)];
  const spoken = (on: Day) => `History of ${monthInWords(on)}`;
  return {
    before: { on: before, label: `‹ ${monthName(before)}`, spoken: spoken(before) },
    after: { on: after, label: `${monthName(after)} ›`, spoken: spoken(after) },
  };
}
