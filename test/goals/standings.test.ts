import { pace } from "../../src/goals/pace";
import { shortBy, standings } from "../../src/goals/teams/standings";
import { anOverview, CALLS } from "../support/builders/overviews";

const DAYS = { done: 10, today: true, after: 9, over: false };
const monthly = (before: number, given: Partial<Parameters<typeof pace>[0]> = {}) => ({
  ...{ ...CALLS, period: "monthly" as const, current: before, target: 100 },
  pace: pace({ target: 100, before, current: before, days: DAYS, ...given }),
});

describe("who needs their manager", () => {
  it("is sorted by the goal that is furthest from pace, past reaching first; the rest is on track", () => {
    const lost = monthly(90, { days: { done: 19, today: false, after: 0, over: false } });
    const people = [
      { userId: "fine", goals: [monthly(50)] },
      { userId: "half", goals: [monthly(50), monthly(25)] },
      { userId: "none", goals: [] },
      { userId: "worst", goals: [monthly(5)] },
      { userId: "lost", goals: [lost] },
    ].map(({ userId, goals }) => ({ userId, overview: anOverview({ goals }) }));

    const { behind, onTrack } = standings(people);

    expect(behind.map(({ userId, goals }) => [userId, goals.map(shortBy)])).toEqual([
      ["lost", [10]],
      ["worst", [45]],
      ["half", [25]],
    ]);
    expect(onTrack).toEqual(["fine"]);
  });

  it("is asked of one metric or period alone, where one is chosen", () => {
    const people = [{ userId: "U01", overview: anOverview({ goals: [monthly(5)] }) }];

    expect(standings(people, { period: "weekly" })).toEqual({ behind: [], onTrack: [] });
    expect(standings(people, { type: "email_quantity" })).toEqual({ behind: [], onTrack: [] });
    expect(standings(people, { type: CALLS.type, period: "monthly" }).behind).toHaveLength(1);
  });
});
