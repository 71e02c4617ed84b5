import { isShort, type RecapPerson } from "../../../digests/content/recap-people";
import type { TeamRecapPart } from "../../../digests/content/team-recap";
import { STATUSES, type StatusWords } from "../../goals/status-words";
import { NONE_BEHIND_SYNCED, START } from "../../goals/team/behind-view";
import { counted, someOf } from "../../ui/text";
import { reachedInAll } from "./recap-counts-view";
import { personIn, personLines, recapGroups, whyFirst } from "./recap-people-view";

/** A team with its people, whom it takes a while to put together where there are many. */
export interface PeoplePart extends TeamRecapPart {
  /** By whom a manager talks to first. */
  readonly people: readonly RecapPerson[];
}

interface Named {
  /** By Slack id. */
  readonly names: ReadonlyMap<string, string>;
  /** Slack id of whoever reads. */
  readonly reader?: string | undefined;
}

/** Finds with whom a manager begins, who is not the reader; `undefined` where nobody else is short. */
export function firstShort(
  { people }: Pick<PeoplePart, "people">,
  reader: string | undefined,
): RecapPerson | undefined {
  return people.filter(isShort).find(({ userId }) => userId !== reader);
}

/** "*Start with Ana Torres*: 14 calls short last week."; where nobody else is short, what that means. */
export function startLine({ people, standings }: PeoplePart, { names, reader }: Named): string {
  const short = people.filter(isShort);
  const first = firstShort({ people }, reader);
  if (first !== undefined) return `*${START}${personIn(names, first.userId)}*: ${whyFirst(first)}.`;
  if (short[0] !== undefined) return `*Nobody else needs you.* You: ${whyFirst(short[0])}.`;
  if (people.some(({ unread }) => unread.length > 0)) return "*Nobody missed a goal* of those that are synced.";
  if (people.length > 0) return "*Nobody missed a goal.*";
  const { unread, onTrack, notStarted } = standings;
  if (unread.length > 0) return NONE_BEHIND_SYNCED;
  if (onTrack.length === 0) return "Nobody has a goal yet.";
  return notStarted.length === onTrack.length ? "Everyone starts at 0 today." : "Nobody is behind.";
}

/** "Last week: reached 0 of 2 weekly goals", "October: reached 1 of 4 monthly goals", "Now: 1 of 3 people behind, 2 not synced". */
export function countsOf({
  lastWeek,
  lastMonth,
  standings: { behind, unread, onTrack },
}: TeamRecapPart): readonly string[] {
  const all = behind.length + unread.length + onTrack.length;
  const now = `Now: ${behind.length.toLocaleString("en-US")} of ${counted(all, "person", "people")} behind`;
  const open = unread.length === 0 ? "" : `, ${unread.length.toLocaleString("en-US")} ${STATUSES.unread.words}`;
  return [...reachedInAll(lastWeek), ...reachedInAll(lastMonth), ...(behind.length === 0 ? [] : [`${now}${open}`])];
}

/** What is said of one person: who it is with what is short, and quietly what was reached. */
interface PersonPart {
  readonly words: readonly string[];
  readonly quiet: readonly string[];
  /** Slack id of whom a manager may write to about it: of whoever is short, but the reader. */
  readonly to: string | null;
  /** Whether it is with them that a manager begins. */
  readonly starts: boolean;
}

/** What is said of a team's people. */
export interface PeopleWords {
  /** Who missed a goal or is behind, the first need first and the reader last, then of whom nothing is known. */
  readonly people: readonly PersonPart[];
  /** Whom there is no room for, by name, and who reached all. */
  readonly rest: readonly string[];
}

interface PeopleOptions {
  readonly most: number;
  /** By how much somebody's clock is apart from the reader's, where that is worth a thought. */
  readonly apartOf?: (userId: string) => string | null;
}

/**
 * Says of each of a team's people what their manager may talk about with them: of so many in full, each under a mention, which pings nobody in a
 * message to its reader alone, of the others who they are.
 */
export function peopleWords(
  { people }: Pick<PeoplePart, "people">,
  { names, reader, most, apartOf = () => null }: Named & PeopleOptions,
): PeopleWords {
  const nameIn = (userId: string) => (userId === reader ? "You" : personIn(names, userId));
  const readerLast = [
    ...people.filter(({ userId }) => userId !== reader),
    ...people.filter(({ userId }) => userId === reader),
  ];
  const { short, unread, reached } = recapGroups(readerLast);
  const [first] = short;
  const part = (person: RecapPerson): PersonPart => {
    const { userId } = person;
    const said = personLines(person);
    const to = isShort(person) && userId !== reader ? userId : null;
    const starts = person === first && to !== null;
    const lead = starts ? START : "";
    const who = userId === reader ? "You" : `<@${userId}>`;
    const apart = apartOf(userId);
    return {
      words: [`*${lead}${who}*${apart === null ? "" : ` (${apart})`}`, ...said.open],
      quiet: said.reached,
      to,
      starts,
    };
  };
  const others = (all: readonly RecapPerson[]) => all.slice(most).map(({ userId }) => nameIn(userId));
  const named = Math.min(most, MAX_NAMED);
  return {
    people: [...short.slice(0, most), ...unread.slice(0, most)].map(part),
    rest: [
      ...moreLine(others(short), { ...SHORT, most: named }),
      ...moreLine(others(unread), { ...STATUSES.unread, most: named }),
      ...reachedLine(
        reached.map(({ userId }) => userId),
        { reader, most: named, nameIn },
      ),
    ],
  };
}

const MAX_NAMED = 5;
const SHORT = { sign: STATUSES.missed.sign, words: "short of a goal" } as const;

/** "❌ *12 more short of a goal*: Ben Okafor, Cleo Ruiz and 10 more"; "❌ 12 people short of a goal" where none is named. */
function moreLine(
  others: readonly string[],
  { sign, words, most }: StatusWords & { readonly most: number },
): readonly string[] {
  if (others.length === 0) return [];
  if (most === 0) return [`${sign} ${counted(others.length, "person", "people")} ${words}`];
  return [`${sign} *${others.length.toLocaleString("en-US")} more ${words}*: ${someOf(others, most)}`];
}

interface ReachedNames extends Pick<Named, "reader"> {
  readonly most: number;
  readonly nameIn: (userId: string) => string;
}

/** "✅ *Reached all of theirs*: Ben Okafor, You". */
function reachedLine(userIds: readonly string[], { reader, most, nameIn }: ReachedNames): readonly string[] {
  const { sign } = STATUSES.reached;
  const [only, ...others] = userIds;
  if (only === undefined) return [];
  if (only === reader && others.length === 0) return [`${sign} *You reached all of yours*`];
  return [`${sign} *Reached all of theirs*: ${someOf(userIds.map(nameIn), most)}`];
}
