import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import { erasure } from "../../src/erasure/erase-person";
import { withoutErased } from "../../src/erasure/erased-source";
import { erasedStore } from "../../src/erasure/erased-store";
import { personDocuments } from "../../src/erasure/person-documents-store";
import type { Goal } from "../../src/goals/goal";
import { sealOf } from "../../src/metrics/seal";
import { peopleStore } from "../../src/people/people-store";
import { day } from "../../src/time/day";
import { callFacts, justcallFacts, orderFact } from "../support/builders/facts";
import { aGoal } from "../support/builders/goals";
import { ANA_EMAIL, aMember, byEmail } from "../support/builders/people";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";
import { scriptedSource } from "../support/fakes/scripted-source";
import { cellsOf, syncHarness } from "../support/harness/sync";

const SEAL = sealOf("a key");
const [FROM, TO] = ["2026-10-19", "2026-10-28"];
/** How many writes the erasure below makes. */
const WRITES = 16;

describe("an erasure that is cut off, with a sync before it is begun again,", () => {
  const test = testDatabase();

  it.each(Array.from({ length: WRITES }, (_, at) => at + 1))(
    "is completed, and no total of the team is there twice or missing meanwhile: at its write %i",
    async (at) => {
      const { sync, erase } = await aTeam();
      await sync(FROM, TO);
      const before = await totals();
      expect(before).toEqual([1, 1, 1, 1, 12.34]);

      await expect(erase(dyingAt(at))).rejects.toThrow("killed");
      await sync("2026-10-26", TO);
      expect(await totals()).toEqual(before);
      expect(await erase(test.db)).toMatch(/^former-/);

      expect(await totals()).toEqual(before);
      await sync(FROM, TO);
      expect(await totals()).toEqual(before);
      expect(await traces()).toEqual([]);
    },
  );

  it("makes no more writes than these", async () => {
    const { sync, erase } = await aTeam();
    await sync(FROM, TO);

    expect(await erase(dyingAt(WRITES + 1))).toMatch(/^former-/);
  });

  /** Ana's call in each system and her order, and how she is erased. */
  async function aTeam() {
    const copper = scriptedSource("copper", [{ owner: "77", name: "Ana", email: ANA_EMAIL }]);
    copper.facts = callFacts("copper", { recordId: "2", at: "2026-10-27T19:00:00Z", owner: "77", seconds: 60 });
    const justcall = scriptedSource("justcall", [{ owner: ANA_EMAIL, name: "Ana", email: ANA_EMAIL }]);
    justcall.facts = justcallFacts("1", { at: "2026-10-20T19:00:00Z", owner: ANA_EMAIL });
    const fishbowl = scriptedSource("fishbowl", null);
    fishbowl.facts = [orderFact("SO-1", { day: day("2026-10-26"), owner: "A. Ray", cents: 1_234 })];
    await peopleStore(test.db).mapSalesman("A. Ray", "UANA");
    await test.db.collection<Goal>("goals").insertOne(aGoal("g", { userId: "UANA" }));
    const erased = erasedStore(test.db, SEAL);
    const { sync, parts } = syncHarness(test.db, {
      sources: [copper, justcall, fishbowl].map((source) => withoutErased(source, erased.tombstones)),
      members: [aMember("UANA", byEmail(ANA_EMAIL)), aMember("UBEN", byEmail("ben@acme.com"))],
      watch: (given) => ({ ...given, seal: SEAL, erased }),
    });
    const erase = (db: Db) =>
      erasure({
        ...{ people: peopleStore(db), documents: personDocuments(db), erased: erasedStore(db, SEAL), seal: SEAL },
        acquireLease: async () => ({ check: async () => {}, release: async () => {} }),
        ...{ newId: randomUUID, now: parts.now, log: memoryLog() },
      }).erase("UANA");
    return { sync, erase };
  }

  /** The database as a process has it that dies at one of its writes. */
  function dyingAt(last: number): Db {
    let writes = 0;
    const counted = (of: object): object =>
      watched(of, (name, call) => {
        writes += Number(/^(update|delete|replace|insert|bulk)/.test(name));
        if (writes === last) throw new Error("killed");
        return call();
      });
    return watched(test.db, (name, call) => (name === "collection" ? counted(Object(call())) : call()));
  }

  const totals = async () =>
    Object.values(await cellsOf(test.db))
      .filter((value) => value !== 0)
      .sort();

  /** Documents that name Ana. */
  async function traces(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const collection of await test.db.collections()) {
      const documents = JSON.stringify(await collection.find().toArray());
      // Whoever asked for a sync is in its run, and is scrubbed there before.
      if (collection.collectionName !== "sync_runs" && /UANA|ana@acme|"77"|A\. Ray/i.test(documents))
        found.push(collection.collectionName);
    }
    return found;
  }
});

/** An object whose methods are called through `through`. */
function watched<T extends object>(of: T, through: (name: string, call: () => unknown) => unknown): T {
  return new Proxy(of, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => through(String(name), () => value.apply(target, given));
    },
  });
}
