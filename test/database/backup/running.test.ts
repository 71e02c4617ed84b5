import { isRunning, noteRunning } from "../../../src/database/running-processes";
import { backupHarness, NOW } from "../../support/harness/database/backups";

describe("a backup", () => {
  const { test, facts, fact, taken, previewed, restored } = backupHarness();

  it("is not restored under a process that runs, or was started while its documents were written", async () => {
    await facts().insertOne(fact("1"));
    await taken();
    await facts().insertOne(fact("2"));
    const preview = await previewed();
    const [first, second] = [await noteRunning(test.db, "one"), await noteRunning(test.db, "two")];

    const under = /Nothing was changed, as Paceline runs on this database: stop every process/;
    await expect(restored()).rejects.toThrow(under);
    await expect(restored({ preview })).rejects.toThrow(under);
    expect(await facts().countDocuments()).toBe(2);
    expect(await previewed()).toMatchObject({ isRunning: true });
    await first.ended();
    await expect(restored()).rejects.toThrow(under);
    await second.ended();
    await restored();
    expect(await facts().countDocuments()).toBe(1);
  });

  it("is not restored under a process of an earlier version, which notes its ticks alone", async () => {
    const ticked = (ms: number, by: object) =>
      test.db.collection("ticks").insertOne({ at: new Date(NOW.getTime() - ms), ...by });
    await taken();
    await ticked(180_000, {});
    await restored();
    await ticked(60_000, { by: "one that has ended" });
    await restored();

    await ticked(30_000, {});

    await expect(restored()).rejects.toThrow(/Paceline runs on this database/);
  });

  it("knows of processes that ran when it was taken, and forgets them", async () => {
    const then = await noteRunning(test.db, "then");
    await taken();
    await then.ended();

    await restored();

    expect(await isRunning(test.db)).toBe(false);
  });
});
