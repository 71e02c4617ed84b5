import { viewFaults } from "../../../../src/demo/slack/rules/views";
import type { Person, Role } from "../../../../src/people/person";
import { adminRoles, roleForm } from "../../../../src/slack/home/views/admin-roles";
import { aPerson } from "../../../support/builders/people";
import { HOSTILE, location, many, READING } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const AT = new Date("2026-10-28T14:00:00Z");
const given = (role: Role) => ({ role, roleGiven: { role, by: "U09", at: AT } });
const page = (people: readonly Person[], at = { ...location, part: "roles" as const }) =>
  adminRoles({
    location: at,
    people,
    refused: [],
    nameOf: (id) => (id === "U09" ? "Alex & Co" : id),
    ...READING,
  });

describe("the admin's roles", () => {
  it("are those of admins and managers, who gave them and when, and of reps only where they were given", () => {
    const { blocks } = page([
      aPerson("U01", { name: "Rita" }),
      aPerson("U02", { name: "Max", ...given("manager") }),
      aPerson("U03", { name: "Sam", role: "admin", found: { tz: null, active: true, role: "admin" } }),
      aPerson("U04", { name: "Ben", role: "manager" }),
      aPerson("U05", { name: "Gone", active: false, ...given("admin") }),
      aPerson("U06", { name: "Dan", active: false, role: "admin", found: { tz: null, active: false, role: "admin" } }),
      aPerson("U07", { name: "Roy", ...given("rep") }),
    ]);

    const moment = "10:00 AM EDT";
    expect(lines(blocks).filter((line) => line.startsWith("*"))).toEqual([
      "*5 people in Paceline*: 2 reps, 2 managers, 1 admin",
      `*Gone*: Admin, given by Alex &amp; Co, ${moment}; left: no access`,
      "*Sam*: Admin, from Slack or `ADMIN_SLACK_IDS`",
      "*Ben*: Manager, set in the database",
      `*Max*: Manager, given by Alex &amp; Co, ${moment}`,
      `*Roy*: Rep, given by Alex &amp; Co, ${moment}`,
    ]);
    expect(pressable(blocks).slice(1)).toEqual(["give_role", ...many(4, () => "take_role_back")]);
  });

  it("stay within Slack's limits with hundreds of hostile names, twenty a page", () => {
    const people = many(300, (index) => aPerson(`U${1000 + index}`, { name: HOSTILE, ...given("manager") }));

    const last = page(people, { ...location, part: "roles", page: 99 });

    expect(viewFaults(last, "home")).toEqual([]);
    expect(pressable(last.blocks).filter((id) => id === "take_role_back")).toHaveLength(20);
    expect(viewFaults(roleForm(), "modal")).toEqual([]);
  });
});
