import type { Button, KnownBlock, TableBlock } from "@slack/types";
import type { Day } from "../../metrics/day";
import type { AppliedImport } from "../../sync/order-imports";
import { type ImportDraft, importDraftText } from "../imports/draft";
import { context, header, type Message, section, sections } from "./blocks";
import { rangeInWords } from "./days";
import { figure } from "./figures";
import { fits } from "./fits";
import { words } from "./form";
import { counted, foreign, plainForeign, sentence } from "./text";

export type ImportPreview = AppliedImport["preview"];

export const IMPORT_APPLY = "import_apply";
export const IMPORT_FORGET = "import_forget";

/** What is shown beside a preview. */
interface Shown {
  /** What Apply stands for. */
  readonly draft: ImportDraft;
  readonly today: Day;
  /** Why it is shown again. */
  readonly note?: string | undefined;
}

/** How many rows and orders are named; the first that fits Slack's limits is taken. */
const DETAILS = [10, 5, 3, 1, 0];
const LONGEST_REASON = 200;
const LONGEST_CELL = 60;

/** What a file would change, with the buttons that apply it or not; of one with refused rows, which and why. */
export function importPreviewMessage(preview: ImportPreview, shown: Shown): Message {
  const build = preview.refused.count > 0 ? refusedMessage : changesMessage;
  const messages = DETAILS.map((most) => build(preview, { ...shown, most }));
  return messages.find(fits) ?? build({ ...preview, notices: [], sample: [] }, { ...shown, most: 0 });
}

/** Whether there is anything to apply. */
function changes({ orders, customers }: ImportPreview): boolean {
  return orders.new + orders.changed + customers.new + customers.changed > 0;
}

function changesMessage(preview: ImportPreview, { draft, today, note, most }: Shown & { most: number }): Message {
  const { orders, totals } = preview;
  const some = changes(preview);
  const text = some
    ? `${foreign(preview.name)}: ${counted(orders.new, "new order")} (${dollars(totals.new)}), ${orders.changed.toLocaleString("en-US")} changed (${dollars(totals.changedFrom)} → ${dollars(totals.changedTo)}). Apply?`
    : `${foreign(preview.name)} would change nothing.`;
  const title = `${plainForeign(preview.name, 80)} ${some ? "would change this" : "would change nothing"}`;
  return {
    text: [...(note === undefined ? [] : [note]), text].join(" "),
    blocks: [
      ...(note === undefined ? [] : [section(`⚠️ ${note}`)]),
      header(title),
      table(preview),
      ...sections([...changeLines(preview, today), ...orderLines(preview, most), ...noticeLines(preview, most)]),
      ...(some ? buttons(preview, draft) : []),
      context(`${kind(preview)}. ${some ? "Nothing is written until you apply it." : "There is nothing to apply."}`),
    ],
  };
}

function refusedMessage(preview: ImportPreview, { note, most }: Shown & { most: number }): Message {
  const { name, refused } = preview;
  const rows = refused.rows.slice(0, most).map(({ row, reason }) => {
    return `• Row ${row.toLocaleString("en-US")}: ${sentence(reason, LONGEST_REASON)}`;
  });
  const more = refused.count - rows.length;
  const rest =
    more > 0 ? [`${rows.length === 0 ? "•" : "and"} ${counted(more, rows.length === 0 ? "row" : "more row")}`] : [];
  const [first] = refused.rows;
  const why = first === undefined ? "" : ` Row ${first.row}: ${sentence(first.reason, LONGEST_REASON)}.`;
  return {
    text: `${foreign(name)} cannot be imported: ${counted(refused.count, "row")} refused.${why} Nothing was written.`,
    blocks: [
      ...(note === undefined ? [] : [section(`⚠️ ${note}`)]),
      header(`${plainForeign(name, 80)} cannot be imported`),
      section(`*${counted(refused.count, "row is", "rows are")} refused*, so nothing of the file is taken over:`),
      ...sections([...rows, ...rest]),
      context(`${kind(preview)}. Nothing was written. Mend these rows, and drop the file here again.`),
    ],
  };
}

/** "Fishbowl's sales-order export, 12 rows": what was recognized. */
function kind({ format, rows }: ImportPreview): string {
  const what = format === null ? "Not an export of orders that I know" : `Read as Fishbowl's ${format}`;
  return `${what}, ${counted(rows, "row")}`;
}

/** Dollars of the file's orders as they are kept now and as they would be, one below the other. */
function table({ orders, totals }: ImportPreview): TableBlock {
  const { changedFrom, changedTo, unchanged } = totals;
  const row = (...cells: readonly string[]) => cells.map((text) => ({ type: "raw_text" as const, text }));
  const line = (name: string, count: number, [before, after]: readonly [number | null, number]) =>
    row(name, count.toLocaleString("en-US"), before === null ? "–" : dollars(before), dollars(after));
  return {
    type: "table",
    column_settings: [{ is_wrapped: true }, { align: "right" }, { align: "right" }, { align: "right" }],
    rows: [
      row("Orders", "How many", "Before", "After"),
      line("New", orders.new, [null, totals.new]),
      line("Changed", orders.changed, [changedFrom, changedTo]),
      line("Unchanged", orders.unchanged, [unchanged, unchanged]),
      line("In all", orders.new + orders.changed + orders.unchanged, [
        changedFrom + unchanged,
        totals.new + changedTo + unchanged,
      ]),
    ],
  };
}

function changeLines({ customers, days }: ImportPreview, today: Day): readonly string[] {
  const people = customers.new + customers.changed;
  return [
    days === null ? "No day's figures change." : `*Days whose figures change*: ${rangeInWords(days, today)}`,
    ...(people === 0 ? [] : [`*Customers*: ${customers.new} new, ${customers.changed} changed`]),
  ];
}

function orderLines({ sample, orders }: ImportPreview, most: number): readonly string[] {
  const shown = sample.slice(0, most);
  const more = orders.changed - shown.length;
  if (shown.length === 0) return [];
  return [
    "*What changes*",
    ...shown.map(({ order, changes }) => `• ${foreign(order, LONGEST_CELL)}: ${changes.map(changeWords).join("; ")}`),
    ...(more > 0 ? [`and ${counted(more, "more order")}`] : []),
  ];
}

function changeWords({ field, from, to }: ImportPreview["sample"][number]["changes"][number]): string {
  const money = field === "total";
  const cell = (text: string | null) => {
    if (text === null) return "none";
    return money ? dollars(Number(text)) : foreign(text, LONGEST_CELL);
  };
  return `${foreign(field, LONGEST_CELL)} ${cell(from)} → ${cell(to)}`;
}

function noticeLines({ notices }: ImportPreview, most: number): readonly string[] {
  const shown = notices.slice(0, most);
  const more = notices.length - shown.length;
  return [
    ...shown.map((notice) => `⚠️ ${sentence(notice, LONGEST_REASON)}`),
    ...(more > 0 ? [`⚠️ ${counted(more, "more thing")} to know`] : []),
  ];
}

function buttons({ name, orders }: ImportPreview, draft: ImportDraft): KnownBlock[] {
  const value = importDraftText(draft);
  const what = `${counted(orders.new, "new order")} and ${orders.changed.toLocaleString("en-US")} changed`;
  const apply: Button = {
    type: "button",
    action_id: IMPORT_APPLY,
    text: words("Apply"),
    style: "primary",
    value,
    confirm: {
      title: words("Apply this file?"),
      text: words(`${plainForeign(name, 80)}: ${what}. Their days are synced at once, and everybody's figures follow.`),
      confirm: words("Apply"),
      deny: words("Not yet"),
    },
  };
  const forget: Button = { type: "button", action_id: IMPORT_FORGET, text: words("Forget it"), value };
  return [{ type: "actions", elements: [apply, forget] }];
}

function dollars(amount: number): string {
  return figure(amount, "dollars");
}
