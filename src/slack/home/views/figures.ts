import type { Button, KnownBlock, RichTextBlock, SectionBlock } from "@slack/types";
import type { GlanceLine, GoalLine } from "../../../goals/overview";
import { bar, figure, percent } from "../../../words/figures";
import { goalPeriod } from "../../goals/list-view";
import { forecastLine, goalFigures, paceLines, verdictWords } from "../../goals/pace-view";
import { trendButton } from "../../goals/trend-button-view";
import { actions, context, section } from "../../ui/blocks";
import { NO_MARK, type StaleMark } from "../../ui/freshness";
import { counted, foreign } from "../../ui/text";
import { whyButton } from "../../why/button-view";

const HEADS = ["", "Today", "Week", "Month"];

/** A table of figures in a monospaced font, so that the numbers are aligned. */
export function glanceTable(lines: readonly GlanceLine[]): RichTextBlock {
  const rows = [
    HEADS,

    ...lines.map(({ title, unit, today, week, month }) => [
      title,
      ...[today, week, month].map((value) => figure(value, unit)),
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

/** Aligns names to the left and numbers to the right. */
function aligned(cell: string, { column, width }: { column: number; width: number }): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Each goal with its days, bar, verdict and forecast; as many as fit. */
export function goalCards<T extends GoalLine>(
  lines: readonly T[],
  { most, card }: { most: number; card: (line: T) => readonly KnownBlock[] },
): readonly KnownBlock[] {
  const more = lines.length - most;
  return [...lines.slice(0, most).flatMap(card), ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : [])];
}

export interface CardOptions {
  /** Slack id of whose goal it is; the reader's where it is unset. */
  readonly whose?: string;
  readonly mark?: StaleMark;
}

/** One goal in a section, with the button to its records. */
export function goalCard(line: GoalLine, { whose, mark = NO_MARK }: CardOptions = {}): SectionBlock {
  const share = `${bar(line.current, line.target)} ${percent(line.current, line.target)}`;
  const forecast = line.pace.remaining === 0 ? null : forecastLine(line);
  const sums = paceLines(line);
  const text = [
    `*${foreign(line.title)}* · ${goalPeriod(line)}`,
    `${share} · *${goalFigures(line)}*${mark(line)}`,
    [verdictWords(line), ...(forecast === null ? [] : [forecast])].join(" · "),
    ...(sums.length === 0 ? [] : [sums.join(" · ")]),
  ].join("\n");
  return { ...section(text), accessory: whyButton(line, whose) };
}

/** One goal with buttons below it: why it is so, how it came to be, and those of `more`. */
export function goalCardWithTrend(
  line: GoalLine,
  { more = [], ...options }: CardOptions & { readonly more?: readonly Button[] } = {},
): readonly KnownBlock[] {
  const { accessory: _, ...text } = goalCard(line, options);
  return [text, actions([whyButton(line, options.whose), trendButton(line, options.whose), ...more])];
}
