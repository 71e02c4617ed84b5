import { peopleAfter } from "../../src/people/matching";
import { peopleStore } from "../../src/people/people-store";
import type { Salesman } from "../../src/people/person";
import { day } from "../../src/time/day";
import { aMember, aPerson, listed } from "../support/builders/people";
import { testDatabase } from "../support/env/database";

const NOTHING = { copper: null, justcall: null, admins: [] };

describe("the store of people", () => {
  const test = testDatabase();
  const store = () => peopleStore(test.db);

  it("keeps people and gives them back in the order of their ids", async () => {
    const people = [aPerson("U02", { copperUserId: 7 }), aPerson("U01")];

    await store().save([], people);

    expect(await store().all()).toEqual([aPerson("U01"), aPerson("U02", { copperUserId: 7 })]);
    expect([await store().one("U01"), await store().one("U99")]).toEqual([aPerson("U01"), null]);
  });

  it("writes nothing when a sync learns the same again", async () => {
    const learned = {
      members: [aMember("U01"), aMember("U02", { tz: null }), aMember("U03", { email: null })],
      copper: [listed("7", "U01@acme.example"), listed("8", null)],
      justcall: [listed("u01@acme.example", "u01@acme.example")],
      admins: ["U02"],
    };
    await store().save([], peopleAfter({ ...learned, known: [] }));
    const known = await store().all();
    const mark = await test.oplogMark();

    await store().save(known, peopleAfter({ ...learned, known }));

    expect(await test.oplogWrites(["users"], mark)).toBe(0);
  });

  it("keeps what was set by hand while a sync was running", async () => {
    await store().save([], [aPerson("U01")]);
    const known = await store().all();
    await test.db
      .collection<{ _id: string }>("users")
      .updateOne({ _id: "U01" }, { $set: { copperUserId: 99, role: "manager" } });

    await store().save(known, [aPerson("U01", { name: "Ana" })]);

    expect(await store().all()).toEqual([aPerson("U01", { name: "Ana", copperUserId: 99, role: "manager" })]);
  });

  it("sets one person's settings, leaves the rest, and takes away what is null", async () => {
    await store().save([], [aPerson("U01"), aPerson("U02")]);
    const timeOff = [{ from: day("2026-11-02"), to: day("2026-11-06") }];

    expect(await store().set("U01", { timeOff, workdays: [1, 2], startDate: day("2026-09-01") })).toBe(true);
    expect(await store().set("U01", { digestOn: false, snoozedUntil: day("2026-11-10") })).toBe(true);
    expect(await store().set("U01", { startDate: null, snoozedUntil: null, digestAt: "07:30" })).toBe(true);

    const schedule = { timeOff, workdays: [1, 2] };
    expect(await store().all()).toEqual([
      aPerson("U01", { schedule, digest: { on: false, at: "07:30" } }),
      aPerson("U02"),
    ]);
  });

  it("says when there is nobody to set anything for, and changes nothing where nothing is given", async () => {
    await store().save([], [aPerson("U01")]);

    expect(await store().set("U99", { digestOn: false })).toBe(false);
    expect(await store().set("U01", {})).toBe(true);

    expect(await store().all()).toEqual([aPerson("U01")]);
  });

  it("refuses settings that make no sense, and says why", async () => {
    await store().save([], [aPerson("U01")]);

    await expect(store().set("U01", { digestAt: "8" })).rejects.toThrow("Write the time of day like 8:00 AM.");

    expect(await store().all()).toEqual([aPerson("U01")]);
  });

  it("keeps settings through a sync that learns about the person anew", async () => {
    await store().save([], [aPerson("U01")]);
    const known = await store().all();
    await store().set("U01", { digestOn: false });

    await store().save(known, [aPerson("U01", { name: "Ana" })]);

    expect(await store().all()).toEqual([aPerson("U01", { name: "Ana", digest: { on: false } })]);
  });

  it("gives the salesmen as they are mapped", async () => {
    await test.db.collection<Salesman>("fishbowl_users_map").insertMany([
      { _id: "B. Lee", userId: "U02" },
      { _id: "$A. Ray", userId: "U01" },
    ]);

    expect(await store().salesmen()).toEqual([
      { _id: "$A. Ray", userId: "U01" },
      { _id: "B. Lee", userId: "U02" },
    ]);
  });

  it("says who a salesman is, says it anew, and takes it back", async () => {
    await store().mapSalesman("B. Lee", "U01");
    await store().mapSalesman("B. Lee", "U02");
    const mapped = await store().salesmen();

    await store().mapSalesman("B. Lee", null);

    expect(mapped).toEqual([{ _id: "B. Lee", userId: "U02" }]);
    expect(await store().salesmen()).toEqual([]);
  });

  it("gives a role by hand, with who and when, and leaves nothing of it once it is taken back", async () => {
    const found = { tz: null, active: true, role: "admin" as const };
    await store().save([], [aPerson("U01", { role: "admin", found })]);
    const grant = { role: "rep", by: "U02", at: new Date("2026-10-28T14:00:00Z") } as const;

    const known = [await store().giveRole("U01", grant), await store().giveRole("U99", grant)];
    const given = await store().one("U01");
    await store().takeRoleBack("U01");

    expect([known, await store().takeRoleBack("U99")]).toEqual([[true, false], false]);
    expect(given).toEqual(aPerson("U01", { role: "rep", roleGiven: grant, found }));
    expect(await store().one("U01")).toEqual(aPerson("U01", { role: "admin", found }));
  });

  it("lets a role that was given while a sync was running win over the one that it found", async () => {
    await store().save([], [aPerson("U01")]);
    const known = await store().all();
    const grant = { role: "manager", by: "U02", at: new Date("2026-10-28T14:00:00Z") } as const;
    await store().giveRole("U01", grant);

    await store().save(known, peopleAfter({ ...NOTHING, known, members: [aMember("U01", { workspaceAdmin: true })] }));

    expect(await store().one("U01")).toMatchObject({ role: "manager", roleGiven: grant, found: { role: "admin" } });
  });

  it("says by hand who somebody is at a source, and goes back to what was found", async () => {
    const found = { tz: null, active: true, copperUserId: 7 };
    await store().save([], [aPerson("U01", { copperUserId: 7, found })]);

    const known = await store().override("U01", { copperUserId: 8, justcallEmail: " Ana@X.example " });
    const set = await store().one("U01");
    await store().override("U01", { copperUserId: null, justcallEmail: null });

    expect([known, await store().override("U99", { copperUserId: 8 })]).toEqual([true, false]);
    expect(set).toMatchObject({ copperUserId: 8, justcallEmail: "ana@x.example", found: { copperUserId: 7 } });
    expect(await store().one("U01")).toEqual(aPerson("U01", { copperUserId: 7, found }));
  });
});
