import { type Act, type Actor, can } from "../../src/people/permissions";

const ROLES: readonly Actor["role"][] = ["outsider", "newcomer", "rep", "manager", "admin"];

/** Who may: each role, in the order of ROLES. */
const RIGHTS: readonly (readonly [Act, readonly [boolean, boolean, boolean, boolean, boolean]])[] = [
  [{ does: "see-figures", of: "U01" }, [false, true, true, true, true]],
  [{ does: "see-figures", of: "U02" }, [false, false, false, true, true]],
  [{ does: "change-switches", of: "U01" }, [false, true, true, true, true]],
  [{ does: "change-switches", of: "U02" }, [false, false, false, true, true]],
  [{ does: "see-team" }, [false, false, false, true, true]],
  [{ does: "edit-goals" }, [false, false, false, true, true]],
  [{ does: "edit-settings" }, [false, false, false, false, true]],
  [{ does: "map-people" }, [false, false, false, false, true]],
  [{ does: "forget-people" }, [false, false, false, false, true]],
  [{ does: "give-roles" }, [false, false, false, false, true]],
  [{ does: "import-orders" }, [false, false, false, false, true]],
  [{ does: "see-runs" }, [false, false, false, false, true]],
];

describe("whether U01 may", () => {
  it.each(RIGHTS)("%j, as outsider, newcomer, rep, manager and admin: %p", (act, expected) => {
    expect(ROLES.map((role) => can({ userId: "U01", role }, act))).toEqual(expected);
  });
});
