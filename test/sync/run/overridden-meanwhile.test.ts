import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { callFacts } from "../../support/builders/facts";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const BEN = { owner: "79", id: "79", name: "Ben", email: "ben@acme.com" };

describe("who somebody is in Copper and JustCall, said by an admin while a sync finds something else,", () => {
  const test = testDatabase();
  const people = () => peopleStore(test.db);
  const ben = () => test.db.collection<Person>("users").findOne({ _id: "UBEN" });
  let meanwhile = async (): Promise<unknown> => undefined;

  /** A team whose syncs wait for what happens meanwhile, just before they write who is who. */
  function aTeam() {
    const harness = threeSources(test.db, {
      watch: (given) => ({
        ...given,
        people: {
          ...given.people,
          save: async (before, after) => {
            await meanwhile();
            await given.people.save(before, after);
          },
        },
      }),
    });
    const { copper, justcall, sync } = harness;
    copper.facts = ["78", "79"].flatMap((owner) =>
      callFacts("copper", { recordId: owner, at: `2026-10-27T1${owner.slice(1)}:00:00Z`, owner, seconds: 60 }),
    );
    const finds = () => {
      copper.people = [...(copper.people ?? []), BEN];
      justcall.people = [...(justcall.people ?? []), { ...BEN, owner: BEN.email }];
    };
    return { ...harness, finds, syncOnce: () => sync("2026-10-27", "2026-10-28") };
  }

  it("stays what the admin said, beside what was found", async () => {
    const { syncOnce, finds } = aTeam();
    await syncOnce();
    finds();
    meanwhile = () => people().override("UBEN", { copperUserId: 78, justcallEmail: "dial@acme.com" });

    await syncOnce();
    meanwhile = async () => undefined;
    expect(await ben()).toMatchObject({
      ...{ copperUserId: 78, justcallEmail: "dial@acme.com" },
      found: { copperUserId: 79, justcallEmail: BEN.email },
    });
    await syncOnce();

    expect(await ben()).toMatchObject({ copperUserId: 78, justcallEmail: "dial@acme.com" });
    expect(await cellsOf(test.db)).toMatchObject({ "UBEN_phone_call_quantity_2026-10-27_copper": 1 });
  });

  it("is what is found now where the admin took back what was said before", async () => {
    const { syncOnce, finds } = aTeam();
    await syncOnce();
    await people().override("UBEN", { copperUserId: 78, justcallEmail: "dial@acme.com" });
    finds();
    meanwhile = () => people().override("UBEN", { copperUserId: null, justcallEmail: null });

    await syncOnce();

    expect(await ben()).toMatchObject({ copperUserId: 79, justcallEmail: BEN.email });
  });

  it("is found and forgotten as ever where nobody says anything", async () => {
    const { syncOnce, finds, copper } = aTeam();
    meanwhile = async () => undefined;
    finds();
    await syncOnce();
    expect(await ben()).toMatchObject({ copperUserId: 79, found: { copperEmail: BEN.email } });
    const [before] = (await people().all()).filter(({ _id }) => _id === "UBEN");
    if (before === undefined) throw new Error("Ben is known");
    const { copperUserId: _, found, ...rest } = before;
    const { copperUserId: _id, copperEmail: _email, ...left } = found;

    await people().save([before], [{ ...rest, found: left }]);

    expect(copper.people).toHaveLength(2);
    const stored = await ben();
    expect(stored).not.toHaveProperty("copperUserId");
    expect(stored?.found).toEqual(left);
  });
});
