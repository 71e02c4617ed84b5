import type { Person } from "../../src/people/person";
import { aMember, aPerson, listed, onePerson, peopleOf } from "../support/builders/people";

describe("the people after a sync", () => {
  it("are found in Copper and in JustCall by email, in any case", () => {
    const copper = [listed("7", "U01@Acme.Example")];
    const justcall = [listed("u01@acme.example", "U01@ACME.example")];

    expect(onePerson({ members: [aMember("U01")], copper, justcall })).toEqual(
      aPerson("U01", {
        copperUserId: 7,
        justcallEmail: "u01@acme.example",
        found: {
          tz: "America/New_York",
          active: true,
          copperUserId: 7,
          copperEmail: "u01@acme.example",
          justcallEmail: "u01@acme.example",
          justcallAgentId: "u01@acme.example",
        },
      }),
    );
  });

  it("are not found by an address that is empty on both sides", () => {
    const members = [aMember("U01", { email: "" })];

    const person = onePerson({ members, copper: [listed("7", null), listed("8", " ")], justcall: [listed("", "")] });

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
          copperEmail: "u01@acme.example",
          given: { copperUserId: 99, copperEmail: "other@acme.example" },
          justcallEmail: "u01@acme.example",
          justcallAgentId: "u01@acme.example",
        },
      }),
    ]);
    expect(second).toEqual(first);
  });

  it("follow Copper and JustCall when what was found changes", () => {
    const found = { tz: "America/New_York", active: true, copperUserId: 7, justcallEmail: "u01@acme.example" };
    const known = [aPerson("U01", { copperUserId: 7, justcallEmail: "u01@acme.example", found })];
    const member = aMember("U01", { email: "new@acme.example" });

    const person = onePerson({
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
});
