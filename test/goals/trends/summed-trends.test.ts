import type { Goal } from "../../../src/goals/goal";
import { holidayBook } from "../../../src/goals/holidays";
import { overviewStore } from "../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { trendStore } from "../../../src/goals/trends/trend-store";
import { metricStore } from "../../../src/metrics/metric-store";
import type { Team } from "../../../src/teams/team";
import { day, zoneDays } from "../../../src/time/day";
import { readerDay } from "../../../src/time/reader-day";
import { aGoal, type Figure, saveFigures } from "../../support/builders/goals";
import { aTeam } from "../../support/builders/teams";
import { testDatabase } from "../../support/env/database";

const TYPE = "phone_call_quantity";
const TODAY = day("2026-10-30");
const RANGE = { from: day("2026-10-05"), to: day("2026-10-25") };
const PEOPLE = [{ _id: "UANA" }, { _id: "UBEN" }, { _id: "UCYD" }];
/** Everybody makes ten calls on each of three Wednesdays. */
const DID = PEOPLE.flatMap(({ _id: userId }) =>
  [23, 16, 9].map((before): Figure => ({ userId, type: TYPE, before, value: 10 })),
);
const weekly = (userId: string, given: Partial<Goal> & { from: string }) =>
  aGoal(userId, { userId, type: TYPE, period: "weekly", targets: [{ from: day(given.from), target: 20 }], ...given });

describe("a sum of individual goals over weeks", () => {
  const test = testDatabase();
  const stores = () => {
    const [metrics, book] = [metricStore(test.db), holidayBook()];
    const deps = { metrics, book, settings: teamSettingsStore(test.db, book), paceDays: "working" } as const;
    const overviews = overviewStore(test.db, { ...deps, days: zoneDays("America/Los_Angeles") });
    return { overviews, trends: trendStore(test.db, deps) };
  };
  const read = async (team: Team | null) => {
    const { overviews, trends } = stores();
    const asked = { range: RANGE, day: readerDay(TODAY, TODAY), types: null, team };
    const [trend] = await trends.ofTeam(PEOPLE, asked);
    const sum = { period: "weekly", people: PEOPLE } as const;
    const whole = await overviews.teamWhole({ type: TYPE, team, range: RANGE, sum });
    const { points = [], total } = trend?.series ?? {};
    return { done: points.filter(({ actual }) => actual > 0).map(({ actual }) => actual), total, whole };
  };

  beforeEach(async () => {
    await saveFigures(test.db, { figures: DID, today: TODAY });
    const archived = { from: day("2026-10-14"), to: day("2026-10-20") };
    await test.db.collection<Goal>("goals").insertMany([
      weekly("UANA", { from: "2026-10-05" }),
      // What was done before there was a goal is nothing toward it.
      weekly("UBEN", { from: "2026-10-12" }),
      // Nor is what was done in a week that ended while the goal was archived.
      weekly("UCYD", { from: "2026-10-05", pauses: [archived] }),
    ]);
  });

  it("has what each did while their own goal was in force, and so has its Why?, whose parts add up to it", async () => {
    const { done, total, whole } = await read(null);

    expect(done).toEqual([20, 20, 30]);
    expect([total?.actual, total?.pace, whole.value]).toEqual([70, 140, 70]);
    expect(whole.parts).toEqual([
      { userId: "UANA", days: [RANGE], value: 30 },
      { userId: "UBEN", days: [{ from: "2026-10-12", to: RANGE.to }], value: 20 },
      {
        userId: "UCYD",
        days: [
          { from: RANGE.from, to: "2026-10-11" },
          { from: "2026-10-19", to: RANGE.to },
        ],
        value: 20,
      },
    ]);
  });

  it("has of a named team what its members did on their days in it", async () => {
    const members = [
      { userId: "UANA", from: day("2026-10-12") },
      { userId: "UBEN", from: null, to: day("2026-10-18") },
    ];
    const { total, whole } = await read({ ...aTeam("west"), members });

    expect([total?.actual, whole.value]).toEqual([30, 30]);
    expect(whole.parts.map(({ userId, value }) => [userId, value])).toEqual([
      ["UANA", 20],
      ["UBEN", 10],
    ]);
  });
});
