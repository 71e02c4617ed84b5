import { type BulkChange, bulkPlan } from "../../src/goals/bulk/bulk-plan";
import { isBatchLine, undoPlan } from "../../src/goals/bulk/bulk-undo";
import { goalVersion } from "../../src/goals/edit";
import { goalEditStore } from "../../src/goals/edit-store";
import type { Goal } from "../../src/goals/goal";
import { metricStore } from "../../src/metrics/metric-store";
import { day } from "../../src/time/day";
import { aGoal, saveFigures } from "../support/builders/goals";
import { testDatabase } from "../support/env/database";
import { monitoredDatabase } from "../support/env/monitored-database";

const today = day("2025-10-10");
const at = new Date("2025-10-10T14:00:00Z");
const EMAILS = { type: "email_quantity", period: "monthly" } as const;
const MONTH = day("2025-10-01");

describe("the store of goals of several people", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  let ids = 0;
  const store = () =>
    goalEditStore(watched(), {
      metrics: metricStore(watched()),
      newId: () => {
        ids += 1;
        return `change-${ids}`;
      },
    });
  const stored = () => test.db.collection<Goal>("goals").find().sort({ _id: 1 }).toArray();
  const save = (changes: readonly BulkChange[]) => store().saveAll(changes, { by: "U01", at, teamToday: today });

  async function planned(
    userIds: readonly string[],
    { target = 60, from = MONTH } = {},
  ): Promise<readonly BulkChange[]> {
    const goals = await store().goalsOf(userIds);
    const people = userIds.map((userId) => {
      return { userId, today, refusal: null, goals: goals.filter((goal) => goal.userId === userId) };
    });
    const outcomes = bulkPlan(
      { kind: "set", ...EMAILS, target, from },
      { people, archivedOn: new Map(), teamToday: today },
    );
    return outcomes.filter((one) => one.kind === "change");
  }

  it("writes new and changed goals with what they have come to, and a line of the log each that tells whoever is not the editor", async () => {
    await saveFigures(test.db, {
      today,
      figures: [
        { userId: "U01", type: "email_quantity", before: 1, value: 3 },
        { userId: "U02", type: "email_quantity", before: 0, value: 40 },
      ],
    });
    const archived = aGoal("by-hand", { userId: "U02", ...EMAILS, active: false, current: 7 });
    await test.db.collection<Goal>("goals").insertOne(archived);

    const batch = await save(await planned(["U01", "U02", "U03"]));
    expect(batch).toEqual(expect.stringMatching(/^change-/));

    const targets = [{ from: MONTH, target: 60 }];
    expect(await stored()).toEqual([
      { _id: "U01 email_quantity monthly", userId: "U01", ...EMAILS, targets, current: 3, active: true },
      { _id: "U03 email_quantity monthly", userId: "U03", ...EMAILS, targets, current: 0, active: true },
      { ...archived, targets, current: 40, active: true },
    ]);
    const log = await store().log({ limit: 10 });
    const seen = goalVersion({ targets, active: true });
    const line = {
      ...EMAILS,
      kind: "set",
      since: MONTH,
      from: null,
      to: 60,
      at,
      by: "U01",
      batch,
      undo: { was: null, seen },
    };
    const was = { targets: archived.targets, active: false };
    expect(log.map(({ _id, ...rest }) => rest).sort((a, b) => (`${a.userId}` < `${b.userId}` ? -1 : 1))).toEqual([
      { goalId: "U01 email_quantity monthly", userId: "U01", ...line },
      { goalId: "by-hand", userId: "U02", ...line, toldIn: null, undo: { was, seen } },
      { goalId: "U03 email_quantity monthly", userId: "U03", ...line, toldIn: null },
    ]);
  });

  it.each(["changed", "made"])("writes nothing at all where one goal of them was %s since", async (how) => {
    const own = aGoal("U02 email_quantity monthly", {
      userId: "U02",
      ...EMAILS,
      targets: [{ from: MONTH, target: 50 }],
    });
    if (how === "changed") await test.db.collection<Goal>("goals").insertOne({ ...own, active: false });
    const changes = await planned(["U01", "U02", "U03"]);
    await test.db.collection<Goal>("goals").replaceOne({ _id: own._id }, own, { upsert: true });

    expect(await save(changes)).toBeNull();

    expect(await stored()).toEqual([own]);
    expect(await store().log({ limit: 10 })).toEqual([]);
  });

  it("takes as many queries for two hundred people as for two", async () => {
    const asked = async (count: number, target: number) => {
      const userIds = Array.from({ length: count }, (_, index) => `U${1_000 + index}`);
      commands.length = 0;
      const changes = await planned(userIds, { target, from: day("2025-11-01") });
      await store().archivedOn(userIds);
      expect([changes.length, await save(changes)]).toEqual([count, expect.any(String)]);
      return commands.splice(0).sort();
    };

    // One of them has a target in force, so that figures are summed, too.
    await test.db.collection<Goal>("goals").insertOne(aGoal("in force", { userId: "U1000", ...EMAILS }));
    await asked(1, 10);
    const few = await asked(2, 20);

    expect(await asked(200, 40)).toEqual(few);
    expect(few.length).toBeLessThanOrEqual(8);
  });

  it("says of archived goals from which day on they counted no more", async () => {
    const key = { userId: "U01", ...EMAILS };
    const edit = (edit: Parameters<ReturnType<typeof store>["edit"]>[0]["edit"], on: string) =>
      store().edit({ key, edit, by: "U0BOSS", today: day(on), teamToday: today, at: new Date(`${on}T14:00:00Z`) });
    await edit({ kind: "set", target: 20, from: MONTH }, "2025-10-02");
    await edit({ kind: "archive" }, "2025-10-03");
    await edit({ kind: "reactivate" }, "2025-10-04");
    await edit({ kind: "archive" }, "2025-10-06");

    expect(await store().archivedOn(["U01", "U02"])).toEqual(new Map([["U01 email_quantity monthly", "2025-10-06"]]));
    expect(await store().archivedOn(["U02"])).toEqual(new Map());
  });

  it("leaves an archived goal that was set and set back as it was, with the days on which it was none", async () => {
    const pauses = [{ from: day("2025-06-03"), to: day("2025-07-06") }];
    const archived = aGoal("by-hand", {
      userId: "U02",
      ...EMAILS,
      active: false,
      archivedOn: day("2025-09-12"),
      pauses,
    });
    await test.db.collection<Goal>("goals").insertOne(archived);
    const batch = (await save(await planned(["U02"]))) ?? "";
    expect(await stored()).toMatchObject([{ active: true, targets: [{ from: MONTH, target: 60 }] }]);
    expect((await stored())[0]).not.toHaveProperty("pauses");
    const lines = (await store().batch(batch, at)).filter(isBatchLine);

    const undo = undoPlan(lines, { goals: await store().goalsOf(["U02"]), todayOf: () => today });
    if (undo.kind !== "undo") throw new Error(undo.kind);
    await store().saveAll(undo.changes, { by: "U01", at, teamToday: today, undoes: batch });

    expect(await stored()).toEqual([{ ...archived, current: 0 }]);
  });
});
