import type { KnownBlock } from "@slack/types";
import type { Digest } from "../../digests/content/digest";
import { type Praise, praiseKey } from "../../digests/content/praise";
import type { GoalLine } from "../../goals/overview";
import { goalStatus, isBehind } from "../../goals/status";
import type { MetricType } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { monthInWords, weekdayInWords, weekdaysInWords } from "../../words/dates";
import { exactFigure, figure } from "../../words/figures";
import { section, sections } from "../ui/blocks";
import { capitalized, listed, metricNoun } from "../ui/text";

/** The goals whose rows praise them, since what goes on is told there: those among these that are reached and were not praised before. */
export function praisedInRows({ praise }: Pick<Digest, "praise">, rows: readonly GoalLine[]): ReadonlySet<string> {
  const reached = new Set(
    rows.filter((goal) => goal.period !== "daily" && goalStatus(goal) === "reached").map(praiseKey),
  );
  return new Set(praise.map(praiseKey).filter((key) => reached.has(key)));
}

/**
 * Praises each thing that was reached: "🏆 You reached your *daily emails goal* on Wed, Oct 28 (3 of 3) and your *monthly calls goal*. Nice
 * work!"; of what goes on its row has the figures. More than two have a line each. A day is not praised of a metric that is behind in a longer
 * goal, which would read as praise of that: what was done that day says it.
 *
 * @param told keys of what the same message says elsewhere.
 */
export function praisePart(
  { praise, day, goals }: Pick<Digest, "praise" | "day" | "goals">,
  told: readonly string[],
): readonly KnownBlock[] {
  const praised = praise.filter(({ type, period }) => period !== "daily" || !isBehindIn(type, goals));
  const untold = praised.filter((one) => !told.includes(praiseKey(one)));
  const said = untold.map((one) => praiseWords(one, day));
  if (said.length === 0) return [];
  if (said.length <= MAX_IN_SENTENCE) {
    return [section(`🏆 You reached ${listed(said.map((one) => `your *${one}`))}. Nice work!`)];
  }
  return sections([`🏆 You reached ${said.length} goals. Nice work!`, ...said.map((one) => `• *${capitalized(one)}`)]);
}

/** Tells whether any goal of a metric is behind. */
export function isBehindIn(type: MetricType, goals: readonly GoalLine[]): boolean {
  return goals.some((goal) => goal.type === type && isBehind(goal));
}

const MAX_IN_SENTENCE = 2;

/** "daily calls goal* on Wed, Oct 28 (14 of 10)", "monthly calls goal*", behind the mark that begins bold words. */
function praiseWords({ type, unit, value, target, ...when }: Praise, today: Day): string {
  const name = `${when.period} ${metricNoun(type, 0)} goal*`;
  if (when.from <= today && today <= when.to) return name;
  return `${name} ${endedWhen(when)} (${figure(value, unit)} of ${exactFigure(target, unit)})`;
}

function endedWhen({ period, from, to }: Pick<Praise, "period" | "from" | "to">): string {
  switch (period) {
    case "daily":
      return `on ${weekdayInWords(from)}`;
    case "weekly":
      return `in the week of ${weekdaysInWords({ from, to }, from)}`;
    case "monthly":
      return `in ${monthInWords(from)}`;
  }
}
