import type { Goal } from "../../src/goals/goal";
import { goalStore } from "../../src/goals/goal-store";
import { metricStore } from "../../src/metrics/metric-store";
import { withMove } from "../../src/teams/membership";
import type { Team } from "../../src/teams/team";
import { day } from "../../src/time/day";
import { aGoal, type Figure, saveFigures } from "../support/builders/goals";
import { aTeam } from "../support/builders/teams";
import { testDatabase } from "../support/env/database";
import { monitoredDatabase } from "../support/env/monitored-database";

const today = day("2025-10-10");

describe("the store of goals", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);

  const goals = () => test.db.collection<Goal>("goals");
  const store = () => goalStore(watched(), metricStore(watched()));
  const currents = async () => {
    const all = await goals().find().sort({ _id: 1 }).toArray();
    return Object.fromEntries(all.map(({ _id, current }) => [_id, current]));
  };
  const save = (figures: readonly Figure[]) => saveFigures(test.db, { figures, today });

  it("brings goals in force up to date, and counts only those", async () => {
    await goals().insertMany([
      aGoal("daily", { period: "daily" }),
      aGoal("weekly", { period: "weekly" }),
      aGoal("monthly"),
      aGoal("team", { team: "everyone", period: "monthly" }),
      aGoal("inactive", { active: false, current: 5 }),
      aGoal("future", { targets: [{ from: day("2025-10-11"), target: 1 }], current: 6 }),
      aGoal("nobody", { userId: "U77", current: 9 }),
    ]);
    await save([
      { userId: "U01", type: "email_quantity", before: 0, value: 1 },
      { userId: "U01", type: "email_quantity", before: 4, value: 10 },
      { userId: "U01", type: "email_quantity", before: 9, value: 100 },
      { userId: "U01", type: "email_quantity", before: 10, value: 5_000 },
      { userId: "U01", type: "phone_call_quantity", before: 0, value: 7_000 },
      { userId: "U02", type: "email_quantity", before: 0, value: 1_000 },
    ]);

    const counted = await store().recompute(today);

    expect(counted).toBe(5);
    expect(await currents()).toEqual({
      daily: 1,
      weekly: 11,
      monthly: 111,
      team: 1111,
      inactive: 5,
      future: 6,
      nobody: 0,
    });
  });

  it("counts for a team's goal what its members brought while they were in it, by one query more for all teams", async () => {
    const moved = withMove({ from: [{ userId: "U01", from: null }], to: [] }, { userId: "U01", on: day("2025-10-09") });
    await test.db
      .collection<Team>("teams")
      .insertMany([
        { ...aTeam("west"), members: moved.from },
        { ...aTeam("east"), members: [...moved.to, { userId: "U02", from: null }] },
        aTeam("past", { people: ["U01"], active: false }),
      ]);
    await goals().insertMany([
      aGoal("west", { team: "west" }),
      aGoal("east", { team: "east" }),
      aGoal("past", { team: "past", current: 4 }),
      aGoal("nowhere", { team: "nowhere", current: 6 }),
      aGoal("all", { team: "everyone" }),
    ]);
    await save([
      { userId: "U01", type: "email_quantity", before: 2, value: 1 },
      { userId: "U01", type: "email_quantity", before: 1, value: 10 },
      { userId: "U02", type: "email_quantity", before: 5, value: 100 },
      { userId: "U03", type: "email_quantity", before: 5, value: 1_000 },
    ]);
    commands.length = 0;

    expect(await store().recompute(today)).toBe(3);

    expect([...commands].sort()).toEqual(["aggregate", "find", "find", "update"]);
    expect(await currents()).toEqual({ west: 1, east: 110, past: 4, nowhere: 6, all: 1_111 });
  });

  it("rounds what a goal has come to to two decimals", async () => {
    await goals().insertOne(aGoal("g", { type: "new_sales_wholesale" }));
    await save([0, 1, 2].map((before) => ({ userId: "U01", type: "new_sales_wholesale", before, value: 0.1 })));

    await store().recompute(today);

    expect(await currents()).toEqual({ g: 0.3 });
  });

  it("asks once for all sums and writes once, however many goals there are", async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      aGoal(`g${index}`, { userId: `U${index % 100}`, current: 7 }),
    );
    await goals().insertMany(many);

    expect(await store().recompute(today)).toBe(300);

    expect([...commands].sort()).toEqual(["aggregate", "find", "update"]);
  });

  it("writes nothing when nothing changed", async () => {
    await goals().insertMany([aGoal("a"), aGoal("b", { period: "daily" })]);
    await save([{ userId: "U01", type: "email_quantity", before: 0, value: 3 }]);
    await store().recompute(today);
    commands.length = 0;
    const mark = await test.oplogMark();

    expect(await store().recompute(today)).toBe(2);

    expect([...commands].sort()).toEqual(["aggregate", "find"]);
    expect(await test.oplogWrites(["goals"], mark)).toBe(0);
  });

  it("has nothing to do where no goal is in force", async () => {
    await goals().insertOne(aGoal("inactive", { active: false }));

    expect(await store().recompute(today)).toBe(0);
  });

  it("changes nothing of a goal but what it has come to", async () => {
    const goal = aGoal("g", { current: 99 });
    await goals().insertOne(goal);

    await store().recompute(today);

    expect(await goals().find().toArray()).toEqual([{ ...goal, current: 0 }]);
  });
});
