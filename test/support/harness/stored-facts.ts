import type { Fact } from "../../../src/metrics/fact";
import type { StoredFact } from "../../../src/metrics/fact-changes";
import { factStore } from "../../../src/metrics/fact-store";
import { testDatabase } from "../env/database";

/** October 2025 in UTC, its last instant excluded. */
export const OCTOBER = { since: new Date("2025-10-01T00:00:00Z"), until: new Date("2025-11-01T00:00:00Z") };

/** The facts of a database of its own. Call it where `describe` is called. */
export function storedFacts() {
  const test = testDatabase();
  const facts = () => test.db.collection<StoredFact>("facts");
  return {
    test,
    facts,
    all: () => facts().find().sort({ _id: 1 }).toArray(),
    save: (write: readonly Fact[], asOf = 1) => factStore(test.db).save({ write, gone: [] }, asOf),
  };
}
