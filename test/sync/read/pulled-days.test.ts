import { testDatabase } from "../../support/env/database";
import {
  CHANGED,
  cell,
  fishbowlPullHarness,
  NEXT_NIGHT,
  OLD,
  OLDER,
  tenDollars,
  VOID,
} from "../../support/harness/fishbowl-pull";
import { cellsOf } from "../../support/harness/sync";

describe("an order that changes in Fishbowl after its day has left the nights' three", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof fishbowlPullHarness>>;

  beforeEach(async () => {
    harness = await fishbowlPullHarness(test.db);
    expect(await cellsOf(test.db)).toEqual({ [cell(OLD)]: 20, [cell(OLDER)]: 10, [cell("2026-10-28")]: 10 });
  });
  afterEach(() => harness.server.close());

  const runs = () => test.db.collection("sync_runs").find().sort({ startedAt: 1 }).toArray();

  it("case 34: counts no more from the next night on when it is voided, however old it is", async () => {
    harness.server.account.orders.change(1, VOID);
    harness.server.account.orders.change(3, VOID);

    await harness.night(NEXT_NIGHT);

    const [, nightly] = await runs();
    expect(nightly).toMatchObject({ status: "done", success: true, dateRange: { start: "2026-10-27T07:00:00.000Z" } });
    expect(await cellsOf(test.db)).toEqual({ [cell(OLD)]: 10, [cell(OLDER)]: 0, [cell("2026-10-28")]: 10 });
    expect(await harness.due()).toEqual([]);
  });

  it("moves to its new day, both outside these three, and its old day keeps what else it has", async () => {
    harness.server.account.orders.change(1, { dateIssued: "2026-10-12 09:00:00", ...CHANGED });

    await harness.night(NEXT_NIGHT);

    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 10, [cell("2026-10-12")]: 10, [cell(OLDER)]: 10 });
  });

  it("moves into these three and out of them", async () => {
    harness.server.account.orders.change(1, { dateIssued: "2026-10-29 01:00:00", ...CHANGED });
    harness.server.account.orders.change(4, { dateIssued: "2026-10-05 09:00:00", ...CHANGED });

    await harness.night(NEXT_NIGHT);

    expect(await cellsOf(test.db)).toMatchObject({
      [cell(OLD)]: 10,
      [cell("2026-10-29")]: 10,
      [cell("2026-10-28")]: 0,
      [cell("2026-10-05")]: 10,
    });
  });

  it("counts on its day when it is entered late, and on none when it is no longer issued", async () => {
    harness.server.account.orders.add(tenDollars(5, "2026-10-02", CHANGED));
    harness.server.account.orders.change(2, { dateIssued: null, statusId: 10, ...CHANGED });

    await harness.night(NEXT_NIGHT);

    expect(await cellsOf(test.db)).toMatchObject({ [cell("2026-10-02")]: 10, [cell(OLD)]: 10 });
  });

  it("moves with all orders of its customer to the other metric when that becomes a distributor", async () => {
    harness.server.account.customers.change(1, { groups: ["Distribution"] });
    harness.server.account.orders.change(1, CHANGED);

    await harness.night(NEXT_NIGHT);

    expect(await cellsOf(test.db)).toMatchObject({
      [cell(OLD)]: 0,
      [cell(OLD, "new_sales_distribution")]: 20,
      [cell(OLDER)]: 0,
      [cell(OLDER, "new_sales_distribution")]: 10,
    });
  });

  it("is found after nights on which nobody could ask Fishbowl", async () => {
    harness.server.account.orders.change(4, { ...VOID, dateLastModified: "2026-10-29 10:00:00" });
    const login = ({ path }: { readonly path: string }) => path === "/login";
    harness.server.faults.push({ match: login, times: 4, effect: { kind: "status", status: 403 } });
    for (const on of ["10-29", "10-30", "10-31", "11-02"]) await harness.night(new Date(`2026-${on}T10:30:00Z`));
    const failed = await cellsOf(test.db);

    await harness.night(new Date("2026-11-03T10:30:00Z"));

    expect(failed).toMatchObject({ [cell("2026-10-28")]: 10 });
    expect(await cellsOf(test.db)).toMatchObject({ [cell("2026-10-28")]: 0 });
  });

  it("is read once: a second night changes nothing, and nothing is noted where nothing changed", async () => {
    harness.server.account.orders.change(1, VOID);
    await harness.night(NEXT_NIGHT);
    const once = await test.db.collection("metrics").find().sort({ _id: 1 }).toArray();
    const mark = await test.oplogMark();

    await harness.sync("2026-10-27", "2026-10-29");

    expect(await test.db.collection("metrics").find().sort({ _id: 1 }).toArray()).toEqual(once);
    expect(await test.oplogWrites(["facts", "metrics", "goals", "users", "fishbowl_sales_orders"], mark)).toBe(0);
    expect(await harness.due()).toEqual([]);
  });
});
