import { isShort, recapPeople } from "../../../digests/content/recap-people";
import type { TeamRecapPart } from "../../../digests/content/team-recap";
import { STATUSES } from "../../goals/status-words";
import { counted, someOf } from "../../ui/text";
import { reachedInAll } from "./recap-counts-view";
import { personIn, personLine, whyFirst } from "./recap-people-view";

interface Named {
  /** By Slack id. */
  readonly names: ReadonlyMap<string, string>;
  /** Slack id of whoever reads. */
  readonly reader?: string | undefined;
}

/** "*Start with Ana Torres*: 14 calls short last week."; where nobody else is short, what that means. */
export function startLine(part: TeamRecapPart, { names, reader }: Named): string {
  const people = recapPeople(part);
  const short = people.filter(isShort);
  const first = short.find(({ userId }) => userId !== reader);
  if (first !== undefined) return `*Start with ${personIn(names, first.userId)}*: ${whyFirst(first)}.`;
  if (short[0] !== undefined) return `*Nobody else needs you.* You: ${whyFirst(short[0])}.`;
  if (people.some(({ unread }) => unread.length > 0)) return "*Nobody missed a goal* of those that are synced.";
  if (people.length > 0) return "*Everyone reached their goals.*";
  const { unread, onTrack, notStarted } = part.standings;
  if (unread.length + onTrack.length === 0) return "Nobody has a goal yet.";
  return onTrack.length > 0 && notStarted.length === onTrack.length
    ? "Everyone starts at 0 today."
    : "Nobody is behind.";
}

/** "Last week: reached 0 of 2 goals", "October: reached 1 of 4 goals", "Now: 1 of 3 people behind". */
export function countsOf({
  lastWeek,
  lastMonth,
  standings: { behind, unread, onTrack },
}: TeamRecapPart): readonly string[] {
  const all = behind.length + unread.length + onTrack.length;
  const now = `Now: ${behind.length.toLocaleString("en-US")} of ${counted(all, "person", "people")} behind`;
  return [...reachedInAll(lastWeek), ...reachedInAll(lastMonth), ...(behind.length === 0 ? [] : [now])];
}

/** A line for each who missed a goal or is behind, the first need first and the reader last, then who reached all, and of whom nothing is known. */
export function peopleLines(
  part: TeamRecapPart,
  { names, reader, most }: Named & { readonly most: number },
): readonly string[] {
  const people = recapPeople(part);
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
    ...reachedLine(reached, { reader, most, nameIn }),
  ];
}

function moreLine(more: number, hasShown: boolean): string {
  const people = (noun: string, plural: string) => counted(more, noun, plural);
  return hasShown
    ? `and ${people("more person", "more people")}`
    : `${STATUSES.missed.sign} ${people("person", "people")} short of a goal`;
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
