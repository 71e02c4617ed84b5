import { identityOf } from "../../src/erasure/identity";
import { personDocuments } from "../../src/erasure/person-documents-store";
import type { StoredFact } from "../../src/metrics/fact-changes";
import { sealOf } from "../../src/metrics/seal";
import { aFact, stored } from "../support/builders/facts";
import { aPerson } from "../support/builders/people";
import { testDatabase } from "../support/env/database";

const seal = sealOf("a key");
const JOSE = aPerson("U0JOSE", { name: "José Ruiz", email: "jose@acme.com" });
const identity = identityOf(JOSE, { people: [JOSE], salesmen: [], seal });

describe("others' stored records", () => {
  const test = testDatabase();

  it.each([
    ["justcall", "José Ruiz’s renewal", "none"],
    ["justcall", "RUIZ, JOSÉ", "none"],
    ["justcall", "Jose\u0301 Ruiz", "none"],
    ["copper", "Pepe", "mail to him"],
    ["copper", "Pepe", "mail"],
    ["justcall", "José Ruizzi", "none"],
    ["fishbowl", "José Ruiz", "none"],
  ] as const)("of %s called %j (%s) lose that name with whom it names, and no other", async (source, name, mail) => {
    const facts = test.db.collection<StoredFact>("facts");
    await facts.deleteMany({});
    const to = ["cara@shop.example", ...(mail === "mail to him" ? ["jose@acme.com"] : [])].map(seal);
    const isKept = mail === "mail" || name === "José Ruizzi" || source === "fishbowl";
    await facts.insertOne(stored(aFact("1", { source, name, ...(mail !== "none" && { type: "email_quantity", to }) })));

    await personDocuments(test.db).rename(identity, "former-1");

    const [fact] = await facts.find().toArray();
    expect([fact?.recordId, fact?.name]).toEqual(["1", isKept ? name : undefined]);
  });
});
