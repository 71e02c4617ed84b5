import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { type TeamPartsPage, teamPartsMessage } from "../../../src/slack/why/team-parts-view";
import { day, zoneDays } from "../../../src/time/day";
import { lines } from "../../support/harness/slack-blocks";

const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };
const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };
const PAGE: TeamPartsPage = {
  type: "phone_call_quantity",
  range: OCTOBER,
  team: { _id: "west", name: "West" },
  value: 161,
  parts: [
    { userId: "U01", days: [OCTOBER], value: 110 },
    { userId: "U02", days: [{ from: day("2026-10-15"), to: day("2026-10-31") }], value: 51 },
    { userId: "U03", days: [OCTOBER], value: 0 },
  ],
  names: new Map([
    ["U01", "Ana Torres"],
    ["U02", "Ben Okafor"],
  ]),
};
const shown = (page: TeamPartsPage) => lines(teamPartsMessage(page, reading).blocks);

describe("whose parts make up a team's figure", () => {
  it("names each person with what they brought, and the days of who was not in the team on all of them", () => {
    const found = shown(PAGE);

    expect(found[0]).toMatch(/^# Calls of West, /);
    expect(found[1]).toBe("*161* is the sum of:");
    expect(found[2]).toBe("• Ana Torres: 110");
    expect(found[3]).toMatch(/^• Ben Okafor: 51, .*15.*31/);
    expect(found[4]).toBe("Nothing yet: 1 person");
    expect(found[5]).toContain("on the days when they're on the team");
  });

  it("says whom a sum of individual goals counts, of Everyone as well", () => {
    expect(shown({ ...PAGE, sum: "weekly", team: null })).toContain(
      "Only reps with their own weekly goal for calls count, each once. Only you can see this.",
    );
  });

  it("sums up who does not fit, so that the lines are still the whole", () => {
    const parts = Array.from({ length: 1_000 }, (_, at) => ({ userId: `U${at}`, days: [OCTOBER], value: 0.1 }));
    const found = shown({ ...PAGE, type: "new_sales_wholesale", value: 100, parts, team: null });

    expect(found).toContain("• 960 more people: $96");
    expect(found[0]).toMatch(/^# Wholesale sales of everyone, /);
    const { blocks } = teamPartsMessage(
      { ...PAGE, parts, names: new Map([["U0", "<!channel> *x* ".repeat(30)]]) },
      reading,
    );
    expect(blockFaults(blocks, "message")).toEqual([]);
  });
});
