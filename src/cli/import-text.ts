import { metricOf } from "../metrics/metrics";
import type { ImportPreview } from "../sources/order-importer";
import type { AppliedImport } from "../sync/order-imports";
import { rangeInWords } from "../words/dates";
import { exactFigure } from "../words/figures";

/** What a file would change, for a terminal. */
export function previewText(preview: ImportPreview): string {
  const { name, format, rows, refused } = preview;
  const head = `${name}: ${format ?? "not an export of orders"}, ${count(rows)} rows`;
  return plain(refused.count > 0 ? [head, ...refusalLines(preview)] : [head, ...changeLines(preview)]);
}

/** What was applied, or why nothing was, for a terminal. */
export function appliedText({ preview, applied, sync }: AppliedImport): string {
  const { refused, orders } = preview;
  if (!applied) return `Nothing was applied: ${count(refused.count)} rows have problems.`;
  const syncing = sync === null ? "no figure changes" : `Fishbowl syncs ${rangeInWords(sync.range, sync.range.to)}`;
  return `Applied: ${count(orders.new)} new and ${count(orders.changed)} changed orders; ${syncing}.`;
}

function changeLines(preview: ImportPreview): readonly string[] {
  const { orders, customers, totals, days, sample, notices } = preview;
  return [
    `  new:       ${count(orders.new)} orders, ${dollars(totals.new)}`,
    `  changed:   ${count(orders.changed)} orders, ${dollars(totals.changedFrom)} -> ${dollars(totals.changedTo)}`,
    `  unchanged: ${count(orders.unchanged)} orders, ${dollars(totals.unchanged)}`,
    `  customers: ${count(customers.new)} new, ${count(customers.changed)} changed`,
    ...(days === null ? [] : [`  days:      ${rangeInWords(days, days.to)}`]),
    ...effectLines(preview),
    ...sample.map(({ order, changes }) => `  ${order}: ${changes.map(changeWords).join("; ")}`),
    ...notices.map((notice) => `  ! ${notice}`),
  ];
}

/** What it does to whose figures, which customers are of another type, and what lies ahead. */
function effectLines({ reps, accountTypes, ahead }: ImportPreview): readonly string[] {
  const more = accountTypes.count - accountTypes.changes.length;
  return [
    ...reps.map((rep) => `  ${repWords(rep)}`),
    ...accountTypes.changes.map(({ customer, from, to, reps: whose }) => {
      const effect = whose.length === 0 ? "no figure changes" : whose.map(repWords).join("; ");
      return `  account type of ${customer}: ${from ?? "none"} -> ${to ?? "none"} (${effect})`;
    }),
    ...(more > 0 ? [`  and the account types of ${count(more)} more customers`] : []),
    ...(ahead === null
      ? []
      : [
          `  ! ${count(ahead.orders)} orders (${dollars(ahead.total)}) are dated after today, ${rangeInWords(ahead.days, ahead.days.to)}: check the dates`,
        ]),
  ];
}

function repWords({ name, matched, metrics }: ImportPreview["reps"][number]): string {
  const changes = metrics.map(({ type, change }) => {
    return `${metricOf(type).title} ${change < 0 ? "-" : "+"}${dollars(Math.abs(change))}`;
  });
  return `${name}${matched ? "" : " (not matched to anyone)"}: ${changes.join(", ")}`;
}

function changeWords({ field, from, to }: ImportPreview["sample"][number]["changes"][number]): string {
  return `${field} ${from ?? "none"} -> ${to ?? "none"}`;
}

function refusalLines({ refused }: ImportPreview): readonly string[] {
  const more = refused.count - refused.rows.length;
  return [
    ...refused.rows.map(({ row, reason }) => `  row ${row}: ${reason}`),
    ...(more > 0 ? [`  and ${count(more)} more rows`] : []),
  ];
}

/** Text out of a file must not steer the terminal. */
function plain(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/\p{Cc}+/gu, " ")).join("\n");
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function dollars(amount: number): string {
  return exactFigure(amount, "dollars");
}
