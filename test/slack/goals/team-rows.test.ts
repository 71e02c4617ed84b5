import { METRICS } from "../../../src/metrics/metrics";
import { teamRows } from "../../../src/slack/goals/team/team-rows-view";
import { SALES } from "../../support/builders/overviews";
import { pressable } from "../../support/harness/slack-blocks";

describe("the goals of a team, in words", () => {
  it("have a button a metric for its records, which says of what it is", () => {
    const of = (many: number) => METRICS.slice(0, many).map(({ type }) => ({ ...SALES, origin: "sum" as const, type }));
    const shown = (many: number) => teamRows(of(many), { whose: "team:west", mark: () => "" });

    expect(pressable(shown(6))).toEqual(of(6).map(({ type }) => `why_${type}`));
    expect(JSON.stringify(shown(1))).toContain('"text":"Why? wholesale"');
  });

  it("are small print, those that were set and sums alike", () => {
    const of = (...origins: readonly ("set" | "sum")[]) => origins.map((origin) => ({ ...SALES, origin }));
    const types = (goals: ReturnType<typeof of>) =>
      teamRows(goals, { whose: "team:west", mark: () => "" }).map(({ type }) => type);

    expect(types(of("sum"))).toEqual(["context", "actions"]);
    expect(types(of("set", "sum"))).toEqual(["context", "context", "actions"]);
  });
});
