import { passingDaysOf } from "../../../src/demo/passing/passing-days-of";
import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import type { MetricType } from "../../../src/metrics/metrics";
import { syncedDemo } from "../../support/harness/demo/controls";
import { countedFigure } from "../../support/harness/demo/counted-figures";

const ANA = REPS.ana.slack;

describe("the days that pass while the clock is moved", () => {
  const { demo, move } = syncedDemo(ANA, ({ app }) => app.settings.setHolidayRegion({ country: "US" }));
  const reps = new Set<number>(Object.values(REPS).flatMap(({ copper, justcall }) => [copper, justcall]));
  /** When each record of a rep's in Copper and JustCall is of. */
  const instants = () => [
    ...demo()
      .fakes.copper.account.activities.all()
      .flatMap(({ activity_date, user_id }) => (user_id !== null && reps.has(user_id) ? [activity_date * 1_000] : [])),
    ...demo()
      .fakes.copper.account.opportunities.all()
      .map(({ date_stage_changed }) => date_stage_changed * 1_000),
    ...demo()
      .fakes.justcall.account.calls.all()
      .flatMap(({ startedAt, agentId }) => (reps.has(agentId) ? [startedAt.getTime()] : [])),
  ];
  const later = () => instants().filter((at) => at > SAMPLE_NOW.getTime());
  const isAhead = (at: number) => at > demo().clock.now().getTime();
  const orders = () => demo().database.db.collection<{ _id: string }>("fishbowl_sales_orders");
  const imports = () => demo().database.db.collection("fishbowl_imports").find().sort({ at: 1 }).toArray();

  it("bring within an hour what the team does in it, none of it ahead of the clock, and no figure before a sync", async () => {
    const before = await demo().today(ANA, "phone_call_quantity");
    expect([later(), await imports()]).toEqual([[], []]);

    await move("hour");

    expect(later().length).toBeGreaterThan(0);
    expect(later().filter(isAhead)).toEqual([]);
    expect(await demo().today(ANA, "phone_call_quantity")).toBe(before);
  }, 60_000);

  it("bring the afternoon's records and Fishbowl's exports by the next morning, whose figures are whole", async () => {
    const sold = await demo().ofMonth(ANA, "new_sales_wholesale");
    const said = await demo().controls.run("event.void", ANA);

    await move("tomorrow");

    const voided = Number(/\$([\d,]+\.\d\d)/.exec(said)?.[1]?.replaceAll(",", ""));
    expect(await demo().ofMonth(ANA, "new_sales_wholesale")).toBeCloseTo(sold - voided, 2);
    const wednesday = { users: [ANA], type: "phone_call_quantity", from: "2026-10-28", to: "2026-10-28" } as const;
    expect(await countedFigure(demo().database.db, wednesday)).toBe(10);
    expect(later().filter(isAhead)).toEqual([]);
    const received = await imports();
    expect(received.map(({ at, by, name }) => [at.toISOString().slice(0, 16), by, name])).toEqual([
      ["2026-10-29T01:00", "api", "fishbowl-orders-2026-10-28.csv"],
      ["2026-10-29T11:45", "api", "fishbowl-orders-2026-10-28.csv"],
      ["2026-10-29T14:00", "api", "fishbowl-orders-2026-10-28.csv"],
    ]);
    const { asOf } = (await demo().app.freshness()).find(({ source }) => source === "fishbowl") ?? {};
    expect(asOf?.toISOString().slice(0, 16)).toBe("2026-10-29T14:00");
  }, 60_000);

  it("bring nothing of a day again when the clock goes back and forth, and leave void what was voided", async () => {
    await orders().updateMany({ dateIssued: "2026-10-28", salesman: REPS.maya.salesman }, { $set: { status: "Void" } });
    const wednesday = async () => {
      const ofDay = instants().filter((at) => demo().app.days.dayOf(new Date(at)) === "2026-10-28");
      return [ofDay.length, await orders().find({ dateIssued: "2026-10-28" }).toArray()];
    };
    const before = await wednesday();

    await move("now");
    await move("monday");

    expect(await wednesday()).toEqual(before);
    expect(await orders().countDocuments({ dateIssued: "2026-10-29" })).toBe(2);
    expect(later().filter(isAhead)).toEqual([]);
  }, 60_000);

  it("are the team's workdays: on public holidays nothing is exported", async () => {
    const passing = passingDaysOf(demo(), demo().url);
    const week = [new Date("2026-11-10T08:00:00Z"), new Date("2026-11-14T08:00:00Z")] as const;

    const exports = await passing.exportsBetween(...week);

    expect(new Set(exports.map(({ sold }) => sold))).toEqual(
      new Set(["2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13"]),
    );
  });

  it("count as the accounts have them, person by person, and nothing of them is wrong", async () => {
    await move("monday");
    expect(later().filter(isAhead)).toEqual([]);

    const { app, fakes, database } = demo();
    const days = new Set(instants().map((at) => app.days.dayOf(new Date(at))));
    expect(days).toContain("2026-11-06");
    for (const off of ["2026-10-31", "2026-11-01", "2026-11-07"]) expect(days).not.toContain(off);
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
      const alone = own.filter(({ type, activity_date }) => type.id === 2160510 && !isLoggedTwice(activity_date));
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
    expect(fakes.slack.messages(fakes.slack.dm(ADMIN.slack))).toEqual([]);
  }, 120_000);

  it("say of a public holiday that no digest and no leaderboard come, and post none", async () => {
    demo().clock.moveTo(new Date("2026-11-10T16:00:00Z"));
    const posted = () =>
      demo()
        .fakes.slack.allMessages()
        .filter(({ text }) => /Wed, Nov 11|Tue, Nov 10\)/.test(text));

    const said = await move("tomorrow");

    expect(said).toMatch(/^It is Wednesday, November 11, 8:00 AM PST\. It's no workday of the team's/);
    expect(posted()).toEqual([]);
  }, 60_000);

  it("are gone after a reset", async () => {
    await demo().controls.reset();

    expect(later()).toEqual([]);
    expect(await orders().countDocuments()).toBe(60);
  }, 60_000);
});
