import { identityOf, tombstoneKeys } from "../../src/erasure/identity";
import { scrubOf } from "../../src/erasure/scrub";
import { tombstones } from "../../src/erasure/tombstones";
import { sealOf } from "../../src/metrics/seal";
import { aFact } from "../support/builders/facts";
import { aPerson } from "../support/builders/people";

const seal = sealOf("a key");
const ANA = aPerson("U0ANA", {
  name: "Ana",
  email: "ana@acme.com",
  copperUserId: 77,
  justcallEmail: "a.diaz@dialer.example",
  found: { tz: null, active: true, formerEmails: ["ben@acme.com", "ana.d@acme.com"] },
});
const BEN = aPerson("U0BEN", { name: "Ana Ruiz", email: "ben@acme.com", copperUserId: 78 });
const WHO = { people: [ANA, BEN], salesmen: [{ _id: "A. Diaz", userId: "U0ANA", owners: ["AD | A. Diaz"] }], seal };
const identity = identityOf(ANA, WHO);
const scrub = scrubOf(identity, "former-1");

describe("what names somebody", () => {
  it("is their own: an address that another has by now is that one's", () => {
    expect(identity).toMatchObject({
      addresses: ["ana@acme.com", "a.diaz@dialer.example", "ana.d@acme.com"],
      accounts: [{ source: "copper", id: "77" }],
      salesmen: ["A. Diaz"],
    });
  });

  it("is replaced in texts, keys, lists and messages in JSON, and only where it stands alone", () => {
    const body = JSON.stringify({ text: "1.\nU0ANA\nAna: 41, Ana Ruiz: 3, Susana, Ana's Bar, <@U0ANA>" });

    expect(scrub({ _id: "digest:U0ANA:2026-10-28", body, list: ["ANA@acme.com", "diana@acme.com", "U0ANA1"] })).toEqual(
      {
        _id: "digest:former-1:2026-10-28",
        body: JSON.stringify({ text: "1.\nformer-1\nformer-1: 41, Ana Ruiz: 3, Susana, Ana's Bar, <@former-1>" }),
        list: ["former-1", "diana@acme.com", "U0ANA1"],
      },
    );
    expect(scrub({ U0ANA: 1, at: new Date(0), none: null })).toEqual({ "former-1": 1, at: new Date(0), none: null });
  });

  it("is replaced as a salesman and an owner where that is the whole text, and not in the name of a company", () => {
    const claims = [
      { source: "copper", owner: "77" },
      { source: "fishbowl", owner: "AD | A. Diaz" },
    ];

    expect(scrub({ claims, soNumber: "77", salesman: "a.  diaz", customerName: "Ana", note: "A. Diaz & Co" })).toEqual({
      claims: [
        { source: "copper", owner: "former-1" },
        { source: "fishbowl", owner: "former-1" },
      ],
      ...{ soNumber: "77", salesman: "former-1", customerName: "Ana", note: "A. Diaz & Co" },
    });
  });
});

describe("a tombstone", () => {
  const erased = tombstones([{ _id: "former-1", at: new Date(0), keys: tombstoneKeys(identity, seal) }], seal);
  const owner = (source: "copper" | "justcall" | "fishbowl", of: string) =>
    erased.withPseudonym(aFact("1", { source, owner: of })).owner;

  it.each([
    ["justcall", "ana ruiz", undefined],
    ["copper", "Lunch with Ana Ruiz!", undefined],
    ["copper", "Ana Ruiz's renewal", undefined],
    ["copper", "Ana Ruiz’s renewal", undefined],
    ["copper", "Lunch: Ruiz, Ana (2)", undefined],
    ["copper", "Ruiz Ana", "Ruiz Ana"],
    ["copper", "Ruiz, Hanna", "Ruiz, Hanna"],
    ["copper", "Ana Ruizzi", "Ana Ruizzi"],
    ["copper", "Ana", "Ana"],
    ["fishbowl", "Ana Ruiz", "Ana Ruiz"],
  ] as const)("takes the name off another's record of %s that is called %j, and off no other", (source, name, kept) => {
    const gone = tombstones(
      [{ _id: "former-2", at: new Date(0), keys: tombstoneKeys(identityOf(BEN, WHO), seal) }],
      seal,
    );

    expect(gone.withPseudonym(aFact("1", { source, name })).name).toBe(kept);
  });

  it("takes the name off a mail to whom has no key of their name, since they were erased before names were kept", () => {
    const keys = tombstoneKeys(identity, seal).filter((key) => key !== seal("name:ana"));
    const before = tombstones([{ _id: "former-3", at: new Date(0), keys }], seal);
    const mail = (...to: readonly string[]) =>
      before.withPseudonym(
        aFact("1", { source: "copper", type: "email_quantity", owner: "78", name: "Ana", to: to.map(seal) }),
      ).name;

    expect(keys.length).toBe(tombstoneKeys(identity, seal).length - 1);
    expect([mail("cara@shop.example", "ana@acme.com"), mail("cara@shop.example")]).toEqual([undefined, "Ana"]);
  });

  it("says nothing that can be read", () => {
    expect(JSON.stringify(tombstoneKeys(identity, seal))).not.toMatch(/ana|diaz|77"|U0/i);
  });

  it("is recognized by id, address, account and salesman's name, in any case, and nobody else is", () => {
    expect(erased.hasMember({ id: "U0ANA", email: null })).toBe(true);
    expect(erased.hasMember({ id: "U0NEW", email: "Ana@Acme.com" })).toBe(true);
    expect(erased.hasMember({ id: "U0BEN", email: "ben@acme.com" })).toBe(false);
    expect(erased.hasListed("copper", { owner: "77", name: "Ana", email: null })).toBe(true);
    expect(erased.hasListed("justcall", { owner: "a.diaz@dialer.example", name: "Ana", email: null })).toBe(true);
    expect(erased.hasListed("copper", { owner: "78", name: "Ana", email: null })).toBe(false);
    expect([owner("copper", "77"), owner("copper", seal("ana@acme.com")), owner("copper", "78")]).toEqual([
      ...["former-1", "former-1", "78"],
    ]);
    expect([owner("justcall", "a.diaz@dialer.example"), owner("justcall", "77")]).toEqual(["former-1", "77"]);
    expect([owner("fishbowl", "AD | a. Diaz"), owner("fishbowl", "B. Lee")]).toEqual(["former-1", "B. Lee"]);
    expect([erased.salesman("A.  DIAZ"), erased.salesman("B. Lee")]).toEqual(["former-1", "B. Lee"]);
  });
});
