import { type PraiseInput, praiseKey, praises } from "../../../src/digests/content/praise";
import type { Goal } from "../../../src/goals/goal";
import type { GoalLine } from "../../../src/goals/overview";
import { day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";

const THURSDAY = day("2026-10-29");
const WEDNESDAY = { from: day("2026-10-28"), to: day("2026-10-28") };
const WEEKEND = { from: day("2026-10-30"), to: day("2026-11-01") };

const aGoal = (fields: Partial<Goal>): Goal => ({
  ...{ _id: "g", userId: "U01", type: "phone_call_quantity", period: "daily", current: 0, active: true },
  targets: [{ from: day("2026-01-01"), target: 10 }],
  ...fields,
});

const of = (fields: Partial<PraiseInput>) =>
  praises({ finished: WEDNESDAY, lines: [], goals: [], sum: () => 0, praised: new Set(), ...fields });

describe("a digest", () => {
  it("praises what was reached yesterday, by the target of that day", () => {
    const targets = [
      { from: day("2026-01-01"), target: 10 },
      { from: THURSDAY, target: 99 },
    ];

    expect(of({ goals: [aGoal({ targets })], sum: () => 10 })).toMatchObject([{ value: 10, target: 10, ...WEDNESDAY }]);
    expect(of({ goals: [aGoal({ targets })], sum: () => 9 })).toEqual([]);
  });

  it("praises each thing that was reached: the longest period that ended first, then what goes on", () => {
    const goals = [aGoal({}), aGoal({ _id: "w", period: "weekly" }), aGoal({ _id: "m", period: "monthly" })];
    const lines: readonly GoalLine[] = [CALLS, { ...SALES, period: "weekly" }];

    const reached = of({ finished: WEEKEND, goals, lines, sum: () => 30 });

    expect(reached.map(({ type, period, from, to }) => [type, period, from, to])).toEqual([
      ["phone_call_quantity", "monthly", "2026-10-01", "2026-10-31"],
      ["phone_call_quantity", "weekly", "2026-10-26", "2026-11-01"],
      ["phone_call_quantity", "daily", "2026-10-30", "2026-10-30"],
      ["new_sales_wholesale", "weekly", "2026-10-28", "2026-10-28"],
    ]);
  });

  it("praises two goals that were reached on one day both, the one further above its target first", () => {
    const goals = [aGoal({}), aGoal({ _id: "e", type: "email_quantity" })];
    const sum = (type: string) => (type === "email_quantity" ? 40 : 30);

    expect(of({ goals, sum }).map(({ title, value }) => [title, value])).toEqual([
      ["Emails", 40],
      ["Calls", 30],
    ]);
  });

  it("praises a goal that is reached and goes on", () => {
    const weekly: GoalLine = { ...SALES, period: "weekly" };

    expect(of({ lines: [CALLS, weekly] })).toMatchObject([{ title: "Wholesale sales", value: 9120.5, target: 9000 }]);
    expect(of({ lines: [CALLS] })).toEqual([]);
  });

  it("praises nothing twice", () => {
    const goals = [aGoal({}), aGoal({ _id: "m", period: "monthly" })];
    const monday = { finished: WEEKEND, goals, sum: () => 30 };

    const [month, friday] = of(monday).map(praiseKey);

    expect(of({ ...monday, praised: new Set([`${month}`]) }).map(praiseKey)).toEqual([friday]);
    expect(of({ ...monday, praised: new Set([`${month}`, `${friday}`]) })).toEqual([]);
    expect(of({ ...monday, goals: [...goals, aGoal({ _id: "again" })] }).map(praiseKey)).toEqual([month, friday]);
  });

  it("praises no day before it has ended", () => {
    expect(of({ lines: [CALLS, SALES] })).toEqual([]);
  });
});
