import { isShort, type RecapPerson } from "../../../digests/content/recap-people";
import type { TeamRecapPart } from "../../../digests/content/team-recap";
import { STATUSES } from "../../goals/status-words";
import { NONE_BEHIND_SYNCED } from "../../goals/team/behind-view";
import { counted, someOf } from "../../ui/text";
import { reachedInAll } from "./recap-counts-view";
import { personIn, personLine, whyFirst } from "./recap-people-view";

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

/** "*Start with Ana Torres*: 14 calls short last week."; where nobody else is short, what that means. */
export function startLine({ people, standings }: PeoplePart, { names, reader }: Named): string {
  const short = people.filter(isShort);
  const first = short.find(({ userId }) => userId !== reader);
  if (first !== undefined) return `*Start with ${personIn(names, first.userId)}*: ${whyFirst(first)}.`;
  if (short[0] !== undefined) return `*Nobody else needs you.* You: ${whyFirst(short[0])}.`;
  if (people.some(({ unread }) => unread.length > 0)) return "*Nobody missed a goal* of those that are synced.";
  if (people.length > 0) return "*Nobody missed a goal.*";
  const { unread, onTrack, notStarted } = standings;
  if (unread.length > 0) return NONE_BEHIND_SYNCED;
  if (onTrack.length === 0) return "Nobody has a goal yet.";
  return notStarted.length === onTrack.length ? "Everyone starts at 0 today." : "Nobody is behind.";
}

/** "Last week: reached 0 of 2 goals", "October: reached 1 of 4 goals", "Now: 1 of 3 people behind, 2 not synced". */
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

/** A line for each who missed a goal or is behind, the first need first and the reader last, then who reached all, and of whom nothing is known. */
export function peopleLines(
  { people }: Pick<PeoplePart, "people">,
  { names, reader, most }: Named & { readonly most: number },
): readonly string[] {
  const nameIn = (userId: string) => (userId === reader ? "You" : personIn(names, userId));
  const all = people.filter(isShort);
  const short = [...all.filter(({ userId }) => userId !== reader), ...all.filter(({ userId }) => userId === reader)];
  const shown = short.slice(0, most).map((one) => personLine(one, nameIn(one.userId)));
  const more = short.length - shown.length;
  const rest = people.filter((one) => !isShort(one));
  const unknown = rest.filter(({ unread }) => unread.length > 0);
  const reached = rest.filter(({ unread }) => unread.length === 0).map(({ userId }) => userId);
  return [
    ...shown,
    ...(more > 0 ? [moreLine(more, shown.length > 0)] : []),
    ...unknown.slice(0, most).map((one) => personLine(one, nameIn(one.userId))),
    ...(unknown.length > most ? [moreUnreadLine(unknown.length - most, most > 0)] : []),
    ...reachedLine(reached, { reader, most, nameIn }),
  ];
}

function moreLine(more: number, hasShown: boolean): string {
  const people = (noun: string, plural: string) => counted(more, noun, plural);
  return hasShown
    ? `and ${people("more person", "more people")}`
    : `${STATUSES.missed.sign} ${people("person", "people")} short of a goal`;
}

/** "and 7 more people not synced"; "❔ 12 people not synced" where none of them is named. */
function moreUnreadLine(more: number, hasShown: boolean): string {
  const { sign, words } = STATUSES.unread;
  return hasShown
    ? `and ${counted(more, "more person", "more people")} ${words}`
    : `${sign} ${counted(more, "person", "people")} ${words}`;
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
