import type { KnownBlock } from "@slack/types";
import { dayPlan, isMet } from "../../../goals/metric-goals";
import type { GoalLine } from "../../../goals/overview";
import { isOutOfReach, toCatchUp } from "../../../goals/status";
import type { Straggler } from "../../../goals/teams/standings";
import type { Day } from "../../../time/day";
import { weekdayInWords } from "../../../words/dates";
import { amountOfDay } from "../../../words/figures";
import { OUT_OF_REACH } from "../../ui/after-today";
import type { StaleMark } from "../../ui/stale-marks";
import { capitalized, foreign, metricNoun, someOf, unbrokenParts } from "../../ui/text";
import { amountShort, gapInPeriod, standing } from "../pace-view";
import type { LocalClock } from "./local-clocks";
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
  /** What time it is there, where that is worth a thought; `null` elsewhere. */
  readonly clock: LocalClock | null;
  readonly mark: StaleMark;
  /** Whether it is one line, without what is done. */
  readonly brief: boolean;
}

/**
 * Tells of somebody who is behind: "*Ben Okafor*" and below it a line a metric, "🔴 Wholesale: *$4,850 behind* this month; $1,212 needed today"; in
 * one line "*Ben Okafor*: behind by $4,850 wholesale, 12 calls; 5 emails short, out of time".
 */
export function behindRow(
  { goals }: Straggler,
  { head, lead, lines: all, through, clock, mark, brief }: Row,
): readonly KnownBlock[] {
  const metrics = [...new Set(goals.map(({ type }) => type))].map((type) => goals.filter((goal) => goal.type === type));
  const notes = [
    // What is not done of a day means little until one knows how much of it is left.
    ...(clock === null ? [] : [`${clock.words}${clock.hours === "after" && !brief ? ", day nearly over" : ""}`]),
    ...(through === null ? [] : [`🏝 through ${weekdayInWords(through)}`]),
  ];
  const title = `*${lead}${head.title}*${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`;
  // Beside a button a phone has no room for parts that never break.
  if (brief) return personRow(`${title}: ${worstGaps(metrics, mark)}`, besideLine(head));
  const shown = metrics.length <= MAX_METRICS ? metrics : metrics.slice(0, MAX_METRICS - 1);
  const folded = metrics.slice(shown.length).map((own) => foreign(own[0]?.title ?? ""));
  const lines = [
    title,
    ...shown.map((own) => unbrokenParts(metricLine(own, { all, mark, clock }))),
    ...(folded.length === 0 ? [] : [`+${folded.length} more: ${folded.join(", ")}`]),
  ];
  return personRow(lines.join("\n"), head);
}

/** Has the one button of a row beside its one line: below each line it would stand alone between two of them. */
function besideLine({ title, buttons = [], ...head }: RowHead): RowHead {
  const [only, ...others] = buttons;
  return only === undefined || others.length > 0 ? { title, buttons, ...head } : { title, accessory: only };
}

/**
 * "behind by $71,414 wholesale (out of reach), 12 calls ⚠️": by how much somebody is behind of each metric, the first need first; then of
 * that for which no day is left "5 emails short, out of time".
 */
function worstGaps(metrics: readonly (readonly GoalLine[])[], mark: StaleMark): string {
  const worst = metrics.flatMap(([first]) => first ?? []);
  const gaps = (of: readonly GoalLine[]) =>
    someOf(
      of.map((goal) => {
        const far = isOutOfReach(goal) ? " (out of reach)" : "";
        return `${amountShort(goal)} ${metricNoun(goal.type, Math.ceil(toCatchUp(goal)))}${far}${mark(goal)}`;
      }),
      MAX_NAMED,
    );
  const [behind, short] = [worst.filter(canCatchUp), worst.filter((goal) => !canCatchUp(goal))];
  return [
    ...(behind.length === 0 ? [] : [`behind by ${gaps(behind)}`]),
    ...(short.length === 0 ? [] : [`${gaps(short)} short, out of time`]),
  ].join("; ");
}

/** Tells whether a day is left for it. */
function canCatchUp({ pace }: GoalLine): boolean {
  return pace.verdict === "behind";
}

/**
 * "🔴 Calls: *40 behind* this month, *17 behind* this week; 3 of 16 today", "🔴 Wholesale: *$71,414 behind* this month, out of reach at this
 * rate": all that is behind of a metric, the first need first.
 */
function metricLine(
  goals: readonly GoalLine[],
  { all, mark, clock }: Pick<Row, "mark" | "clock"> & { readonly all: readonly GoalLine[] },
): string {
  const [worst] = goals;
  if (worst === undefined) return "";
  const short = goals.map(gapInPeriod).join(", ");
  const today = doneToday(
    all.filter(({ type }) => type === worst.type),
    clock,
  );
  return `${standing(worst).sign} ${capitalized(metricNoun(worst.type, 0))}: ${short}${mark(worst)}${today}`;
}

/** "; 121 needed today", "; 121 of 121 today ✅", "; 121 needed Thu" of whose day is Thursday, ", out of reach at this rate", of the goal of a metric that asks the most of today, on pace or not; nothing where today asks for nothing. */
function doneToday(goals: readonly GoalLine[], clock: LocalClock | null): string {
  const on = clock?.weekday ?? "today";
  const each = dayPlan(goals).map(({ done, target, unit, outOfReach }) => {
    if (outOfReach) return `, ${OUT_OF_REACH}`;
    return `; ${amountOfDay({ done, target, unit }, on)}${isMet({ done, target }) ? " ✅" : ""}`;
  });
  return each.join("");
}
