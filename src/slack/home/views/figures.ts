import type { KnownBlock, RichTextBlock, SectionBlock } from "@slack/types";
import type { GlanceLine, GoalLine } from "../../../goals/overview";
import { metricOf } from "../../../metrics/metrics";
import { bar, figure, percent } from "../../../words/figures";
import { goalPeriod } from "../../goals/list-view";
import { forecastLine, goalFigures, needInWords, verdictWords } from "../../goals/pace-view";
import { context, section } from "../../ui/blocks";
import { alignedTables } from "../../ui/columns";
import type { StaleMark } from "../../ui/stale-marks";
import { counted, foreign } from "../../ui/text";

const HEADS = ["", "Today", "Week", "Month"];

/** What each metric came to today, this week and this month, in columns. */
export function glanceTable(lines: readonly GlanceLine[]): RichTextBlock {
  const rows = lines.map(({ type, unit, today, week, month }) => [
    metricOf(type).short,
    ...[today, week, month].map((value) => figure(value, unit)),
  ]);
  return alignedTables([[HEADS, ...rows]]);
}

/** Each goal with its days, bar, verdict and forecast; as many as fit. */
export function goalCards<T extends GoalLine>(
  lines: readonly T[],
  { most, card }: { most: number; card: (line: T) => readonly KnownBlock[] },
): readonly KnownBlock[] {
  const more = lines.length - most;
  return [...lines.slice(0, most).flatMap(card), ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : [])];
}

/** One goal in a section. */
export function goalCard(line: GoalLine, mark: StaleMark): SectionBlock {
  const share = `${bar(line.current, line.target)} ${percent(line.current, line.target)}`;
  const forecast = line.pace.remaining === 0 ? null : forecastLine(line);
  const need = needInWords(line);
  const text = [
    `*${foreign(line.title)}* · ${goalPeriod(line)}`,
    [`${share} · *${goalFigures(line)}*${mark(line)}`, ...(forecast === null ? [] : [forecast])].join(" · "),
    [verdictWords(line), ...(need === "" ? [] : [need])].join(" · "),
  ].join("\n");
  return section(text);
}
