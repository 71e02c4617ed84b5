import { factStore } from "../../src/metrics/fact-store";
import { isSealed, sealOf } from "../../src/metrics/seal";
import { sealStore } from "../../src/metrics/seal-store";
import { roster } from "../../src/people/roster";
import { sealedRoster } from "../../src/people/sealed-roster";
import { emailFacts } from "../../src/sources/copper/mapping";
import { Activity } from "../../src/sources/copper/schema";
import { aPerson } from "../support/builders/people";
import { email } from "../support/builders/records/copper";
import { days } from "../support/builders/team-zone";
import { testDatabase } from "../support/env/database";
import { unsealed } from "../support/fakes/unsealed";

const seal = sealOf("a key");

describe("an address of a stored email", () => {
  const test = testDatabase();
  const held = async () => {};
  const mails = (sealed: typeof seal) => {
    const context = { days, stages: new Map(), account: null, seal: sealed };
    const from = (sender: string, id?: string) => {
      const { details, ...rest } = email();
      return Activity.parse({
        ...rest,
        id: sender.length,
        details: { ...Object(details), sender: { email: sender }, id },
      });
    };
    return emailFacts([from("Ana@acme.com", "<a-b@mail-1.acme.com>"), from("lead-1@client.example")], context).facts;
  };
  const stored = () => test.db.collection<{ _id: string }>("facts").find().sort({ _id: 1 }).toArray();

  it("is sealed: the same whatever its case, another with another key, and not to be read", () => {
    expect(seal("Ana@acme.com")).toBe(seal("ana@acme.com"));
    expect(seal(seal("ana@acme.com"))).toBe(seal("ana@acme.com"));
    expect(isSealed(seal("ana@acme.com"))).toBe(true);
    expect(seal("ana@acme.com")).not.toBe(sealOf("another key")("ana@acme.com"));
    expect([seal(""), isSealed("ana@acme.com")]).toEqual(["", false]);
    expect(JSON.stringify(mails(seal))).not.toMatch(/ana@acme|client\.example|buyer/i);
  });

  it("is sealed in place, once, as a mail that is read now would be, whatever was cut off before", async () => {
    const [store, facts] = [sealStore(test.db), factStore(test.db)];
    await facts.save({ write: mails(seal), gone: [] }, 1);
    const now = await stored();
    await test.db.collection("facts").deleteMany({});
    await facts.save({ write: mails(unsealed), gone: [] }, 1);
    const cutOff = store.sealStored(seal, () => Promise.reject(new Error("the lease is lost")));
    await expect(cutOff).rejects.toThrow("the lease is lost");

    expect(await store.sealStored(seal, held)).toBe(2);

    expect(await stored()).toEqual(now);
    const since = await test.oplogMark();
    expect(await store.sealStored(seal, held)).toBe(0);
    expect(await test.oplogWrites(["facts", "settings"], since)).toBe(0);
  });

  it("is known again by whose it is, and only where mails are", () => {
    const ana = aPerson("UANA", { email: "ana@acme.com", copperUserId: 77, justcallEmail: "ana@acme.com" });
    const who = sealedRoster(roster([ana], []), seal);

    expect(who.userOf("copper", seal("ana@acme.com"))).toBe("UANA");
    expect(who.userOf("copper", "77")).toBe("UANA");
    expect(who.userOf("justcall", "ana@acme.com")).toBe("UANA");
    expect(who.userOf("copper", seal("lead-1@client.example"))).toBeNull();
    expect([...who.ownersOf("copper", "UANA")].sort()).toEqual([seal("ana@acme.com"), "77"].sort());
    expect(who.addresses).toEqual([seal("ana@acme.com")]);
  });

  it("is sealed with one key, whichever process asked first", async () => {
    const keys = await Promise.all([1, 2, 3].map(() => sealStore(test.db).key()));

    expect([new Set(keys).size, keys[0]?.length]).toEqual([1, 43]);
  });
});
