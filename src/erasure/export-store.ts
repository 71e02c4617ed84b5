import type { Db, Document } from "mongodb";
import type { Seal } from "../metrics/seal";
import { SOURCE_IDS } from "../metrics/sources";
import type { PeopleStore } from "../people/people-store";
import { identityOf } from "./identity";

/** Collects everything that is stored about somebody, by what it is; `null` for whom nobody knows. */
export type PersonExport = (userId: string) => Promise<Readonly<Record<string, readonly Document[]>> | null>;

export function personExport(
  db: Db,
  { people, seal }: { readonly people: Pick<PeopleStore, "all" | "salesmen">; readonly seal: Seal },
): PersonExport {
  return async (userId) => {
    const [everybody, salesmen] = await Promise.all([people.all(), people.salesmen()]);
    const person = everybody.find(({ _id }) => _id === userId);
    if (person === undefined) return null;
    const { owners } = identityOf(person, { people: everybody, salesmen, seal });
    const owned = SOURCE_IDS.map((source) => ({ source, owner: { $in: [...owners[source]] } }));
    const matched = SOURCE_IDS.map((source) => ({ [`results.${source}.matched.userId`]: userId }));
    const find = (found: { sort(by: Document): { toArray(): Promise<Document[]> } }) =>
      found.sort({ _id: 1 }).toArray();
    return {
      person: await find(db.collection<Document>("users").find(document("_id", userId))),
      salesmen: await find(db.collection("fishbowl_users_map").find({ userId })),
      goals: await find(db.collection("goals").find({ userId })),
      goalChanges: await find(db.collection("goal_changes").find({ $or: [{ userId }, { by: userId }] })),
      teams: await find(
        db.collection("teams").find(
          { $or: [{ "members.userId": userId }, { managers: userId }] },
          // Others' days in the team are theirs.
          {
            projection: {
              name: 1,
              members: { $filter: { input: "$members", cond: { $eq: ["$$this.userId", userId] } } },
            },
          },
        ),
      ),
      totals: await find(db.collection("metrics").find({ userId })),
      records: await find(db.collection("facts").find({ $or: owned })),
      messages: await find(db.collection("deliveries").find({ to: userId })),
      refusals: await find(db.collection("refusals").find({ userId })),
      shownFigures: await find(db.collection<Document>("shown_figures").find(document("_id", userId))),
      imports: await find(db.collection("fishbowl_imports").find({ $or: [{ by: userId }, { "undone.by": userId }] })),
      syncs: await find(
        db.collection("sync_runs").find({ $or: [{ userId }, ...matched] }, { projection: { results: 0 } }),
      ),
    };
  };
}

function document(field: string, value: string): Document {
  return { [field]: value };
}
