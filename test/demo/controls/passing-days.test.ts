import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import type { MetricType } from "../../../src/metrics/metrics";
import { type ControlsHarness, controlsHarness } from "../../support/harness/demo/controls";
import { countedFigure } from "../../support/harness/demo/counted-figures";

const ANA = REPS.ana.slack;

describe("the days that pass while the clock is moved", () => {
  let harness: ControlsHarness;
  beforeAll(async () => {
    harness = await controlsHarness({ morning: true });
    await harness.sync(ANA);
  }, 60_000);
  afterAll(() => harness.close());

  const move = (id: string) => harness.controls.run(`clock.${id}`, ANA);
  const reps = new Set<number>(Object.values(REPS).flatMap(({ copper, justcall }) => [copper, justcall]));
  /** When each record of a rep's in Copper and JustCall is of. */
  const instants = () => [
    ...harness.fakes.copper.account.activities
      .all()
      .flatMap(({ activity_date, user_id }) => (user_id !== null && reps.has(user_id) ? [activity_date * 1_000] : [])),
    ...harness.fakes.copper.account.opportunities.all().map(({ date_stage_changed }) => date_stage_changed * 1_000),
    ...harness.fakes.justcall.account.calls
      .all()
      .flatMap(({ startedAt, agentId }) => (reps.has(agentId) ? [startedAt.getTime()] : [])),
  ];
  const orders = () => harness.database.db.collection<{ _id: string }>("fishbowl_sales_orders");
  const imports = () => harness.database.db.collection("fishbowl_imports").find().sort({ at: 1 }).toArray();
  const sumOf = async (type: string, day: string) => {
    const cells = await harness.database.db.collection("metrics").find({ userId: ANA, type, day }).toArray();
    return cells.reduce((sum, { value }) => sum + Number(value), 0);
  };

  it("bring nothing before the first move", async () => {
    expect(instants().filter((at) => at > SAMPLE_NOW.getTime())).toEqual([]);
    expect(await imports()).toEqual([]);
  });

  it("bring within an hour what the team does in it, none of it ahead of the clock, and no figure before a sync", async () => {
    const before = await harness.today(ANA, "phone_call_quantity");

    await move("hour");

    const later = instants().filter((at) => at > SAMPLE_NOW.getTime());
    expect(later.length).toBeGreaterThan(0);
    expect(Math.max(...later)).toBeLessThanOrEqual(harness.clock.now().getTime());
    expect(await harness.today(ANA, "phone_call_quantity")).toBe(before);
  });

  it("bring the afternoon's records and Fishbowl's exports by the next morning, whose figures are whole", async () => {
    await move("tomorrow");

    expect(await sumOf("phone_call_quantity", "2026-10-28")).toBeGreaterThan(7);
    const received = await imports();
    expect(received.map(({ at, by, name }) => [at.toISOString().slice(0, 16), by, name])).toEqual([
      ["2026-10-29T01:00", "api", "fishbowl-orders-2026-10-28.csv"],
      ["2026-10-29T11:45", "api", "fishbowl-orders-2026-10-28.csv"],
      ["2026-10-29T14:00", "api", "fishbowl-orders-2026-10-28.csv"],
    ]);
    const { asOf } = (await harness.app.freshness()).find(({ source }) => source === "fishbowl") ?? {};
    expect(asOf?.toISOString().slice(0, 16)).toBe("2026-10-29T14:00");
  }, 60_000);

  it("are made once, however often the clock goes back and forth", async () => {
    const before = [instants().length, await orders().countDocuments()];

    await move("now");
    await move("tomorrow");

    expect([instants().length, await orders().countDocuments()]).toEqual(before);
  }, 60_000);

  it("leave an order void that was voided, whatever is exported after it", async () => {
    await orders().updateMany({ dateIssued: "2026-10-28", salesman: REPS.maya.salesman }, { $set: { status: "Void" } });
    const voided = await orders().countDocuments({ status: "Void" });

    await move("now");
    await move("tomorrow");

    expect(await orders().countDocuments({ status: "Void" })).toBe(voided);
  }, 60_000);

  it("are the team's workdays: nobody calls, writes or sells on weekends and public holidays", async () => {
    for (let weeks = 0; weeks < 3; weeks += 1) await move("monday");

    const days = new Set(instants().map((at) => harness.app.days.dayOf(new Date(at))));
    expect(days).toContain("2026-11-10");
    expect(days).toContain("2026-11-12");
    for (const off of ["2026-10-31", "2026-11-01", "2026-11-07", "2026-11-11"]) expect(days).not.toContain(off);
    expect(await orders().countDocuments({ dateIssued: "2026-11-11" })).toBe(0);
    expect(await orders().countDocuments({ dateIssued: "2026-11-12" })).toBeGreaterThan(0);
    expect(harness.fakes.slack.messages(harness.fakes.slack.dm(ADMIN.slack))).toEqual([]);
  }, 120_000);

  it("count as the accounts have them, person by person, and nothing of them is wrong", async () => {
    const { app, fakes, database } = harness;
    const inWeek = (at: number) => {
      const day = app.days.dayOf(new Date(at));
      return "2026-11-02" <= day && day <= "2026-11-08";
    };
    const activities = fakes.copper.account.activities.all().filter((one) => inWeek(one.activity_date * 1_000));
    for (const { slack, copper, justcall, salesman } of Object.values(REPS)) {
      const calls = fakes.justcall.account.calls.all().filter((one) => one.agentId === justcall);
      const starts = calls.map(({ startedAt }) => startedAt.getTime()).filter(inWeek);
      const own = activities.filter(({ user_id }) => user_id === copper);
      const isLoggedTwice = (seconds: number) => starts.some((start) => Math.abs(start - seconds * 1_000) <= 120_000);
      const alone = own.filter(({ type, activity_date }) => type.id !== 6 && !isLoggedTwice(activity_date));
      const sold = await orders()
        .find<{ total: number }>({ salesman, dateIssued: { $gte: "2026-11-02", $lte: "2026-11-08" } })
        .toArray();
      const week = { users: [slack], from: "2026-11-02", to: "2026-11-08" };
      const counted = async (...types: MetricType[]) => {
        const sums = await Promise.all(types.map((type) => countedFigure(database.db, { type, ...week })));
        return sums.reduce((sum, each) => sum + Math.round(each * 100), 0);
      };

      expect(starts.length).toBeGreaterThan(3);
      expect(await counted("phone_call_quantity")).toBe((starts.length + alone.length) * 100);
      expect(await counted("email_quantity")).toBe(own.filter(({ type }) => type.id === 6).length * 100);
      expect(await counted("new_sales_wholesale", "new_sales_distribution")).toBe(
        sold.reduce((sum, { total }) => sum + Math.round(total * 100), 0),
      );
    }
    expect((await app.doctor()).filter(({ state }) => state === "fault")).toEqual([]);
  }, 60_000);

  it("are gone after a reset", async () => {
    await harness.controls.reset();

    expect(instants().filter((at) => at > SAMPLE_NOW.getTime())).toEqual([]);
    expect(await orders().countDocuments()).toBe(60);
  }, 60_000);
});
