import { actorOf, type SlackAnswer } from "../../src/people/actor";
import type { Member, Person, Role } from "../../src/people/person";
import { aMember, aPerson } from "../support/builders/people";

const AT = new Date("2026-10-28T14:00:00Z");
const isNow = (given: Partial<Member> = {}): SlackAnswer => ({ kind: "member", member: aMember("U01", given) });
const UNANSWERED: SlackAnswer = { kind: "unanswered", error: new Error("Slack is down") };
const roleOf = (person: Person | null, answer: SlackAnswer, admins: readonly string[] = []) =>
  actorOf("U01", { person, answer, admins }).role;
const found = (role: Role, active = true) => ({ tz: null, active, role });

describe("somebody acts", () => {
  it.each<[string, SlackAnswer]>([
    ["a guest", isNow({ guest: true })],
    ["deactivated", isNow({ deactivated: true })],
    ["a bot", isNow({ bot: true })],
    ["unknown to Slack", { kind: "nobody" }],
  ])("as an outsider once they are %s, whatever was stored or given by hand", (_now, answer) => {
    const given = aPerson("U01", { role: "admin", roleGiven: { role: "admin", by: "U09", at: AT } });

    expect([null, aPerson("U01"), given].map((person) => roleOf(person, answer, ["U01"]))).toEqual([
      "outsider",
      "outsider",
      "outsider",
    ]);
  });

  it("as an outsider when they were deactivated by hand, and as a member again when only Slack had", () => {
    expect(roleOf(aPerson("U01", { active: false }), isNow())).toBe("outsider");
    expect(roleOf(aPerson("U01", { active: false, found: found("rep", false) }), isNow())).toBe("rep");
  });

  it("as a newcomer until a sync has met them", () => {
    expect(roleOf(null, isNow())).toBe("newcomer");
    expect(roleOf(null, isNow({ workspaceAdmin: true }), ["U01"])).toBe("newcomer");
  });

  it("as what Slack and the environment make of them now, not at the last sync", () => {
    const admin = aPerson("U01", { role: "admin", found: found("admin") });

    expect(roleOf(admin, isNow())).toBe("rep");
    expect(roleOf(admin, isNow({ workspaceAdmin: true }))).toBe("admin");
    expect(roleOf(admin, isNow(), ["U01"])).toBe("admin");
    expect(roleOf(aPerson("U01"), isNow({ workspaceAdmin: true }))).toBe("admin");
  });

  it("with the role given by hand, whatever Slack says of a full member", () => {
    const roleGiven = { role: "rep", by: "U09", at: AT } as const;

    expect(roleOf(aPerson("U01", { roleGiven }), isNow({ workspaceAdmin: true }), ["U01"])).toBe("rep");
    expect(roleOf(aPerson("U01", { role: "manager" }), isNow({ workspaceAdmin: true }))).toBe("manager");
  });

  it("as at the last sync while Slack cannot be asked, and not at all where no sync has met them", () => {
    expect(roleOf(aPerson("U01", { role: "admin", found: found("admin") }), UNANSWERED)).toBe("admin");
    expect(roleOf(aPerson("U01", { active: false }), UNANSWERED)).toBe("outsider");
    expect(() => roleOf(null, UNANSWERED)).toThrow("Slack is down");
  });
});
