import type { KnownBlock, TableBlock } from "@slack/types";
import type { Day } from "../../time/day";
import { rangeInWords } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { sections } from "../ui/blocks";
import { counted, foreign, sentence } from "../ui/text";
import { type AppliedPreview, accountTypeLines, aheadLines, repLines } from "./effects-view";

const MAX_NOTICE_LENGTH = 300;
const MAX_CELL_LENGTH = 60;

/** Shows what a file changes: whose figures, its orders' dollars before and after, the days, some of the orders, and notices. */
export function changeBlocks(
  preview: AppliedPreview,
  { today, most }: { readonly today: Day; readonly most: number },
): readonly KnownBlock[] {
  const lines = [
    ...dayLines(preview, today),
    ...accountTypeLines(preview, most),
    ...orderLines(preview, most),
    ...aheadLines(preview, today),
    ...noticeLines(preview, most),
  ];
  return [...sections(repLines(preview, most)), table(preview), ...sections(lines)];
}

/** "orders.csv: 3 new orders ($7,800.40), 2 changed ($35,090.84 → $36,340.84)." */
export function changesWords({ name, orders, totals }: AppliedPreview): string {
  const changed = `${orders.changed.toLocaleString("en-US")} changed`;
  const [from, to] = [dollars(totals.changedFrom), dollars(totals.changedTo)];
  return `${foreign(name)}: ${counted(orders.new, "new order")} (${dollars(totals.new)}), ${changed} (${from} → ${to}).`;
}

/** "3 new orders and 2 changed", "1 changed order"; "customers alone" where no order is another. */
export function ordersWords({ orders }: AppliedPreview): string {
  const [fresh, changed] = [counted(orders.new, "new order"), counted(orders.changed, "changed order")];
  if (orders.changed === 0) return orders.new === 0 ? "customers alone" : fresh;
  return orders.new === 0 ? changed : `${fresh} and ${orders.changed.toLocaleString("en-US")} changed`;
}

/** Says which export was recognized. */
export function readAs({ format, rows }: AppliedPreview): string {
  if (format === null) return "I don't recognize this file as an order export.";
  return `Read as Fishbowl's ${format}, ${counted(rows, "row")}.`;
}

/** Shows the dollars of the file's orders as stored and as they would be, in rows; narrow, for phones. */
function table({ orders, totals }: AppliedPreview): TableBlock {
  const { changedFrom, changedTo, unchanged } = totals;
  const all = orders.new + orders.changed + orders.unchanged;
  return {
    type: "table",
    column_settings: [{ is_wrapped: true }, { align: "right" }, { align: "right" }],
    rows: [
      cells("Orders", "Before", "After"),
      cells(`${count(orders.new)} new`, "–", dollars(totals.new)),
      cells(`${count(orders.changed)} changed`, dollars(changedFrom), dollars(changedTo)),
      cells(`${count(orders.unchanged)} same`, dollars(unchanged), dollars(unchanged)),
      cells(`${count(all)} in all`, dollars(changedFrom + unchanged), dollars(totals.new + changedTo + unchanged)),
    ],
  };
}

function cells(...texts: readonly string[]): TableBlock["rows"][number] {
  return texts.map((text) => ({ type: "raw_text" as const, text }));
}

function dayLines({ customers, days }: AppliedPreview, today: Day): readonly string[] {
  const people = customers.new + customers.changed;
  return [
    days === null ? "No figures change." : `*Days affected*: ${rangeInWords(days, today)}`,
    ...(people === 0 ? [] : [`*Customers*: ${count(customers.new)} new, ${count(customers.changed)} changed`]),
  ];
}

function orderLines({ sample, orders }: AppliedPreview, most: number): readonly string[] {
  const shown = sample.slice(0, most);
  const more = orders.changed - shown.length;
  if (shown.length === 0) return [];
  return [
    "*What changes*",
    ...shown.map(
      ({ order, changes }) => `• ${foreign(order, MAX_CELL_LENGTH)}: ${changes.map(changeWords).join("; ")}`,
    ),
    ...(more > 0 ? [`and ${counted(more, "more order")}`] : []),
  ];
}

function changeWords({ field, from, to }: AppliedPreview["sample"][number]["changes"][number]): string {
  const cell = (text: string | null) => {
    if (text === null) return "none";
    return field === "total" ? dollars(Number(text)) : foreign(text, MAX_CELL_LENGTH);
  };
  return `${field} ${cell(from)} → ${cell(to)}`;
}

function noticeLines({ notices }: AppliedPreview, most: number): readonly string[] {
  const shown = notices.slice(0, most);
  const more = notices.length - shown.length;
  return [
    ...shown.map((notice) => `⚠️ ${sentence(notice, MAX_NOTICE_LENGTH)}`),
    ...(more > 0 ? [`⚠️ ${counted(more, "more note")}`] : []),
  ];
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function dollars(amount: number): string {
  return exactFigure(amount, "dollars");
}
