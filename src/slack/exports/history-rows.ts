import type { GoalHistory } from "../../goals/trends/history";
import type { PastPeriod } from "../../goals/trends/past-period";
import type { CsvCell } from "./csv";

const HEADS = ["Metric", "Unit", "Period", "From", "To", "Result", "Target", "Outcome"];
const OUTCOMES: Readonly<Record<PastPeriod["outcome"], string>> = {
  reached: "reached",
  missed: "missed",
  off: "no workdays",
  unread: "some days not synced",
};

/** What goals came to in their past periods as a table, a period a row, days included that the page sums up in one line. */
export function historyRows(histories: readonly GoalHistory[]): readonly (readonly CsvCell[])[] {
  const rows = histories.flatMap(({ period, periods }) =>
    periods.map(({ title, unit, from, to, value, target, outcome }): readonly CsvCell[] => {
      return [title, unit, period, from, to, value, target, OUTCOMES[outcome]];
    }),
  );
  return [HEADS, ...rows];
}
