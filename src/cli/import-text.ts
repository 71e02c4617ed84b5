import type { ImportPreview } from "../sources/order-importer";
import { importDetails } from "../sync/import-details";
import { refusedHeadline, refusedLines } from "../sync/import-refusals";
import { CREDITED_SALES, importSummary, uncreditedLines } from "../sync/import-summary";
import type { AppliedImport } from "../sync/order-imports";
import type { Day } from "../time/day";
import { counted } from "../words/counts";
import { rangeInWords } from "../words/dates";

/** A terminal shows as many rows and names as a preview knows. */
const MOST = 1_000;
const asIs = (text: string) => text;

/** What a file would change, for a terminal; `today` is the team's. */
export function previewText(preview: ImportPreview, today: Day): string {
  const { name, format, rows, refused } = preview;
  const head = `${name}: ${format ?? "not a file of orders"}, ${counted(rows, "row")}`;
  return plain([head, ...(refused.count > 0 ? refusedText(preview) : changesText(preview, today))]);
}

/** What was applied, or why nothing was, for a terminal. */
export function appliedText({ preview, applied, sync }: AppliedImport): string {
  const { refused, orders, columns } = preview;
  if (!applied && columns !== undefined) return "Nothing was applied.";
  if (!applied) return `Nothing was applied: ${counted(refused.count, "row has a problem", "rows have problems")}.`;
  const syncing = sync === null ? "no figures change" : `Fishbowl syncs ${rangeInWords(sync.range, sync.range.to)}`;
  return `Applied: ${orders.new.toLocaleString("en-US")} new and ${orders.changed.toLocaleString("en-US")} changed orders; ${syncing}.`;
}

function refusedText(preview: ImportPreview): readonly string[] {
  return [refusedHeadline(preview), ...refusedLines(preview, { clean: asIs, most: MOST }).map(indented)];
}

function changesText(preview: ImportPreview, today: Day): readonly string[] {
  const summary = importSummary(preview, { clean: asIs, most: MOST });
  const { headline, rows, sum, orders } = summary;
  const details = importDetails(preview, { clean: asIs, cleanSentence: asIs, today, most: MOST });
  return [
    headline,
    ...(rows.length === 0 ? [] : aligned(rows)),
    ...uncreditedLines(summary).map(indented),
    ...(orders === "" ? [] : [indented(sum), indented(`in this file: ${orders}`)]),
    // A heading is set in bold for Slack.
    ...details.map((line) => indented(line.replace(/(^|· )\*([^*]+)\*/g, "$1$2"))),
  ];
}

/** The rows in columns, amounts to the right. */
function aligned(rows: ReturnType<typeof importSummary>["rows"]): readonly string[] {
  const table = [
    [CREDITED_SALES, "Before", "After", "Change"],
    ...rows.map(({ who, before, after, change }) => [who, before, after, change]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  return table.map(([who = "", ...amounts]) => {
    const padded = amounts.map((amount, index) => amount.padStart(widths[index + 1] ?? 0));
    return indented([who.padEnd(widths[0] ?? 0), ...padded].join("  "));
  });
}

function indented(line: string): string {
  return `  ${line}`;
}

/** Text out of a file must not steer the terminal. */
function plain(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/\p{Cc}+/gu, " ")).join("\n");
}
