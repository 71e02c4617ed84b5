import { type GoalEdit, type GoalKey, goalVersion } from "../../src/goals/edit";
import { goalEditStore } from "../../src/goals/edit-store";
import type { Goal } from "../../src/goals/goal";
import { metricStore } from "../../src/metrics/metric-store";
import { day } from "../../src/time/day";
import { aGoal, saveFigures } from "../support/builders/goals";
import { testDatabase } from "../support/env/database";

const today = day("2025-10-10");
const at = new Date("2025-10-10T14:00:00Z");
const MONTH = day("2025-10-01");
const key: GoalKey = { userId: "U01", type: "email_quantity", period: "monthly" };
const teamKey: GoalKey = { team: "everyone", type: "email_quantity", period: "monthly" };

describe("the store of edits", () => {
  const test = testDatabase();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `change-${ids}`;
  };
  beforeEach(() => {
    ids = 0;
  });
  const store = () => goalEditStore(test.db, { metrics: metricStore(test.db), newId });
  const edit = (made: GoalEdit, given: { key?: GoalKey; by?: string; at?: Date; seen?: string } = {}) =>
    store().edit({ key, edit: made, by: "U0BOSS", today, teamToday: today, at, ...given });
  const set = (target: number, from = today): GoalEdit => ({ kind: "set", target, from });
  const stored = () => test.db.collection<Goal>("goals").find().sort({ _id: 1 }).toArray();

  it("makes a goal with what it has come to by then, and keeps who did it, when, from and to", async () => {
    await saveFigures(test.db, {
      today,
      figures: [
        { userId: "U01", type: "email_quantity", before: 0, value: 3 },
        { userId: "U02", type: "email_quantity", before: 1, value: 40 },
      ],
    });

    const own = await edit(set(60, MONTH));
    const team = await edit(set(500, MONTH), { key: teamKey });

    const log = { type: "email_quantity", period: "monthly", kind: "set", since: MONTH, from: null, at, by: "U0BOSS" };
    const ownId = "U01 email_quantity monthly";
    expect(await stored()).toEqual([
      { _id: ownId, ...key, targets: [{ from: MONTH, target: 60 }], current: 3, active: true },
      {
        _id: `team:everyone email_quantity monthly`,
        ...teamKey,
        targets: [{ from: MONTH, target: 500 }],
        current: 43,
        active: true,
      },
    ]);
    const change = { _id: "change-1", goalId: ownId, userId: "U01", ...log, to: 60, toldIn: null };
    expect(own).toEqual({ ok: true, before: null, goal: (await stored())[0], change });
    expect(team).toMatchObject({ ok: true, change: { team: "everyone", to: 500 } });
    expect(team).not.toHaveProperty("change.toldIn");
    expect(await store().log({ userIds: ["U01"], limit: 10 })).toEqual([change]);
  });

  it("changes the goal that is there, whatever its id, and only what was edited", async () => {
    await test.db.collection<Goal>("goals").insertOne(aGoal("by-hand"));

    await edit(set(450));
    await edit({ kind: "archive" });

    const targets = [...aGoal("by-hand").targets, { from: day("2025-11-01"), target: 450 }];
    expect(await stored()).toEqual([{ ...aGoal("by-hand"), targets, active: false, archivedOn: "2025-10-10" }]);
    expect([await store().find(key), await store().byId("by-hand")]).toEqual([
      (await stored())[0],
      (await stored())[0],
    ]);
  });

  it("leaves what a goal had come to where none of its targets is in force yet", async () => {
    await saveFigures(test.db, { today, figures: [{ userId: "U01", type: "email_quantity", before: 0, value: 3 }] });

    await edit(set(60, day("2025-11-01")));

    expect((await stored()).map(({ current }) => current)).toEqual([0]);
  });

  it("refuses a faulty edit, and neither changes nor logs anything", async () => {
    const refused = await edit(set(0));

    expect(refused).toEqual({ ok: false, fault: { field: "target", message: "Enter a target above zero." } });
    expect([await stored(), await store().log({ limit: 10 })]).toEqual([[], []]);
  });

  it("loses none of many edits that are made at once, of a goal that is there or not", async () => {
    const days = Array.from({ length: 8 }, (_, index) => day(`2025-10-${11 + index}`));

    const daily = { ...key, period: "daily" } as const;

    const edited = await Promise.all(
      days.map((from, index) => edit(set(100 + index, from), { key: daily, by: `U0${index}` })),
    );

    expect(edited.every(({ ok }) => ok)).toBe(true);
    expect((await stored()).map(({ targets }) => targets)).toEqual([
      days.map((from, index) => ({ from, target: 100 + index })),
    ]);
    const log = await store().log({ limit: 100 });
    expect(log.map(({ by, to }) => [by, to]).sort()).toEqual(days.map((_, index) => [`U0${index}`, 100 + index]));
  });

  it("makes one of two edits that were looked at together, and tells the other that the goal is another by now", async () => {
    const seen = goalVersion(null);

    const edited = await Promise.all([edit(set(20), { seen }), edit(set(25), { seen })]);

    const made = edited.filter(({ ok }) => ok);
    expect([made.length, edited.filter((one) => !one.ok)]).toEqual([1, [{ ok: false, stale: true }]]);
    expect(await store().log({ limit: 10 })).toHaveLength(1);
    const [goal] = await stored();
    expect(await edit({ kind: "archive" }, { seen: goalVersion(goal ?? null) })).toMatchObject({ ok: true });
  });

  it("logs two edits of one row in the order they were made: each begins where the other left off", async () => {
    await Promise.all([edit(set(20)), edit(set(25))]);

    const [goal] = await stored();
    const log = await store().log({ limit: 10 });
    const last = log.find(({ to }) => to === goal?.targets[0]?.target);
    expect([last?.from, log.find((change) => change !== last)?.from]).toEqual([last?.to === 20 ? 25 : 20, null]);
  });

  it("tells the log newest first, of one person, of the team, or of all", async () => {
    const later = new Date(at.getTime() + 60_000);
    await edit(set(20));
    await edit(set(500), { key: teamKey, at: later });

    const whose = async (filter: Parameters<ReturnType<typeof store>["log"]>[0]) =>
      (await store().log(filter)).map(({ to }) => to);
    expect(await whose({ limit: 10 })).toEqual([500, 20]);
    expect(await whose({ limit: 1 })).toEqual([500]);
    expect(await whose({ userIds: ["U01"], limit: 10 })).toEqual([20]);
    expect(await whose({ teams: ["everyone"], limit: 10 })).toEqual([500]);
    expect(await whose({ teams: ["everyone"], userIds: ["U01"], limit: 10 })).toEqual([500, 20]);
    expect(await whose({ teams: ["west"], userIds: ["U02"], limit: 10 })).toEqual([]);
  });
});
