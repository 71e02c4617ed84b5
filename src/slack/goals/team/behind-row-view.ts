import type { KnownBlock } from "@slack/types";
import { dayPlan } from "../../../goals/metric-goals";
import type { GoalLine } from "../../../goals/overview";
import type { Straggler } from "../../../goals/teams/standings";
import type { Day } from "../../../time/day";
import { weekdayInWords } from "../../../words/dates";
import { figure, neededFigure } from "../../../words/figures";
import { OUT_OF_REACH } from "../../ui/after-today";
import type { StaleMark } from "../../ui/stale-marks";
import { capitalized, foreign, metricNoun, someOf } from "../../ui/text";
import { amountShort, gapInPeriod, standing } from "../pace-view";
import { personRow, type RowHead } from "./person-row-view";

/** So many of somebody's metrics have a line; where there are more, the last line names them. */
const MAX_METRICS = 3;
/** So many are named in one line. */
const MAX_NAMED = 5;

/** What somebody's row is shown with. */
interface Row {
  readonly head: RowHead;
  /** Before their name. */
  readonly lead: string;
  /** All their goals, behind or not, as their own Home plans today. */
  readonly lines: readonly GoalLine[];
  /** The last day on which they are away; `null` for whoever is not. */
  readonly through: Day | null;
  /** The date on their own clock, which what they did today is of; `null` where it is the team's. */
  readonly there: Day | null;
  readonly mark: StaleMark;
  /** Whether it is one line, without what is done. */
  readonly brief: boolean;
}

/**
 * Tells of somebody who is behind: "*Ben Okafor*" and below it a line a metric, "🔴 Wholesale · *$4,850 behind* this month · $0 of $1,212 today"; in
 * one line "*Ben Okafor* · behind: wholesale $4,850, calls 12".
 */
export function behindRow(
  { goals }: Straggler,
  { head, lead, lines: all, through, there, mark, brief }: Row,
): readonly KnownBlock[] {
  const metrics = [...new Set(goals.map(({ type }) => type))].map((type) => goals.filter((goal) => goal.type === type));
  const gone = through === null ? "" : ` · 🏝 through ${weekdayInWords(through)}`;
  const date = there === null ? "" : ` · ${weekdayInWords(there)} there`;
  const title = `*${lead}${head.title}*`;
  if (brief) return personRow(`${title} · behind: ${worstGaps(metrics, mark)}${date}${gone}`, head);
  const shown = metrics.length <= MAX_METRICS ? metrics : metrics.slice(0, MAX_METRICS - 1);
  const folded = metrics.slice(shown.length).map((own) => foreign(own[0]?.title ?? ""));
  const lines = [
    `${title}${date}${gone}`,
    ...shown.map((own) => metricLine(own, { all, mark })),
    ...(folded.length === 0 ? [] : [`+${folded.length} more: ${folded.join(", ")}`]),
  ];
  return personRow(lines.join("\n"), head);
}

/** "wholesale $4,850, calls 12 ⚠️": by how much somebody is behind of each metric, the first need first. */
function worstGaps(metrics: readonly (readonly GoalLine[])[], mark: StaleMark): string {
  const names = metrics.flatMap(([worst]) =>
    worst === undefined ? [] : [`${metricNoun(worst.type, 0)} ${amountShort(worst)}${mark(worst)}`],
  );
  return someOf(names, MAX_NAMED);
}

/** "🔴 Calls · *40 behind* this month, *17 behind* this week · 3 of 16 today": all that is behind of a metric, the first need first. */
function metricLine(
  goals: readonly GoalLine[],
  { all, mark }: { readonly all: readonly GoalLine[]; readonly mark: StaleMark },
): string {
  const [worst] = goals;
  if (worst === undefined) return "";
  const today = doneToday(all.filter(({ type }) => type === worst.type));
  const short = goals.map(gapInPeriod).join(", ");
  return [`${standing(worst).sign} ${capitalized(metricNoun(worst.type, 0))}`, `${short}${mark(worst)}`, ...today].join(
    " · ",
  );
}

/** "0 of 121 today", "out of reach at this rate", of the goal of a metric that asks the most of today, on pace or not; nothing where today asks for nothing. */
function doneToday(goals: readonly GoalLine[]): readonly string[] {
  return dayPlan(goals).map(({ done, target, unit, outOfReach }) => {
    // A phone breaks the line before these words, never in them.
    if (outOfReach) return OUT_OF_REACH.replaceAll(" ", "\u00a0");
    return `${figure(done, unit)} of ${neededFigure(target, unit)} today`;
  });
}
