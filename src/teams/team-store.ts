import { isDeepStrictEqual } from "node:util";
import type { Db } from "mongodb";
import { sharedRead } from "../lib/in-groups";
import type { Day } from "../time/day";
import { type Team, teamNameFault } from "./team";
import { planTeamEdit, type TeamChange, type TeamEdit } from "./team-edit";

/** The teams as they are stored, without their logs. */
export interface TeamReader {
  /** All named teams by name, those that are not active as well. */
  all(): Promise<readonly Team[]>;
  /** The team with this id; `null` for none, and for Everyone. */
  one(teamId: string): Promise<Team | null>;
}

/** A team that is to be made. */
export interface NewTeam {
  readonly name: string;
  /** Slack ids of its first members. */
  readonly members: readonly string[];
  /** The first day that its first members are in it; `null` for since ever: then this month counts whole. */
  readonly since: Day | null;
  readonly managers?: readonly string[];
  readonly channel?: string;
  readonly usergroup?: string;
}

/** Who changes a team, and when. */
export interface TeamEditor {
  /** Slack's member id, or `sync`; whether they may was asked before. */
  readonly by: string;
  readonly at: Date;
}

export type TeamEdited =
  | { readonly ok: true; readonly before: Team | null; readonly team: Team; readonly change: TeamChange }
  /** A sentence for whoever asked. */
  | { readonly ok: false; readonly fault: string };

/** The `teams` collection. Every change is made on the team as it is by then, and logged with it in one write. */
export interface TeamStore extends TeamReader {
  create(team: NewTeam, editor: TeamEditor): Promise<TeamEdited>;
  edit(teamId: string, request: TeamEditor & { readonly edit: TeamEdit }): Promise<TeamEdited>;
  /** The changes of one team, the newest first. */
  log(teamId: string): Promise<readonly TeamChange[]>;
}

interface TeamDocument extends Team {
  readonly changes: readonly TeamChange[];
}

const WITHOUT_LOG = { projection: { changes: 0 } } as const;
const NO_SUCH_TEAM = "That team no longer exists.";

export function teamReader(db: Db): TeamReader {
  const teams = db.collection<TeamDocument>("teams");
  return {
    all: sharedRead(async () => {
      const found = await teams.find<Team>({}, WITHOUT_LOG).toArray();
      return found.sort((a, b) => a.name.localeCompare(b.name, "en") || (a._id < b._id ? -1 : 1));
    }),
    one: (teamId) => teams.findOne<Team>({ _id: teamId }, WITHOUT_LOG),
  };
}

export function teamStore(db: Db, newId: () => string): TeamStore {
  const teams = db.collection<TeamDocument>("teams");
  const reader = teamReader(db);
  const others = async (teamId?: string) => (await reader.all()).filter(({ _id, active }) => active && _id !== teamId);
  const tryEdit: (...given: Parameters<TeamStore["edit"]>) => Promise<TeamEdited | null> = async (
    teamId,
    { edit, by, at },
  ) => {
    const before = await reader.one(teamId);
    if (before === null) return { ok: false, fault: NO_SUCH_TEAM };
    const planned = planTeamEdit(before, { edit, others: await others(teamId) });
    if (!planned.ok) return planned;
    const { team } = planned;
    const change: TeamChange = { ...planned.change, by, at };
    if (isDeepStrictEqual(change.from, change.to)) return { ok: true, before, team: before, change };
    const { _id, ...fields } = team;
    // An erasure takes an id out of it without counting as a change.
    const { version, members, managers } = before;
    const asRead = { _id, version, members: { $eq: members }, managers: { $eq: managers } };
    const { matchedCount } = await teams.updateOne(asRead, [
      { $replaceWith: { $mergeObjects: [{ $literal: { _id, ...fields } }, { changes: logWith(change) }] } },
    ]);
    return matchedCount === 1 ? { ok: true, before, team, change } : null;
  };
  return {
    ...reader,
    create: async (given, editor) => {
      const fault = teamNameFault(given.name, await others());
      if (fault !== null) return { ok: false, fault };
      const { _id, ...team } = newTeam(given, shortId(newId()));
      const change: TeamChange = { kind: "create", ...editor, from: null, to: team.name, joined: given.members };
      await teams.insertOne({ _id, ...team, changes: [change] });
      return { ok: true, before: null, team: { _id, ...team }, change };
    },
    edit: async (teamId, request) => {
      // Whoever was faster changed the version: the edit is made on what they left.
      for (;;) {
        const edited = await tryEdit(teamId, request);
        if (edited !== null) return edited;
      }
    },
    log: async (teamId) => {
      const found = await teams.findOne({ _id: teamId }, { projection: { changes: 1 } });
      return [...(found?.changes ?? [])].reverse();
    },
  };
}

function logWith(change: TeamChange) {
  return { $concatArrays: [{ $ifNull: ["$changes", []] }, [{ $literal: change }]] };
}

function newTeam({ name, members, since, managers = [], channel, usergroup }: NewTeam, _id: string): Team {
  return {
    _id,
    name: name.trim(),
    members: [...new Set(members)].map((userId) => ({ userId, from: since })),
    managers: [...new Set(managers)],
    ...(channel !== undefined && { channel }),
    ...(usergroup !== undefined && { usergroup }),
    active: true,
    version: 1,
  };
}

/** Ids stand in keys of messages and in buttons: eight letters and digits, with no separator. */
function shortId(id: string): string {
  return id
    .replaceAll(/[^a-z0-9]/gi, "")
    .slice(0, 8)
    .toLowerCase();
}
