import { knownAgents } from "../../src/people/person";
import { roster } from "../../src/people/roster";
import { aMember, listed, peopleOf } from "../support/builders/people";

const members = [aMember("U01"), aMember("U02")];
const agent = (id: string, email: string) => ({ ...listed(email, email), id });
const before = peopleOf({
  members,
  copper: [listed("7", "u01@acme.example")],
  justcall: [agent("71", "u01@acme.example")],
});

describe("an account at a source", () => {
  it("stays the same person's when an admin changes its address, and so do records under the old one", () => {
    const changed = { copper: [listed("7", "a.ray@crm.example")], justcall: [agent("71", "a.ray@dial.example")] };
    const again = { copper: [listed("7", "ana@crm.example")], justcall: [agent("71", "ana@dial.example")] };

    const who = roster(peopleOf({ members, ...again, known: peopleOf({ members, ...changed, known: before }) }), []);

    const mail = ["a.ray@crm.example", "ana@crm.example", "u01@acme.example", "7"];
    const calls = ["a.ray@dial.example", "ana@dial.example", "u01@acme.example"];
    expect(mail.map((owner) => who.userOf("copper", owner))).toEqual(mail.map(() => "U01"));
    expect(calls.map((owner) => who.userOf("justcall", owner))).toEqual(calls.map(() => "U01"));
  });

  it("is somebody else's once it has their Slack address", () => {
    const copper = [listed("7", "u02@acme.example")];
    const justcall = [agent("71", "u02@acme.example")];

    const people = peopleOf({ members, copper, justcall, known: before });

    const who = roster(people, []);
    expect([who.userOf("copper", "7"), who.userOf("justcall", "u02@acme.example")]).toEqual(["U02", "U02"]);
    expect(who.userOf("justcall", "u01@acme.example")).toBe("U01");
    expect(knownAgents(people)).toEqual(new Map([["71", "u02@acme.example"]]));
  });

  it("leaves a former address to whoever has it at the source now", () => {
    const moved = peopleOf({ members, copper: [listed("7", "a.ray@crm.example")], known: before });
    const copper = [listed("7", "ana@crm.example"), listed("9", "a.ray@crm.example")];

    const who = roster(peopleOf({ members, copper, known: moved }), []);

    expect(who.userOf("copper", "a.ray@crm.example")).toBeNull();
  });

  it("that was made anew under another id is theirs, and so is the one before it", () => {
    const anew = peopleOf({ members, copper: [listed("8", "u01@acme.example")], known: before });

    const again = peopleOf({ members, copper: [listed("9", "U01@acme.example")], known: anew });

    for (const owner of ["7", "8", "9"]) expect(roster(again, []).userOf("copper", owner)).toBe("U01");
  });

  it("that another one has the address of is theirs with it, in whatever order they are listed", () => {
    const two = [listed("7", "u01@acme.example"), listed("8", "U01@acme.example ")];
    const inOrder = peopleOf({ members, copper: two, known: before });
    const turned = peopleOf({ members, copper: two.toReversed(), known: inOrder });

    for (const people of [inOrder, turned]) {
      expect(["7", "8"].map((owner) => roster(people, []).userOf("copper", owner))).toEqual(["U01", "U01"]);
    }
    expect(turned).toEqual(inOrder);
  });

  it("that was theirs under another id is theirs whatever it is called, and another's with their address", () => {
    const anew = peopleOf({ members, copper: [listed("8", "u01@acme.example")], known: before });
    const moved = (email: string) =>
      peopleOf({ members, copper: [listed("8", "u01@acme.example"), listed("7", email)], known: anew });

    const renamed = roster(moved("show@acme.example"), []);
    expect(["7", "show@acme.example"].map((owner) => renamed.userOf("copper", owner))).toEqual(["U01", "U01"]);
    expect(roster(moved("u02@acme.example"), []).userOf("copper", "7")).toBe("U02");
  });

  it("that was found under another id yields to what is given by hand", () => {
    const anew = peopleOf({ members, copper: [listed("8", "u01@acme.example")], known: before });
    const given = (userId: string, id: number) =>
      anew.map((person) => (person._id === userId ? { ...person, copperUserId: id } : person));

    expect(roster(given("U02", 7), []).userOf("copper", "7")).toBe("U02");
    expect(roster(given("U01", 20), []).userOf("copper", "7")).toBeNull();
  });

  it("of two who had its address one after the other is the later one's, also once both have left Slack", () => {
    const address = { email: "ana@acme.example" };
    const sources = { copper: [listed("7", address.email)], justcall: [agent("71", address.email)] };
    const [first, second] = [aMember("U01", address), aMember("U02", address)];
    const gone = { deactivated: true };
    const alone = peopleOf({ members: [first], ...sources });
    const followed = peopleOf({ members: [{ ...first, ...gone }, second], ...sources, known: alone });
    const left = [first, second].map((member) => ({ ...member, ...gone }));
    const both = peopleOf({ members: left, ...sources, known: followed });

    for (const people of [followed, both, peopleOf({ members: left, ...sources, known: both })]) {
      const who = roster(people, []);
      const owners = ["7", address.email].map((owner) => who.userOf("copper", owner));
      expect([...owners, who.userOf("justcall", address.email)]).toEqual(["U02", "U02", "U02"]);
    }
  });

  it("is remembered when the source no longer lists it", () => {
    const people = peopleOf({ members, copper: [], justcall: [], known: before });

    expect(people).toEqual(before);
    expect(knownAgents(people)).toEqual(new Map([["71", "u01@acme.example"]]));
  });
});
