import type { SourceId } from "../../metrics/sources";
import { peopleAfter, withFirstSeen } from "../../people/matching";
import type { Person } from "../../people/person";
import { type Roster, roster } from "../../people/roster";
import { sealedRoster } from "../../people/sealed-roster";
import type { SyncProblem } from "../report";
import type { RunContext, TimedRead } from "./context";
import type { MemberRead, MemberResult } from "./member-reader";

export interface PeopleUpdate {
  readonly people: readonly Person[];
  readonly roster: Roster;
  readonly problems: readonly SyncProblem[];
}

interface PeopleLists {
  readonly timed: Readonly<Record<SourceId, TimedRead>>;
  readonly members: MemberRead;
  /** An admin's approval that those who are missing have really left. */
  readonly acceptVanished: boolean;
}

/**
 * Updates who is who after this read. If Slack's members could not be read, take much longer than the sources, or most are
 * missing, those known before stand.
 */
export async function updatePeople(
  { timed, members: membersRead, acceptVanished }: PeopleLists,
  { people: store, erased, seal, admins, now, log }: RunContext,
): Promise<PeopleUpdate> {
  const known = await store.all();
  const members = await membersRead.result(
    known.some(({ firstSeen }) => firstSeen !== undefined) ? "shortly" : "to its end",
  );
  const list = (source: SourceId) => {
    const { read } = timed[source];
    return read === null || read.failure !== null ? null : read.people;
  };
  const problem = problemOf(members, acceptVanished ? [] : known);
  const { hasMember } = await erased.tombstones();
  const listed = members.status === "fulfilled" && problem === null ? members.value : null;
  const after = peopleAfter({
    known,
    members: listed?.filter((member) => !hasMember(member)) ?? null,
    copper: list("copper"),
    justcall: list("justcall"),
    admins,
  });
  const people = withFirstSeen(after, now());
  await store.save(known, people);
  if (problem !== null) {
    const error = members.status === "rejected" ? members.reason : problem.message;
    log.warn({ error }, "Slack's members could not be read");
  }
  const who = sealedRoster(roster(people, await store.salesmen()), seal);
  return { people, roster: who, problems: problem === null ? [] : [problem] };
}

/** Finds what is wrong with Slack's list of members, if anything. Slack goes on listing deactivated members. */
function problemOf(members: MemberResult, known: readonly Person[]): SyncProblem | null {
  if (members.status === "late") return LATE;
  // A workspace always lists somebody, were it only its bots: an empty list was not read.
  if (members.status === "rejected" || members.value.length === 0) return UNREAD;
  const listed = new Set(members.value.map(({ id }) => id));
  const active = known.filter(({ found }) => found?.active);
  const missing = active.filter(({ _id }) => !listed.has(_id)).length;
  if (missing * 2 <= active.length) return null;
  const message =
    `${missing} of ${active.length} active people are missing from Slack's member list. Known people stay as they are. ` +
    "If they really left the workspace, an admin confirms it with: npm run sync -- --accept-vanished";
  return { source: "slack", kind: "vanished", message };
}

const UNREAD: SyncProblem = {
  source: "slack",
  kind: "unreachable",
  message: "Slack's member list could not be read; known people stay as they are.",
};

const LATE: SyncProblem = {
  source: "slack",
  kind: "throttled",
  message: "Slack's member list took longer than the sources; known people stay as they are.",
};
