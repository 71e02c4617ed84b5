import type { CsvRow } from "./counted-figures";

const WHEN: Readonly<Record<string, string>> = { daily: "today", weekly: "this week", monthly: "this month" };

/** A goal of the exported file as the team's table has it: "Ana T., Wholesale: $12,345 of $100,000 this month", full dollars, rounded down. */
export function inTable({ Person = "", Metric = "", Unit, Period = "", ...row }: CsvRow): string {
  const sign = Unit === "dollars" ? "$" : "";
  const figures = [row["Actual, all days"], row["Target, all days"]].map(
    (cell) => `${sign}${Math.floor(Number(cell)).toLocaleString("en-US")}`,
  );
  const who = Person.replace(/ (.).*/, " $1.");
  return `${who}, ${Metric.replace(" sales", "")}: ${figures.join(" of ")} ${WHEN[Period]}`;
}
