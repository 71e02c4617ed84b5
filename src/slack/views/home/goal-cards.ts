import type { KnownBlock, SectionBlock } from "@slack/types";
import type { GoalLine } from "../../../goals/overview";
import type { Verdict } from "../../../goals/pace";
import { context, section } from "../blocks";
import { bar, percent } from "../figures";
import { goalFigures, goalPeriod } from "../goals";
import { forecastLine, paceLine, VERDICTS } from "../pace";
import { counted, foreign } from "../text";
import { whyButton } from "../why-button";

/** Each goal: its days, its bar, its verdict with the sum, and where it leads; as many as there is room for. */
export function goalCards<T extends GoalLine>(
  lines: readonly T[],
  { most, card }: { most: number; card: (line: T) => readonly KnownBlock[] },
): readonly KnownBlock[] {
  const more = lines.length - most;
  return [...lines.slice(0, most).flatMap(card), ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : [])];
}

/** One goal in a section, with the way to its records; `whose` is the person's Slack id, one's own without it. */
export function goalCard(line: GoalLine, whose?: string): SectionBlock {
  const share = `${bar(line.current, line.target)} ${percent(line.current, line.target)}`;
  const forecast = line.pace.remaining === 0 ? null : forecastLine(line);
  const text = [
    `*${foreign(line.title)}* · ${goalPeriod(line)}`,
    `${share} · *${goalFigures(line)}*`,
    `${paceLine(line)}${forecast === null ? "" : ` · ${forecast}`}`,
  ].join("\n");
  return { ...section(text), accessory: whyButton(line, whose) };
}

/** "🏆 1 reached · 🔴 2 behind", the worst first; nothing without goals. */
export function verdictCounts(lines: readonly GoalLine[]): readonly string[] {
  const order: readonly Verdict[] = ["missed", "short", "behind", "on-pace", "ahead", "reached"];
  return order.flatMap((verdict) => {
    const count = lines.filter(({ pace }) => pace.verdict === verdict).length;
    return count === 0 ? [] : [VERDICTS[verdict].replace(" ", ` ${count.toLocaleString("en-US")} `)];
  });
}
