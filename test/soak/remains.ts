import { join } from "node:path";
import { type Delivery, markerOf } from "../../src/digests/delivery/delivery";
import { DELIVERY_TIMES } from "../../src/digests/delivery/transitions";
import { deliveryId } from "../../src/digests/planned-message";
import type { Finding } from "../../src/doctor/finding";
import { zoneDays } from "../../src/time/day";
import { runFile } from "../support/env/built";
import { eventually } from "../support/wait";
import type { Copy, Expected, Remains } from "./checks";
import type { Commands } from "./commands";
import { DAY_MS, type Morning, TEAM_ZONE } from "./morning";
import { wrongGoals, wrongTotals } from "./recount";
import { askForSync } from "./replica";
import type { SwitchedOff } from "./switches";

const CLI = join(__dirname, "../../src/cli/index.js");
/** What nobody knows to have arrived is settled within eight minutes. */
const SETTLED_MS = 600_000;
/**
 * What an interrupted database does to whoever works with it is no bug, nor is that Slack closed the connection of a process that
 * stood still, or that its answer came too late for it.
 */
const EXPECTED = new RegExp(
  [
    '"type":"(?:Mongo|LeaseLost|DatabaseError)',
    '"message":"fetch failed: (?:other side closed|read ECONNRESET|write EPIPE)',
    '"type":"DOMException","message":"The operation was aborted due to timeout"',
  ].join("|"),
);

/** What happened on the days of a soak. */
export interface Played {
  readonly days: number;
  readonly off: readonly SwitchedOff[];
  readonly people: Commands | null;
  /** Totals that were not what the vendors have before anything was synced again. */
  readonly astray: readonly string[];
}

/** Waits until every message of the day has come to an end, late copies included, or for ten minutes. */
export async function settled({ database: { db }, reps, by }: Morning, day = 1): Promise<void> {
  const rows = db.collection<Delivery>("deliveries");
  const open = { state: { $in: ["due", "sending", "unknown"] as Delivery["state"][] } };
  // In real time late copies are searched for over hours.
  const repaired = { state: "sent", looks: 0, nextAttemptAt: { $ne: null } } as const;
  const isOver = async () => {
    if ((await rows.countDocuments({ kind: "digest" })) < reps.length * day - MAY_HAVE_NONE * (day - 1)) return false;
    return (await rows.countDocuments(open)) + (by > 1 ? await rows.countDocuments(repaired) : 0) === 0;
  };
  await eventually(() => isOver().catch(() => false), SETTLED_MS).catch(() => {});
}

/** Whoever could not be reached with their command to switch digests on again has none on the next day. */
const MAY_HAVE_NONE = 20;

/** Syncs once more, has every total computed again, stops all processes and reads what they left. */
export async function remainsOf(morning: Morning, { days, off, people, astray }: Played): Promise<Remains> {
  const { replicas, database, env, by } = morning;
  const { db } = database;
  const before = await doctorProblems(env);
  await askForSync(replicas[0]?.url() ?? "", env);
  const problems = [...before, ...(await doctorProblems(env))];
  const totals = [...astray, ...(await wrongTotals(morning)), ...(await wrongGoals(morning))];
  const unanswered = (people?.unanswered() ?? []).map(
    ({ user, text, replica }) => `${user}'s ${text} (${replica.name})`,
  );
  const peaksMb = replicas.map((one) => one.peakMb());
  const exits = await Promise.all(replicas.map((one) => one.stop()));
  const rows = await db.collection<Delivery>("deliveries").find().toArray();
  const expected = expectedOf(morning, { days, off });
  const copies = copiesOf(
    morning,
    expected.map(({ id }) => id),
  );
  const errors = replicas.flatMap((one) => one.out().split("\n")).filter((line) => line.startsWith('{"level":50'));
  const held = { $expr: { $gt: ["$until", "$$NOW"] } };
  return {
    ...{ expected, rows, copies, unanswered, problems, astray: totals, peaksMb, exits },
    leaseMs: DELIVERY_TIMES.leaseMs / by,
    unwanted: unwantedOf(copies, { off, by }),
    errors: errors.filter((line) => !EXPECTED.test(line)),
    runningSyncs: await db.collection("sync_runs").countDocuments({ status: "running" }),
    leases: (await db.collection("locks").find(held).toArray()).map(({ _id }) => String(_id)),
  };
}

/** A digest for each rep and local day, and each board once a day. */
function expectedOf(morning: Morning, { days, off }: Pick<Played, "days" | "off">): readonly Expected[] {
  const [everyones, ...teams] = morning.channels;
  const boards = [
    ...(everyones === undefined ? [] : [{ to: everyones }]),
    ...teams.map((to) => ({ to, team: morning.teamOf(to) })),
  ];
  return Array.from({ length: days }, (_, day) => new Date(morning.dueAt.getTime() + day * DAY_MS)).flatMap((at) => {
    const dayIn = (zone: string) => zoneDays(zone).dayOf(at);
    const switched = new Set(off.filter((one) => isOffOn(at, one)).map(({ user }) => user));
    const digests = morning.reps.map(({ id: to, zone }) => {
      const id = deliveryId({ kind: "digest", to, day: dayIn(zone) });
      return { id, to, mayBeSkipped: switched.has(to) };
    });
    const ofChannels = boards.map((board) => {
      const id = deliveryId({ kind: "board", ...board, day: dayIn(TEAM_ZONE) });
      return { id, to: board.to, mayBeSkipped: false };
    });
    return [...digests, ...ofChannels];
  });
}

/** Tells whether a digest that is due then may find it off: at that instant, or until the next one is due. */
function isOffOn(dueAt: Date, { askedAt, until }: SwitchedOff): boolean {
  return askedAt.getTime() < dueAt.getTime() + DAY_MS && (until === null || until >= dueAt);
}

function copiesOf({ fakes }: Morning, ids: readonly string[]): readonly Copy[] {
  const byMarker = new Map(ids.map((id) => [markerOf(id), id]));
  return fakes.slack.allMessages().flatMap(({ metadata, edits, deletedAt }) => {
    const payload = metadata?.event_payload;
    const key: unknown = typeof payload === "object" && payload !== null ? Reflect.get(payload, "key") : undefined;
    const id = typeof key === "string" ? byMarker.get(key) : undefined;
    const at = edits[0]?.at;
    return id === undefined || at === undefined ? [] : [{ id, at, isDeleted: deletedAt !== undefined }];
  });
}

/** How long a post may be under way that was still wanted when it was asked: a holder gives up after a third of the lease. */
const UNDER_WAY_MS = DELIVERY_TIMES.leaseMs / 3;
/** A call to Slack takes time on a busy machine. */
const CALL_MS = 2_000;

/** Digests that came to somebody who had been answered that theirs is off. */
function unwantedOf(copies: readonly Copy[], { off, by }: { off: readonly SwitchedOff[]; by: number }) {
  const underWayMs = UNDER_WAY_MS / by + CALL_MS;
  return off.flatMap(({ user, since, until }) => {
    if (since === null) return [];
    return copies
      .filter(({ id }) => id.split(":")[1] === user)
      .filter(({ at }) => at.getTime() > since.getTime() + underWayMs && (until === null || at < until))
      .map(({ id }) => id);
  });
}

async function doctorProblems(env: Morning["env"]): Promise<readonly string[]> {
  const doctor = runFile(CLI, { args: ["doctor", "--json"], env: { ...env, LOG_LEVEL: "warn" } });
  const code = await doctor.ended();
  if (code !== 0 && code !== 1) return [`ended with ${code}: ${doctor.err()}`];
  const { findings }: { findings: readonly Finding[] } = JSON.parse(doctor.out());
  return findings.filter(({ state }) => state === "fault").map(({ says }) => says);
}
