import { sourceStateStore } from "../../../src/sync/state/source-state-store";
import { justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const noon = (on: string) => `2026-10-${on}T19:00:00Z`;

describe("records of which a source doesn't say whether they still exist", () => {
  const test = testDatabase();
  const standing = async () => (await sourceStateStore(test.db).all(new Set()))[1]?.unanswered;

  /** Three calls: two of the 10th and one of the 27th. None is listed any more, and no answer says what became of them. */
  async function unanswered() {
    const harness = threeSources(test.db);
    const { justcall, sync } = harness;
    const calls = { 1: "10", 2: "10", 3: "27" };
    const facts = Object.entries(calls).flatMap(([id, on]) => justcallFacts(id, { at: noon(on), owner: ANA_EMAIL }));
    justcall.facts = facts;
    const before = await sync("2026-10-01", "2026-10-28");
    justcall.facts = [];
    justcall.unanswered = new Set(["1", "2", "3"]);
    return { ...harness, before };
  }

  it("count, are told by the report in a sentence, and stand by their days until they are answered for", async () => {
    const { sync, before, justcall } = await unanswered();

    const report = await sync("2026-10-01", "2026-10-28");
    const ofToday = await sync("2026-10-28", "2026-10-28");

    expect([before.results.justcall.unanswered, before.results.justcall.notes]).toEqual([undefined, undefined]);
    expect(report.results.justcall).toMatchObject({ success: true, unanswered: 3 });
    expect(report.results.justcall.notes).toEqual([
      "JustCall doesn't say whether 3 records still exist; they count until it does.",
    ]);
    expect(ofToday.results.justcall.unanswered).toBeUndefined();
    expect(await cellsOf(test.db)).toMatchObject({ "UANA_phone_call_quantity_2026-10-10_justcall": 2 });
    expect(await standing()).toEqual([
      { day: "2026-10-10", records: 2 },
      { day: "2026-10-27", records: 1 },
    ]);

    justcall.unanswered.delete("3");
    await sync("2026-10-26", "2026-10-28");
    expect(await standing()).toEqual([{ day: "2026-10-10", records: 2 }]);

    justcall.unanswered.clear();
    const settled = await sync("2026-10-01", "2026-10-28");
    expect(settled.results.justcall).not.toHaveProperty("unanswered");
    expect(await standing()).toBeUndefined();
    expect(await cellsOf(test.db)).toMatchObject({ "UANA_phone_call_quantity_2026-10-10_justcall": 0 });
  });

  it("are told, too, where they lie in what an interrupted sync had read, which the next one does not read again", async () => {
    const { justcall, sync } = threeSources(test.db);
    justcall.facts = ["02", "03", "04", "20", "21", "22"].flatMap((on) =>
      justcallFacts(on, { at: noon(on), owner: ANA_EMAIL }),
    );
    justcall.most = 6;
    await sync("2026-09-29", "2026-10-28");
    justcall.unlisted.add("02");
    justcall.unanswered.add("02");
    justcall.breaksFrom = new Date(noon("15"));
    const broken = await sync("2026-09-29", "2026-10-28");
    justcall.breaksFrom = null;
    justcall.windows = [];

    const resumed = await sync("2026-09-29", "2026-10-28");

    expect([broken.results.justcall.success, justcall.windows.length]).toEqual([false, 1]);
    expect(resumed.results.justcall).toMatchObject({ success: true, unanswered: 1 });
    expect(await standing()).toEqual([{ day: "2026-10-02", records: 1 }]);
  });

  it("stand as they were told where the next read fails", async () => {
    const { sync, justcall } = await unanswered();
    await sync("2026-10-01", "2026-10-28");
    justcall.failure = new Error("JustCall is down");

    const report = await sync("2026-10-01", "2026-10-28");

    expect(report.results.justcall).not.toHaveProperty("unanswered");
    expect(await standing()).toHaveLength(2);
  });
});
