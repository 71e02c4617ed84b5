import { reportText } from "../../../src/cli/report-text";
import { syncProgressMessage } from "../../../src/slack/sync/progress-view";
import { syncReportMessage } from "../../../src/slack/sync/report-view";
import { waitingProgress } from "../../../src/sync/report";
import { type SyncRequest, satisfies } from "../../../src/sync/request";
import { day } from "../../../src/time/day";
import { justcallFacts, orderFact } from "../../support/builders/facts";
import { aMember, byEmail } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { scriptedSource } from "../../support/fakes/scripted-source";
import { lines } from "../../support/harness/slack-blocks";
import { syncHarness } from "../../support/harness/sync";

const ANA = "ana@acme.com";
const RANGE = { from: day("2026-10-10"), to: day("2026-10-12") };
const ALL: SyncRequest = { range: RANGE, userId: "UALEX", trigger: "slack" };
const FISHBOWL: SyncRequest = { ...ALL, trigger: "import", sources: ["fishbowl"] };

describe("a sync of one source alone", () => {
  const test = testDatabase();

  async function harness() {
    const copper = scriptedSource("copper", []);
    const justcall = scriptedSource("justcall", [{ owner: ANA, name: "Ana", email: ANA }]);
    const fishbowl = scriptedSource("fishbowl", null);
    await test.db
      .collection<{ _id: string }>("fishbowl_users_map")
      .insertOne({ _id: "A. Diaz", ...{ userId: "UANA" } });
    justcall.facts = justcallFacts("1", { at: "2026-10-10T17:00:00Z", owner: ANA });
    const sources = [{ ...copper, off: "Copper is off." }, justcall, fishbowl];
    return { justcall, fishbowl, ...syncHarness(test.db, { sources, members: [aMember("UANA", byEmail(ANA))] }) };
  }

  it("reads that one, and lets the others' numbers stand, saying so", async () => {
    const { justcall, fishbowl, sync, queue, clock } = await harness();
    const before = await sync(RANGE.from, RANGE.to);
    justcall.facts = [];
    fishbowl.facts = [orderFact("1", { day: "2026-10-11", owner: "A. Diaz", cents: 1_999 })];
    const { asOf } = before.results.justcall;
    clock.now = new Date("2026-10-28T22:00:00Z");
    const states: string[] = [];

    const report = await queue.request(FISHBOWL, (progress) => states.push(progress.justcall));

    expect(justcall.opened).toBe(1);
    expect(report).toMatchObject({
      success: true,
      results: {
        copper: { success: true, off: true },
        justcall: { success: true, untouched: true, asOf, records: 0, matched: [] },
        fishbowl: { success: true, records: 1, counting: 1, metrics: { created: 1 } },
        errors: [],
      },
    });
    expect(report.results.justcall).not.toHaveProperty("off");
    expect(report.results.fishbowl).not.toHaveProperty("untouched");
    expect(states).toContain("untouched");
    expect(await test.db.collection("metrics").countDocuments({ source: "justcall", value: { $gt: 0 } })).toBe(2);
    expect(await test.db.collection("sync_runs").findOne({ trigger: "import" })).toMatchObject({
      sources: ["fishbowl"],
    });
  });

  it("is told in words, in Slack and on the command line", async () => {
    const { queue, clock } = await harness();
    const report = await queue.request(FISHBOWL);

    const inSlack = lines(syncReportMessage(report, { days, now: clock.now }).blocks);

    expect(inSlack).toContainEqual("*JustCall* ➖ not in this sync; no data yet");
    expect(reportText(report, days)).toContain("JustCall: not in this sync; no data yet");
    const progress = {
      ...waitingProgress(),
      copper: "off",
      justcall: "untouched",
      fishbowl: "done",
      goals: "done",
    } as const;
    expect(syncProgressMessage(progress, "today").text).toContain("JustCall: not in this sync, Fishbowl: done");
  });

  it("makes a failing source that it is not about no error", async () => {
    const { justcall, queue } = await harness();
    justcall.failure = new Error("broken");

    expect(await queue.request(FISHBOWL)).toMatchObject({ success: true });
  });

  it("fails for nothing that another source is about to lose", async () => {
    const { justcall, sync, queue, clock } = await harness();
    justcall.reachDays = 90;
    await sync(RANGE.from, RANGE.to);
    clock.now = new Date("2027-01-15T21:00:00Z");

    expect(await queue.request(FISHBOWL)).toMatchObject({ success: true, results: { errors: [] } });
    expect(await queue.request(ALL)).toMatchObject({ success: false, results: { errors: [{ kind: "expiring" }] } });
  });
});

describe("whether a run answers a request", () => {
  it.each([
    ["one about all, a request for one", ALL, FISHBOWL, true],
    ["one about the same", FISHBOWL, FISHBOWL, true],
    ["one about one, a request for all", FISHBOWL, ALL, false],
    ["one about another", { ...ALL, sources: ["copper"] } as SyncRequest, FISHBOWL, false],
    ["one that may have read what changed just now", ALL, { ...FISHBOWL, joinRunning: false }, false],
    ["one of an import, a request that nothing changed for", { ...FISHBOWL, joinRunning: false }, FISHBOWL, true],
  ])("%s", (_what, running, ask, expected) => {
    expect(satisfies(running, ask)).toBe(expected);
  });
});
