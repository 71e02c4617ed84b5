import type { KnownBlock } from "@slack/types";
import { byMetric, type MetricGoals, standingApart } from "../../goals/metric-goals";
import type { GoalLine, Overview } from "../../goals/overview";
import { askedFirst } from "../../goals/teams/standings";
import { weekdayInWords } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { actions, context, fits, header, type Message, section, sections } from "../ui/blocks";
import { type FirstSync, noDataInWords } from "../ui/freshness";
import { NO_MARK, type StaleMark } from "../ui/stale-marks";
import { counted, foreign, unbrokenParts } from "../ui/text";
import { whyButtonOf } from "../why/button-view";
import { metricRow } from "./metric-row-view";
import { noGoalsMessage, type SettableGoals } from "./no-goals-view";
import { datedAheadNote, goalFigures, needInWords, verdictWords } from "./pace-view";
import { endedNote, freshStart, planInWords } from "./plan-view";
import { STATUSES, statusCounts } from "./status-words";
import { trendsButton } from "./trend-button-view";

const MAX_SHOWN = 30;

/** Somebody whose goals are shown to another person. */
export interface Other {
  readonly userId: string;
  readonly name: string;
}

interface ShownGoals {
  /** Who has them; the reader where it is unset. */
  readonly other?: Other;
  readonly mark?: StaleMark;
  readonly first?: FirstSync;
  /** Says whose goals the reader may set. */
  readonly sets?: SettableGoals;
  /** As of when the figures are: "Copper and JustCall as of 2:05 PM EDT"; `null` where nothing is known. */
  readonly asOf?: string | null;
}

/** Somebody's goals in a row a metric, those behind first: where each stands and what it asks; below them one *Why?* of all and their trend. */
export function goalsMessage(
  overview: Overview,
  { other, mark = NO_MARK, first = null, sets = "none", asOf = null }: ShownGoals = {},
): Message {
  const { goals } = overview;
  if (goals.length === 0) return noGoalsMessage(overview, { name: other?.name ?? null, sets });
  if (first !== null) return unreadGoals(goals, { other, first });
  const full = framed(overview, { other, mark, asOf, apart: true });
  return fits(full) ? full : framed(overview, { other, mark, asOf, apart: false });
}

interface Framed {
  /** Whether each metric has a block of its own, for which a message of many has no room. */
  readonly apart: boolean;
  readonly other: Other | undefined;
  readonly mark: StaleMark;
  readonly asOf: string | null;
}

/** What today asks on top, then a row a metric, those behind first, and the trend of them all. */
function framed({ goals, ...day }: Overview, { asOf, ...layout }: Framed): Message {
  const { other } = layout;
  const whose = goalsOf(other);
  const metrics = byMetric(goals);
  const named = metrics.flatMap((metric) => metric.goals);
  const plan = planInWords(goals, day);
  return {
    text: `${whose}: ${named.slice(0, MAX_SHOWN).map(plainLine).join("; ")}`,
    blocks: [
      ...(other === undefined ? [] : [section(`*${whose}*`)]),
      ...(plan === null ? [] : [section(`*${unbrokenParts(plan)}*`)]),
      context(
        unbrokenParts(
          [weekdayInWords(day.today), goalCounts({ goals: standingApart(goals), ...day }).join(", ")]
            .filter((part) => part !== "")
            .join(": "),
        ),
      ),
      ...metricParts(metrics, { ...layout, fresh: freshStart({ goals, ...day }) !== null }),
      ...endedNote(day).map(context),
      actions([...whyButtonOf(askedFirst(metrics), other?.userId), trendsButton(other?.userId)]),
      ...(asOf === null ? [] : [context(unbrokenParts(asOf))]),
    ],
  };
}

/** "🔴 2 behind", "🟢 1 on pace": how many goals stand how; on the day on which all begin, just that. */
export function goalCounts(shown: Pick<Overview, "goals" | "today">): readonly string[] {
  const fresh = freshStart(shown);
  return fresh === null ? statusCounts(shown.goals) : [`${STATUSES["not-started"].sign} ${fresh}`];
}

interface Rows extends Omit<Framed, "asOf"> {
  /** Whether all goals begin today, which is said above. */
  readonly fresh: boolean;
}

/** The rows under the headings that Home has. */
function metricParts(metrics: readonly MetricGoals[], rows: Rows): readonly KnownBlock[] {
  const part = (title: string, of: readonly MetricGoals[]) =>
    of.length === 0 ? [] : [header(title), ...metricRows(of, rows)];
  return [
    ...part(
      "Behind",
      metrics.filter(({ behind }) => behind),
    ),
    ...part(
      rows.fresh ? "Goals" : "On track",
      metrics.filter(({ behind }) => !behind),
    ),
  ];
}

function metricRows(metrics: readonly MetricGoals[], { mark, apart, fresh }: Rows): readonly KnownBlock[] {
  const rows = metrics.map((metric) => unbrokenParts(metricRow(metric, mark, { fresh })));
  return apart ? rows.map(section) : sections(rows);
}

function goalsOf(other: Other | undefined): string {
  return other === undefined ? "Your goals" : `${foreign(other.name)}'s goals`;
}

/** Goals while nothing was ever read: nobody is judged by figures that nobody has. */
function unreadGoals(
  goals: readonly GoalLine[],
  { other, first }: { other: Other | undefined; first: NonNullable<FirstSync> },
): Message {
  const words = noDataInWords(first);
  const whose = goalsOf(other);
  return {
    text: `${whose}: ${words}`,
    blocks: [
      ...(other === undefined ? [] : [section(`*${whose}*`)]),
      section(words),
      section(goalNames(goals, WHERE_LATER)),
    ],
  };
}

/** Says in a message, which stays as it is, where figures will be. */
export const WHERE_LATER = "Progress shows in `/goals` as soon as there's data.";

/** "Calls: 400 weekly", a line each: goals before anything is known of where they stand; `then` says where that will be. */
export function goalNames(goals: readonly GoalLine[], then: string): string {
  const names = goals.slice(0, MAX_SHOWN).map(goalName);
  const more = goals.length - names.length;
  const rest = more > 0 ? [`and ${counted(more, "more goal")}`] : [];
  return [...names, ...rest, then].join("\n");
}

/** "Calls: 400 weekly". */
export function goalName({ title, target, unit, period }: GoalLine): string {
  return `${foreign(title)}: ${exactFigure(target, unit)} ${period}`;
}

/** "🔴 behind by 121 · *Calls*, weekly: 51 of 400; 12 of 121 today; if nothing more today: 175 a day": a goal in one line. */
export function goalLine(line: GoalLine, mark: StaleMark): string {
  return [goalState(line, mark), needInWords(line)].filter((part) => part !== "").join("; ");
}

/** "🔴 behind by 121 · *Calls*, weekly: 51 of 400": where a goal stands, without what it needs. */
export function goalState(line: GoalLine, mark: StaleMark): string {
  return `${verdictWords(line)} · *${foreign(line.title)}*, ${line.period}: ${[goalFigures(line), ...datedAheadNote(line)].join(", ")}${mark(line)}`;
}

/** "*Calls*: 51 of 400". */
export function goalHead(goal: GoalLine): string {
  return `*${foreign(goal.title)}*: ${goalFigures(goal)}`;
}

/** "weekly, Mon, Oct 26 – Sun, Nov 1". */
export function goalPeriod({ period, from, to }: GoalLine): string {
  return `${period}, ${from === to ? weekdayInWords(from) : `${weekdayInWords(from)} – ${weekdayInWords(to)}`}`;
}

function plainLine(goal: GoalLine): string {
  return `${foreign(goal.title)} ${goalFigures(goal)} (${goalPeriod(goal)})`;
}
