import { type Act, type Actor, can, EVERYONE, mainTeam } from "../../src/people/permissions";

/** Each of them is U01; U02 is in team A and U03 in team B, and the rep is in A. */
const ACTORS: Readonly<Record<string, Actor>> = {
  outsider: { userId: "U01", role: "outsider" },
  newcomer: { userId: "U01", role: "newcomer" },
  rep: { userId: "U01", role: "rep", memberOf: ["a"] },
  "manager of A": { userId: "U01", role: "manager", teams: ["a"], members: new Set(["U02"]), memberOf: [] },
  "manager of A and B": { userId: "U01", role: "manager", teams: ["a", "b"], members: new Set(["U02", "U03"]) },
  "manager of Everyone": { userId: "U01", role: "manager", teams: [EVERYONE] },
  "manager of nobody": { userId: "U01", role: "manager", teams: [], members: new Set() },
  admin: { userId: "U01", role: "admin" },
};

/** Who may, in their order: outsider, newcomer, rep, manager of A, of A and B, of Everyone, of nobody, admin. */
const RIGHTS: readonly (readonly [Act, string])[] = [
  [{ does: "see-figures", of: "U01" }, "-nrmmmma"],
  [{ does: "see-figures", of: "U02" }, "---mmm-a"],
  [{ does: "see-figures", of: "U03" }, "----mm-a"],
  [{ does: "see-figures", of: "U09" }, "-----m-a"],
  [{ does: "change-switches", of: "U01" }, "-nrmmmma"],
  [{ does: "change-switches", of: "U02" }, "---mmm-a"],
  [{ does: "change-switches", of: "U03" }, "----mm-a"],
  [{ does: "see-team" }, "---mmm-a"],
  [{ does: "see-team", team: "a" }, "---mmm-a"],
  [{ does: "see-team", team: "b" }, "----mm-a"],
  [{ does: "see-team", team: EVERYONE }, "-----m-a"],
  [{ does: "see-board", team: "a" }, "--rmmm-a"],
  [{ does: "see-board", team: "b" }, "----mm-a"],
  [{ does: "see-board", team: EVERYONE }, "--rmmmma"],
  [{ does: "edit-board", team: "a" }, "---mmm-a"],
  [{ does: "edit-board", team: "b" }, "----mm-a"],
  [{ does: "edit-board", team: EVERYONE }, "-----m-a"],
  [{ does: "edit-goals" }, "---mmm-a"],
  [{ does: "edit-goals", of: "U01" }, "-----m-a"],
  [{ does: "edit-goals", of: "U02" }, "---mmm-a"],
  [{ does: "edit-goals", of: "U03" }, "----mm-a"],
  [{ does: "edit-goals", team: "a" }, "---mmm-a"],
  [{ does: "edit-goals", team: "b" }, "----mm-a"],
  [{ does: "edit-goals", team: EVERYONE }, "-----m-a"],
  [{ does: "edit-settings" }, "-------a"],
  [{ does: "map-people" }, "-------a"],
  [{ does: "forget-people" }, "-------a"],
  [{ does: "give-roles" }, "-------a"],
  [{ does: "import-orders" }, "-------a"],
  [{ does: "see-runs" }, "-------a"],
  [{ does: "see-health" }, "-------a"],
  [{ does: "accept-vanished" }, "-------a"],
];

describe("whether somebody may", () => {
  it.each(RIGHTS)("%j: %s", (act, expected) => {
    const letters = Object.values(ACTORS).map((actor) => (can(actor, act) ? (actor.role[0] ?? "") : "-"));

    expect(letters.join("")).toBe(expected);
  });

  it("is refused to a manager of whom nobody looked up what they manage", () => {
    const actor: Actor = { userId: "U01", role: "manager" };

    expect(RIGHTS.filter(([act]) => can(actor, act)).map(([act]) => act)).toEqual([
      { does: "see-figures", of: "U01" },
      { does: "change-switches", of: "U01" },
      { does: "see-board", team: EVERYONE },
    ]);
  });
});

describe("the team that somebody means who names none", () => {
  it("is Everyone to admins and to managers of Everyone, else the first of their own", () => {
    const teams = Object.entries(ACTORS).map(([who, actor]) => `${who}: ${mainTeam(actor)}`);

    expect(teams.slice(3)).toEqual([
      "manager of A: a",
      "manager of A and B: a",
      "manager of Everyone: everyone",
      "manager of nobody: everyone",
      "admin: everyone",
    ]);
  });
});
