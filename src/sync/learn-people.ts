import type { SourceId } from "../metrics/metrics";
import { peopleAfter } from "../people/matching";
import type { Member, Person } from "../people/person";
import { type Roster, roster } from "../people/roster";
import type { SyncProblem } from "./report";
import type { SyncParts, Timed } from "./run";

export interface Learnt {
  readonly people: readonly Person[];
  readonly roster: Roster;
  readonly problems: readonly SyncProblem[];
}

/** Who is who after this reading. When Slack's members could not be read, those known before stand. */
export async function learnPeople(
  { timed, members }: { timed: Readonly<Record<SourceId, Timed>>; members: PromiseSettledResult<readonly Member[]> },
  { people: store, admins, log }: SyncParts,
): Promise<Learnt> {
  const known = await store.all();
  const list = (source: SourceId) => {
    const { read } = timed[source];
    return read === null || read.failure !== null ? null : read.people;
  };
  // A workspace always lists somebody, were it only its bots: an empty list was not read.
  const listed = members.status === "fulfilled" && members.value.length > 0 ? members.value : null;
  const people = peopleAfter({
    known,
    members: listed,
    copper: list("copper"),
    justcall: list("justcall"),
    admins,
  });
  await store.save(known, people);
  if (listed === null) {
    const error = members.status === "rejected" ? members.reason : "an empty list";
    log.warn({ error }, "Slack's members could not be read");
  }
  const problems = listed === null ? [unreadMembers] : [];
  return { people, roster: roster(people, await store.salesmen()), problems };
}

const unreadMembers: SyncProblem = {
  source: "slack",
  kind: "unreachable",
  message:
    "Slack's list of members could not be read; the people known before stand. It is read again at the next sync.",
};
