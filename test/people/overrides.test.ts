import fc from "fast-check";
import { peopleAfter } from "../../src/people/matching";
import { peopleStore } from "../../src/people/people-store";
import type { Person } from "../../src/people/person";
import { roster } from "../../src/people/roster";
import { aMember, listed } from "../support/builders/people";
import { testDatabase } from "../support/env/database";

const members = ["U01", "U02", "U03"].map((id) => aMember(id));
const copper = [
  listed("1", "u01@acme.example"),
  listed("2", "u02@acme.example"),
  listed("9", "house@acme.example"),
  listed("8", "desk@acme.example"),
];
const justcall = [
  { ...listed("u01@acme.example", "u01@acme.example"), id: "71" },
  { ...listed("desk@acme.example", "desk@acme.example"), id: "79" },
];
const OWNERS = [
  ...copper.flatMap(({ owner, email }) => [owner, email ?? ""]),
  ...members.flatMap(({ email }) => email ?? []),
  "calls@acme.example",
];
const GIVEN = [
  { copperUserId: 9 },
  { copperUserId: 8 },
  { copperUserId: 2 },
  { justcallEmail: "desk@acme.example" },
  { justcallEmail: "calls@acme.example" },
] as const;
type Field = "copperUserId" | "justcallEmail" | "active" | "tz";

const step = fc.oneof(
  fc.record({
    kind: fc.constant("give" as const),
    who: fc.constantFrom("U01", "U02", "U03"),
    what: fc.constantFrom(...GIVEN),
  }),
  fc.record({ kind: fc.constant("deactivate" as const), who: fc.constantFrom("U01", "U02", "U03") }),
  fc.record({ kind: fc.constant("sync" as const) }),
);

describe("what an admin sets on a person", () => {
  const test = testDatabase();
  const whose = (people: readonly Person[]) => {
    const who = roster(people, []);
    return OWNERS.map((owner) => [owner, who.userOf("copper", owner), who.userOf("justcall", owner)].join(" "));
  };

  it("leaves nothing behind once it is taken away by the form or out of the database, at once and after the next sync", async () => {
    const store = peopleStore(test.db);
    const users = test.db.collection<{ _id: string }>("users");
    const sync = async () => {
      const known = await store.all();
      await store.save(known, peopleAfter({ known, members, copper, justcall, admins: [] }));
    };
    await sync();
    const untouched = whose(await store.all());

    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.boolean(), async (steps, byForm) => {
        for (const one of steps) {
          if (one.kind === "sync") await sync();
          else if (one.kind === "give") await store.override(one.who, one.what);
          else await users.updateOne({ _id: one.who }, { $set: { active: false } });
        }
        const fields: Record<Field, ""> = { copperUserId: "", justcallEmail: "", active: "", tz: "" };
        if (byForm) for (const { id } of members) await store.override(id, { copperUserId: null, justcallEmail: null });
        else await users.updateMany({}, { $unset: fields });
        await users.updateMany({}, { $unset: { active: "" } });

        expect(whose(await store.all())).toEqual(untouched);
        await sync();
        expect(whose(await store.all())).toEqual(untouched);
      }),
      { numRuns: 40, seed: 13 },
    );
  });

  it("counts mail from the address of a Copper user who was given by hand, until that user is taken away", async () => {
    const store = peopleStore(test.db);
    const learned = { members, copper, justcall, admins: [] };
    await store.save([], peopleAfter({ ...learned, known: [] }));
    await store.override("U01", { copperUserId: 9 });
    const known = await store.all();
    await store.save(known, peopleAfter({ ...learned, known }));
    const owner = async () => roster(await store.all(), []).userOf("copper", "house@acme.example");

    const given = await owner();
    await store.override("U01", { copperUserId: null });

    expect([given, await owner()]).toEqual(["U01", null]);
  });
});
