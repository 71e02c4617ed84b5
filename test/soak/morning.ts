import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { ownFolder } from "../../src/database/embedded/own-folder";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { seed } from "../../src/demo/sample/sample-month";
import { TEAM_CHANNELS } from "../../src/demo/sample/teams";
import type { Person } from "../../src/people/person";
import { day, zoneDays } from "../../src/time/day";
import { localTime } from "../../src/time/time-of-day";
import { bigMonth, recentWeeks } from "../support/builders/big-months";
import { aGoal } from "../support/builders/goals";
import { aPerson } from "../support/builders/people";
import { aTeam } from "../support/builders/teams";
import { type Replica, replica } from "./replica";
import { type ReplicaSet, startReplicaSet } from "./replica-set";
import { clockFile, shortenedEnv } from "./shortened";

const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
/** Processes start, and a first sync ends, before digests are due; where the clock is moved, they are far from it until then. */
const AHEAD_MS = { real: MINUTE_MS, moved: 10 * MINUTE_MS };
/** The clock is set to so long before they are due. */
const DAWN_MS = 4_000;
/** On both sides of the date line, with quarters of an hour, and none whose clocks change, so that a day later all are due again. */
const ZONES = [
  ...["Pacific/Kiritimati", "Australia/Brisbane", "Asia/Tokyo", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Dubai"],
  ...["Africa/Nairobi", "Atlantic/Reykjavik", "America/Sao_Paulo", "America/Bogota", "America/Phoenix"],
  "Pacific/Honolulu",
];
export const TEAM_ZONE = "America/Phoenix";
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** One team in trouble: replicas over one database, stand-ins, and reps whose digests are all due at one instant. */
export interface Morning {
  readonly replicas: readonly Replica[];
  readonly database: ReplicaSet;
  readonly fakes: Fakes;
  readonly reps: readonly { readonly id: string; readonly zone: string }[];
  /** Where the board of everyone goes, then those of the teams. */
  readonly channels: readonly string[];
  /** The team whose board goes to this channel. */
  teamOf(channel: string): string;
  /** On the clock of days: on the first day, and a day later on each that follows. */
  readonly dueAt: Date;
  readonly env: Readonly<Record<string, string>>;
  /** Where processes are told of the clock and of moments. */
  readonly folder: string;
  /** By how much time is shortened. */
  readonly by: number;
  /** The clock of days. */
  now(): Date;
  /** Moves the clock of days to a moment before digests are due on that day, from 1 on. Resolves to when they are, on the machine's clock. */
  dawn(day: number): Promise<number>;
  close(): Promise<void>;
}

export interface MorningOptions {
  readonly reps: number;
  readonly replicas: number;
  /** By how much time is shortened; real, and never moved, unless given. */
  readonly by?: number;
}

/** The reps' own hour is what makes it morning, each in their zone. */
export async function startMorning({ reps, replicas: count, by }: MorningOptions): Promise<Morning> {
  const [database, folder] = [await startReplicaSet(), await ownFolder(tmpdir(), "paceline-soak-files-")];
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const setClock = async (ms: number) => {
    aheadMs = ms;
    await writeFile(clockFile(folder), String(ms));
  };
  await setClock(0);
  const ahead = by === undefined ? AHEAD_MS.real : AHEAD_MS.moved;
  const dueAt = new Date(Math.ceil((Date.now() + ahead) / MINUTE_MS) * MINUTE_MS);
  const size = { reps, mails: reps * 5, copperCalls: reps * 2, justcallCalls: reps * 4 };
  const month = bigMonth(size, recentWeeks(new Date()));
  const team = month.team.map((member, index) => ({ ...member, tz: ZONES[index % ZONES.length] ?? TEAM_ZONE }));
  const fakes = await startFakes({ ...month, team }, now);
  const people = team.map((member) => rep(member, dueAt));
  const goals = people.map(({ _id: userId }) =>
    aGoal(`g-${userId}`, { userId, targets: [{ from: day("2025-01-01"), target: 400 }] }),
  );
  const boardAt = { at: localTime(timeIn(TEAM_ZONE, dueAt)), days: EVERY_DAY };
  const teams = TEAM_CHANNELS.map(({ id: channel, name }, index) =>
    aTeam(name, { people: people.slice(index * 20, index * 20 + 20).map(({ _id }) => _id), channel, board: boardAt }),
  );
  await seed(database.db, { ...month, team, goals, teams, overrides: people });
  const boards = { $set: { channel: BOARD_CHANNEL, ...boardAt } };
  await database.db.collection<{ _id: string }>("settings").updateOne({ _id: "boards" }, boards, { upsert: true });
  const env = {
    ...fakes.env,
    ...{ MONGODB_URI: database.uri, MONGODB_DATABASE: "soak", PORT: "0", TEAM_TIMEZONE: TEAM_ZONE, LOG_LEVEL: "info" },
    ...{ NIGHTLY_SYNC_AT: "02:00", ADMIN_SLACK_IDS: people[0]?._id ?? "", NODE_OPTIONS: "--max-old-space-size=192" },
  };
  const envOf = (name: string) => (by === undefined ? env : { ...env, ...shortenedEnv({ by, folder }, name) });
  const replicas = Array.from({ length: count }, (_, index) => {
    const name = `replica-${index + 1}`;
    return replica(name, envOf(name));
  });
  return {
    ...{ replicas, database, fakes, dueAt, folder, now, by: by ?? 1, env: envOf("command-line") },
    reps: people.map(({ _id: id, tz }) => ({ id, zone: tz ?? TEAM_ZONE })),
    channels: [BOARD_CHANNEL, ...TEAM_CHANNELS.map(({ id }) => id)],
    teamOf: (channel) => TEAM_CHANNELS.find(({ id }) => id === channel)?.name ?? "",
    dawn: async (number) => {
      const due = dueAt.getTime() + (number - 1) * DAY_MS;
      if (by !== undefined) await setClock(due - DAWN_MS - Date.now());
      return due - aheadMs;
    },
    close: async () => {
      for (const one of replicas) one.signal("SIGKILL");
      await fakes.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const BOARD_CHANNEL = "C0SALES001";

/** Somebody who works every day, whose digest comes at this instant. */
function rep(member: Pick<Person, "name" | "email"> & { id: string; tz: string }, dueAt: Date): Person {
  const { id, tz, ...known } = member;
  const firstSeen = zoneDays("UTC").startOf(day("2026-01-01"));
  const chosen = { schedule: { workdays: EVERY_DAY }, digest: { at: timeIn(tz, dueAt) }, firstSeen };
  return aPerson(id, { ...known, tz, ...chosen, found: { tz, active: true, role: "rep" } });
}

function timeIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
}
