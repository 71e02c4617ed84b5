import { mongoClient } from "../../../src/database/client";
import { acquireLease, LeaseLost, releaseLeases } from "../../../src/sync/lease";
import { testDatabase } from "../../support/env/database";

describe("a lease", () => {
  const test = testDatabase();
  const take = (owner = "one") => acquireLease(test.db, { name: "sync", owner });
  const locks = () => test.db.collection<{ _id: string; until: Date }>("locks");
  const expire = () => locks().updateOne({ _id: "sync" }, { $set: { until: new Date(0) } });

  it("has one holder at a time, and is free again once released", async () => {
    const first = await take();
    const second = await take("two");

    await first?.release();
    const third = await take("two");
    await third?.release();

    expect([first?.token, second, third?.token]).toEqual([1, null, 2]);
  });

  it("is given up with all others of a process that ends, whose work then writes nothing more, and no other's", async () => {
    const sync = await take("ends");
    await acquireLease(test.db, { name: "import", owner: "ends" });
    await acquireLease(test.db, { name: "migration", owner: "stays" });

    await releaseLeases(test.db, { owner: "ends" });
    const next = await take("stays");

    await expect(sync?.check()).rejects.toThrow(LeaseLost);
    expect(next?.token).toBe(2);
    expect(await acquireLease(test.db, { name: "import", owner: "stays" })).not.toBeNull();
    expect(await acquireLease(test.db, { name: "migration", owner: "ends" })).toBeNull();
    await sync?.release();
    await next?.check();
  });

  it("is given up alone where it is named, as a sync before an import", async () => {
    await take("ends");
    const imported = await acquireLease(test.db, { name: "import", owner: "ends" });

    await releaseLeases(test.db, { owner: "ends", name: "sync" });

    expect(await take("stays")).not.toBeNull();
    await expect(imported?.check()).resolves.toBeUndefined();
  });

  it("goes to a run that waits for it before it goes to background work", async () => {
    const request = (priority: "run" | "background") =>
      acquireLease(test.db, { name: "sync", owner: priority, priority });
    const batch = await request("background");

    const waiting = await request("run");
    await batch?.release();
    const next = await request("background");
    const run = await request("run");
    await run?.release();
    const after = await request("background");
    await after?.release();

    expect([waiting, next]).toEqual([null, null]);
    expect([batch?.token, run?.token, after?.token]).toEqual([1, 2, 3]);
  });

  it("has one winner among eight processes at once, and a rising token", async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => mongoClient(test.uri).connect()));
    const tokens: number[][] = [];
    for (let round = 0; round < 20; round += 1) {
      const takes = clients.map((client) => acquireLease(client.db(test.name), { name: "sync", owner: "$owner" }));
      const won = (await Promise.all(takes)).flatMap((lease) => lease ?? []);
      await Promise.all(won.map((lease) => lease.release()));
      tokens.push(won.map(({ token }) => token));
    }
    await Promise.all(clients.map((client) => client.close()));

    expect(tokens).toEqual(Array.from({ length: 20 }, (_, index) => [index + 1]));
  });

  it("runs out after 15 seconds on the server's clock unless it is renewed", async () => {
    const lease = await take();
    const [lock] = await test.db
      .collection("locks")
      .aggregate([{ $project: { left: { $subtract: ["$until", "$$NOW"] } } }])
      .toArray();
    await lease?.release();

    expect(lock?.left).toBeGreaterThan(13_000);
    expect(lock?.left).toBeLessThanOrEqual(15_000);
  });

  it("case 28: passes to another when its holder is dead, and the holder that comes back may write nothing", async () => {
    const dead = await take("dead");
    await expire();
    const next = await take("next");

    const checks = [dead?.check(), next?.check()].map((check) =>
      check?.then(
        () => "held",
        (error) => error,
      ),
    );
    const [paused, holding] = await Promise.all(checks);

    expect(paused).toBeInstanceOf(LeaseLost);
    expect(holding).toBe("held");
    expect(next?.token).toBe(2);
    await dead?.release();
    await expect(next?.check()).resolves.toBeUndefined();
    await next?.release();
  });

  it("is lost once it ran out, even if nobody took it", async () => {
    const lease = await take();
    await expire();

    await expect(lease?.check()).rejects.toThrow(LeaseLost);
    await lease?.release();
  });

  it("is renewed by each check", async () => {
    const lease = await take();
    await locks().updateOne({ _id: "sync" }, [{ $set: { until: { $add: ["$$NOW", 1_000] } } }]);
    const before = await locks().findOne();

    await lease?.check();

    const after = await locks().findOne();
    await lease?.release();
    expect((after?.until.getTime() ?? 0) - (before?.until.getTime() ?? 0)).toBeGreaterThan(12_000);
  });

  it("of one name is none of another", async () => {
    const [sync, other] = [await take(), await acquireLease(test.db, { name: "other", owner: "one" })];
    await sync?.release();
    await other?.release();

    expect([sync?.token, other?.token]).toEqual([1, 1]);
  });
});
