import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import { erasure } from "../../src/erasure/erase-person";
import { erasedStore } from "../../src/erasure/erased-store";
import { personDocuments } from "../../src/erasure/person-documents-store";
import { callFacts, justcallFacts } from "../support/builders/facts";
import { ANA_EMAIL } from "../support/builders/people";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";
import { unsealed } from "../support/fakes/unsealed";
import { cellsOf, threeSources } from "../support/harness/sync";

describe("an erasure that is cut off", () => {
  const test = testDatabase();

  /** A database whose process dies when it reads the daily totals. */
  function dyingAtTotals(db: Db): Db {
    return new Proxy(db, {
      get: (target, name) => {
        if (name === "collection")
          return (collection: string) =>
            new Proxy(target.collection(collection), {
              get: (of, method) => {
                if (collection === "metrics" && method === "find") throw new Error("killed");
                const value = Reflect.get(of, method, of);
                return typeof value === "function" ? value.bind(of) : value;
              },
            });
        const value = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }

  it("is completed by the next, though a sync made totals in between, and no total is there twice or lost", async () => {
    const { copper, justcall, sync, parts } = threeSources(test.db);
    justcall.facts = justcallFacts("1", { at: "2026-10-20T19:00:00Z", owner: ANA_EMAIL });
    copper.facts = callFacts("copper", { recordId: "2", at: "2026-10-27T19:00:00Z", owner: "77", seconds: 60 });
    await sync("2026-10-19", "2026-10-28");
    const values = async () => Object.values(await cellsOf(test.db)).filter((value) => value !== 0);
    const before = await values();
    const erase = (db: Db) =>
      erasure({
        people: parts.people,
        documents: personDocuments(db),
        erased: erasedStore(test.db, unsealed),
        seal: unsealed,
        acquireLease: async () => ({ check: async () => {}, release: async () => {} }),
        newId: randomUUID,
        now: parts.now,
        log: memoryLog(),
      }).erase("UANA");
    await expect(erase(dyingAtTotals(test.db))).rejects.toThrow("killed");

    await sync("2026-10-26", "2026-10-28");
    const pseudonym = await erase(test.db);

    expect(pseudonym).toMatch(/^former/);
    expect(await values()).toEqual(before);
    expect(Object.keys(await cellsOf(test.db)).filter((id) => !id.startsWith(`${pseudonym}_`))).toEqual([]);
    await sync("2026-10-19", "2026-10-28");
    expect(await values()).toEqual(before);
  });
});
