import type { Fact } from "../../../src/metrics/fact";
import { NO_OWNER } from "../../../src/metrics/lost-owners";
import { day } from "../../../src/time/day";
import { callFacts, leftOut } from "../../support/builders/facts";
import { ANA_EMAIL as ANA, aMember, byEmail } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { scriptedSource } from "../../support/fakes/scripted-source";
import { cellsOf, syncHarness } from "../../support/harness/sync";

const [FROM, TO] = [day("2026-10-10"), day("2026-10-12")];
const CALLS = "UANA_phone_call_quantity_2026-10-10_justcall";

describe("calls whose agent is removed from JustCall", () => {
  const test = testDatabase();
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  const call = (recordId: string, at = "2026-10-10T17:00:00Z") =>
    callFacts("justcall", { recordId, at, owner: ANA, seconds: 60 });
  const nameless = (fact: Fact) => leftOut({ ...fact, owner: "" }, NO_OWNER.agent);

  async function calledBefore(count: number) {
    const justcall = scriptedSource("justcall", [{ owner: ANA, name: "Ana", email: ANA }]);
    const sources = [scriptedSource("copper", []), justcall, scriptedSource("fishbowl", null)];
    const harness = syncHarness(test.db, { sources, members: [aMember("UANA", byEmail(ANA))] });
    justcall.facts = numbered(count).flatMap((id) => call(id));
    await harness.sync(FROM, TO);
    return { ...harness, justcall };
  }

  it("stay with whoever they were, and the report says how many", async () => {
    const { sync, justcall } = await calledBefore(12);
    const before = await cellsOf(test.db);
    justcall.facts = justcall.facts.map(nameless);

    const { results } = await sync(FROM, TO);

    expect(await cellsOf(test.db)).toEqual(before);
    expect(before[CALLS]).toBe(12);
    expect(results.errors).toEqual([]);
    expect(results.justcall).toMatchObject({
      counting: 12,
      notCounting: {},
      notes: ["12 calls no longer have their agent; they stay with the previous rep."],
    });
  });

  it("stay with them on another day, when the call is re-dated at once", async () => {
    const { sync, justcall } = await calledBefore(1);
    justcall.facts = call("0", "2026-10-12T17:00:00Z").map(nameless);
    await sync("2026-10-12", "2026-10-12");

    expect(await cellsOf(test.db)).toMatchObject({
      [CALLS]: 0,
      "UANA_phone_call_quantity_2026-10-12_justcall": 1,
    });
  });

  it("are no change at the sync after that", async () => {
    const { sync, justcall } = await calledBefore(2);
    justcall.facts = justcall.facts.map(nameless);
    await sync(FROM, TO);
    const facts = () => test.db.collection("facts").find().sort({ _id: 1 }).toArray();
    const before = await facts();

    await sync(FROM, TO);

    expect(await facts()).toEqual(before);
  });

  it("change nothing where they are so many that a broken answer is likelier, until an admin says that it is right", async () => {
    const { sync, queue, justcall } = await calledBefore(60);
    justcall.facts = justcall.facts.map(nameless);

    const { results } = await sync(FROM, TO);

    expect(results.errors).toMatchObject([{ source: "justcall", kind: "vanished", records: 60 }]);
    expect(results.errors[0]?.message).toContain("no longer have an owner");
    expect(await test.db.collection("facts").countDocuments({ ownerLost: true })).toBe(0);

    const approved = await queue.request({
      range: { from: FROM, to: TO },
      userId: "UANA",
      trigger: "slack",
      acceptVanished: { source: "justcall", records: 60 },
    });
    const after = await sync(FROM, TO);

    expect([approved.success, after.success]).toEqual([true, true]);
    expect((await cellsOf(test.db))[CALLS]).toBe(60);
  });

  it("are judged together with those that are missing", async () => {
    const { sync, justcall } = await calledBefore(60);
    justcall.facts = justcall.facts.slice(60).map(nameless);

    const { results } = await sync(FROM, TO);

    expect(results.errors).toMatchObject([{ kind: "vanished", records: 60 }]);
    expect((await cellsOf(test.db))[CALLS]).toBe(60);
  });
});
