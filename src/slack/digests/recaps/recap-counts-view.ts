import type { PersonsPast } from "../../../digests/content/team-recap";
import { addDays } from "../../../time/day";
import { inFull } from "../../../words/counts";
import { monthName } from "../../../words/dates";
import { STATUSES } from "../../goals/status-words";
import { counted } from "../../ui/text";
import { isJudged } from "./recap-people-view";

/**
 * "Last week: reached *1 of 3* weekly goals, 1 not synced, 2 goals fewer than the week before": compared only where each of these goals was judged in the
 * period before, too. Nothing where there was none.
 */
export function reachedInAll(ended: readonly PersonsPast[]): readonly string[] {
  const judged = ended.filter(({ past }) => isJudged(past));
  // A period without workdays was read as well.
  const open = ended.filter(({ past }) => past.outcome === "unread").length;
  if (judged.length + open === 0) return [];
  const unread = open === 0 ? [] : [`${open.toLocaleString("en-US")} ${STATUSES.unread.words}`];
  if (judged.length === 0) return [`${periodName(ended)}: ${counted(open, goalNoun(ended))} ${STATUSES.unread.words}`];
  const reached = judged.filter(({ past }) => past.outcome === "reached").length;
  const nouns = judged.length === 1 ? goalNoun(judged) : `${goalNoun(judged)}s`;
  const result = `reached *${inFull(reached)} of ${inFull(judged.length)}* ${nouns}`;
  return [`${periodName(ended)}: ${[result, ...unread, ...comparedWords(judged, reached)].join(", ")}`];
}

function comparedWords(judged: readonly PersonsPast[], reached: number): readonly string[] {
  if (!judged.every(({ before }) => before !== null && isJudged(before))) return [];
  const change = reached - judged.filter(({ before }) => before?.outcome === "reached").length;
  const when = periodBefore(judged);
  const by = counted(Math.abs(change), "goal");
  return [change === 0 ? `as many as ${when}` : `${by} ${change > 0 ? "more" : "fewer"} than ${when}`];
}

/** "monthly goal", "weekly goal": goals of other periods are not counted. */
function goalNoun([first]: readonly PersonsPast[]): string {
  return `${first?.past.period ?? "weekly"} goal`;
}

/** "October", "Last week". */
function periodName([first]: readonly PersonsPast[]): string {
  return first?.past.period === "monthly" ? monthName(first.past.from) : "Last week";
}

/** "in September", "the week before". */
function periodBefore([first]: readonly PersonsPast[]): string {
  return first?.past.period === "monthly" ? `in ${monthName(addDays(first.past.from, -1))}` : "the week before";
}
