import { type SyncRequest, satisfies } from "../../../src/sync/request";
import { runStore } from "../../../src/sync/run/run-store";
import { day } from "../../../src/time/day";
import { justcallFacts, orderFact } from "../../support/builders/facts";
import { aMember, byEmail } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { scriptedSource } from "../../support/fakes/scripted-source";
import { syncHarness } from "../../support/harness/sync";

const ANA = "ana@acme.com";
const RANGE = { from: day("2026-10-10"), to: day("2026-10-12") };
const WORD: SyncRequest = {
  range: RANGE,
  userId: "UALEX",
  trigger: "slack",
  sources: ["justcall"],
  acceptVanished: { source: "justcall", records: 60 },
};

describe("an admin's approval of a mass deletion at one source", () => {
  const test = testDatabase();
  const live = (source: string) => test.db.collection("facts").countDocuments({ source, gone: { $ne: true } });

  /** Sixty calls, each of two facts, and sixty orders were there, and are not any more. */
  async function afterMassDeletion() {
    const copper = scriptedSource("copper", []);
    const justcall = scriptedSource("justcall", [{ owner: ANA, name: "Ana", email: ANA }]);
    const fishbowl = scriptedSource("fishbowl", null);
    const sixty = Array.from({ length: 60 }, (_, index) => String(index));
    const orders = sixty.map((id) => orderFact(id, { day: "2026-10-11", owner: "A. Diaz", cents: 100 }));
    justcall.facts = sixty.flatMap((id) => justcallFacts(id, { at: "2026-10-10T17:00:00Z", owner: ANA }));
    fishbowl.facts = orders;
    const harness = syncHarness(test.db, {
      sources: [copper, justcall, fishbowl],
      members: [aMember("UANA", byEmail(ANA))],
    });
    await harness.sync(RANGE.from, RANGE.to);
    justcall.facts = [];
    fishbowl.facts = [];
    return { ...harness, justcall, fishbowl };
  }

  it("is asked for with the number of records that are missing", async () => {
    const { sync } = await afterMassDeletion();

    const { results } = await sync(RANGE.from, RANGE.to);

    expect(results.errors).toMatchObject([
      { source: "justcall", kind: "vanished", records: 60 },
      { source: "fishbowl", kind: "vanished", records: 60 },
    ]);
    expect([await live("justcall"), await live("fishbowl")]).toEqual([120, 60]);
  });

  it("takes back that source's alone, and sync_runs keeps who gave it", async () => {
    const { queue, fishbowl, clock } = await afterMassDeletion();
    const read = fishbowl.opened;
    clock.now = new Date("2026-10-28T22:00:00Z");

    const { success } = await queue.request(WORD);

    expect(success).toBe(true);
    expect([await live("justcall"), await live("fishbowl")]).toEqual([0, 60]);
    expect(fishbowl.opened).toBe(read);
    const [run] = await runStore(test.db).latest(1);
    expect(run).toMatchObject({ userId: "UALEX", trigger: "slack", acceptVanished: WORD.acceptVanished });
    expect(await test.db.collection("sync_runs").countDocuments({ acceptVanished: { $exists: true } })).toBe(1);
  });

  it("takes back nothing where more is missing than it was given for, and asks anew", async () => {
    const { queue } = await afterMassDeletion();

    const { results } = await queue.request({ ...WORD, acceptVanished: { source: "justcall", records: 59 } });

    expect(results.errors).toMatchObject([{ source: "justcall", kind: "vanished", records: 60 }]);
    expect(await live("justcall")).toBe(120);
  });

  it("says nothing of another source, even where a run reads that, too", async () => {
    const { queue } = await afterMassDeletion();
    const { sources: _, ...everything } = WORD;

    const { results } = await queue.request(everything);

    expect(results.errors).toMatchObject([{ source: "fishbowl", kind: "vanished" }]);
    expect([await live("justcall"), await live("fishbowl")]).toEqual([0, 60]);
  });

  it.each<readonly [string, SyncRequest["acceptVanished"], boolean]>([
    ["the same word", { source: "justcall", records: 60 }, true],
    ["one about fewer records", { source: "justcall", records: 59 }, false],
    ["one about another source", { source: "fishbowl", records: 60 }, false],
    ["one about everything", true, false],
    ["none", false, false],
  ])("is answered by a run that was given %s: %j, %s", (_what, acceptVanished, joins) => {
    expect(satisfies({ ...WORD, acceptVanished }, WORD)).toBe(joins);
  });
});
