import type { PersonsPast, TeamRecapPart } from "../../digests/content/team-recap";
import type { Outcome } from "../../goals/trends/past-period";
import { monthName } from "../../words/dates";
import { neededFigure } from "../../words/figures";
import { OUTCOMES } from "../goals/status-words";
import { counted, foreign, someOf } from "../ui/text";

const MAX_NAME_LENGTH = 40;

interface PastValues {
  readonly names: ReadonlyMap<string, string>;
  /** How many lines, and names in a line. */
  readonly most: number;
}

/** Tells whether nobody can be behind yet: it is the first day of all that everybody has, and nobody has done anything. */
export function isFreshStart({ standings: { behind, onTrack, notStarted } }: TeamRecapPart): boolean {
  return behind.length === 0 && onTrack.length > 0 && notStarted.length === onTrack.length;
}

/** "2 people missed October, 1 person missed last week", "Everyone starts at 0 today" where nobody missed any. */
export function endedSummary({ lastMonth, lastWeek }: TeamRecapPart): string {
  const parts = [lastMonth, lastWeek].flatMap((ended) => {
    const people = new Set(ended.filter(({ past }) => past.outcome === "missed").map(({ userId }) => userId));
    return people.size === 0 ? [] : [`${counted(people.size, "person", "people")} missed ${periodName(ended)}`];
  });
  return parts.length === 0 ? "Everyone starts at 0 today" : parts.join(", ");
}

/** Who missed goals of a period that ended, each a line, most money first; then who reached theirs, in one. */
export function pastLines(ended: readonly PersonsPast[], { names, most }: PastValues): readonly string[] {
  const when = periodName(ended);
  const isMonth = ended[0]?.past.period === "monthly";
  const peopleOf = (outcome: Outcome) => {
    const own = ended.filter(({ past }) => past.outcome === outcome);
    return [...new Set(own.map(({ userId }) => userId))].map((userId) => ({
      name: personIn(names, userId),
      pasts: own.filter((one) => one.userId === userId).map(({ past }) => past),
    }));
  };
  const line = (outcome: Outcome, what: string) => {
    const people = peopleOf(outcome).map(({ name, pasts }) => `${name} (${someOf(pasts.map(pastInWords), 3)})`);
    return people.length === 0
      ? []
      : [`${OUTCOMES[outcome].sign} *${what} ${isMonth ? "in " : ""}${when}*: ${someOf(people, most)}`];
  };
  const { sign } = OUTCOMES.missed;
  const missed = peopleOf("missed").sort((a, b) => moneyMissed(b.pasts) - moneyMissed(a.pasts));
  const shown = missed.slice(0, most).map(({ name, pasts }) => {
    return `${sign} *${name}* missed ${when}: ${someOf(pasts.map(pastInWords), 3)}`;
  });
  const more = missed.length - shown.length;
  const rest = `${sign} ${counted(more, "person", "people")}${shown.length > 0 ? " more" : ""} missed ${when}`;
  return [...shown, ...(more > 0 ? [rest] : []), ...line("reached", "Reached"), ...line("unread", "Not read yet")];
}

/** "October", "last week". */
function periodName([first]: readonly PersonsPast[]): string {
  return first?.past.period === "monthly" ? monthName(first.past.from) : "last week";
}

function moneyMissed(pasts: readonly PersonsPast["past"][]): number {
  return pasts.reduce((sum, { unit, target, value }) => sum + (unit === "dollars" ? target - value : 0), 0);
}

function pastInWords({ title, outcome, target, value, unit }: PersonsPast["past"]): string {
  const name = foreign(title);
  return outcome === "missed" ? `${name} by ${neededFigure(target - value, unit)}` : name;
}

/** Somebody's name, as mrkdwn. */
export function personIn(names: ReadonlyMap<string, string>, userId: string): string {
  return foreign(names.get(userId) ?? userId, MAX_NAME_LENGTH);
}
