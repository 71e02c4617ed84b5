import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { whoFields } from "../../../src/slack/goals/bulk/who-field";

describe("the menu of whose goals are set", () => {
  const NAMES = ["🎉".repeat(45), `x${"🎉".repeat(45)}`, "&".repeat(80), "\u202E", "Tim & Co"];
  const named = (prefix: string) => NAMES.map((name, at) => ({ id: `${prefix}${at}`, name }));

  it("takes names of any signs, of people and of teams", () => {
    const people = named("U").map((one) => ({ ...one, now: "🎉".repeat(45) }));

    expect(blockFaults(whoFields({ people, teams: named("t") }), "modal")).toEqual([]);
    expect(blockFaults(whoFields({ people: [], teams: named("t") }), "modal")).toEqual([]);
    expect(JSON.stringify(whoFields({ people, teams: [] }))).toContain('"text":"Tim & Co"');
  });

  it("names groups of a hundred by whole first letters, an emoji as well", () => {
    const people = Array.from({ length: 101 }, (_, at) => ({ id: `U${at}`, name: at === 0 ? "🎉 Ana" : "Zoe" }));

    expect(JSON.stringify(whoFields({ people, teams: [] }))).toContain('"label":{"type":"plain_text","text":"🎉 – Z"');
  });
});
