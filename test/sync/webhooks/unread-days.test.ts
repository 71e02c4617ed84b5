import type { Activity } from "../../../src/demo/copper/account";
import type { ApiRequest } from "../../../src/demo/fake-api/exchange";
import { REPS } from "../../../src/demo/sample/team";
import { testDatabase } from "../../support/env/database";
import type { Named } from "../../support/harness/sync";
import { webhookHarness } from "../../support/harness/webhooks";

const YESTERDAY = "2026-10-27";
const TODAY = "2026-10-28";
const seconds = (instant: string) => Date.parse(instant) / 1_000;

describe("a webhook of a day that no sync has read", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof webhookHarness>>;
  beforeEach(async () => {
    harness = await webhookHarness(test.db);
  });
  afterEach(() => harness.close());

  const metrics = (day: string) => test.db.collection<Named>("metrics").find({ day }).sort({ _id: 1 }).toArray();
  const valuesOf = async (day: string) =>
    Object.fromEntries((await metrics(day)).filter(({ value }) => value !== 0).map(({ _id, value }) => [_id, value]));
  const runs = () => test.db.collection("sync_runs").countDocuments();
  const ana = { agentId: REPS.ana.justcall };
  const isCallList = ({ path }: ApiRequest) => path === "/calls";
  function logCall(change: Partial<Activity>): number {
    const { activities } = harness.copper.account;
    const like = activities.all().find(({ type }) => type.id === 2160510);
    if (like === undefined) throw new Error("The sample has calls");
    const call = { ...like, id: 880_000 + activities.size, user_id: REPS.ben.copper, ...change };
    activities.add(call);
    return call.id;
  }

  it("makes no figure before the first sync", async () => {
    harness.justcall.account.calls.add(harness.callOfSample(990_001, ana));
    await harness.settled();

    expect(await test.db.collection("facts").countDocuments()).toBe(0);
    expect([await metrics(TODAY), await runs()]).toEqual([[], 0]);
  });

  it("has the day read whole, all sources of it, before its totals are made, each once", async () => {
    await harness.sync("2026-09-29", YESTERDAY);

    harness.justcall.account.calls.add(harness.callOfSample(990_001, ana));
    await harness.settled();

    const cells = await metrics(TODAY);
    expect(await runs()).toBe(2);
    expect(new Set(cells.map(({ source }) => source))).toEqual(new Set(["copper", "justcall", "fishbowl"]));
    expect(cells.filter(({ createdAt, updatedAt }) => Number(createdAt) !== Number(updatedAt))).toEqual([]);
    const brought = await valuesOf(TODAY);
    for (const name of ["facts", "metrics", "settings"]) await test.db.collection(name).deleteMany({});
    await harness.sync("2026-09-29", TODAY);
    expect(brought).toEqual(await valuesOf(TODAY));
  });

  it("makes none of its own while the day cannot be read, and asks no more than once in ten minutes", async () => {
    await harness.sync("2026-09-29", YESTERDAY);
    harness.justcall.faults.push({ match: isCallList, times: "always", effect: { kind: "status", status: 503 } });

    for (const id of [990_001, 990_002]) {
      harness.justcall.account.calls.add(harness.callOfSample(id, ana));
      await harness.settled();
    }

    expect(await runs()).toBe(2);
    expect((await metrics(TODAY)).filter(({ source }) => source === "justcall")).toEqual([]);
    harness.justcall.faults.clear();
    await harness.sync(TODAY, TODAY);
    expect(await valuesOf(TODAY)).toMatchObject({ [`${REPS.ana.slack}_phone_call_quantity_${TODAY}_justcall`]: 9 });
  });

  it("has an older day read by every source that feeds its metrics", async () => {
    await harness.syncAndSettle("2026-09-29", TODAY);

    logCall({ activity_date: seconds("2026-09-28T17:00:00Z") });
    await harness.settled();

    const of = (source: string) => `${REPS.ben.slack}_phone_call_quantity_2026-09-28_${source}`;
    expect(await valuesOf("2026-09-28")).toMatchObject({ [of("copper")]: 1, [of("justcall")]: 1 });
  });

  it("takes a record that was re-dated to such a day off its old one at once", async () => {
    const id = logCall({ activity_date: seconds("2026-10-20T23:00:00Z") });
    await harness.sync("2026-09-29", TODAY);
    const of = (day: string) => ({ userId: REPS.ben.slack, type: "phone_call_quantity", source: "copper", day });
    const before = await harness.total(of("2026-10-20"));

    harness.copper.account.activities.change(id, { activity_date: seconds("2026-09-10T23:00:00Z") });
    await harness.settled();

    expect(await harness.total(of("2026-10-20"))).toBe(before - 1);
    expect(await harness.total(of("2026-09-10"))).toBe(1);
  });

  it("of a day ahead, or of one that JustCall does not give any more, saves nothing and asks for nothing", async () => {
    await harness.syncAndSettle("2026-09-29", TODAY);
    const facts = await test.db.collection("facts").countDocuments();

    logCall({ activity_date: seconds("2026-10-29T17:00:00Z") });
    harness.justcall.account.calls.add(
      harness.callOfSample(990_001, { ...ana, startedAt: new Date("2026-06-01T17:00:00Z") }),
    );
    await harness.settled();

    expect(await test.db.collection("facts").countDocuments()).toBe(facts);
    expect([await metrics("2026-10-29"), await metrics("2026-06-01"), await runs()]).toEqual([[], [], 1]);
    expect(await harness.parts.dirtyDays.all()).toEqual([]);
  });
});
