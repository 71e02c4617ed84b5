import type { RecapPerson } from "../../../digests/content/recap-people";
import type { PersonsPast } from "../../../digests/content/team-recap";
import { toCatchUp } from "../../../goals/status";
import type { PastPeriod } from "../../../goals/trends/past-period";
import { monthName, shortRanges } from "../../../words/dates";
import { exactFigure, figure, neededFigure } from "../../../words/figures";
import { amountShort, gapInPeriod, RUNNING_PERIOD } from "../../goals/pace-view";
import { OUTCOMES, STATUSES, type StatusWords } from "../../goals/status-words";
import { foreign, listed, metricNoun, someOf } from "../../ui/text";

const MAX_NAME_LENGTH = 40;
/** So many goals of a period are named of one person. */
const MAX_GOALS = 3;
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
 * "❌ *Ana Torres*: Calls 16 of 30 last week (31 before), Emails 3 of 5 · Emails 48 of 60 in October · ✅ Calls 110 of 110 in October": what
 * was missed, what is behind now, what is not known, and what was reached.
 */
export function personLine(person: RecapPerson, name: string): string {
  const parts = partsOf(person).map(({ sign, words }, at, all) => {
    if (at === 0) return `${sign} *${name}*: ${words}`;
    return sign === all[at - 1]?.sign ? words : `${sign} ${words}`;
  });
  return parts.join(" · ");
}

/** Says it without a name, in a line a period: "❌ Calls 16 of 30 last week (31 before)". */
export function personLines(person: RecapPerson): readonly string[] {
  return partsOf(person).map(({ sign, words }) => `${sign} ${words}`);
}

function partsOf({ missed, behind, unread, reached }: RecapPerson): readonly StatusWords[] {
  const ended = ({ sign }: StatusWords, pasts: readonly PersonsPast[]) =>
    byPeriod(pasts).map((own) => ({ sign, words: periodInWords(own) }));
  const now = behind.map((goal) => `${foreign(goal.title)} ${gapInPeriod(goal)}`);
  return [
    ...ended(OUTCOMES.missed, missed),
    ...(now.length === 0 ? [] : [{ sign: STATUSES.behind.sign, words: someOf(now, MAX_GOALS) }]),
    ...ended(OUTCOMES.unread, unread),
    ...ended(OUTCOMES.reached, reached),
  ];
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
function whenEnded({ period, from }: Pick<PastPeriod, "period" | "from">): string {
  return period === "monthly" ? `in ${monthName(from)}` : "last week";
}

/** "Calls 16 of 30 last week (31 before), Emails 3 of 5". */
function periodInWords({ when, pasts }: OfPeriod): string {
  return someOf(
    pasts.map((one, at) => pastInWords(one, at === 0 ? ` ${when}` : "")),
    MAX_GOALS,
  );
}

function pastInWords({ past, before }: PersonsPast, when: string): string {
  const { title, target, value, unit, outcome, unread = [] } = past;
  const of = `of ${exactFigure(target, unit)}${when}`;
  if (outcome === "unread") {
    const missing = `${STATUSES.unread.words} ${shortRanges(unread)}`.trimEnd();
    return `${foreign(title)} ${value === 0 ? "?" : figure(value, unit)} ${of}${value === 0 ? "" : " so far"}, ${missing}`;
  }
  const then = before === null || !isJudged(before) ? "" : ` (${figure(before.value, unit)} before)`;
  return `${foreign(title)} ${figure(value, unit)} ${of}${then}`;
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
