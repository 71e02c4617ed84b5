import { type Fakes, startFakes } from "../../src/demo/fakes";
import { seed } from "../../src/demo/sample/sample-month";
import type { Person } from "../../src/people/person";
import { day, zoneDays } from "../../src/time/day";
import { bigMonth, recentWeeks } from "../support/builders/big-months";
import { aGoal } from "../support/builders/goals";
import { aPerson } from "../support/builders/people";
import { ZONE } from "../support/builders/team-zone";
import { type Replica, replica } from "./replica";
import { type ReplicaSet, startReplicaSet } from "./replica-set";

const MINUTE_MS = 60_000;
/** Processes start, and a first sync ends, before digests are due. */
const AHEAD_MS = 60_000;
/** On both sides of the date line, and with quarters of an hour. */
const ZONES = [
  ...["Pacific/Auckland", "Australia/Sydney", "Asia/Tokyo", "Asia/Kathmandu", "Europe/Berlin", "Europe/London"],
  ...["America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"],
  "Pacific/Honolulu",
];

/** One morning of a team: replicas over one database, stand-ins, and reps whose digests are all due at one instant. */
export interface Morning {
  readonly replicas: readonly Replica[];
  readonly database: ReplicaSet;
  readonly fakes: Fakes;
  readonly reps: readonly string[];
  readonly dueAt: Date;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Time is real: the reps' own hour is what makes it morning, each in their zone. */
export async function startMorning({ reps, replicas: count }: { readonly reps: number; readonly replicas: number }) {
  const database = await startReplicaSet();
  const now = new Date();
  const dueAt = new Date(Math.ceil((now.getTime() + AHEAD_MS) / MINUTE_MS) * MINUTE_MS);
  const month = bigMonth(
    { reps, mails: reps * 40, copperCalls: reps * 10, justcallCalls: reps * 20 },
    recentWeeks(now),
  );
  const team = month.team.map((member, index) => ({ ...member, tz: ZONES[index % ZONES.length] ?? ZONE }));
  const fakes = await startFakes({ ...month, team }, () => new Date());
  const people = team.map(({ id, name, email, tz }) => rep({ id, name, email, tz: tz ?? ZONE }, dueAt));
  const goals = people.map(({ _id: userId }) =>
    aGoal(`g-${userId}`, { userId, targets: [{ from: day("2025-01-01"), target: 400 }] }),
  );
  await seed(database.db, { ...month, team, goals, overrides: people });
  const env = {
    ...fakes.env,
    ...{ MONGODB_URI: database.uri, MONGODB_DATABASE: "soak", PORT: "0", TEAM_TIMEZONE: ZONE, LOG_LEVEL: "info" },
    ...{ NIGHTLY_SYNC_AT: "off", LEADERBOARD_CHANNEL: "", NODE_OPTIONS: "--max-old-space-size=192" },
  };
  const replicas = Array.from({ length: count }, (_, index) => replica(`replica ${index + 1}`, env));
  const morning: Morning = {
    ...{ replicas, database, fakes, dueAt, env },
    reps: people.map(({ _id }) => _id),
    close: async () => {
      for (const one of replicas) one.signal("SIGKILL");
      await fakes.close();
      await database.close();
    },
  };
  return morning;
}

/** Somebody who works every day, whose digest comes at this instant. */
function rep({ id, ...known }: Pick<Person, "name" | "email"> & { id: string; tz: string }, dueAt: Date): Person {
  const { tz } = known;
  const at = new Intl.DateTimeFormat("en-GB", { timeZone: tz, hour: "2-digit", minute: "2-digit" }).format(dueAt);
  const firstSeen = zoneDays("UTC").instantsOf({ from: day("2026-01-01"), to: day("2026-01-01") }).since;
  const chosen = { schedule: { workdays: [1, 2, 3, 4, 5, 6, 7] }, digest: { at }, firstSeen };
  return aPerson(id, { ...known, ...chosen, found: { tz, active: true, role: "rep" } });
}
