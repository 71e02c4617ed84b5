import type { InputBlock } from "@slack/types";
import { addDays, type Day } from "../../../time/day";
import type { OwnWeek } from "../../../time/work-schedule";
import { datedInWords, WEEKDAY_NAMES } from "../../../words/dates";
import { plainText } from "../../ui/blocks";
import { field } from "../../ui/modal";

export const WEEK_SINCE = "since";

interface WeekFields {
  readonly label: string;
  readonly hint: string;
  readonly week: OwnWeek;
  /** In the team's zone. */
  readonly today: Day;
  /** Set where no day at all may be checked. */
  readonly optional?: true;
}

/** The fields of which days of the week are worked, and from which day on; filled in with those of today. */
export function weekFields({ label, hint, week, today, optional }: WeekFields): readonly InputBlock[] {
  const options = WEEKDAY_NAMES.map((name, index) => ({ text: plainText(name), value: String(index + 1) }));
  const chosen = options.filter((_, index) => week.workdays?.includes(index + 1) === true);
  const initial = chosen.length === 0 ? {} : { initial_options: chosen };
  return [
    field("workdays", {
      label,
      hint,
      element: { type: "checkboxes", options, ...initial },
      ...(optional === undefined ? {} : { optional }),
    }),
    field(WEEK_SINCE, {
      label: "Starting",
      hint: `Days before it keep the week they had${wasInWords(week, today)}. Pick an earlier day to correct past days.`,
      element: { type: "datepicker", initial_date: today },
    }),
  ];
}

/** " (Monday, Tuesday before Fri, Nov 27)", of the last week before this one; nothing where there was none. */
function wasInWords({ formerWeeks = [] }: OwnWeek, today: Day): string {
  const last = formerWeeks.at(-1);
  if (last === undefined) return "";
  const was = last.workdays === undefined ? "the team's" : daysOfWeekInWords(last.workdays);
  return ` (${was} before ${datedInWords(addDays(last.through, 1), today)})`;
}

/** "Monday, Tuesday, Wednesday, Thursday, Friday". */
export function daysOfWeekInWords(workdays: readonly number[]): string {
  return WEEKDAY_NAMES.filter((_, index) => workdays.includes(index + 1)).join(", ");
}
