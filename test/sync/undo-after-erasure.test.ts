import type { Identity } from "../../src/erasure/identity";
import { personDocuments } from "../../src/erasure/person-documents-store";
import { scrubOf } from "../../src/erasure/scrub";
import { testDatabase } from "../support/env/database";
import { FIRST, SECOND, undoneImports } from "../support/harness/undo/undone-imports";

const ANA: Identity = {
  ...{ userId: "UANA", name: "Ana Ruiz", addresses: ["ana@acme.com"], sealedAddresses: [], accounts: [] },
  ...{ salesmen: ["A. Ray"], owners: { copper: [], justcall: [], fishbowl: ["a. ray"] } },
};

describe("somebody who is erased between an import and its undo", () => {
  const test = testDatabase();

  it("is in nothing that is kept, and the undo puts all back under the pseudonym", async () => {
    const { apply, undo, stands } = await undoneImports(test);
    const erase = () => personDocuments(test.db).scrub(ANA, scrubOf(ANA, "former-1"));
    await apply(FIRST);
    const before = (await stands()).orders;
    const { id } = await apply(SECOND);

    await erase();
    const kept = JSON.stringify(await test.db.collection("fishbowl_import_changes").find().toArray());
    const outcome = await undo(id);

    expect(before.map(({ salesman }) => salesman)).toEqual(["A. Ray", "B. Lee", "A. Ray"]);
    expect(kept).toContain("former-1");
    expect(kept).not.toContain("A. Ray");
    expect(outcome).toMatchObject({ kind: "undone" });
    const renamed = before.map((order) => (order.salesman === "A. Ray" ? { ...order, salesman: "former-1" } : order));
    expect((await stands()).orders).toEqual(renamed);
  });
});
