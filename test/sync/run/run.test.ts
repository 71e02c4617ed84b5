import { type DayRange, day } from "../../../src/time/day";
import { callFacts, justcallFacts, orderFact } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { refusedKey } from "../../support/fakes/scripted-source";
import { cellsOf, type Named, threeSources } from "../../support/harness/sync";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const RANGE: DayRange = { from: day(FROM), to: day(TO) };
const noon = (on: string) => `2026-10-${on}T19:00:00Z`;

describe("a sync", () => {
  const test = testDatabase();

  const harness = () => threeSources(test.db);
  const cells = () => cellsOf(test.db);
  const named = (collection: string) => test.db.collection<Named>(collection);

  it("writes one total a rep, metric, day and source, and answers in the report's shape", async () => {
    const { justcall, fishbowl, sync } = harness();
    await named("fishbowl_users_map").insertOne({ _id: "A. Diaz", userId: "UANA" });
    justcall.facts = [
      ...justcallFacts("1", { at: "2026-10-10T17:00:00Z", owner: ANA_EMAIL, seconds: 90 }),
      ...justcallFacts("2", { at: "2026-10-11T06:30:00Z", owner: ANA_EMAIL, seconds: 0 }),
      ...justcallFacts("3", { at: "2026-10-11T18:00:00Z", owner: "zoe@acme.com" }),
    ].filter(({ amount }) => amount > 0);
    fishbowl.facts = [
      orderFact("SO-1", { day: "2026-10-12", owner: "A. Diaz", cents: 1999 }),
      orderFact("SO-2", { day: "2026-10-12", owner: "B. Lee", cents: 500 }),
    ];

    const report = await sync(FROM, TO);

    expect(await cells()).toEqual({
      "UANA_new_sales_wholesale_2026-10-12_fishbowl": 19.99,
      "UANA_phone_call_quantity_2026-10-10_justcall": 2,
      "UANA_talk_time_minutes_2026-10-10_justcall": 1.5,
    });
    expect(report).toMatchObject({
      success: true,
      userId: "UANA",
      dateRange: { start: "2026-09-29T07:00:00.000Z", end: "2026-10-29T07:00:00.000Z" },
      summary: { copperSuccess: true, justcallSuccess: true, fishbowlSuccess: true, goalsUpdated: 0, errors: 0 },
    });
    expect(report.results.justcall).toEqual({
      success: true,
      asOf: "2026-10-28T21:05:00.000Z",
      duration: "0ms",
      pages: 1,
      requests: 2,
      records: 3,
      matched: [{ userId: "UANA", name: "ana" }],
      unmatched: [{ name: "Zoe", email: "zoe@acme.com", owner: "zoe@acme.com", records: 1 }],
      counting: 2,
      notCounting: { "its JustCall agent is nobody in Slack": 1 },
      metrics: { created: 2, updated: 0, unchanged: 0, removed: 0 },
    });
    expect(report.results.fishbowl).toMatchObject({
      records: 2,
      matched: [{ userId: "UANA", name: "ana" }],
      unmatched: [{ name: "B. Lee", email: null, owner: "B. Lee", records: 1, value: 5 }],
      counting: 1,
    });
  });

  it("changes nothing when nothing is new", async () => {
    const { copper, justcall, sync, clock } = harness();
    justcall.facts = justcallFacts("1", { at: noon("10"), owner: ANA_EMAIL });
    copper.facts = callFacts("copper", { recordId: "9", at: noon("10"), owner: "77", seconds: 60 });
    await sync(FROM, TO);
    const before = await named("metrics").find().toArray();
    const mark = await test.oplogMark();
    clock.now = new Date("2026-10-28T22:00:00Z");

    const report = await sync(FROM, TO);

    expect(await named("metrics").find().toArray()).toEqual(before);
    expect(await test.oplogWrites(["facts", "metrics", "goals", "users"], mark)).toBe(0);
    expect(report.results.justcall.metrics).toEqual({ created: 0, updated: 0, unchanged: 2, removed: 0 });
  });

  it("case 34: lowers a number to zero when its record is deleted, moves to another rep or to another day", async () => {
    const { justcall, sync } = harness();
    justcall.people?.push({ owner: "ben@acme.com", name: "Ben", email: "ben@acme.com" });
    justcall.facts = ["1", "2", "3"].flatMap((id) => justcallFacts(id, { at: noon("10"), owner: ANA_EMAIL }));
    await sync(FROM, TO);
    justcall.facts = [
      ...justcallFacts("1", { at: noon("10"), owner: "ben@acme.com" }),
      ...justcallFacts("2", { at: noon("09"), owner: ANA_EMAIL }),
    ];

    const report = await sync(FROM, TO);

    expect(await cells()).toMatchObject({
      "UANA_phone_call_quantity_2026-10-10_justcall": 0,
      "UANA_phone_call_quantity_2026-10-09_justcall": 1,
      "UBEN_phone_call_quantity_2026-10-10_justcall": 1,
      "UANA_talk_time_minutes_2026-10-10_justcall": 0,
    });
    expect(report.results.justcall.metrics).toEqual({ created: 4, updated: 0, unchanged: 0, removed: 2 });
  });

  it("counts a call once that both systems have, and again in Copper when JustCall's is deleted", async () => {
    const { copper, justcall, sync } = harness();
    justcall.facts = justcallFacts("1001", { at: "2026-10-10T17:00:00Z", owner: ANA_EMAIL });
    copper.facts = callFacts("copper", { recordId: "9", at: "2026-10-10T17:02:00Z", owner: "77", seconds: 300 });

    const first = await sync(FROM, TO);
    const marked = await named("facts").findOne({ _id: "copper:9:talk_time_minutes" });
    justcall.facts = [];
    await sync(FROM, TO);

    expect(first.results.copper).toMatchObject({ counting: 0, notCounting: { "duplicate of a JustCall call": 1 } });
    expect(marked).toMatchObject({ counts: false, duplicateOf: "justcall:1001:phone_call_quantity" });
    expect(await cells()).toEqual({
      "UANA_phone_call_quantity_2026-10-10_copper": 1,
      "UANA_phone_call_quantity_2026-10-10_justcall": 0,
      "UANA_talk_time_minutes_2026-10-10_copper": 5,
      "UANA_talk_time_minutes_2026-10-10_justcall": 0,
    });
  });

  it("stays fresh after somebody asked for days that lie ahead", async () => {
    const { parts, sync, clock } = harness();
    await sync(FROM, "2026-12-31");
    clock.now = new Date("2026-10-30T21:05:00Z");

    await sync("2026-10-01", "2026-10-30");

    const [copper] = await parts.states.all(new Set());
    expect(copper?.asOf).toEqual(clock.now);
  });

  it("changes no cell outside its days", async () => {
    const { justcall, sync } = harness();
    justcall.facts = justcallFacts("1", { at: noon("10"), owner: ANA_EMAIL });
    await sync(FROM, TO);
    justcall.facts = justcallFacts("2", { at: noon("27"), owner: ANA_EMAIL });

    await sync("2026-10-22", TO);

    expect(await cells()).toMatchObject({
      "UANA_phone_call_quantity_2026-10-10_justcall": 1,
      "UANA_phone_call_quantity_2026-10-27_justcall": 1,
    });
  });

  it("brings current goals up to date once, and neither inactive nor future ones", async () => {
    const { justcall, sync } = harness();
    const goal = { userId: "UANA", type: "phone_call_quantity", period: "weekly", current: 0, active: true };
    const targets = [{ from: "2026-10-01", target: 20 }];
    await named("goals").insertMany([
      { ...goal, _id: "now", targets },
      { ...goal, _id: "off", active: false, targets },
      { ...goal, _id: "later", targets: [{ from: "2026-11-01", target: 20 }] },
    ]);
    justcall.facts = justcallFacts("1", { at: noon("26"), owner: ANA_EMAIL });

    const report = await sync(FROM, TO);

    const goals = await named("goals").find().sort({ _id: 1 }).toArray();
    expect(report.results.goalsUpdated).toBe(1);
    expect(goals.map(({ _id, current }) => [_id, current])).toEqual([
      ["later", 0],
      ["now", 1],
      ["off", 0],
    ]);
  });

  it("tells where it stands: each source, then the goals", async () => {
    const { justcall, queue } = harness();
    justcall.failure = refusedKey("justcall");
    const seen: string[] = [];

    await queue.request({ range: RANGE, userId: "UANA", trigger: "slack" }, ({ copper, justcall: calls, goals }) => {
      seen.push([copper, calls, goals].join());
    });

    expect(seen[0]).toBe("running,waiting,waiting");
    expect(seen.at(-1)).toBe("done,failed,done");
  });

  it("heals what a killed run left: facts that were written, totals that were not", async () => {
    const { justcall, parts, sync } = harness();
    justcall.facts = justcallFacts("1", { at: noon("10"), owner: ANA_EMAIL });
    await parts.facts.save({ write: justcall.facts, gone: [] }, 1);
    await named("sync_runs").insertOne({ _id: "dead", status: "running" });

    await sync(FROM, TO);

    expect(await cells()).toMatchObject({ "UANA_phone_call_quantity_2026-10-10_justcall": 1 });
    expect(await named("sync_runs").findOne({ _id: "dead" })).toMatchObject({
      status: "failed",
      reason: "Paceline stopped before it finished",
    });
  });
});
