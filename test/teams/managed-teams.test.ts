import { type Actor, can, EVERYONE } from "../../src/people/permissions";
import { managersOfEveryone, withTeams } from "../../src/teams/managed-teams";
import type { Team } from "../../src/teams/team";
import { day } from "../../src/time/day";
import { aTeam } from "../support/builders/teams";

const today = day("2026-10-28");
const manager: Actor = { userId: "U01", role: "manager" };
const west = aTeam("west", { people: ["U02"], managers: ["U01"] });
const east = aTeam("east", { people: ["U03"], managers: ["U09"] });
const managed = (teams: readonly Team[]) => withTeams(manager, { teams, today }).teams;

describe("a manager", () => {
  it("manages Everyone in a company without teams, and while no team names them", () => {
    expect(managed([])).toEqual([EVERYONE]);
    expect(managed([east])).toEqual([EVERYONE]);
  });

  it("manages the teams that name them, and whoever is in one of them today", () => {
    const left = { userId: "U04", from: null, to: day("2026-10-27") };
    const actor = withTeams(manager, { teams: [east, { ...west, members: [...west.members, left] }], today });

    expect(actor.teams).toEqual(["west"]);
    expect(["U02", "U03", "U04"].map((of) => can(actor, { does: "see-figures", of }))).toEqual([true, false, false]);
  });

  it("manages nobody, and not Everyone, once their only team is not active any more", () => {
    expect(managed([{ ...west, active: false }, east])).toEqual([]);
  });

  it("is named as manager of Everyone where a change took their last team", () => {
    expect(managersOfEveryone(["U01", "U09"], { teams: [{ ...west, managers: [] }, east] })).toEqual(["U01"]);
  });
});

describe("a rep", () => {
  it("sees the boards of the teams they are in today, and Everyone's", () => {
    const rep = withTeams({ userId: "U02", role: "rep" }, { teams: [west, east], today });

    expect(["west", "east", EVERYONE].map((team) => can(rep, { does: "see-board", team }))).toEqual([
      true,
      false,
      true,
    ]);
    expect(rep.teams).toBeUndefined();
  });
});

describe("an outsider", () => {
  it("has no team, whatever the documents say", () => {
    expect(withTeams({ userId: "U01", role: "outsider" }, { teams: [west], today })).toEqual({
      userId: "U01",
      role: "outsider",
    });
  });
});
