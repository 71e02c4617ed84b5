import type { MailDetails } from "../../../src/demo/copper/account";
import { testDatabase } from "../../support/env/database";
import { vendorHarness } from "../../support/harness/vendors";

const FROM = "2026-09-29";
const TO = "2026-10-28";

describe("a sync with the real vendors' answers", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof vendorHarness>>;

  beforeEach(async () => {
    harness = await vendorHarness(test.db);
    const first = await harness.sync(FROM, TO);
    expect(first.results.errors).toEqual([]);
  });
  afterEach(() => harness.close());

  const total = async (match: object) => {
    const [sum] = await test.db
      .collection("metrics")
      .aggregate<{ value: number }>([{ $match: match }, { $group: { _id: null, value: { $sum: "$value" } } }])
      .toArray();
    return Math.round((sum?.value ?? 0) * 100) / 100;
  };
  const everything = () =>
    test.db
      .collection("metrics")
      .find({}, { projection: { updatedAt: 0 } })
      .sort({ _id: 1 })
      .toArray();

  it("case 34: lowers the rep's number when a call is deleted in JustCall", async () => {
    const call = harness.justcall.account.calls.all().findLast(({ talkSeconds }) => talkSeconds > 60);
    const before = await total({ type: "phone_call_quantity", source: "justcall" });
    harness.justcall.account.calls.remove(call?.id ?? 0);

    await harness.sync(FROM, TO);

    expect(await total({ type: "phone_call_quantity", source: "justcall" })).toBe(before - 1);
  });

  it("takes a voided order back", async () => {
    const orders = test.db.collection("fishbowl_sales_orders");
    const fact = await test.db
      .collection("facts")
      .findOne({ source: "fishbowl", counts: true, amount: { $gt: 100_000 } });
    const before = await total({ source: "fishbowl" });
    await orders.updateOne({ soNumber: fact?.recordId }, { $set: { status: "Void" } });

    const report = await harness.sync(FROM, TO);

    const owned = report.results.fishbowl.unmatched.length;
    expect(owned).toBe(1);
    expect(await total({ source: "fishbowl" })).toBeLessThanOrEqual(before);
    expect(await test.db.collection("facts").findOne({ _id: fact?._id })).toMatchObject({
      counts: false,
      why: "order is Void",
    });
  });

  it("moves a re-dated email to its new day", async () => {
    const fact = await test.db.collection("facts").findOne({
      source: "copper",
      type: "email_quantity",
      counts: true,
      owner: "ben@acme.com",
      day: { $gt: "2026-10-05" },
    });
    const mail = harness.copper.account.activities
      .all()
      .find(({ details }) => (details as MailDetails | null)?.id === fact?.recordId);
    const on = (day: string) => total({ type: "email_quantity", userId: "U0BEN00002", day });
    const [oldDay, newDay] = [String(fact?.day), "2026-10-04"];
    const [before, there] = [await on(oldDay), await on(newDay)];
    harness.copper.account.activities.change(mail?.id ?? 0, {
      activity_date: Date.parse("2026-10-04T19:00:00Z") / 1000,
    });

    await harness.sync(FROM, TO);

    expect([await on(oldDay), await on(newDay)]).toEqual([before - 1, there + 1]);
  });

  it("gives an opportunity's entry to its new owner, and keeps it when the deal moves on", async () => {
    const stageOf = new Map((harness.copper.account.pipelines[0]?.stages ?? []).map(({ id, name }) => [name, id]));
    const fact = await test.db
      .collection("facts")
      .findOne({ type: "lead_progression_a", counts: true, owner: { $ne: String(harness.month.copper) } });
    const id = Number(String(fact?.recordId).split("-")[0]);
    const other = fact?.owner === "900201" ? 900202 : 900201;
    const a = () => total({ type: "lead_progression_a" });
    const b = () => total({ type: "lead_progression_b" });
    const [before, beforeB] = [await a(), await b()];

    harness.copper.account.opportunities.change(id, { assignee_id: other });
    await harness.sync(FROM, TO);
    const given = await test.db.collection("facts").findOne({ _id: fact?._id });
    const stage = [...stageOf].find(([name]) => /contact/i.test(name))?.[1] ?? 0;
    harness.copper.account.opportunities.change(id, {
      pipeline_stage_id: stage,
      date_stage_changed: Date.parse("2026-10-28T20:00:00Z") / 1000,
    });
    await harness.sync(FROM, TO);

    expect(given?.owner).toBe(String(other));
    expect([await a(), await b()]).toEqual([before, beforeB + 1]);

    harness.copper.account.opportunities.remove(id);
    await harness.sync(FROM, TO);
    expect([await a(), await b()]).toEqual([before - 1, beforeB]);
  });

  it.each([
    ["is empty", { kind: "empty" }],
    ["is a web page", { kind: "html" }],
    ["is cut off", { kind: "truncated" }],
    ["has other types", { kind: "wrong-types" }],
    ["is a 500 for ever", { kind: "status", status: 500 }],
    ["refuses the key", { kind: "status", status: 401 }],
    ["refuses access", { kind: "status", status: 403 }],
  ] as const)(
    "cases 35 and 38: lowers nothing and finishes the others when Copper's answer %s",
    async (_name, effect) => {
      const before = await everything();
      harness.copper.faults.push({
        match: ({ path }) => path.includes("search") && !path.includes("users"),
        times: "always",
        effect,
      });

      const report = await harness.sync(FROM, TO);

      expect(await everything()).toEqual(before);
      expect(report.summary).toMatchObject({ copperSuccess: false, justcallSuccess: true, fishbowlSuccess: true });
      expect(report.results.errors).toEqual([expect.objectContaining({ source: "copper" })]);
    },
  );

  it.each([
    ["is empty", { kind: "empty" }],
    ["is a web page", { kind: "html" }],
    ["refuses the key", { kind: "status", status: 401 }],
    ["loses every page but the first", { kind: "drop-pages", from: 2 }],
  ] as const)("lowers nothing and finishes the others when JustCall's list of calls %s", async (_name, effect) => {
    const before = await everything();
    // All in one page would hide lost pages.
    harness.justcall.faults.push({ match: ({ path }) => path.endsWith("/calls"), times: "always", effect });

    const report = await harness.sync(FROM, TO);

    expect(await everything()).toEqual(before);
    expect(report.summary).toMatchObject({ copperSuccess: true, fishbowlSuccess: true });
  });

  it("is no error for more days than JustCall gives, and says which it read", async () => {
    const report = await harness.sync("2026-07-01", TO);

    expect([report.success, report.results.errors]).toEqual([true, []]);
    expect(report.results.justcall.notes).toEqual([
      expect.stringContaining("so calls are read from Jul 31 on"),
      "1 call could not be read: duration. Its earlier value stays.",
    ]);
  });

  it("lowers nothing when a source does not answer at all", async () => {
    const before = await everything();
    await harness.justcall.close();

    const report = await harness.sync(FROM, TO);

    expect(await everything()).toEqual(before);
    expect(report.results.errors).toEqual([expect.objectContaining({ source: "justcall", kind: "unreachable" })]);
  });
});
