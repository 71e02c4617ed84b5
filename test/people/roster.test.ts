import type { Person } from "../../src/people/person";
import { matches, roster } from "../../src/people/roster";
import { aPerson, listed } from "../support/builders/people";

/** Somebody whom Copper knows by itself. */
function rep(id: string, copperUserId: number, given: Partial<Person> = {}): Person {
  const email = given.email === undefined ? `${id.toLowerCase()}@acme.example` : given.email;
  const found = {
    tz: null,
    active: true,
    copperUserId,
    ...(email === null ? {} : { copperEmail: email }),
    ...given.found,
  };
  return aPerson(id, { copperUserId, ...given, found });
}

describe("the roster", () => {
  it("gives a Copper user, an address and a salesman to the rep they are", () => {
    const who = roster(
      [rep("U01", 7, { justcallEmail: "calls@acme.example", addresses: ["Ana@Home.example"] })],
      [{ _id: " A. Ray ", userId: "U01" }],
    );

    const asked = [
      who.userOf("copper", "7"),
      who.userOf("copper", "u01@acme.example"),
      who.userOf("copper", "ana@home.example"),
      who.userOf("justcall", "calls@acme.example"),
      who.userOf("justcall", "u01@acme.example"),
      who.userOf("fishbowl", "A. Ray"),
    ];

    expect(asked).toEqual(["U01", "U01", "U01", "U01", "U01", "U01"]);
  });

  it("names what somebody is called at a source", () => {
    const who = roster(
      [rep("U01", 7, { addresses: ["ana@home.example"] }), rep("U02", 8)],
      [{ _id: "A. Ray", userId: "U01" }],
    );

    const names = (["copper", "justcall", "fishbowl"] as const).map((source) =>
      [...who.ownersOf(source, "U01")].sort(),
    );

    expect(names).toEqual([["7", "ana@home.example", "u01@acme.example"], ["u01@acme.example"], ["A. Ray"]]);
    expect(who.ownersOf("copper", "U99")).toEqual([]);
  });

  it("leaves to a rep what was sent and called from an address they had in Slack before", () => {
    const found = { tz: null, active: true, copperUserId: 7, formerEmails: ["old@acme.example"] };
    const who = roster([rep("U01", 7, { found })], []);

    expect([who.userOf("copper", "old@acme.example"), who.userOf("justcall", "old@acme.example")]).toEqual([
      "U01",
      "U01",
    ]);
    expect(who.addresses).toContain("old@acme.example");
  });

  it.each([
    ["another rep's", rep("U02", 8, { email: "old@acme.example" }), "U02"],
    ["a member's who is no rep", aPerson("U02", { email: "old@acme.example" }), null],
    [
      "another rep's in Copper",
      rep("U02", 8, { found: { tz: null, active: true, copperEmail: "old@acme.example" } }),
      "U02",
    ],
  ])("gives no former address to whoever had it when it is now %s", (_whose, other, owner) => {
    const found = { tz: null, active: true, copperUserId: 7, formerEmails: ["old@acme.example"] };

    expect(roster([rep("U01", 7, { found }), other], []).userOf("copper", "old@acme.example")).toBe(owner);
  });

  it("gives what is nobody's to nobody, whatever it is called", () => {
    const who = roster([rep("U01", 7)], [{ _id: "B. Lee", userId: "U99" }]);

    const asked = ["8", "", "__proto__", "constructor", "stranger@x.example"].map((owner) =>
      who.userOf("copper", owner),
    );

    expect([...asked, who.userOf("fishbowl", "B. Lee")]).toEqual([null, null, null, null, null, null]);
  });

  it("gives the numbers of a rep who was deactivated to them still", () => {
    expect(roster([rep("U01", 7, { active: false })], []).userOf("copper", "7")).toBe("U01");
  });

  it("leaves members whom neither Copper nor JustCall nor a salesman's name knows out of mail", () => {
    expect(roster([aPerson("U01")], []).addresses).toEqual([]);
    expect(roster([aPerson("U01")], [{ _id: "A. Ray", userId: "U01" }]).addresses).toEqual(["u01@acme.example"]);
  });

  it("gives a Copper user who was given by hand to that person alone, his Slack address to its member", () => {
    const ana = rep("U01", 9, { found: { tz: null, active: true, copperUserId: 7, copperEmail: "u02@acme.example" } });
    const ben = rep("U02", 9);

    for (const people of [
      [ana, ben],
      [ben, ana],
    ]) {
      const who = roster(people, []);
      expect([who.userOf("copper", "9"), who.userOf("copper", "u02@acme.example")]).toEqual(["U01", "U02"]);
    }
  });

  it("gives an address that is one rep's in Slack to nobody else, whoever claims it", () => {
    const ana = rep("U01", 7, { addresses: ["u02@acme.example"], justcallEmail: "u02@acme.example" });
    const who = roster([ana, rep("U02", 8)], []);

    expect([who.userOf("copper", "u02@acme.example"), who.userOf("justcall", "u02@acme.example")]).toEqual([
      "U02",
      "U02",
    ]);
  });

  it("gives what two people had one after the other to the active one", () => {
    const before = rep("U01", 7, { email: "ana@acme.example", justcallEmail: "ana@acme.example", active: false });
    const now = rep("U02", 7, { email: "ana@acme.example", justcallEmail: "ana@acme.example" });
    const who = roster([before, now], []);

    const asked = [
      who.userOf("copper", "7"),
      who.userOf("copper", "ana@acme.example"),
      who.userOf("justcall", "ana@acme.example"),
    ];

    expect(asked).toEqual(["U02", "U02", "U02"]);
  });

  it("names every owner that is somebody, and people by their name", () => {
    const who = roster([rep("U01", 7)], [{ _id: "A. Ray", userId: "U01" }]);

    expect({
      copper: [...who.owners("copper")].sort(),
      justcall: who.owners("justcall"),
      fishbowl: who.owners("fishbowl"),
      names: [who.nameOf("U01"), who.nameOf("U99")],
    }).toEqual({
      copper: ["7", "u01@acme.example"],
      justcall: ["u01@acme.example"],
      fishbowl: ["A. Ray"],
      names: ["Name of U01", "U99"],
    });
  });
});

describe("matching a source's list", () => {
  it("tells who is there and who is missing, on both sides, among active reps only", () => {
    const people = [rep("U01", 7), rep("U02", 8), rep("U03", 9, { active: false }), aPerson("U04")];
    const list = [listed("7", "u01@acme.example"), listed("44", "x@acme.example", "Xaver"), listed("45", null, "Yann")];

    expect(matches("copper", { list, people, roster: roster(people, []) })).toEqual({
      matched: [{ userId: "U01", name: "Name of U01" }],
      unmatched: [
        { name: "Xaver", email: "x@acme.example", owner: "44" },
        { name: "Yann", email: null, owner: "45" },
        { name: "Name of U02", email: "u02@acme.example", userId: "U02" },
      ],
    });
  });

  it("names a person once who is two of its users", () => {
    const people = [rep("U01", 7, { justcallEmail: "calls@acme.example" })];
    const list = [listed("u01@acme.example", "u01@acme.example"), listed("calls@acme.example", "calls@acme.example")];

    expect(matches("justcall", { list, people, roster: roster(people, []) }).matched).toEqual([
      { userId: "U01", name: "Name of U01" },
    ]);
  });
});
