import type { Person } from "../../src/people/person";
import { aMember, aPerson, onePerson, peopleOf } from "../support/builders/people";

describe("the people after a sync", () => {
  it("keep an address that Slack no longer shows", () => {
    expect(onePerson({ known: [aPerson("U01")], members: [aMember("U01", { email: null })] })?.email).toBe(
      "u01@acme.example",
    );
  });

  it("follow Slack in name, address and zone", () => {
    const member = aMember("U01", { name: "Ana B.", email: "ana.b@acme.example", tz: "Europe/Paris" });

    expect(onePerson({ known: [aPerson("U01")], members: [member] })).toEqual(
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
});
