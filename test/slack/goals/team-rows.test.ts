import { METRICS } from "../../../src/metrics/metrics";
import { teamRows } from "../../../src/slack/goals/team/team-rows-view";
import { SALES } from "../../support/builders/overviews";
import { pressable } from "../../support/harness/slack-blocks";

describe("the goals of a team, in words", () => {
  it("have a menu of their records, and of more metrics than it takes a button each", () => {
    const of = (many: number) => METRICS.slice(0, many).map(({ type }) => ({ ...SALES, origin: "sum" as const, type }));
    const pressed = (many: number) => pressable(teamRows(of(many), { whose: "team:west", mark: () => "" }));

    expect(pressed(5)).toEqual(["why_menu"]);
    expect(pressed(6)).toEqual([...of(6).map(({ type }) => `why_${type}`)]);
  });
});
