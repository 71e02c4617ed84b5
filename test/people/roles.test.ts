import type { Person, Role } from "../../src/people/person";
import { aMember, aPerson, onePerson } from "../support/builders/people";

const AT = new Date("2026-10-28T14:00:00Z");
const grant = (role: Role) => ({ role, roleGiven: { role, by: "U09", at: AT } });
const roleAfter = (known: Person, given: Parameters<typeof aMember>[1] = {}, admins: readonly string[] = []) =>
  onePerson({ known: [known], members: [aMember("U01", given)], admins })?.role;
const asFound = (role: Role) => aPerson("U01", { role, found: { tz: null, active: true, role } });

describe("the role after a sync", () => {
  it("is admin for owners and admins of the workspace and for those in the environment, and rep for all others", () => {
    const roleOf = (given: Parameters<typeof aMember>[1], admins: readonly string[] = []) =>
      onePerson({ members: [aMember("U01", given)], admins })?.role;

    expect([roleOf({ workspaceAdmin: true }), roleOf({}, ["U01"]), roleOf({})]).toEqual(["admin", "admin", "rep"]);
  });

  it("follows Slack and the environment both ways", () => {
    expect(roleAfter(asFound("rep"), { workspaceAdmin: true })).toBe("admin");
    expect(roleAfter(asFound("rep"), {}, ["U01"])).toBe("admin");
    expect(roleAfter(asFound("admin"))).toBe("rep");
    expect(roleAfter(asFound("admin"), {}, ["U01"])).toBe("admin");
  });

  it.each<Role>(["rep", "manager", "admin"])("is %s as long as it was given by hand, whatever Slack says", (role) => {
    const known = aPerson("U01", grant(role));

    expect(roleAfter(known, { workspaceAdmin: true }, ["U01"])).toBe(role);
    expect(roleAfter(known)).toBe(role);
    expect(roleAfter(known, { guest: true })).toBe(role);
  });

  it("is what was written into the document, where that differs from what was found", () => {
    expect(roleAfter(aPerson("U01", { role: "manager" }), { workspaceAdmin: true })).toBe("manager");
  });

  it("leaves managers of documents from before roles followed Slack, and asks Slack about their admins", () => {
    const earlier = (role: Role) => ({ ...aPerson("U01", { role }), found: { tz: null, active: true } });

    expect(roleAfter(earlier("manager"))).toBe("manager");
    expect(roleAfter(earlier("admin"))).toBe("rep");
    expect(roleAfter(earlier("admin"), { workspaceAdmin: true })).toBe("admin");
  });

  it("is an admin's no more once Slack made them a guest, deactivated them or lists them no longer", () => {
    expect(roleAfter(asFound("admin"), { workspaceAdmin: true, guest: true })).toBe("rep");
    expect(roleAfter(asFound("admin"), { deactivated: true }, ["U01"])).toBe("rep");
    expect(onePerson({ known: [asFound("admin")], members: [aMember("U02", { bot: true })] })?.role).toBe("rep");
  });

  it("stands when Slack's members cannot be read", () => {
    expect(onePerson({ known: [asFound("admin")], members: null })?.role).toBe("admin");
  });
});
