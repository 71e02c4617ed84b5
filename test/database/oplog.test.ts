import { testDatabase } from "../support/env/database";

const test = testDatabase();

interface Row {
  readonly _id: number;
  readonly v: number;
}

describe("oplogWrites", () => {
  it("counts each document that was inserted, changed or deleted, and no other", async () => {
    const rows = test.db.collection<Row>("rows");
    const mark = await test.oplogMark();

    await rows.insertMany([1, 2, 3].map((_id) => ({ _id, v: 0 })));
    await rows.updateMany({}, { $set: { v: 1 } });
    await rows.deleteMany({ _id: { $gte: 2 } });
    await test.db.collection("other").insertOne({});

    expect(await test.oplogWrites(["rows"], mark)).toBe(8);
    expect(await test.oplogWrites(["rows", "other"], mark)).toBe(9);
  });

  it("counts what one entry holds together", async () => {
    const rows = test.db.collection<Row>("rows");
    await rows.insertOne({ _id: 0, v: 0 });
    const mark = await test.oplogMark();

    await test.client.withSession((session) =>
      session.withTransaction(async () => {
        await rows.insertOne({ _id: 1, v: 1 }, { session });
        await rows.updateOne({ _id: 0 }, { $set: { v: 1 } }, { session });
      }),
    );

    expect(await test.oplogWrites(["rows"], mark)).toBe(2);
  });

  it("counts nothing when an update changes nothing", async () => {
    const rows = test.db.collection<Row>("rows");
    await rows.insertOne({ _id: 1, v: 5 });
    const mark = await test.oplogMark();

    await rows.updateOne({ _id: 1 }, { $set: { v: 5 } });

    expect(await test.oplogWrites(["rows"], mark)).toBe(0);
  });
});
