import { toGo } from "../../goals/day-sums";
import { periodOf } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { onlyGrows } from "../../goals/trends/past-period";
import type { SeriesPoint } from "../../goals/trends/steps";
import type { Trend } from "../../goals/trends/trends";
import { metricOf } from "../../metrics/metrics";
import type { ReadDays } from "../../sync/state/read-days";
import { firstOpenDay, type ReaderDay } from "../../time/reader-day";
import { monthName, rangeInWords } from "../../words/dates";
import { exactFigure, figure, neededFigure } from "../../words/figures";
import { goalFigures, needInWords, RUNNING_PERIOD, standing } from "../goals/pace-view";
import { OUTCOMES } from "../goals/status-words";
import { capitalized, counted } from "../ui/text";
import { paceWords } from "./words-view";

/** Which days a trend's words may judge: those that have ended, and of these the ones that were read. */
export interface JudgedDays extends Pick<ReadDays, "isRead"> {
  readonly today: ReaderDay;
}

/** What a trend's words are made from. */
export interface StateInput extends JudgedDays {
  /** The goal as it stands now on every other surface; absent where the days are over, or it has none. */
  readonly running?: GoalLine | undefined;
}

/**
 * Says in a line how things are, as plain text. Where the days are those of a goal's period that goes on, as Home does: "🔴 Calls: 110
 * of 126 this month, behind by 4". Of a period that is over what it came to, as History does, of several stretches how many were at or
 * above pace, of other days what there was of what was asked, and without a goal the sum.
 */
export function stateTitle(trend: Trend, { running, ...judged }: StateInput): string {
  const { today } = judged;
  const { title, unit } = metricOf(trend.type);
  const { total } = trend.series;
  if (running !== undefined && isRunningPeriod(trend, running)) {
    const { sign, words } = standing(running);
    return `${sign} ${title}: ${goalFigures(running)} ${RUNNING_PERIOD[running.period]}, ${words}`;
  }
  const whole = outcomeWords(trend, judged);
  if (whole !== null) return whole;
  const isToday = total.from === total.to && total.to === today.today;
  const days = isToday ? " today so far" : `, ${rangeInWords(total, today.today)}`;
  const words = atPaceWords(trend, judged) ?? paceWords(trend) ?? `${figure(total.actual, unit)}${days}`;
  return `${title}: ${words}`;
}

/** Tells whether the days that are drawn are the goal's period that goes on, from its first day: of a part of it the sum is another. */
export function isRunningPeriod({ series: { total } }: Trend, running: Pick<GoalLine, "from">): boolean {
  return total.from === running.from;
}

/** "❌ Calls: 103 of 110 in October, missed by 7" where the days are a period of the goal, and over; `null` for any others. */
function outcomeWords({ type, period, series: { total, ended } }: Trend, { isRead }: JudgedDays): string | null {
  if (period === null || ended === null || ended.to !== total.to || total.pace === 0) return null;
  const whole = periodOf(period, total.from);
  if (whole.from !== total.from || whole.to !== total.to) return null;
  const { title, unit } = metricOf(type);
  const target = Math.round(total.pace * 100) / 100;
  const missing = toGo(target, total.actual);
  const read = isRead(type, total);
  const isReached = missing === 0 && (read || onlyGrows(unit));
  const outcome = isReached ? "reached" : read ? "missed" : "unread";
  // A zero that days not synced may hide is not said.
  const done = outcome === "unread" && total.actual === 0 ? "goal" : figure(total.actual, unit);
  const figures = `${title}: ${isReached && !read ? "at least " : ""}${done} of ${exactFigure(target, unit)}`;
  const when = period === "monthly" ? ` in ${monthName(total.from)}` : "";
  const { sign, words } = OUTCOMES[outcome];
  const also = outcome === "missed" ? ` by ${neededFigure(missing, unit)}` : "";
  return `${sign} ${figures}${when}, ${words}${also}`;
}

/** So many of the latest stretches say where things are going. */
const LATELY = 4;

/**
 * "3 of 11 weeks at or above pace, 2 of the last 4", of "11 synced weeks" where others were not read; `null` until two that asked for
 * something have ended.
 */
function atPaceWords({ type, period, series: { by, points } }: Trend, { today, isRead }: JudgedDays): string | null {
  const asked = points.filter(({ to, pace }) => to < firstOpenDay(today) && pace > 0);
  const judged = asked.filter((point) => isRead(type, point));
  // A week's or a month's goal asks nothing of a single day.
  const asksEach = period === "daily" || (period !== null && by !== "day");
  if (!asksEach || judged.length < 2) return null;
  // Judged by what was asked, not by how it is shown; sums of fractions miss by their last digit.
  const atPace = (some: readonly SeriesPoint[]) => some.filter(({ actual, pace }) => actual >= pace - 1e-9).length;
  const noun = judged.length < asked.length ? `synced ${by}` : by;
  const all = `${atPace(judged)} of ${counted(judged.length, noun)} at or above pace`;
  return judged.length <= LATELY ? all : `${all}, ${atPace(judged.slice(-LATELY))} of the last ${LATELY}`;
}

/**
 * What there is to do in the goal's period that goes on, as Home says it: "3 of 16 today; if nothing more today: 17 a day", with how it
 * stands where the days are not the period's; nothing where nothing is asked.
 */
export function toDo(trend: Trend, running: GoalLine | undefined): readonly string[] {
  if (running === undefined) return [];
  const need = needInWords(running);
  if (isRunningPeriod(trend, running)) {
    if (need === "") return [];
    return [capitalized(need)];
  }
  return [need === "" ? alsoWords(running) : `${alsoWords(running)}; ${need}`];
}

/** "This week: 🟢 16 of 30, on pace": how a goal stands in its period that goes on. */
export function alsoWords(running: GoalLine): string {
  const { sign, words } = standing(running);
  return `${capitalized(RUNNING_PERIOD[running.period])}: ${sign} ${goalFigures(running)}, ${words}`;
}
