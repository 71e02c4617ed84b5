import { ensureIndexes } from "../../src/database/indexes";
import { testDatabase } from "../support/env/database";

const test = testDatabase();

describe("ensureIndexes", () => {
  it("lets no second cell of the same user, type, day and source in", async () => {
    const cell = { userId: "U1", type: "email_quantity", day: "2025-10-10", source: "copper" };
    await test.db.collection("metrics").insertOne({ ...cell });

    const second = test.db.collection("metrics").insertOne({ ...cell });

    await expect(second).rejects.toMatchObject({ code: 11000 });
  });

  it("writes nothing the second time", async () => {
    const before = await test.db.collection("facts").indexes();

    await ensureIndexes(test.db);

    expect(await test.db.collection("facts").indexes()).toEqual(before);
  });

  it("changes how long documents are kept where that was another before, and keeps all else", async () => {
    const expiry = async (name: string) =>
      (await test.db.collection(name).indexes()).flatMap(({ expireAfterSeconds }) => expireAfterSeconds ?? []);

    await ensureIndexes(test.db, 90);
    expect([await expiry("alerts"), await expiry("deliveries")]).toEqual([[90 * 86_400], [90 * 86_400]]);
    await ensureIndexes(test.db, 20_000);

    expect(await expiry("sync_runs")).toEqual([20_000 * 86_400]);
    expect(await expiry("inbox")).toEqual([7 * 86_400]);
    expect(await expiry("facts")).toEqual([]);
  });

  it("lets the roll-up of a day read the index alone", async () => {
    const facts = test.db.collection("facts");
    await facts.insertOne({ counts: true, day: "2025-10-10", source: "copper", type: "t", owner: "1", amount: 2 });

    const plan = await facts
      .aggregate([
        { $match: { counts: true, day: { $gte: "2025-10-01", $lte: "2025-10-31" } } },
        { $group: { _id: { d: "$day", s: "$source", t: "$type", o: "$owner" }, amount: { $sum: "$amount" } } },
      ])
      .explain("executionStats");

    expect(JSON.stringify(plan)).toContain('"totalDocsExamined":0');
  });
});
