import type { Activity } from "../../../src/demo/copper/account";
import { REPS } from "../../../src/demo/sample/team";
import { testDatabase } from "../../support/env/database";
import { webhookHarness } from "../../support/harness/webhooks";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const userId = REPS.ana.slack;
const agentId = REPS.ana.justcall;
const COLLECTIONS = ["facts", "metrics", "goals"];

describe("a webhook", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof webhookHarness>>;

  beforeEach(async () => {
    harness = await webhookHarness(test.db);
    const first = await harness.syncAndSettle(FROM, TO);
    expect(first.results.errors).toEqual([]);
  });
  afterEach(() => harness.close());

  /** What is stored, without the marks of when and by whom it was written. */
  const stored = () =>
    Promise.all(
      COLLECTIONS.map((name) =>
        test.db
          .collection(name)
          .find({}, { projection: { createdAt: 0, updatedAt: 0, asOf: 0, "metadata.asOf": 0 } })
          .sort({ _id: 1 })
          .toArray(),
      ),
    );
  const anActivity = (id: number, patch: Partial<Activity>): Activity => {
    const like = harness.copper.account.activities.all().find(({ type }) => type.id === 2160510);
    if (like === undefined) throw new Error("The sample has calls");
    return { ...like, id, activity_date: Date.parse("2026-10-28T18:00:00Z") / 1_000, ...patch };
  };

  it("of a new call raises its rep's calls, talk time and goals, and tells whose they are", async () => {
    const [calls, minutes] = [
      { userId, type: "phone_call_quantity" },
      { userId, type: "talk_time_minutes" },
    ];
    const before = [await harness.total(calls), await harness.total(minutes)];
    const goals = () =>
      test.db.collection("goals").find({ userId, type: "phone_call_quantity" }).sort({ _id: 1 }).toArray();
    const [goal] = await goals();

    harness.justcall.account.calls.add(harness.callOfSample(990_001, { agentId }));
    await harness.settled();

    expect([await harness.total(calls), await harness.total(minutes)]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) + 1.5,
    ]);
    expect((await goals())[0]?.current).toBe(goal?.current + 1);
    expect(harness.changed).toEqual([[userId]]);
    expect(harness.justcall.requests.map(({ path }) => path)).toEqual(["/calls/990001"]);
  });

  it("of a call that is named by its sid alone finds it among the newest, else has a sync look for it", async () => {
    const calls = { userId, type: "phone_call_quantity" };
    const before = await harness.total(calls);

    harness.justcall.account.calls.add(harness.callOfSample(990_005, { agentId }));
    await harness.settled();
    expect(await harness.total(calls)).toBe(before + 1);
    const newer = Array.from({ length: 100 }, (_, n) => harness.callOfSample(990_006 + n, { agentId }));
    harness.justcall.account.calls.addAll(newer);
    harness.justcall.account.calls.change(990_005, { agentId: REPS.ben.justcall });
    await harness.settled();

    expect(await harness.total(calls)).toBe(before + newer.length);
    expect(harness.justcall.requests.map(({ path }) => path)).not.toContain("/calls/990005");
  });

  it("of a call that is logged in Copper, too, marks that one as its duplicate", async () => {
    harness.copper.account.activities.add(
      anActivity(880_001, { user_id: REPS.ana.copper, details: "Duration: 1m 30s" }),
    );
    await harness.settled();
    const alone = await test.db.collection("facts").findOne({ recordId: "880001", type: "phone_call_quantity" });

    harness.justcall.account.calls.add(
      harness.callOfSample(990_002, { agentId, startedAt: new Date("2026-10-28T17:59:00Z") }),
    );
    await harness.settled();

    expect(alone).toMatchObject({ counts: true });
    const twin = await test.db.collection("facts").findOne({ recordId: "880001", type: "phone_call_quantity" });
    expect(twin).toMatchObject({ counts: false, duplicateOf: "justcall:990002:phone_call_quantity" });
  });

  it("leaves nothing for the next sync to do: they read the same and write the same", async () => {
    const { activities, opportunities } = harness.copper.account;
    const mail = activities.all().find(({ type, details }) => type.id === 6 && details !== null);
    const [deal, gone] = opportunities.all().slice(-2);
    const call = activities.all().findLast(({ type }) => type.id === 2160510);
    const stages = harness.copper.account.pipelines[0]?.stages ?? [];

    harness.justcall.account.calls.add(harness.callOfSample(990_003, { agentId }));
    activities.add(
      anActivity(880_002, {}),
      anActivity(880_003, {
        type: { id: 6, category: "system" },
        details: { ...(mail?.details as object), id: "m-new" } as never,
      }),
      { ...(mail as Activity), id: 880_004, activity_date: (mail?.activity_date ?? 0) + 60 },
    );
    activities.remove(call?.id ?? 0);
    opportunities.change(deal?.id ?? 0, {
      pipeline_stage_id: stages[0]?.id ?? 0,
      date_stage_changed: Date.parse("2026-10-28T19:00:00Z") / 1_000,
    });
    opportunities.remove(gone?.id ?? 0);
    await harness.settled();
    const changed = await stored();
    const mark = await test.oplogMark();
    const report = await harness.sync(FROM, TO);

    expect(report.results.errors).toEqual([]);
    expect(await stored()).toEqual(changed);
    expect(await test.oplogWrites(COLLECTIONS, mark)).toBe(0);
  });

  it("of a deleted call retires its facts, talk time too, and lowers the number", async () => {
    const call = harness.copper.account.activities
      .all()
      .findLast(({ type, details }) => type.id === 2160510 && String(details).includes("Duration"));
    const match = { source: "copper", recordId: String(call?.id) };
    const facts = await test.db.collection("facts").countDocuments({ ...match, gone: { $ne: true } });

    harness.copper.account.activities.remove(call?.id ?? 0);
    await harness.settled();

    expect(facts).toBe(2);
    expect(await test.db.collection("facts").countDocuments({ ...match, gone: true, counts: false })).toBe(2);
  });

  it("of a deleted opportunity takes all its entries back; of one that moved on, none", async () => {
    const entries = await test.db
      .collection("facts")
      .find({ type: /^lead_progression/, counts: true })
      .toArray();
    const ids = [...new Set(entries.map(({ recordId }) => Number(String(recordId).split("-")[0])))];
    const [deleted = 0, moved = 0] = ids;
    const live = (id: number) =>
      test.db.collection("facts").countDocuments({ recordId: new RegExp(`^${id}-`), gone: { $ne: true } });
    const before = await live(moved);

    harness.copper.account.opportunities.remove(deleted);
    harness.copper.account.opportunities.change(moved, { pipeline_stage_id: 1, status: "Won" });
    await harness.settled();

    expect([await live(deleted), await live(moved)]).toEqual([0, before]);
  });
});
