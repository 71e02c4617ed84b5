import type { Recap, RecapLine } from "../../../digests/content/recap";
import { shortRanges } from "../../../words/dates";
import { exactFigure, figure, neededFigure, percent, shownDifference } from "../../../words/figures";
import { OUTCOMES, STATUSES } from "../../goals/status-words";
import { counted, foreign, metricNoun } from "../../ui/text";
import { streakInWords } from "./highlights-view";

const BEFORE = { weekly: "the week before", monthly: "the month before" } as const;

/** "✅ *Calls*: 32 of 30, 107%; 1 more than the week before, 🔥 3 weeks in a row": all of one metric in its own line. */
export function recapLine(line: RecapLine, { period }: Pick<Recap, "period">): string {
  // Right behind the figure that changed: days of the daily goal are counted, too.
  const beside = [...changeFrom(line, period), ...dailyGoal(line), ...streakInWords(line, period)];
  return withBeside(line, beside);
}

/** "✅ *Calls*: 32 of 30, 107%; 🔥 3 weeks in a row": without what a longer period beside it says, too. */
export function shortRecapLine(line: RecapLine, { period }: Pick<Recap, "period">): string {
  return withBeside(line, streakInWords(line, period));
}

function withBeside(line: RecapLine, beside: readonly string[]): string {
  return [outcomeInWords(line), ...(beside.length === 0 ? [] : [beside.join(", ")])].join("; ");
}

export function outcomeInWords({ title, unit, value, unread, goal }: RecapLine): string {
  const name = `*${foreign(title)}*`;
  const { sign, words } = STATUSES.unread;
  const missing = `${words} ${shortRanges(unread)}`.trimEnd();
  if (goal === null) {
    if (unread.length === 0) return `• ${name}: ${figure(value, unit)}`;
    return value === 0 ? `${sign} ${name}: ${missing}` : `• ${name}: ${figure(value, unit)} so far, ${missing}`;
  }
  const of = exactFigure(goal.target, unit);
  const figures = `${OUTCOMES[goal.outcome].sign} ${name}: ${figure(goal.value, unit)} of ${of}`;
  switch (goal.outcome) {
    case "reached":
      return unread.length === 0 ? `${figures}, ${percent(goal.value, goal.target)}` : `${figures} so far, ${missing}`;
    case "missed":
      return `${figures}, ${neededFigure(goal.target - goal.value, unit)} short`;
    case "unread":
      return goal.value === 0 ? `${sign} ${name}: ? of ${of}, ${missing}` : `${figures} so far, ${missing}`;
    case "off":
      return `${figures}, ${OUTCOMES.off.words}`;
  }
}

/** "Also, without a weekly goal: $11,031 wholesale; 22 calls so far, not synced Oct 29–31": what had none where others had. */
export function noGoalLine(
  lines: readonly RecapLine[],
  { period, short }: Pick<Recap, "period"> & { readonly short: boolean },
): readonly string[] {
  const amounts = lines.map((line) => {
    const { type, unit, value, unread } = line;
    const days = short
      ? ""
      : dailyGoal(line)
          .map((words) => ` (${words})`)
          .join("");
    const amount = `${figure(value, unit)} ${metricNoun(type, value)}`;
    const missing = `${STATUSES.unread.words} ${shortRanges(unread)}`;
    if (unread.length === 0) return `${amount}${days}`;
    return `${value === 0 ? `${metricNoun(type, 0)} ${missing}` : `${amount} so far, ${missing}`}${days}`;
  });
  return amounts.length === 0 ? [] : [`Also, without a ${period} goal: ${amounts.join("; ")}`];
}

/** Says of the more days what they were: "daily goal missed on 4 of 5 days"; those that were not read are said beside the figure. */
function dailyGoal({ days }: RecapLine): readonly string[] {
  if (days === null || days.counted === 0) return [];
  const { reached, counted: all } = days;
  const [words, count] = reached > all - reached ? ["reached", reached] : ["missed", all - reached];
  return [`daily goal ${words} on ${count} of ${counted(all, "day")}`];
}

/** "8 more than the week before", "15 fewer than the week before", "$300 less than the month before". */
function changeFrom({ unit, value, before }: RecapLine, period: Recap["period"]): readonly string[] {
  if (before === null) return [];
  const change = shownDifference(value, before, unit);
  if (change === 0) return [`same as ${BEFORE[period]}`];
  const than = change > 0 ? "more" : unit === "count" ? "fewer" : "less";
  return [`${figure(Math.abs(change), unit)} ${than} than ${BEFORE[period]}`];
}
