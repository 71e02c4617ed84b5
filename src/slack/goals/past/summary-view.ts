import type { SectionBlock } from "@slack/types";
import type { Period } from "../../../goals/goal";
import type { GoalLine } from "../../../goals/overview";
import { PERIODS } from "../../../goals/range-sums";
import { isBehind } from "../../../goals/status";
import { firstNeed } from "../../../goals/teams/standings";
import type { GoalHistory } from "../../../goals/trends/history";
import type { PastPeriod } from "../../../goals/trends/past-period";
import type { DayRange } from "../../../time/day";
import { shortRange, shortRanges } from "../../../words/dates";
import { neededFigure } from "../../../words/figures";
import { section } from "../../ui/blocks";
import { syncDaysButton } from "../../ui/sync-button";
import { capitalized, counted, metricNoun, unbrokenParts } from "../../ui/text";
import { RUNNING_PERIOD, standing } from "../pace-view";
import { OUTCOMES, STATUSES, statusTally } from "../status-words";

/** What is told of a month first. */
interface Told {
  readonly histories: readonly GoalHistory[];
  readonly running: readonly GoalLine[];
  /** The days that are not synced and that a sync may bring, the earliest first. */
  readonly unread: readonly DayRange[];
}

/** Says a month: its result, and in a second line the rest; nothing where there is nothing to tell. */
export function summaryBlocks(told: Pick<Told, "histories" | "running">): readonly SectionBlock[] {
  const [first, ...others] = headlineParts(told);
  if (first === undefined) return [];
  const rest = others.length === 0 ? [] : [unbrokenParts(capitalized(others.join("; ")))];
  return [section([`*${unbrokenParts(capitalized(first))}*`, ...rest].join("\n"))];
}

/**
 * "1 of 3 monthly goals reached; calls reached in 2 of 4 weeks; emails on 8 of 18 days, the last 9 missed; wholesale missed by $35,699": the
 * month's result first, while it goes on "monthly goals so far: 2 behind, 1 reached". A month judges a goal once, and shorter periods often,
 * so that neither is taken for a number of goals; of several goals the weeks and days are no weeks and days but times. Then the goal that came
 * least far, or where no month goes on is. `null` where there is nothing to tell.
 */
export function headlineInWords(told: Pick<Told, "histories" | "running">): string | null {
  const parts = headlineParts(told);
  return parts.length === 0 ? null : capitalized(parts.join("; "));
}

function headlineParts({ histories, running }: Pick<Told, "histories" | "running">): readonly string[] {
  const tallies = [...PERIODS].reverse().flatMap((period) =>
    tallyInWords(
      histories.filter((history) => history.period === period),
      period,
    ),
  );
  const months = soFarInWords(running);
  // Each of the two lines that these make says it once.
  const saysIt = (at: number) => at === 0 || (at === 1 && months === null);
  const told = tallies.map(({ what, often }, at) => [what, ...(saysIt(at) ? ["reached"] : []), ...often].join(" "));
  const worst = months === null ? worstInWords(histories, running) : null;
  return [months, ...told, worst].filter((part) => part !== null);
}

/**
 * Says below the results which days nobody can judge yet: "❔ Sep 1–3, Sep 28–30 not synced" beside "Sync Sep 1–30", by one sync for all:
 * everybody who sees figures may run one.
 */
export function unreadPart({ unread }: Pick<Told, "unread">): readonly SectionBlock[] {
  const [first, last] = [unread[0], unread.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { sign, words } = STATUSES.unread;
  const range = { from: first.from, to: last.to };
  const line = section(`${sign} ${shortRanges(unread)} ${words}`);
  return [{ ...line, accessory: syncDaysButton(range, `Sync ${shortRange(range)}`) }];
}

/** "monthly goals so far: 2 behind, 1 reached"; `null` where no month goes on. */
function soFarInWords(running: readonly GoalLine[]): string | null {
  const tally = statusTally(running.filter(({ period }) => period === "monthly"));
  if (tally.length === 0) return null;
  return `monthly goals so far: ${tally.map(({ count, words }) => `${count.toLocaleString("en-US")} ${words}`).join(", ")}`;
}

interface Tally {
  readonly what: string;
  /** Behind the word "reached", which is said once. */
  readonly often: readonly string[];
}

function tallyInWords(histories: readonly GoalHistory[], period: Period): readonly Tally[] {
  const judged = histories
    .map(({ periods }) => periods.filter(({ outcome }) => outcome === "reached" || outcome === "missed"))
    .filter((periods) => periods.length > 0);
  const all = judged.flat();
  const [own] = all;
  if (own === undefined) return [];
  const reached = all.filter(({ outcome }) => outcome === "reached").length.toLocaleString("en-US");
  const isPart = histories.some(({ periods }) => periods.some(({ outcome }) => outcome === "unread"));
  const of = (noun: string) => `${reached} of ${counted(all.length, isPart ? `synced ${noun}` : noun)}`;
  if (period === "monthly") return [{ what: `${reached} of ${counted(all.length, "monthly goal")}`, often: [] }];
  if (judged.length > 1) return [{ what: `${period} goals`, often: [`${reached} of ${counted(all.length, "time")}`] }];
  const what = metricNoun(own.type, 0);
  const often = period === "weekly" ? `in ${of("week")}` : `on ${of("day")}`;
  return [{ what, often: [`${often}${slideInWords(all, period)}`] }];
}

/** So many in a row are a slide. */
const SLIDES: Readonly<Record<Period, number>> = { daily: 3, weekly: 2, monthly: Number.POSITIVE_INFINITY };

/** ", the last 9 missed", of as many in a row; nothing of all, which is said already. */
function slideInWords(judged: readonly PastPeriod[], period: Period): string {
  const last = judged.length - 1 - judged.findLastIndex(({ outcome }) => outcome !== "missed");
  return last < SLIDES[period] || last === judged.length ? "" : `, the last ${last} missed`;
}

/**
 * "wholesale missed by $35,699": of the monthly goals that were missed the one that came least far, and while the month goes on what has
 * most to catch up, "wholesale behind by $71,414", "calls behind by 3 this week"; `null` where there is none.
 */
function worstInWords(histories: readonly GoalHistory[], running: readonly GoalLine[]): string | null {
  const months = histories.filter(({ period }) => period === "monthly").flatMap(({ periods }) => periods);
  const share = ({ value, target }: PastPeriod) => value / target;
  const [worst] = months.filter(({ outcome }) => outcome === "missed").sort((a, b) => share(a) - share(b));
  if (worst !== undefined) {
    const gap = neededFigure(worst.target - worst.value, worst.unit);
    return `${metricNoun(worst.type, 0)} ${OUTCOMES.missed.words} by ${gap}`;
  }
  const behind = firstNeed(running.filter(isBehind));
  if (behind === undefined) return null;
  const when = behind.period === "monthly" ? "" : ` ${RUNNING_PERIOD[behind.period]}`;
  return `${metricNoun(behind.type, 0)} ${standing(behind).words}${when}`;
}
