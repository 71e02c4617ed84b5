import { askedFigures } from "../../../src/slack/goals/team/asked-figures";
import { teamRows } from "../../../src/slack/goals/team/team-rows-view";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";

describe("the goals of a team, in words", () => {
  it("are small print, those that were set and sums alike", () => {
    const of = (...origins: readonly ("set" | "sum")[]) => origins.map((origin) => ({ ...SALES, origin }));
    const types = (goals: ReturnType<typeof of>) => teamRows(goals, () => "").map(({ type }) => type);

    expect(types(of("sum"))).toEqual(["context"]);
    expect(types(of("set", "sum"))).toEqual(["context", "context"]);
    expect(types([])).toEqual([]);
  });
});

describe("the figures of a team's answer that its Why? asks of", () => {
  it("are what each is behind in, then the team's, a metric once, then all others", () => {
    const members = [
      { userId: "U0", overview: anOverview({ goals: [SALES, CALLS] }) },
      { userId: "U1", overview: anOverview({ goals: [CALLS] }) },
    ];
    const goals = [SALES, CALLS, { ...CALLS, period: "monthly" as const }].map((line) => {
      return { ...line, origin: "sum" as const };
    });
    const asked = askedFigures(members, { goals, whose: "team:west" });

    expect(asked.map(({ whose, figure }) => `${whose} ${figure.title}`)).toEqual([
      ...["U0 Calls", "U1 Calls", "team:west Wholesale sales", "team:west Calls", "U0 Wholesale sales"],
    ]);
  });
});
