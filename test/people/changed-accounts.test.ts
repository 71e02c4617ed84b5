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

  it("is remembered when the source no longer lists it", () => {
    const people = peopleOf({ members, copper: [], justcall: [], known: before });

    expect(people).toEqual(before);
    expect(knownAgents(people)).toEqual(new Map([["71", "u01@acme.example"]]));
  });
});
