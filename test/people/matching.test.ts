import { type Learned, peopleAfter } from "../../src/people/matching";
import type { Person } from "../../src/people/person";
import { aMember, aPerson, listed } from "./people";

const nothing: Learned = { known: [], members: [], copper: null, justcall: null, admins: [] };
const peopleOf = (learned: Partial<Learned>) => peopleAfter({ ...nothing, ...learned });
const one = (learned: Partial<Learned>) => peopleOf(learned)[0];

describe("the people after a sync", () => {
  it("are the workspace's full members, with e-mails in lower case", () => {
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

    expect(one({ known, members: [aMember("U01")] })).toEqual(aPerson("U01"));
  });

  it("are as they were when Slack's members cannot be read", () => {
    const known = [aPerson("U01"), aPerson("U02", { active: false })];

    expect(peopleOf({ known, members: null })).toEqual(known);
  });

  it("keep an address that Slack no longer shows", () => {
    expect(one({ known: [aPerson("U01")], members: [aMember("U01", { email: null })] })?.email).toBe(
      "u01@acme.example",
    );
  });

  it("follow Slack in name, address and zone", () => {
    const member = aMember("U01", { name: "Ana B.", email: "ana.b@acme.example", tz: "Europe/Paris" });

    expect(one({ known: [aPerson("U01")], members: [member] })).toEqual(
      aPerson("U01", {
        name: "Ana B.",
        email: "ana.b@acme.example",
        tz: "Europe/Paris",
        found: { tz: "Europe/Paris", active: true, formerEmails: ["u01@acme.example"] },
      }),
    );
  });

  it("remember the addresses they had, and forget one that they have again", () => {
    const moves = ["ana.b@acme.example", "ana.c@acme.example", "u01@acme.example"];

    const people = moves.reduce<readonly Person[]>(
      (known, email) => peopleOf({ known, members: [aMember("U01", { email })] }),
      [aPerson("U01")],
    );

    expect(people[0]?.found.formerEmails).toEqual(["ana.b@acme.example", "ana.c@acme.example"]);
  });

  it.each([
    ["a rep", {}],
    ["a guest", { guest: true }],
    ["a bot", { bot: true }],
  ])("lose a former address for good that is now of %s", (_whose, given) => {
    const known = [
      aPerson("U01", {
        email: "new@acme.example",
        found: { tz: null, active: true, formerEmails: ["u01@acme.example", "x@acme.example"] },
      }),
    ];
    const members = [
      aMember("U01", { email: "new@acme.example" }),
      aMember("U02", { email: "U01@acme.example", ...given }),
    ];

    const people = peopleOf({ known, members });
    const later = peopleOf({ known: people, members: [aMember("U01", { email: "new@acme.example" }), aMember("U02")] });

    expect(people[0]?.found.formerEmails).toEqual(["x@acme.example"]);
    expect(later[0]?.found.formerEmails).toEqual(["x@acme.example"]);
  });

  it("are found in Copper and in JustCall by e-mail, in any case", () => {
    const copper = [listed("7", "U01@Acme.Example")];
    const justcall = [listed("u01@acme.example", "U01@ACME.example")];

    expect(one({ members: [aMember("U01")], copper, justcall })).toEqual(
      aPerson("U01", {
        copperUserId: 7,
        justcallEmail: "u01@acme.example",
        found: {
          tz: "America/New_York",
          active: true,
          copperUserId: 7,
          copperEmail: "u01@acme.example",
          justcallEmail: "u01@acme.example",
        },
      }),
    );
  });

  it("are not found by an address that is empty on both sides", () => {
    const members = [aMember("U01", { email: "" })];

    const person = one({ members, copper: [listed("7", null), listed("8", " ")], justcall: [listed("", "")] });

    expect(person).toEqual(aPerson("U01", { email: null }));
  });

  it("are the active one where two had the same address one after the other", () => {
    const known = [aPerson("U01", { email: "ana@acme.example", active: false, found: { tz: null, active: false } })];
    const members = [
      aMember("U01", { deactivated: true, email: "ana@acme.example" }),
      aMember("U02", { email: "ana@acme.example" }),
    ];

    const people = peopleOf({ known, members, copper: [listed("7", "ana@acme.example")] });

    expect(people.map(({ _id, copperUserId }) => [_id, copperUserId])).toEqual([
      ["U01", undefined],
      ["U02", 7],
    ]);
  });

  it("keep what was set by hand, over any number of syncs, while what is found goes on beside it", () => {
    const byHand: Partial<Person> = {
      copperUserId: 99,
      justcallEmail: "calls@acme.example",
      tz: "Asia/Tokyo",
      active: false,
      addresses: ["ana@home.example"],
    };
    const learned = {
      members: [aMember("U01", { tz: "Europe/Paris" })],
      copper: [listed("7", "u01@acme.example"), listed("99", "Other@Acme.example")],
      justcall: [listed("u01@acme.example", "u01@acme.example")],
    };

    const first = peopleOf({ ...learned, known: [aPerson("U01", byHand)] });
    const second = peopleOf({ ...learned, known: first });

    expect(first).toEqual([
      aPerson("U01", {
        ...byHand,
        found: {
          tz: "Europe/Paris",
          active: true,
          copperUserId: 7,
          copperEmail: "other@acme.example",
          justcallEmail: "u01@acme.example",
        },
      }),
    ]);
    expect(second).toEqual(first);
  });

  it("follow Copper and JustCall when what was found changes", () => {
    const found = { tz: "America/New_York", active: true, copperUserId: 7, justcallEmail: "u01@acme.example" };
    const known = [aPerson("U01", { copperUserId: 7, justcallEmail: "u01@acme.example", found })];
    const member = aMember("U01", { email: "new@acme.example" });

    const person = one({
      known,
      members: [member],
      copper: [listed("8", "new@acme.example")],
      justcall: [listed("new@acme.example", "new@acme.example")],
    });

    expect(person).toMatchObject({ copperUserId: 8, justcallEmail: "new@acme.example" });
  });

  it("stay matched while a source's list cannot be read or no longer names them", () => {
    const found = { tz: "America/New_York", active: true, copperUserId: 7, justcallEmail: "u01@acme.example" };
    const known = [aPerson("U01", { copperUserId: 7, justcallEmail: "u01@acme.example", found })];

    expect(peopleOf({ known, members: [aMember("U01")] })).toEqual(known);
    expect(peopleOf({ known, members: [aMember("U01")], copper: [], justcall: [] })).toEqual(known);
  });

  it("have Slack's admins as admins to begin with, and those named in the environment always", () => {
    const members = [aMember("U01", { workspaceAdmin: true }), aMember("U02"), aMember("U03")];
    const known = [aPerson("U02"), aPerson("U03", { role: "manager" })];

    expect(peopleOf({ known, members, admins: ["U02"] }).map(({ role }) => role)).toEqual([
      "admin",
      "admin",
      "manager",
    ]);
  });

  it("have an admin stay admin when Slack or the environment no longer says so", () => {
    expect(one({ known: [aPerson("U01", { role: "admin" })], members: [aMember("U01")] })?.role).toBe("admin");
  });

  it("take in a document written by hand that has no found values yet", () => {
    const { found: _, ...written } = aPerson("U01", { copperUserId: 99, tz: "Asia/Tokyo" });

    // As it comes from the database: not every field is there.
    const person = one({ known: [written as Person], members: [aMember("U01")] });

    expect(person).toEqual(aPerson("U01", { copperUserId: 99, tz: "Asia/Tokyo" }));
  });
});
