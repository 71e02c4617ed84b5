import type { RichTextBlock } from "@slack/types";
import type { GlanceLine } from "../../../goals/overview";
import { figure } from "../figures";

const HEADS = ["", "Today", "Week", "Month"];

/** A table of figures in letters of one width, so that the numbers stand one under the other. */
export function glanceTable(lines: readonly GlanceLine[]): RichTextBlock {
  const rows = [
    HEADS,
    // The unit stands with the name, so that the columns are narrow enough for a phone.
    ...lines.map(({ title, unit, today, week, month }) => [
      unit === "minutes" ? `${title}, min` : title,
      ...[today, week, month].map((value) => figure(value, unit === "minutes" ? "count" : unit)),
    ]),
  ];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const text = rows.map((row) => row.map((cell, column) => aligned(cell, { column, width: widths[column] ?? 0 })));
  return {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_preformatted",
        elements: [{ type: "text", text: text.map((row) => row.join("  ").trimEnd()).join("\n") }],
      },
    ],
  };
}

/** Names stand to the left, numbers to the right. */
function aligned(cell: string, { column, width }: { column: number; width: number }): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
