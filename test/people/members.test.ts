import type { Person } from "../../src/people/person";
import { aMember, aPerson, listed, onePerson, peopleOf } from "../support/builders/people";

describe("the people after a sync", () => {
  it("are the workspace's full members, with emails in lower case", () => {
    expect(peopleOf({ members: [aMember("U02"), aMember("U01", { email: " Ana@ACME.example " })] })).toEqual([
      aPerson("U01", { email: "ana@acme.example" }),
      aPerson("U02"),
    ]);
  });

  it.each([
    ["bots", { bot: true }],
    ["guests", { guest: true }],
    ["members deactivated before they were first seen", { deactivated: true }],
  ])("are never %s", (_who, given) => {
    const members = [aMember("U01", given)];

    expect(peopleOf({ members, copper: [listed("7", "u01@acme.example")], admins: ["U01"] })).toEqual([]);
  });

  it.each([
    ["deactivated", [aMember("U01", { deactivated: true })]],
    ["made a guest", [aMember("U01", { guest: true })]],
    ["no longer listed", [aMember("U02", { bot: true })]],
  ])("keep somebody who was %s, as inactive", (_how, members) => {
    const known = [aPerson("U01", { copperUserId: 7, found: { tz: null, active: true, copperUserId: 7 } })];

    const [person] = peopleOf({ known, members });

    expect(person).toMatchObject({ _id: "U01", active: false, copperUserId: 7, found: { active: false } });
  });

  it("are active again once Slack says so", () => {
    const known = [aPerson("U01", { active: false, found: { tz: null, active: false } })];

    expect(onePerson({ known, members: [aMember("U01")] })).toEqual(aPerson("U01"));
  });

  it("are as they were when Slack's members cannot be read", () => {
    const known = [aPerson("U01"), aPerson("U02", { active: false })];

    expect(peopleOf({ known, members: null })).toEqual(known);
  });

  it("take in a document written by hand that has no found values yet", () => {
    const { found: _, ...written } = aPerson("U01", { copperUserId: 99, tz: "Asia/Tokyo" });

    // As it comes from the database: not every field is there.
    const person = onePerson({ known: [written as Person], members: [aMember("U01")] });

    expect(person).toEqual(aPerson("U01", { copperUserId: 99, tz: "Asia/Tokyo" }));
  });
});
