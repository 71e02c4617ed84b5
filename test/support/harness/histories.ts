import type { Db } from "mongodb";
import type { Fact } from "../../../src/metrics/fact";
import { type Named, threeSources } from "./sync";

const COLLECTIONS = ["facts", "metrics", "users", "settings", "sync_runs", "checkpoints", "fishbowl_users_map"];

/** A team and its three sources, on an emptied database. */
export async function historyHarness(db: Db) {
  await Promise.all(COLLECTIONS.map((name) => db.collection(name).deleteMany({})));
  const salesmen = [
    { _id: "aray", userId: "UANA" },
    { _id: "bokafor", userId: "UBEN" },
  ];
  await db.collection<Named>("fishbowl_users_map").insertMany(salesmen);
  const harness = threeSources(db);
  harness.copper.people?.push({ owner: "78", name: "Ben", email: "ben@acme.com" });
  harness.justcall.people?.push({ owner: "ben@acme.com", name: "Ben", email: "ben@acme.com" });
  harness.justcall.edgeMs = 120_000;
  return harness;
}

type Harness = Awaited<ReturnType<typeof historyHarness>>;

/** Has each source list its part of the facts, and nothing else. */
export function list({ copper, justcall, fishbowl }: Harness, facts: readonly Fact[]): void {
  for (const source of [copper, justcall, fishbowl]) source.facts = facts.filter((fact) => fact.source === source.id);
}

/** The totals that are not zero: one that fell to zero stays stored and is no difference. */
export async function totalsOf(db: Db) {
  const left = db.collection<Named>("metrics").find({ value: { $ne: 0 } });
  const cells = await left.sort({ _id: 1 }).toArray();
  return cells.map(({ _id, value, metadata }) => [_id, value, Object(metadata).records]);
}
