import { idempotencyStore } from "../../../src/slack/platform/idempotency-store";
import { testDatabase } from "../../support/env/database";

describe("what is done once", () => {
  const test = testDatabase();

  it("is done by one of many processes that come at once", async () => {
    const stores = Array.from({ length: 8 }, () => idempotencyStore(test.db));

    const first = await Promise.all(stores.map((store) => store.first("dm:D1:1.1")));

    expect(first.filter(Boolean)).toHaveLength(1);
    expect(await idempotencyStore(test.db).first("dm:D1:1.1")).toBe(false);
    expect(await idempotencyStore(test.db).first("dm:D1:1.2")).toBe(true);
  });

  it("is done again when it was let go", async () => {
    const once = idempotencyStore(test.db);
    await once.first("import:D1:1.1:abc");

    await once.forget("import:D1:1.1:abc");

    expect(await once.first("import:D1:1.1:abc")).toBe(true);
  });

  it("is forgotten by itself after a week", async () => {
    const indexes = await test.db.collection("slack_once").indexes();

    expect(indexes).toContainEqual(expect.objectContaining({ key: { at: 1 }, expireAfterSeconds: 604_800 }));
  });
});
