import type { DayFigures } from "../../digests/content/day-results";
import type { Digest, FinalFigure } from "../../digests/content/digest";
import type { GoalLine } from "../../goals/overview";
import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Freshness } from "../../sync/state/freshness";
import { addDays, type Day, type DayRange, weekday } from "../../time/day";
import { weekdayName, weekdaysInWords } from "../../words/dates";
import { figure } from "../../words/figures";
import { OUTCOMES } from "../goals/status-words";
import { type DisplayContext, timeOnReadersClock } from "../ui/dates";
import { freshnessOf } from "../ui/freshness";
import { listed, metricNoun } from "../ui/text";
import { withOldMarked } from "./old-figures-view";
import { isBehindIn } from "./praise-view";

interface Reading extends DisplayContext {
  readonly freshness: readonly Freshness[];
}

type Past = Pick<Digest, "day" | "settled" | "yesterday" | "soFar" | "zone" | "goals">;

/**
 * Says what the days before brought, the earliest first: those that have ended for the team, then the one that has not.
 *
 * @param reading `inRecap` leaves out what `ofWeekLine` says in the recap of their week.
 */
export function pastLines(
  { day, settled, yesterday, soFar, zone, goals }: Past,
  { inRecap = false, ...reading }: Reading & { readonly inRecap?: boolean },
): readonly string[] {
  const finished = `*${doneInWords(yesterday, day)}*: ${yesterdayInWords({ yesterday, goals }, reading)}`;
  const earlier = [...settledLines(settled, day), ...(inRecap ? [] : [finished])];
  if (soFar === null) return earlier;
  const ends = timeOnReadersClock(reading.days.instantsOf(soFar).until, zone.zone);
  const going = `*${pastDaysInWords(soFar, day)}*, so far, until ${ends}: ${figuresInWords(soFar, { ...reading, amount: amountInWords })}`;
  return [...earlier, going];
}

/**
 * "Friday and the weekend: 3 emails, 10 calls", "Last workday and days off, Thu, Oct 22 – Sun, Oct 25: 10 calls": the same of several days
 * below what their whole week came to, which names its days, counts those on which a daily goal was missed, and has the zeros.
 */
export function ofWeekLine({ day, yesterday }: Pick<Past, "day" | "yesterday">, reading: Reading): string {
  const done = figuresInWords(yesterday, { ...reading, amount: amountInWords, zeros: false });
  // Not "since Friday's digest": whoever was snoozed or came that day had none.
  const days = isUsual(yesterday) ? USUAL : `Last workday and days off, ${pastDaysInWords(yesterday, day)}`;
  return `${days}: ${done}`;
}

const FRIDAY = 5;
const USUAL = "Friday and the weekend";

/** Tells whether these are the days that a Monday's digest speaks of where no holiday is among them. */
function isUsual({ from, to }: DayRange): boolean {
  return weekday(from) === FRIDAY && to === addDays(from, 2);
}

function yesterdayInWords({ yesterday, goals }: Pick<Past, "yesterday" | "goals">, reading: Reading): string {
  const amount = (done: DoneFigure) => `${amountInWords(done)}${dayResultInWords(done, { range: yesterday, goals })}`;
  return figuresInWords(yesterday, { ...reading, amount });
}

/** "*Thu, Oct 22*, now complete: 20 calls, 3 emails": a line for the same days, however many figures an outage had kept open. */
function settledLines(settled: readonly FinalFigure[], today: Day): readonly string[] {
  const lines = new Map<string, readonly string[]>();
  for (const { from, to, ...done } of settled) {
    const days = pastDaysInWords({ from, to }, today);
    lines.set(days, [...(lines.get(days) ?? []), amountInWords(done)]);
  }
  return [...lines].map(([days, figures]) => `*${days}*, now complete: ${figures.join(", ")}`);
}

type DoneFigure = DayFigures["figures"][number];

/**
 * " (daily goal missed)", and of the first of several days " (daily goal missed on Fri)"; that it was reached stands here only beside a metric
 * that is behind, of which it is not praised.
 */
function dayResultInWords(
  { type, daily }: DoneFigure,
  { range, goals }: { readonly range: DayRange; readonly goals: readonly GoalLine[] },
): string {
  if (daily === undefined || (daily.reached && !isBehindIn(type, goals))) return "";
  const on = range.from === range.to ? "" : ` on ${weekdayName(daily.day)}`;
  return ` (daily goal ${OUTCOMES[daily.reached ? "reached" : "missed"].words}${on})`;
}

/** "20 calls", "$9,120 wholesale", as in today's plan. */
function amountInWords({ type, value }: Pick<FinalFigure, "type" | "value">): string {
  return `${figure(value, metricOf(type).unit)} ${metricNoun(type, value)}`;
}

/** "Yesterday, Wed, Oct 28", "Friday and the weekend", "Done Thu, Oct 22 – Sun, Oct 25". */
function doneInWords(range: DayRange, today: Day): string {
  if (isUsual(range)) return USUAL;
  const days = pastDaysInWords(range, today);
  return range.from === range.to ? days : `Done ${days}`;
}

/** "Yesterday, Wed, Oct 28", "Fri, Oct 23 – Sun, Oct 25". */
function pastDaysInWords({ from, to }: DayRange, today: Day): string {
  const days = weekdaysInWords({ from, to }, today);
  return from === to && to === addDays(today, -1) ? `Yesterday, ${days}` : days;
}

/**
 * "3 emails, 10 calls"; where nothing was done, that once, instead of a zero a metric. A zero is no figure where there may be more than
 * was read: "0 calls; ⚠️ wholesale not all read yet"; where something was done, only what could not be read is named so.
 *
 * @param reading `zeros` tells whether a metric in which nothing was done is named beside others.
 */
function figuresInWords(
  { figures, ...range }: DayFigures,
  {
    amount,
    zeros = true,
    ...reading
  }: Reading & { readonly amount: (done: DoneFigure) => string; readonly zeros?: boolean },
): string {
  const isNothing = figures.every(({ value }) => value === 0);
  const unread = figures.filter(({ type }) => {
    const sources = unreadSources(type, { ...reading, range });
    return isNothing ? sources.length > 0 : sources.some(({ state, stale }) => state === "failed" || stale === true);
  });
  if (isNothing && unread.length === 0) return "nothing logged";
  const said = figures.filter((one) => one.value !== 0 || ((zeros || isNothing) && !unread.includes(one))).map(amount);
  if (unread.length === 0) return said.join(", ");
  const missing = `⚠️ ${listed(unread.map(({ type }) => metricNoun(type, 0)))} not all read yet`;
  return [...(said.length === 0 ? [] : [said.join(", ")]), missing].join("; ");
}

/** The sources of a metric that did not read these days to their end, or of late where they go on. */
function unreadSources(
  type: MetricType,
  { range, freshness, days, now }: Reading & { readonly range: DayRange },
): readonly Freshness[] {
  const { from } = range;
  const { since, until } = days.instantsOf(range);
  return withOldMarked(freshnessOf(freshness, [type]), now).filter((one) => {
    if (one.state === "off") return false;
    if (one.asOf === null || one.from === undefined || one.from > from) return true;
    return until <= now ? one.asOf < until : one.asOf < since || one.stale === true;
  });
}
