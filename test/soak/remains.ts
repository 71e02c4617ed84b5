import { join } from "node:path";
import type { Delivery } from "../../src/digests/delivery/delivery";
import type { Finding } from "../../src/doctor/finding";
import { readLease } from "../../src/sync/lease";
import { runFile } from "../support/env/built";
import { lastingMessages } from "../support/harness/digests/delivery";
import { eventually } from "../support/wait";
import type { Remains } from "./checks";
import type { Morning } from "./morning";

const CLI = join(__dirname, "../../src/cli/index.js");
/** What nobody knows to have arrived is settled within eight minutes. */
const SETTLED_MS = 600_000;
/** What an interrupted database does to whoever works with it is no bug. */
const EXPECTED = /"type":"(?:Mongo|LeaseLost|DatabaseError)/;

/** Waits until every digest has come to an end, or for ten minutes. */
export async function settled({ database: { db }, reps }: Morning): Promise<void> {
  const rows = db.collection<Delivery>("deliveries");
  const open = { state: { $in: ["due", "sending", "unknown"] as Delivery["state"][] } };
  const isOver = async () => (await rows.countDocuments()) >= reps.length && (await rows.countDocuments(open)) === 0;
  await eventually(() => isOver().catch(() => false), SETTLED_MS).catch(() => {});
}

/** Syncs once more, has the doctor compute every total again, stops all processes and reads what they left. */
export async function remainsOf(morning: Morning): Promise<Remains> {
  const { replicas, database, fakes, reps, env } = morning;
  const { db } = database;
  await fetch(`${replicas[0]?.url()}/api/sync-all`, {
    method: "POST",
    headers: { authorization: `Bearer ${env.API_TOKEN}` },
    body: "{}",
  });
  const problems = await doctorProblems(env);
  const peaksMb = replicas.map((one) => one.peakMb());
  const exits = await Promise.all(replicas.map((one) => one.stop()));
  const rows = await db.collection<Delivery>("deliveries").find({ kind: "digest" }).toArray();
  const standing = new Map(reps.map((rep) => [rep, digestsOf(fakes.slack.dm(rep), morning)]));
  const errors = replicas.flatMap((one) => one.out().split("\n")).filter((line) => line.startsWith('{"level":50'));
  return {
    ...{ reps, standing, rows, problems, peaksMb, exits },
    errors: errors.filter((line) => !EXPECTED.test(line)),
    alerts: (await db.collection("alerts").countDocuments()) + rows.filter(({ toldAt }) => toldAt !== undefined).length,
    runningSyncs: await db.collection("sync_runs").countDocuments({ status: "running" }),
    leaseHeld: (await readLease(db, "sync")).held,
  };
}

function digestsOf(channel: string, { fakes }: Morning): number {
  return lastingMessages(fakes.slack).filter((one) => one.channel === channel && one.text.startsWith("Your goals for"))
    .length;
}

async function doctorProblems(env: Morning["env"]): Promise<readonly string[]> {
  const doctor = runFile(CLI, { args: ["doctor", "--json"], env: { ...env, LOG_LEVEL: "warn" } });
  const code = await doctor.ended();
  if (code !== 0 && code !== 1) return [`ended with ${code}: ${doctor.err()}`];
  const { findings }: { findings: readonly Finding[] } = JSON.parse(doctor.out());
  return findings.filter(({ state }) => state === "fault").map(({ says }) => says);
}
