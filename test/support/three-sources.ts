import type { Db } from "mongodb";
import { scriptedSource } from "./fakes/scripted-source";
import { aMember, syncRig } from "./sync-rig";

export const ANA = "ana@acme.com";

/** A sync of three far ends in memory: Ana is in Slack, Copper and JustCall, Ben in Slack alone, Zoe in JustCall alone. */
export function threeSources(db: Db) {
  const copper = scriptedSource("copper", [{ owner: "77", name: "Ana", email: "Ana@acme.com" }]);
  const justcall = scriptedSource("justcall", [
    { owner: ANA, name: "Ana", email: ANA },
    { owner: "zoe@acme.com", name: "Zoe", email: "zoe@acme.com" },
  ]);
  const fishbowl = scriptedSource("fishbowl", null);
  const members = [aMember("UANA", ANA), aMember("UBEN", "ben@acme.com")];
  return { copper, justcall, fishbowl, members, ...syncRig(db, { sources: [copper, justcall, fishbowl], members }) };
}

/** A document as tests look at it. */
export interface Named {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** Every daily total's value by its id. */
export async function cellsOf(db: Db): Promise<Readonly<Record<string, unknown>>> {
  const found = await db.collection<Named>("metrics").find().sort({ _id: 1 }).toArray();
  return Object.fromEntries(found.map(({ _id, value }) => [_id, value]));
}
