import type { KnownBlock, SectionBlock } from "@slack/types";
import type { Period } from "../../../goals/goal";
import type { GoalLine } from "../../../goals/overview";
import { PERIODS } from "../../../goals/range-sums";
import { isBehind } from "../../../goals/status";
import { firstNeed } from "../../../goals/teams/standings";
import type { GoalHistory } from "../../../goals/trends/history";
import { type PastPeriod, reachedOf } from "../../../goals/trends/past-period";
import type { DayRange } from "../../../time/day";
import { shortRange, shortRanges } from "../../../words/dates";
import { neededFigure } from "../../../words/figures";
import { NEEDING } from "../../ui/after-today";
import { actions, section } from "../../ui/blocks";
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

/** Says a month: its result, then a line of each that there is to tell; nothing where there is nothing. */
export function summaryBlocks(told: Pick<Told, "histories" | "running">): readonly SectionBlock[] {
  const [first, ...others] = headlineParts(told);
  if (first === undefined) return [];
  const rest = others.map((part) => unbrokenParts(capitalized(part)));
  return [section([`*${unbrokenParts(capitalized(first))}*`, ...rest].join("\n"))];
}

/**
 * "1 of 3 monthly goals reached; wholesale missed by $35,699; emails missed on 10 of 18 days, the last 9 in a row; calls reached in 2 of 4
 * weeks, 1 not fully synced": the month's result first, while it goes on "2 monthly goals behind, 1 reached"; then what was missed, of its goals the one that came
 * least far and what was missed many times in a row; then the rest. A month judges a goal once, and shorter periods often, so that neither is
 * taken for a number of goals; of several goals the weeks and days are no weeks and days but times. Those that are not synced count among all,
 * as they stand in the list. `null` where there is nothing to tell.
 */
export function headlineInWords(told: Pick<Told, "histories" | "running">): string | null {
  const parts = headlineParts(told);
  return parts.length === 0 ? null : capitalized(parts.join("; "));
}

function headlineParts({ histories, running }: Pick<Told, "histories" | "running">): readonly string[] {
  const tallies = [...PERIODS].reverse().flatMap((period) =>
    tallyOf(
      histories.filter((history) => history.period === period),
      period,
    ),
  );
  const ranked = [...tallies].sort((a, b) => rankOf(a) - rankOf(b));
  const months = soFarInWords(running);
  if (months !== null) return [months, ...talliesInWords(ranked)];
  const worst = worstInWords(histories);
  return [
    ...talliesInWords(ranked.slice(0, 1)),
    ...worst,
    ...talliesInWords(ranked.slice(1)),
    ...(worst.length === 0 ? behindInWords(running) : []),
  ];
}

/** The month's result comes first, then what was missed. */
function rankOf({ period, verb }: Tally): number {
  if (period === "monthly") return 0;
  return verb === "missed" ? 1 : 2;
}

/** Says of tallies in a row but once that they were reached. */
function talliesInWords(tallies: readonly Tally[]): readonly string[] {
  const saysIt = ({ verb }: Tally, at: number) => verb === "missed" || tallies[at - 1]?.verb !== verb;
  return tallies.map((tally, at) => {
    const { what, verb, often, lacking } = tally;
    return `${[what, saysIt(tally, at) ? verb : "", often].filter((part) => part !== "").join(" ")}${lacking}`;
  });
}

/**
 * Says below results which days nobody can judge yet: "❔ Sep 1–3, Sep 28–30 not synced" above "Sync Sep 1–30", by one sync for all:
 * everybody who sees figures may run one. Where one result alone lacks some of its days it is "Sync Sep 28 to complete the week".
 */
export function unreadPart({ unread, histories }: Pick<Told, "unread" | "histories">): readonly KnownBlock[] {
  const [first, last] = [unread[0], unread.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { sign, words } = STATUSES.unread;
  const range = { from: first.from, to: last.to };
  const button = syncDaysButton(range, `Sync ${shortRange(range)}${completing(range, histories)}`);
  return [section(`${sign} ${shortRanges(unread)} ${words}`), actions([button])];
}

/** " to complete the week"; nothing where these are all its days, or not those of one result alone. */
function completing({ from, to }: DayRange, histories: readonly GoalHistory[]): string {
  const lacking = histories.flatMap(({ periods }) => periods.filter(({ unread = [] }) => unread.length > 0));
  const [one, ...others] = lacking;
  if (one === undefined || others.length > 0 || from < one.from || to > one.to) return "";
  return from === one.from && to === one.to ? "" : ` to complete ${NEEDING[one.period]}`;
}

/** "2 monthly goals behind, 1 reached", below a title that says "so far"; `null` where no month goes on. */
function soFarInWords(running: readonly GoalLine[]): string | null {
  const [first, ...others] = statusTally(running.filter(({ period }) => period === "monthly"));
  if (first === undefined) return null;
  const rest = others.map(({ count, words }) => `${count.toLocaleString("en-US")} ${words}`);
  return [`${counted(first.count, "monthly goal")} ${first.words}`, ...rest].join(", ");
}

interface Tally {
  readonly period: Period;
  readonly what: string;
  readonly verb: "reached" | "missed";
  /** Behind the verb: "in 2 of 4 weeks"; empty where the goals themselves are counted. */
  readonly often: string;
  /** ", 1 not fully synced" of these; empty where all are. */
  readonly lacking: string;
}

function tallyOf(histories: readonly GoalHistory[], period: Period): readonly Tally[] {
  const lists = histories
    .map(({ periods }) => periods.filter(({ outcome }) => outcome !== "off"))
    .filter((periods) => periods.length > 0);
  const all = lists.flat();
  const known = all.filter(({ outcome }) => outcome !== "unread");
  const [first] = known;
  if (first === undefined) return [];
  const { reached, missed, unread } = reachedOf(all);
  const lacking = unread === 0 ? "" : `, ${unread} not ${period === "daily" ? "" : "fully "}synced`;
  const tally = (what: string, often = ""): Tally => ({ period, what, verb: "reached", often, lacking });
  if (period === "monthly") return [tally(`${reached} of ${counted(all.length, "monthly goal")}`)];
  if (lists.length > 1) return [tally(`${period} goals`, `${reached} of ${counted(all.length, "time")}`)];
  const [noun, at] = period === "weekly" ? ["week", "in"] : ["day", "on"];
  const of = counted(all.length, noun);
  const slide = slideOf(known, period);
  const what = metricNoun(first.type, 0);
  if (slide === 0) return [tally(what, `${at} ${reached} of ${of}`)];
  if (slide === all.length) return [{ ...tally(what, `${at} all ${of}`), verb: "missed" }];
  const last = slide === missed ? "all in a row" : `the last ${slide} in a row`;
  return [{ ...tally(what, `${at} ${missed} of ${of}, ${last}`), verb: "missed" }];
}

/** So many in a row are a slide. */
const SLIDES: Readonly<Record<Period, number>> = { daily: 3, weekly: 2, monthly: Number.POSITIVE_INFINITY };

/** How many in a row were missed at the end; 0 where these are too few for a slide. */
function slideOf(judged: readonly PastPeriod[], period: Period): number {
  const last = judged.length - 1 - judged.findLastIndex(({ outcome }) => outcome !== "missed");
  return last < SLIDES[period] ? 0 : last;
}

/** "wholesale missed by $35,699": of the monthly goals that were missed the one that came least far; nothing where none was. */
function worstInWords(histories: readonly GoalHistory[]): readonly string[] {
  const months = histories.filter(({ period }) => period === "monthly").flatMap(({ periods }) => periods);
  const share = ({ value, target }: PastPeriod) => value / target;
  const [worst] = months.filter(({ outcome }) => outcome === "missed").sort((a, b) => share(a) - share(b));
  if (worst === undefined) return [];
  const gap = neededFigure(worst.target - worst.value, worst.unit);
  return [`${metricNoun(worst.type, 0)} ${OUTCOMES.missed.words} by ${gap}`];
}

/** "calls behind by 3 this week", of what goes on what has most to catch up; nothing where nothing is behind. */
function behindInWords(running: readonly GoalLine[]): readonly string[] {
  const behind = firstNeed(running.filter(isBehind));
  if (behind === undefined) return [];
  return [`${metricNoun(behind.type, 0)} ${standing(behind).words} ${RUNNING_PERIOD[behind.period]}`];
}
