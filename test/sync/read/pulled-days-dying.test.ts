import { testDatabase } from "../../support/env/database";
import { cell, fishbowlPullHarness, NEXT_NIGHT, OLD, OLDER, VOID } from "../../support/harness/fishbowl-pull";
import { cellsOf } from "../../support/harness/sync";

const again = () => new Promise(setImmediate);

describe("an old order that changed in Fishbowl", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof fishbowlPullHarness>>;

  beforeEach(async () => {
    harness = await fishbowlPullHarness(test.db);
  });
  afterEach(async () => {
    await harness.server.close();
    expect(harness.server.faults.unused()).toEqual([]);
  });

  const runs = () => test.db.collection("sync_runs").find().sort({ startedAt: 1 }).toArray();
  /** As if the process died: whatever it does next finds the lease gone. */
  const die = async () => {
    await test.db.collection("locks").updateMany({}, { $set: { until: new Date(0) } });
  };

  it("counts no more when a sync of its days finds it deleted and dies with that", async () => {
    harness.server.account.orders.remove(3);
    harness.slack.before = async () => {
      while ((await test.db.collection("fishbowl_sales_orders").countDocuments({ soNumber: "SO-3" })) > 0)
        await again();
      await die();
    };

    await expect(harness.sync("2026-09-10", "2026-09-20")).rejects.toThrow(/another may have begun/);
    harness.slack.before = async () => {};
    await harness.night(NEXT_NIGHT);

    expect(await cellsOf(test.db)).toEqual({ [cell(OLD)]: 20, [cell(OLDER)]: 0, [cell("2026-10-28")]: 10 });
  });

  it("case 34: counts no more though the process dies between the pull and its facts", async () => {
    harness.server.account.orders.change(1, VOID);
    // A run that finds its lease gone is made again, twice, and dies as early.
    const dieForGood = async () => {
      harness.slack.before = die;
      await die();
    };
    harness.server.faults.push({
      match: ({ path }) => path === "/logout",
      effect: { kind: "before", run: dieForGood },
    });

    await harness.night(NEXT_NIGHT);
    harness.slack.before = async () => {};
    const [, ...died] = await runs();
    const between = await cellsOf(test.db);
    await harness.sync("2026-10-29", "2026-10-29");

    expect(died.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    expect(await test.db.collection("fishbowl_sales_orders").findOne({ soNumber: "SO-1" })).toMatchObject({
      status: "Void",
    });
    expect(between).toMatchObject({ [cell(OLD)]: 20 });
    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 10 });
    expect(await harness.due()).toEqual([]);
  });

  it("counts no more though the process dies between its facts and the totals", async () => {
    harness.server.account.orders.change(1, VOID);
    const isVoid = { _id: "fishbowl:SO-1:new_sales_wholesale" as never, why: "order is Void" };
    harness.slack.before = async () => {
      while ((await test.db.collection("facts").countDocuments(isVoid)) === 0) await again();
      await die();
    };

    await harness.night(NEXT_NIGHT);
    harness.slack.before = async () => {};
    const between = await cellsOf(test.db);
    await harness.sync("2026-10-29", "2026-10-29");

    expect(between).toMatchObject({ [cell(OLD)]: 20 });
    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 10 });
    expect(await harness.due()).toEqual([]);
  });

  it("stays to be read while Fishbowl breaks off in the middle, and lowers nothing until then", async () => {
    harness.server.account.orders.change(1, VOID);
    harness.server.account.orders.remove(4);
    const proof = (request: { readonly body: unknown }) => String(request.body).includes("so.id IN");
    harness.server.faults.push({ match: proof, effect: { kind: "html" } });

    await harness.night(NEXT_NIGHT);
    const broken = await cellsOf(test.db);
    const waiting = await harness.due();
    await harness.sync("2026-10-29", "2026-10-29");

    expect(broken).toMatchObject({ [cell(OLD)]: 20 });
    expect(waiting).toEqual([expect.objectContaining({ day: OLD, unread: "fishbowl" })]);
    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 10 });
    expect(await harness.due()).toEqual([]);
  });
});
