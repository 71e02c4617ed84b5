import { isShort, type RecapPerson } from "../../../digests/content/recap-people";
import type { PersonsPast } from "../../../digests/content/team-recap";
import { toCatchUp } from "../../../goals/status";
import type { PastPeriod } from "../../../goals/trends/past-period";
import { monthName, shortRanges } from "../../../words/dates";
import { exactFigure, figure, neededFigure } from "../../../words/figures";
import { amountShort, gapInPeriod, RUNNING_PERIOD } from "../../goals/pace-view";
import { OUTCOMES, STATUSES } from "../../goals/status-words";
import { capitalized, counted, foreign, listed, metricNoun, someOf } from "../../ui/text";

const MAX_NAME_LENGTH = 40;
/** So many goals are named of one person. */
const MAX_GOALS = 4;
const MAX_STARTED = 2;

/** Says of whom a manager talks to first why: "14 calls short last week, $85,699 wholesale and 12 emails short in October". */
export function whyFirst({ missed, behind }: RecapPerson): string {
  const short = byPeriod(missed).map(({ when, pasts }) => {
    const amounts = pasts.map(({ past }) => shortAmount(past, past.target - past.value));
    return `${amountsInWords(amounts)} short ${when}`;
  });
  const [worst] = behind;
  if (worst === undefined) return short.join(", ");
  const verb = worst.pace.verdict === "behind" ? "behind" : "short";
  const now = `${amountShort(worst)} ${metricNoun(worst.type, toCatchUp(worst))} ${verb} ${RUNNING_PERIOD[worst.period]}`;
  return [...short, now].join(", ");
}

/**
 * Says by what somebody comes first of several by the order of `recapPeople`: "most money short in October", and of whom no money is short
 * "furthest short last week and in October"; `null` of whoever missed nothing that has ended.
 */
export function firstReason(person: RecapPerson | undefined): string | null {
  const missed = person?.missed ?? [];
  const money = missed.filter(({ past }) => past.unit === "dollars");
  const when = listed(byPeriod(money.length > 0 ? money : missed).map((one) => one.when));
  return missed.length === 0 ? null : `${money.length > 0 ? "most money" : "furthest"} short ${when}`;
}

/** What one person's goals came to, a line each; none where there is nothing to say. */
export interface PersonLines {
  /** "❌ Calls: *14 short* last week, 16 of 30 (31 before)": what was missed, is behind now, and is not known, in this order. */
  readonly open: readonly string[];
  /** "✅ Calls: 32 of 30 last week (31 before), 126 of 110 in October": what was reached, a line a metric. */
  readonly reached: readonly string[];
}

/** Says it without a name, which stands above. */
export function personLines({ missed, behind, unread, reached }: RecapPerson): PersonLines {
  const open = [
    ...missed.map(({ past, before }) => {
      const short = `*${neededFigure(past.target - past.value, past.unit)} short* ${whenEnded(past)}`;
      return `${OUTCOMES.missed.sign} ${nameOf(past)}: ${short}, ${pastFigures(past)}${beforeInWords(before)}`;
    }),
    ...behind.map((goal) => `${STATUSES.behind.sign} ${nameOf(goal)}: ${gapInPeriod(goal)}`),
    ...unread.map(({ past }) => `${OUTCOMES.unread.sign} ${nameOf(past)}: ${unreadInWords(past)}`),
  ];
  const good = [...new Set(reached.map(({ past }) => past.type))].map((type) => {
    const own = reached.filter(({ past }) => past.type === type);
    const each = own.map(({ past, before }) => `${pastFigures(past)} ${whenEnded(past)}${beforeInWords(before)}`);
    return `${OUTCOMES.reached.sign} ${nameOf({ type })}: ${each.join(", ")}`;
  });
  return {
    open: atMost(open, "more goal"),
    reached: atMost(good, "more metric"),
  };
}

/**
 * Says of one person in a line each what the periods that ended came to, behind what goes on: "Last week: calls reached", "October: wholesale
 * $85,794 short of $100,000, emails 9 short of 60; calls reached"; then what is not known.
 */
export function endedLines({ missed, unread, reached }: RecapPerson): readonly string[] {
  const each = byPeriod([...missed, ...reached].sort(weeksFirst)).map(({ when, pasts }) => {
    const short = missed
      .filter((one) => pasts.includes(one))
      .map(({ past: { type, unit, target, value } }) => {
        return `${metricNoun(type, 0)} ${neededFigure(target - value, unit)} short of ${exactFigure(target, unit)}`;
      });
    const good = reached.filter((one) => pasts.includes(one)).map(({ past }) => metricNoun(past.type, 0));
    const done = good.length === 0 ? [] : [`${listed(good)} ${OUTCOMES.reached.words}`];
    return `${capitalized(when.replace(/^in /, ""))}: ${[...(short.length === 0 ? [] : [someOf(short, MAX_GOALS)]), ...done].join("; ")}`;
  });
  const open = unread.map(({ past }) => `${OUTCOMES.unread.sign} ${nameOf(past)}: ${unreadInWords(past)}`);
  return [...each, ...atMost(open, "more goal")];
}

function weeksFirst({ past: one }: PersonsPast, { past: other }: PersonsPast): number {
  return Number(one.period === "monthly") - Number(other.period === "monthly");
}

/** "Wholesale", "Calls": a metric by the name that it has in every row of people. */
function nameOf({ type }: Pick<PastPeriod, "type">): string {
  return capitalized(metricNoun(type, 0));
}

function atMost(rows: readonly string[], noun: string): readonly string[] {
  const more = rows.length - MAX_GOALS;
  return [...rows.slice(0, MAX_GOALS), ...(more > 0 ? [`and ${counted(more, noun)}`] : [])];
}

/** A team's people by what there is to talk about with each: those short of a goal, those of whom not all is known, and who reached theirs. */
export function recapGroups(people: readonly RecapPerson[]) {
  const rest = people.filter((person) => !isShort(person));
  return {
    short: people.filter(isShort),
    unread: rest.filter(({ unread }) => unread.length > 0),
    reached: rest.filter(({ unread }) => unread.length === 0),
  };
}

interface OfPeriod {
  /** "last week", "in October". */
  readonly when: string;
  readonly pasts: readonly PersonsPast[];
}

function byPeriod(pasts: readonly PersonsPast[]): readonly OfPeriod[] {
  return [...new Set(pasts.map(({ past }) => whenEnded(past)))].map((when) => ({
    when,
    pasts: pasts.filter(({ past }) => whenEnded(past) === when),
  }));
}

/** "last week", "in October". */
function whenEnded(past: Pick<PastPeriod, "period" | "from">): string {
  return past.period === "monthly" ? `in ${endedName(past)}` : endedName(past);
}

/** "last week", "October". */
export function endedName({ period, from }: Pick<PastPeriod, "period" | "from">): string {
  return period === "monthly" ? monthName(from) : "last week";
}

/** "16 of 30". */
function pastFigures({ value, target, unit }: PastPeriod): string {
  return `${figure(value, unit)} of ${exactFigure(target, unit)}`;
}

/** "2 of 30 last week so far, not synced Oct 29–31". */
function unreadInWords({ unread = [], ...past }: PastPeriod): string {
  const missing = `${STATUSES.unread.words} ${shortRanges(unread)}`.trimEnd();
  const when = whenEnded(past);
  if (past.value !== 0) return `${pastFigures(past)} ${when} so far, ${missing}`;
  return `? of ${exactFigure(past.target, past.unit)} ${when}, ${missing}`;
}

/** " (31 before)"; "" where that was not judged. */
function beforeInWords(before: PersonsPast["before"]): string {
  return before === null || !isJudged(before) ? "" : ` (${figure(before.value, before.unit)} before)`;
}

/** Tells whether a period was reached or missed. */
export function isJudged({ outcome }: Pick<PastPeriod, "outcome">): boolean {
  return outcome === "reached" || outcome === "missed";
}

function shortAmount({ type, unit }: Pick<PastPeriod, "type" | "unit">, short: number): string {
  return `${neededFigure(short, unit)} ${metricNoun(type, short)}`;
}

function amountsInWords(amounts: readonly string[]): string {
  const more = amounts.length - MAX_STARTED;
  return more > 0 ? someOf(amounts, MAX_STARTED) : listed(amounts);
}

/** Somebody's name, as mrkdwn. */
export function personIn(names: ReadonlyMap<string, string>, userId: string): string {
  return foreign(names.get(userId) ?? userId, MAX_NAME_LENGTH);
}
