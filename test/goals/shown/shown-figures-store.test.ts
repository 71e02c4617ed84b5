import { MongoServerError } from "mongodb";
import { type FigureSurface, shownMonth, shownMonthlyGoals } from "../../../src/goals/shown/shown-figures";
import { shownFiguresStore } from "../../../src/goals/shown/shown-figures-store";
import { METRICS } from "../../../src/metrics/metrics";
import { day } from "../../../src/time/day";
import { CALLS, CALLS_GLANCE } from "../../support/builders/overviews";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { memoryLog } from "../../support/fakes/memory-log";

const at = (time: string) => new Date(`2026-10-28T${time}:00Z`);
const calls = (month: number, today = day("2026-10-28")) => ({ today, glance: [{ ...CALLS_GLANCE, month }] });

describe("what somebody was shown of this month", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  const log = memoryLog();
  const store = () => shownFiguresStore(watched(), { log });
  const look = (month: number, time: string, surface: FigureSurface = "home") =>
    store().record("U0ANA", shownMonth(calls(month), { at: at(time), surface }));
  const seen = async (type: "phone_call_quantity" | "new_sales_wholesale" = "phone_call_quantity") =>
    (await store().of("U0ANA"))?.figures[type];

  it("is one document of theirs, written by one update, with a zero where a metric came to nothing", async () => {
    expect(await store().of("U0ANA")).toBeNull();
    commands.length = 0;

    await look(61, "18:12");

    expect(commands).toEqual(["update"]);
    const kept = await store().of("U0ANA");
    expect(kept?.month).toBe("2026-10-01");
    expect(Object.keys(kept?.figures ?? {}).sort()).toEqual(METRICS.map(({ type }) => type).sort());
    const how = { at: at("18:12"), day: "2026-10-28", surface: "home" };
    expect([await seen(), await seen("new_sales_wholesale")]).toEqual([
      { value: 61, ...how },
      { value: 0, ...how },
    ]);
    expect(await store().of("U0BEN")).toBeNull();
  });

  it("keeps what the last report told beside a later look, whichever was written last", async () => {
    await look(61, "18:12", "report");
    await look(62, "18:15");
    await look(63, "18:14", "report");

    expect(await seen()).toMatchObject({ value: 62, surface: "home", reported: { value: 63, at: at("18:14") } });

    await look(60, "18:13", "report");
    expect(await seen()).toMatchObject({ value: 62, reported: { value: 63, at: at("18:14") } });
  });

  it("is what was read last, whichever was written last, also at once", async () => {
    await Promise.all([look(63, "18:14", "report"), look(61, "18:12"), look(62, "18:13", "goals")]);
    expect(await seen()).toEqual({
      ...{ value: 63, at: at("18:14"), day: "2026-10-28", surface: "report" },
      reported: { value: 63, at: at("18:14") },
    });

    await look(60, "18:11");
    expect((await seen())?.value).toBe(63);
    await look(64, "18:15");
    expect((await seen())?.value).toBe(64);
    expect(await test.db.collection("shown_figures").countDocuments()).toBe(1);
  });

  it("leaves what a surface did not show as it was shown before", async () => {
    await look(61, "18:12");
    const goals = [{ ...CALLS, period: "monthly" as const }];
    await store().record("U0ANA", shownMonthlyGoals({ ...calls(65), goals }, { at: at("18:20"), surface: "goals" }));
    // A weekly goal's figure is not the month's.
    commands.length = 0;
    await store().record(
      "U0ANA",
      shownMonthlyGoals({ ...calls(66), goals: [CALLS] }, { at: at("18:30"), surface: "goals" }),
    );

    expect(commands).toEqual([]);
    expect([await seen(), await seen("new_sales_wholesale")]).toMatchObject([
      { value: 65, at: at("18:20"), surface: "goals" },
      { value: 0, at: at("18:12"), surface: "home" },
    ]);
  });

  it("begins anew with a month, and an earlier one brings nothing back", async () => {
    await look(61, "18:12");
    const november = shownMonthlyGoals(
      { ...calls(2, day("2026-11-01")), goals: [{ ...CALLS, period: "monthly" }] },
      { at: new Date("2026-11-01T09:00:00Z"), surface: "goals" },
    );
    await store().record("U0ANA", november);
    await look(99, "18:40");

    expect(await store().of("U0ANA")).toEqual(november);
  });

  it("is forgotten 40 days after the last look, by the database's clock", async () => {
    await look(61, "18:12");

    const [document] = await test.db.collection("shown_figures").find().toArray();
    const days = (document?.keptUntil.getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days * 100) / 100).toBe(40);
    const [, index] = await test.db.collection("shown_figures").indexes();
    expect(index).toMatchObject({ key: { keptUntil: 1 }, expireAfterSeconds: 0 });
  });

  it("fails nothing where it cannot be written, and is logged", async () => {
    await test.db.command({ collMod: "shown_figures", validator: { never: { $exists: true } } });

    await look(61, "18:12").finally(() => test.db.command({ collMod: "shown_figures", validator: {} }));

    expect(log.at("warn")).toMatchObject([{ fields: { userId: "U0ANA", error: expect.any(MongoServerError) } }]);
  });
});
