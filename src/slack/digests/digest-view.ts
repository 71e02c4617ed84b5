import type { KnownBlock } from "@slack/types";
import type { DayFigures, Digest, FinalFigure } from "../../digests/content/digest";
import { type NamedGoalChange, standingChanges } from "../../digests/content/goal-changes";
import type { Praise } from "../../digests/content/praise";
import type { Period } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { type Freshness, isNeverRead } from "../../sync/state/freshness";
import { addDays, type Day, type DayRange } from "../../time/day";
import { monthInWords, weekdayInWords, weekdaysInWords } from "../../words/dates";
import { exactFigure, figure } from "../../words/figures";
import { changeWords } from "../goals/change-view";
import { goalFigures, goalNames, NO_GOALS, WHERE_LATER } from "../goals/list-view";
import { afterTodayText, endedNote, needInWords, todayText, verdictWords } from "../goals/pace-view";
import { goalTitle } from "../goals/whose";
import { context, fits, header, type Message, section, sections } from "../ui/blocks";
import { type DisplayContext, timeOnReadersClock } from "../ui/dates";
import { asOfInWords, type StaleMark, staleMark } from "../ui/freshness";
import { counted, foreign } from "../ui/text";
import { oldFigures, withOldMarked } from "./old-figures-view";

export interface DigestValues extends DisplayContext {
  readonly digest: Digest;
  /** Covers the sources that this person's goals are counted from, except those that are off. */
  readonly freshness: readonly Freshness[];
  /** What others changed in this person's goals and is told here. */
  readonly goalChanges?: readonly NamedGoalChange[];
}

const MAX_GOALS = 30;
/** More are put together, so that a message stays within what Slack takes. */
const GOALS_APART = 12;

/** Renders one person's digest. */
export function digestMessage(values: DigestValues): Message {
  const { digest } = values;
  const mark = staleMark(withOldMarked(values.freshness, values.now), values);
  const title = `Your goals for ${weekdayInWords(digest.day)}`;
  // Nobody is judged by figures that nobody has.
  const shown = isNeverRead(values.freshness) ? [] : digest.goals.slice(0, MAX_GOALS);
  const lines = shown.map((line) => goalRow(line, mark));
  const more = shown.length === 0 ? 0 : digest.goals.length - lines.length;
  const message = (goals: readonly KnownBlock[]): Message => ({
    text: `${title}: ${standing(values)}`,
    blocks: [
      header(title),
      ...oldFigures(values).map(section),
      ...praisePart(digest),
      ...pastPart(values),
      ...changesPart(values),
      ...correctionsLine(digest),
      ...goals,
      ...(more > 0 ? [context(`and ${counted(more, "more goal")}: see them all with \`/goals\``)] : []),
      ...endedNote({ today: digest.day, ended: digest.ended }).map(context),
      context(footer(values)),
    ],
  });
  const apart = message(lines.map(section));
  return lines.length <= GOALS_APART && fits(apart)
    ? apart
    : message(sections(shown.map((line) => `• ${shortRow(line, mark)}`)));
}

function pastPart(values: DigestValues): readonly KnownBlock[] {
  const { goals } = values.digest;
  if (goals.length === 0) return [section(NO_GOALS)];
  return [section(isNeverRead(values.freshness) ? goalNames(goals, WHERE_LATER) : pastLines(values).join("\n"))];
}

const MAX_CHANGES = 5;
const MAX_NAME_LENGTH = 40;

/** "📝 *Your goals changed*", with a line each: "• *Calls, daily*: 15 → *20* from Mon, Oct 26 on · by Max Weber". */
function changesPart({ goalChanges = [], digest }: DigestValues): readonly KnownBlock[] {
  const standing = standingChanges(goalChanges);
  if (standing.length === 0) return [];
  const lines = standing.slice(-MAX_CHANGES).map((change) => {
    return `• *${goalTitle(change)}*: ${changeWords(change, digest.day)} · by ${foreign(change.by, MAX_NAME_LENGTH)}`;
  });
  const more = standing.length - lines.length;
  const rest = more > 0 ? [`${counted(more, "earlier change")}: see them all with \`/goals log\``] : [];
  return [section(["📝 *Your goals changed*", ...lines, ...rest].join("\n"))];
}

/** "2 behind, 1 on pace". */
function standing({ digest: { goals }, freshness }: DigestValues): string {
  if (goals.length === 0) return "no active goals";
  if (isNeverRead(freshness)) return "no data yet";
  const counts = new Map<string, number>();
  for (const { pace } of goals) counts.set(pace.verdict, (counts.get(pace.verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${count} ${SHORT[verdict] ?? verdict}`).join(", ");
}

const SHORT: Readonly<Record<string, string>> = {
  "on-pace": "on pace",
  short: "out of time",
  off: "off today",
};

const NOW: Readonly<Record<Period, string>> = { daily: "today", weekly: "this week", monthly: "this month" };

/**
 * Leads with today's target: "*Calls*: 3 of 16 today (352 over 22 days) · this month *51 of 400* · 🔴 behind · 349 to
 * go, 21 days after today: 17 a day, rounded up".
 */
function goalRow(line: GoalLine, mark: StaleMark): string {
  const figures = `${NOW[line.period]} *${goalFigures(line)}*${mark(line)}`;
  const today = todayText(line);
  const first = line.period === "daily" ? [figures, verdictWords(line), today] : [today, figures, verdictWords(line)];
  const words = [...first, afterTodayText(line)].filter((part) => part !== null);
  return `*${foreign(line.title)}*: ${words.join(" · ")}`;
}

/** A goal's two numbers without their sums: "*Calls*: 3 of 16 today, then 17 a day · this month *51 of 400* · 🔴 behind". */
function shortRow(line: GoalLine, mark: StaleMark): string {
  const figures = `${NOW[line.period]} *${goalFigures(line)}*${mark(line)}`;
  const words = [needInWords(line), figures, verdictWords(line)].filter((part) => part !== "");
  return `*${foreign(line.title)}*: ${words.join(" · ")}`;
}

/** "🏆 You reached *Calls* on Wed, Oct 28: 14, goal 10. Nice work!"; several have a line each. */
function praisePart({ praise, day }: Digest): readonly KnownBlock[] {
  const [first, ...more] = praise.map((one) => praiseWords(one, day));
  if (first === undefined) return [];
  if (more.length === 0) return [section(`🏆 You reached ${first}. Nice work!`)];
  return sections([`🏆 You reached ${praise.length} goals. Nice work!`, ...[first, ...more].map((one) => `• ${one}`)]);
}

/** "*Calls* on Wed, Oct 28: 14, goal 10". */
function praiseWords({ title, unit, value, target, ...when }: Praise, today: Day): string {
  return `*${foreign(title)}* ${praised(when, today)}: ${figure(value, unit)}, goal ${exactFigure(target, unit)}`;
}

function praised({ period, from, to }: Pick<Praise, "period" | "from" | "to">, today: Day): string {
  if (from <= today && today <= to) return NOW[period];
  switch (period) {
    case "daily":
      return `on ${weekdayInWords(from)}`;
    case "weekly":
      return `in the week of ${weekdaysInWords({ from, to }, from)}`;
    case "monthly":
      return `in ${monthInWords(from)}`;
  }
}

/** What the days before brought, the earliest first: those that have ended for the team, then the one that has not. */
function pastLines({ digest, days }: DigestValues): readonly string[] {
  const { day, settled, yesterday, soFar, zone } = digest;
  const finished = `*${pastDaysInWords(yesterday, day)}*: ${figuresInWords(yesterday)}`;
  const earlier = settled.map((one) => settledLine(one, day));
  if (soFar === null) return [...earlier, finished];
  const ends = timeOnReadersClock(days.instantsOf(soFar).until, zone.zone);
  return [...earlier, finished, `*${pastDaysInWords(soFar, day)}*, so far, until ${ends}: ${figuresInWords(soFar)}`];
}

/** "*Thu, Oct 22*, now complete: Calls 20". */
function settledLine({ title, unit, value, ...range }: FinalFigure, today: Day): string {
  return `*${pastDaysInWords(range, today)}*, now complete: ${foreign(title)} ${figure(value, unit)}`;
}

/** "Yesterday, Wed, Oct 28", "Fri, Oct 23 – Sun, Oct 25". */
function pastDaysInWords({ from, to }: DayRange, today: Day): string {
  const days = weekdaysInWords({ from, to }, today);
  return from === to && to === addDays(today, -1) ? `Yesterday, ${days}` : days;
}

function figuresInWords({ figures }: DayFigures): string {
  return figures.map(({ title, unit, value }) => `${foreign(title)} ${figure(value, unit)}`).join(" · ");
}

const MAX_CORRECTIONS = 5;

/** "↩️ *Not as you were told*: Calls of Tue, Oct 27 are 39 now (told: 41) · `/goals why calls 2026-10-27` shows the records". */
function correctionsLine({ corrections, day }: Digest): readonly KnownBlock[] {
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

/** Says as of when each source's figures are, and which command shows more. */
function footer({ digest, freshness, ...reading }: DigestValues): string {
  const moments = freshness.map((one) => asOfInWords(one, reading));
  const { zone, own } = digest.zone;
  const whose = own ? [] : [`Slack has no time zone for you, so this follows the team's: ${zone}`];
  return [
    ...moments,
    "`/goals why calls` shows the records behind a number, `/goals digest` when this arrives",
    ...whose,
  ].join(" · ");
}
