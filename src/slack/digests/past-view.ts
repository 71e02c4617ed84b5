import type { KnownBlock } from "@slack/types";
import type { DayFigures, Digest, FinalFigure } from "../../digests/content/digest";
import { addDays, type Day, type DayRange, type ZoneDays } from "../../time/day";
import { weekdaysInWords } from "../../words/dates";
import { exactFigure, figure } from "../../words/figures";
import { section } from "../ui/blocks";
import { timeOnReadersClock } from "../ui/dates";
import { counted, foreign } from "../ui/text";

/** Says what the days before brought, the earliest first: those that have ended for the team, then the one that has not. */
export function pastLines(
  { day, settled, yesterday, soFar, zone }: Pick<Digest, "day" | "settled" | "yesterday" | "soFar" | "zone">,
  days: ZoneDays,
): readonly string[] {
  const finished = `*${doneInWords(yesterday, day)}*: ${figuresInWords(yesterday)}`;
  const earlier = settled.map((one) => settledLine(one, day));
  if (soFar === null) return [...earlier, finished];
  const ends = timeOnReadersClock(days.instantsOf(soFar).until, zone.zone);
  return [...earlier, finished, `*${pastDaysInWords(soFar, day)}*, so far, until ${ends}: ${figuresInWords(soFar)}`];
}

/** "*Thu, Oct 22*, now complete: Calls 20". */
function settledLine({ title, unit, value, ...range }: FinalFigure, today: Day): string {
  return `*${pastDaysInWords(range, today)}*, now complete: ${foreign(title)} ${figure(value, unit)}`;
}

/** "Yesterday, Wed, Oct 28", "Done Fri, Oct 23 – Sun, Oct 25". */
function doneInWords(range: DayRange, today: Day): string {
  const days = pastDaysInWords(range, today);
  return range.from === range.to ? days : `Done ${days}`;
}

/** "Yesterday, Wed, Oct 28", "Fri, Oct 23 – Sun, Oct 25". */
function pastDaysInWords({ from, to }: DayRange, today: Day): string {
  const days = weekdaysInWords({ from, to }, today);
  return from === to && to === addDays(today, -1) ? `Yesterday, ${days}` : days;
}

/** "Emails 3 · Calls 10"; where nothing was done, that once, instead of a zero a metric. */
function figuresInWords({ figures }: DayFigures): string {
  if (figures.every(({ value }) => value === 0)) return "nothing logged";
  return figures.map(({ title, unit, value }) => `${foreign(title)} ${figure(value, unit)}`).join(" · ");
}

const MAX_CORRECTIONS = 5;

/** Says what was told otherwise: "↩️ *Corrected since*: Calls for Tue, Oct 27: 39, you were told 41 · `/goals why calls 2026-10-27` …". */
export function correctionsLine({ corrections, day }: Digest): readonly KnownBlock[] {
  const [first] = corrections;
  if (first === undefined) return [];
  const words = corrections.slice(0, MAX_CORRECTIONS).map(({ title, unit, from, to, reported: told, now }) => {
    return `${foreign(title)} for ${weekdaysInWords({ from, to }, day)}: ${exactFigure(now, unit)}, you were told ${exactFigure(told, unit)}`;
  });
  const more = corrections.length - words.length;
  const days = first.from === first.to ? first.from : `${first.from}..${first.to}`;
  const why = `\`/goals why ${first.title.toLowerCase()} ${days}\` shows the records`;
  const rest = more > 0 ? [`and ${counted(more, "more figure")}`] : [];
  return [section(`↩️ *Corrected since*: ${[...words, ...rest, why].join(" · ")}`)];
}
