import fc from "fast-check";
import type { Goal } from "../../src/goals/goal";
import { goalStore } from "../../src/goals/goal-store";
import { holidayBook } from "../../src/goals/holidays";
import { overviewStore } from "../../src/goals/overview-store";
import { teamSettingsStore } from "../../src/goals/team-settings-store";
import { metricStore } from "../../src/metrics/metric-store";
import { addDays, day, zoneDays } from "../../src/time/day";
import { aGoal, type Figure, saveFigures } from "../support/builders/goals";
import { testDatabase } from "../support/env/database";
import { monitoredDatabase } from "../support/env/monitored-database";

const today = day("2025-10-10");
/** Noon of that day in New York. */
const noon = new Date("2025-10-10T16:00:00Z");
const days = zoneDays("America/New_York");
const types = ["email_quantity", "phone_call_quantity", "talk_time_minutes", "lead_progression_a"] as const;
const periods = ["daily", "weekly", "monthly"] as const;

describe("the store of overviews", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);

  const book = holidayBook();
  const settings = () => teamSettingsStore(watched(), book);
  const goals = () => test.db.collection<Goal>("goals");
  const store = () => {
    const db = watched();
    return overviewStore(db, { metrics: metricStore(db), settings: settings(), book, paceDays: "working", days });
  };
  const save = (figures: readonly Figure[]) => saveFigures(test.db, { figures, today });

  it("counts the team's week, its region's holidays and those entered, and the person's own time off", async () => {
    await goals().insertOne(aGoal("g"));
    await settings().setHolidayRegion({ country: "US" });
    await settings().addHoliday({ day: day("2025-10-31"), name: "Halloween" });
    const schedule = { timeOff: [{ from: day("2025-10-15"), to: day("2025-10-16") }] };

    const { goals: lines } = await store().overview({ _id: "U01", schedule }, noon);

    expect(lines.map(({ pace }) => [pace.daysDone, pace.daysLeft])).toEqual([[7, 12]]);
  });

  it("gives the team the target that was set for it, and else what its members promised and what these have done", async () => {
    await goals().insertMany([
      aGoal("ana", { targets: [{ from: day("2025-10-01"), target: 30 }] }),
      aGoal("ben", { userId: "U02", targets: [{ from: day("2025-10-01"), target: 12.5 }] }),
      aGoal("gone", { userId: "U09" }),
      aGoal("later", { userId: "U03", targets: [{ from: day("2025-10-11"), target: 7 }] }),
      aGoal("ana-calls", { type: "phone_call_quantity" }),
      aGoal("team-calls", {
        team: "everyone",
        type: "phone_call_quantity",
        targets: [{ from: day("2025-10-01"), target: 500 }],
      }),
    ]);
    await save([
      { userId: "U01", type: "email_quantity", before: 0, value: 5 },
      { userId: "U09", type: "email_quantity", before: 1, value: 2 },
      { userId: "U03", type: "email_quantity", before: 1, value: 3 },
      { userId: "U09", type: "phone_call_quantity", before: 1, value: 40 },
    ]);

    const { team } = await store().teamOverview([{ _id: "U01" }, { _id: "U02" }, { _id: "U03" }], noon);

    const reported = team.map(({ goalId, origin, current, target }) => ({ goalId, origin, current, target }));
    expect(reported).toEqual([
      { goalId: "team-calls", origin: "set", current: 40, target: 500 },
      { goalId: "sum email_quantity monthly", origin: "sum", current: 5, target: 42.5 },
    ]);
  });

  it("reads a team of 200 with 20,000 figures by as many queries as one person: three", async () => {
    const members = Array.from({ length: 200 }, (_, index) => ({ _id: `U${index}` }));
    await goals().insertMany(members.map(({ _id }) => aGoal(_id, { userId: _id })));
    await save(
      members.flatMap(({ _id: userId }) =>
        Array.from({ length: 100 }, (_, index): Figure => {
          return { userId, type: types[index % 4] ?? "email_quantity", before: Math.floor(index / 4), value: 1 };
        }),
      ),
    );
    commands.length = 0;

    const everybody = await store().teamOverview(members, noon);
    const forAll = commands.splice(0).sort();
    const one = await store().overview({ _id: "U7" }, noon);

    expect([forAll, commands.sort()]).toEqual([
      ["aggregate", "find", "find"],
      ["aggregate", "find", "find"],
    ]);
    expect(everybody.members).toHaveLength(200);
    expect(everybody.members[7]).toEqual({ userId: "U7", overview: one });
    expect(everybody.team[0]).toMatchObject({ current: 2000, target: 80_000 });
  });

  it("gives each member the day on their own clock and the team its own, by one reading", async () => {
    const zones = ["Asia/Kolkata", "America/Los_Angeles", "Pacific/Kiritimati", null];
    const members = zones.map((tz, index) => ({ _id: `U0${index}`, tz }));
    await goals().insertMany(members.map(({ _id }) => aGoal(_id, { userId: _id, period: "daily" })));
    await save(members.map(({ _id: userId }) => ({ userId, type: "email_quantity", before: 0, value: 9 })));
    // 9:30 PM of Oct 10 in New York.
    const evening = new Date("2025-10-11T01:30:00Z");
    commands.length = 0;

    const { today: teamToday, members: shown, team } = await store().teamOverview(members, evening);

    expect(commands.sort()).toEqual(["aggregate", "find", "find"]);
    expect(
      shown.map(
        ({
          overview: {
            today: own,
            ended,
            goals: [goal],
          },
        }) => [own, ended, goal?.current],
      ),
    ).toEqual([
      [addDays(today, 1), false, 0],
      [today, false, 9],
      [addDays(today, 1), false, 0],
      [today, false, 9],
    ]);
    expect([teamToday, team.map(({ from, current }) => [from, current])]).toEqual([today, [[today, 36]]]);
    const alone = await Promise.all(members.map((member) => store().overview(member, evening)));
    expect(shown.map(({ overview }) => overview)).toEqual(alone);
  });

  it("shows one number everywhere: the goals a sync recomputed, the glance, the goals, and the team's figures", async () => {
    const users = ["U01", "U02", "U03"];
    const members = users.map((_id) => ({ _id }));
    const figure = fc.record({
      userId: fc.constantFrom(...users),
      type: fc.constantFrom(...types),
      before: fc.integer({ min: -3, max: 40 }),
      value: fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100),
    });
    const own = users.flatMap((userId) =>
      types.flatMap((type) => periods.map((period) => aGoal(`${userId} ${type} ${period}`, { userId, type, period }))),
    );
    const teams = types.map((type) => aGoal(`team ${type}`, { team: "everyone", type, period: "weekly" }));

    await fc.assert(
      fc.asyncProperty(fc.array(figure, { maxLength: 60 }), async (figures) => {
        await Promise.all([goals().deleteMany({}), test.db.collection("metrics").deleteMany({})]);
        await goals().insertMany([...own, ...teams].map((goal) => ({ ...goal })));
        await save(figures);

        await goalStore(test.db, metricStore(test.db)).recompute(today);
        const everybody = await store().teamOverview(members, noon);
        const alone = await Promise.all(members.map((member) => store().overview(member, noon)));

        const stored = await goals().find().toArray();
        const shown = [...alone.flatMap((overview) => overview.goals), ...everybody.team];
        const currents = new Map(shown.map(({ goalId, current }) => [goalId, current]));
        expect(everybody.members.map(({ overview }) => overview)).toEqual(alone);
        expect(stored.map(({ _id, current }) => [_id, current])).toEqual(
          stored.map(({ _id }) => [_id, currents.get(_id)]),
        );
        for (const { glance, goals: lines } of alone) {
          for (const { type, period, current, target, pace } of lines) {
            const line = glance.find((one) => one.type === type);
            expect(current).toBe({ daily: line?.today, weekly: line?.week, monthly: line?.month }[period]);
            expect(pace.remaining).toBe(Math.max(0, Math.round((target - current) * 100) / 100));
          }
        }
        for (const line of everybody.team.filter(({ origin }) => origin === "sum")) {
          const parts = alone.flatMap((one) =>
            one.goals.filter((goal) => `sum ${goal.type} ${goal.period}` === line.goalId),
          );
          expect(line.current).toBeCloseTo(
            parts.reduce((sum, { current }) => sum + current, 0),
            6,
          );
          expect(line.target).toBe(3 * 400);
        }
      }),
      { numRuns: 15 },
    );
  });
});
