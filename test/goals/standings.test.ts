import type { GoalLine } from "../../src/goals/overview";
import { pace } from "../../src/goals/pace";
import { toCatchUp } from "../../src/goals/status";
import { standings } from "../../src/goals/teams/standings";
import { metricOf } from "../../src/metrics/metrics";
import { day } from "../../src/time/day";
import { anOverview, CALLS, SALES } from "../support/builders/overviews";

const DAYS = { done: 10, today: true, after: 9, over: false };
const goal = (before: number, given: Partial<Parameters<typeof pace>[0]> = {}): GoalLine => ({
  ...{ ...CALLS, period: "monthly" as const, current: before, target: given.target ?? 100 },
  pace: pace({ target: 100, before, current: before, days: DAYS, ...given }),
});
const people = (goals: Readonly<Record<string, readonly GoalLine[]>>) =>
  Object.entries(goals).map(([userId, own]) => ({ userId, overview: anOverview({ goals: own }) }));
const order = (goals: Parameters<typeof people>[0]) =>
  standings(people(goals)).behind.map(({ userId, goals: own }) => [userId, own.map(toCatchUp)]);

describe("who needs their manager", () => {
  it("is sorted by the goal that lacks most of its target; the rest is on track", () => {
    const lost = goal(90, { days: { done: 19, today: false, after: 0, over: false } });
    const team = people({ lost: [lost], half: [goal(50), goal(25)], fine: [goal(50)], none: [], worst: [goal(5)] });

    const { behind, onTrack } = standings(team);

    expect(behind.map(({ userId, goals }) => [userId, goals.map(toCatchUp)])).toEqual([
      ["worst", [45]],
      ["half", [25]],
      ["lost", [10]],
    ]);
    expect(onTrack).toEqual(["fine"]);
  });

  it("is led by money, then by the longest period, and never by a gap of one", () => {
    const sales = { ...SALES, ...goal(4000, { target: 10_000 }), type: SALES.type, unit: SALES.unit };
    const emails = { ...goal(4, { target: 10 }), type: metricOf("email_quantity").type };

    expect(
      order({
        one: [emails],
        week: [{ ...goal(0), period: "weekly" }],
        day: [{ ...goal(0), period: "daily" }],
        month: [goal(40)],
        money: [emails, goal(0), sales],
      }),
    ).toEqual([
      ["money", [1000, 50, 1]],
      ["month", [10]],
      ["week", [50]],
      ["day", [50]],
      ["one", [1]],
    ]);
  });

  it("says who has done nothing yet in goals that begin today, and nobody of whom one goal has begun or asks for nothing", () => {
    const first = { days: { done: 0, today: true, after: 19, over: false } };
    const off = goal(0, { days: { done: 0, today: false, after: 19, over: false } });
    const team = people({
      new: [goal(0, first), off],
      begun: [goal(0, first), goal(3, first)],
      off: [off],
      late: [goal(5)],
    });

    expect(standings(team)).toMatchObject({ onTrack: ["new", "begun", "off"], notStarted: ["new"] });
  });

  it("is nobody who has caught up today, before today's own target is met", () => {
    const [caughtUp, behind] = [50, 49].map((current) => ({ ...goal(45, { current }), current }));

    expect(standings(people({ U01: [caughtUp ?? goal(0)] }))).toMatchObject({ behind: [], onTrack: ["U01"] });
    expect(standings(people({ U01: [behind ?? goal(0)] })).onTrack).toEqual([]);
  });

  it("is nobody of whose goal no day was read, and they are not on track either", () => {
    const unread = { ...goal(0), unreadSince: day("2026-10-28") };
    const team = people({ unread: [unread, goal(50)], both: [unread, goal(5)], fine: [goal(50)] });

    const { behind, onTrack, unread: unknown } = standings(team);

    expect(behind.map(({ userId, goals }) => [userId, goals.length])).toEqual([["both", 1]]);
    expect([onTrack, unknown]).toEqual([["fine"], ["unread"]]);
  });

  it("is asked of one metric or period alone, where one is chosen", () => {
    const team = people({ U01: [goal(5)] });

    expect(standings(team, { period: "weekly" })).toMatchObject({ behind: [], onTrack: [] });
    expect(standings(team, { type: "email_quantity" })).toMatchObject({ behind: [], onTrack: [] });
    expect(standings(team, { type: CALLS.type, period: "monthly" }).behind).toHaveLength(1);
  });
});
