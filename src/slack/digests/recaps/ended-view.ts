import type { KnownBlock } from "@slack/types";
import { isShort, type RecapPerson } from "../../../digests/content/recap-people";
import type { PersonsPast } from "../../../digests/content/team-recap";
import type { Period } from "../../../goals/goal";
import type { MetricType } from "../../../metrics/metrics";
import { STATUSES } from "../../goals/status-words";
import { START } from "../../goals/team/behind-view";
import type { LocalClock } from "../../goals/team/local-clocks";
import { personRow, type RowHead, type RowPerson } from "../../goals/team/person-row-view";
import { context } from "../../ui/blocks";
import { counted, someOf, unbrokenParts } from "../../ui/text";
import { endedLines, firstReason, personIn, recapGroups, whyFirst } from "./recap-people-view";

/** What the week and the month that ended came to for each of a team. */
export type EndedPeople = readonly RecapPerson[];

const MAX_ROWS = 10;
const MAX_NAMED = 5;

interface EndedContext {
  /** Says which metric and period are looked at. */
  readonly asked: { readonly metric: MetricType | null; readonly period?: Period | undefined };
  readonly head: (person: RowPerson) => RowHead;
  /** By Slack id. */
  readonly names: ReadonlyMap<string, string>;
  readonly reader?: string | undefined;
  /** What time it is where somebody is, where that is worth a thought. */
  readonly clockOf?: (userId: string) => LocalClock | null;
  /** Lines of what somebody can still do, as mrkdwn: what they missed, which nobody can change, is small print. */
  readonly also?: (userId: string) => readonly string[];
}

/**
 * Who needs their manager on the first day of all goals: with whom to begin first, a row for each who missed a goal of the week or
 * the month that ended, or of whom not all is known: what can still be done, and in small print what is over; nothing where there is nobody.
 */
export function endedPart(
  ended: EndedPeople,
  { asked, head, names, reader, clockOf = () => null, also = () => [] }: EndedContext,
): readonly KnownBlock[] {
  const people = ended.map((person) => narrowed(person, asked)).filter((person) => pastsOf(person).length > 0);
  const others = people.filter(({ userId }) => userId !== reader);
  const { short, unread, reached } = recapGroups(others);
  const needing = [...short, ...unread];
  if (needing.length === 0) return [];
  const [first] = short;
  // Of all that they missed, as it is by all of it that people follow each other.
  const reason = short.length > 1 ? firstReason(ended.find(({ userId }) => userId === first?.userId)) : null;
  const shown = needing.slice(0, MAX_ROWS);
  const rows = shown.flatMap((person) => {
    const { userId } = person;
    const figures = [...person.missed, ...person.unread, ...person.reached].map(({ past }) => past);
    const own = head({ userId, name: names.get(userId) ?? userId, starts: person === first, figures });
    const clock = clockOf(userId);
    const notes = [...(person === first && reason !== null ? [reason] : []), ...(clock === null ? [] : [clock.words])];
    const title = `*${person === first ? START : ""}${own.title}*${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`;
    return personRow([title, ...also(userId)].join("\n"), own, endedLines(person).map(unbrokenParts));
  });
  const more = needing.length - shown.length;
  const done = reached.map(({ userId }) => personIn(names, userId));
  const own = people.find((person) => person.userId === reader && isShort(person));
  return [
    ...rows,
    ...(more > 0 ? [context(`and ${counted(more, "more person", "more people")}`)] : []),
    ...(own === undefined ? [] : [context(`${STATUSES.missed.sign} You: ${whyFirst(own)}`)]),
    ...(done.length === 0
      ? []
      : [context(`${STATUSES.reached.sign} Reached all of theirs: ${someOf(done, MAX_NAMED)}`)]),
  ];
}

/** Keeps what is of the metric and the period that are chosen. */
function narrowed(person: RecapPerson, { metric, period }: EndedContext["asked"]): RecapPerson {
  const of = (pasts: readonly PersonsPast[]) =>
    pasts.filter(
      ({ past }) => (metric === null || past.type === metric) && (period === undefined || past.period === period),
    );
  return { ...person, missed: of(person.missed), reached: of(person.reached), unread: of(person.unread) };
}

function pastsOf({ missed, reached, unread }: RecapPerson): readonly PersonsPast[] {
  return [...missed, ...reached, ...unread];
}
