import type { PersonsPast, TeamRecapPart } from "../../../digests/content/team-recap";
import type { Standings } from "../../../goals/teams/standings";
import type { Outcome } from "../../../goals/trends/past-period";
import { addDays } from "../../../time/day";
import { monthName } from "../../../words/dates";
import { exactFigure, figure } from "../../../words/figures";
import { OUTCOMES } from "../../goals/status-words";
import { counted, foreign, someOf } from "../../ui/text";

const MAX_NAME_LENGTH = 40;

interface PastValues {
  readonly names: ReadonlyMap<string, string>;
  /** How many lines, and names in a line. */
  readonly most: number;
}

/** Tells whether nobody can be behind yet: it is the first day of all that everybody has, and nobody has done anything. */
export function isFreshStart({ behind, unread, onTrack, notStarted }: Standings): boolean {
  return behind.length + unread.length === 0 && onTrack.length > 0 && notStarted.length === onTrack.length;
}

/** "2 people missed October, 1 person missed last week", "Everyone starts at 0 today" where nobody missed any. */
export function endedSummary({ lastMonth, lastWeek }: TeamRecapPart): string {
  const parts = [lastMonth, lastWeek].flatMap((ended) => {
    const people = new Set(ended.filter(({ past }) => past.outcome === "missed").map(({ userId }) => userId));
    return people.size === 0 ? [] : [`${counted(people.size, "person", "people")} missed ${periodName(ended)}`];
  });
  return parts.length === 0 ? "Everyone starts at 0 today" : parts.join(", ");
}

/**
 * How a period that ended came out: how many goals were reached, then who missed one, most money first, with what they reached beside
 * it, then who reached all of theirs, a line a person.
 */
export function pastLines(ended: readonly PersonsPast[], { names, most }: PastValues): readonly string[] {
  const missed = missedBy(ended);
  const reached = peopleOf(ended, "reached");
  const isIn = (people: readonly Own[]) => (own: Own) => people.some(({ userId }) => userId === own.userId);
  const beside = new Map(reached.filter(isIn(missed)).map(({ userId, pasts }) => [userId, pasts]));
  const others = reached.filter((own) => !isIn(missed)(own));
  const unread = peopleOf(ended, "unread").map(
    ({ userId, pasts }) => `${personIn(names, userId)} (${someOf(titles(pasts), MAX_GOALS)})`,
  );
  return [
    ...reachedInAll(ended),
    ...outcomeLines(missed, { outcome: "missed", names, most, beside }),
    ...outcomeLines(others, { outcome: "reached", names, most }),
    ...(unread.length === 0
      ? []
      : [`${OUTCOMES.unread.sign} *Not read yet ${whenEnded(ended)}*: ${someOf(unread, most)}`]),
  ];
}

/** "*Missed last week*" and a line for each who did, most money first; nothing where nobody did. */
export function missedIn(ended: readonly PersonsPast[], values: PastValues): readonly string[] {
  const missed = missedBy(ended);
  if (missed.length === 0) return [];
  return [`*Missed ${periodName(ended)}*`, ...outcomeLines(missed, { outcome: "missed", ...values })];
}

interface OutcomeValues extends PastValues {
  readonly outcome: "missed" | "reached";
  /** What these people reached besides, by their ids. */
  readonly beside?: ReadonlyMap<string, readonly PersonsPast[]>;
}

/** "❌ *Ana*: Emails 48 of 60 · ✅ Calls 110 of 110", and how many more there are. */
function outcomeLines(people: readonly Own[], { outcome, names, most, beside }: OutcomeValues): readonly string[] {
  const { sign, words } = OUTCOMES[outcome];
  const shown = people.slice(0, most).map(({ userId, pasts }) => {
    const reached = beside?.get(userId) ?? [];
    const also =
      reached.length === 0 ? "" : ` · ${OUTCOMES.reached.sign} ${someOf(reached.map(pastInWords), MAX_GOALS)}`;
    return `${sign} *${personIn(names, userId)}*: ${someOf(pasts.map(pastInWords), MAX_GOALS)}${also}`;
  });
  const more = people.length - shown.length;
  const rest = `${sign} ${counted(more, "person", "people")}${shown.length > 0 ? " more" : ""} ${words} theirs`;
  return [...shown, ...(more > 0 ? [rest] : [])];
}

function missedBy(ended: readonly PersonsPast[]): readonly Own[] {
  return peopleOf(ended, "missed").sort((a, b) => moneyMissed(b) - moneyMissed(a));
}

const MAX_GOALS = 3;

/** Somebody's goals that came out alike. */
interface Own {
  readonly userId: string;
  readonly pasts: readonly PersonsPast[];
}

function peopleOf(ended: readonly PersonsPast[], outcome: Outcome): Own[] {
  const own = ended.filter(({ past }) => past.outcome === outcome);
  return [...new Set(own.map(({ userId }) => userId))].map((userId) => ({
    userId,
    pasts: own.filter((one) => one.userId === userId),
  }));
}

/**
 * "*Last week: reached 1 of 3 goals*, 2 fewer than the week before": compared only where each of these goals was judged in the period
 * before, too. Nothing where none was judged.
 */
function reachedInAll(ended: readonly PersonsPast[]): readonly string[] {
  const judged = ended.filter(({ past }) => isJudged(past));
  if (judged.length === 0) return [];
  const reached = judged.filter(({ past }) => past.outcome === "reached").length;
  const name = judged[0]?.past.period === "monthly" ? monthName(judged[0].past.from) : "Last week";
  // A period without workdays was read as well.
  const open = ended.filter(({ past }) => past.outcome === "unread").length;
  const unread = open === 0 ? "" : `, ${open.toLocaleString("en-US")} not read yet`;
  const head = `*${name}: reached ${reached.toLocaleString("en-US")} of ${counted(judged.length, "goal")}*${unread}`;
  if (!judged.every(({ before }) => before !== null && isJudged(before))) return [head];
  const change = reached - judged.filter(({ before }) => before?.outcome === "reached").length;
  const than = `${change > 0 ? "more" : "fewer"} than ${periodBefore(judged)}`;
  return [`${head}, ${change === 0 ? `as many as ${periodBefore(judged)}` : `${Math.abs(change)} ${than}`}`];
}

function isJudged({ outcome }: PersonsPast["past"]): boolean {
  return outcome === "reached" || outcome === "missed";
}

/** "in October", "last week". */
function whenEnded(ended: readonly PersonsPast[]): string {
  return ended[0]?.past.period === "monthly" ? `in ${periodName(ended)}` : periodName(ended);
}

/** "in September", "the week before". */
function periodBefore([first]: readonly PersonsPast[]): string {
  return first?.past.period === "monthly" ? `in ${monthName(addDays(first.past.from, -1))}` : "the week before";
}

/** "October", "last week". */
function periodName([first]: readonly PersonsPast[]): string {
  return first?.past.period === "monthly" ? monthName(first.past.from) : "last week";
}

function moneyMissed({ pasts }: Own): number {
  return pasts.reduce((sum, { past }) => sum + (past.unit === "dollars" ? past.target - past.value : 0), 0);
}

/** "Calls 16 of 30 (31 the week before)". */
function pastInWords(one: PersonsPast): string {
  const { title, target, value, unit } = one.past;
  const { before } = one;
  const then = before === null || !isJudged(before) ? "" : ` (${figure(before.value, unit)} ${periodBefore([one])})`;
  return `${foreign(title)} ${figure(value, unit)} of ${exactFigure(target, unit)}${then}`;
}

function titles(pasts: readonly PersonsPast[]): readonly string[] {
  return pasts.map(({ past }) => foreign(past.title));
}

/** Somebody's name, as mrkdwn. */
export function personIn(names: ReadonlyMap<string, string>, userId: string): string {
  return foreign(names.get(userId) ?? userId, MAX_NAME_LENGTH);
}
