import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backUp } from "../../../src/database/backup/back-up";
import { previewRestore, restore } from "../../../src/database/backup/restore";
import { isRunning, noteRunning } from "../../../src/database/running-processes";
import { aFact, stored } from "../../support/builders/facts";
import { testDatabase } from "../../support/env/database";

const NOW = new Date("2026-10-28T19:00:00Z");
const now = () => NOW;
const finish = async () => {};

const fact = (id: string): { readonly _id: string } => ({ ...stored(aFact(id)) });

describe("a backup", () => {
  const test = testDatabase();
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "paceline-backup-"));
  });
  afterEach(async () => {
    await test.db.dropDatabase();
    await rm(folder, { recursive: true, force: true });
  });

  const dir = () => join(folder, "first");
  const taken = () => backUp(test.database, { dir: dir(), now });
  const restored = async () => {
    const preview = await previewRestore(test.db, { dir: dir(), now });
    return restore(test.db, { dir: dir(), preview, now, retentionDays: 400, finish });
  };
  const facts = () => test.db.collection<{ readonly _id: string }>("facts");

  it("is not restored under a process that runs, or was started while its documents were written", async () => {
    await facts().insertOne(fact("1"));
    await taken();
    await facts().insertOne(fact("2"));
    const preview = await previewRestore(test.db, { dir: dir(), now });
    const [first, second] = [await noteRunning(test.db, "one"), await noteRunning(test.db, "two")];

    const under = /Nothing was changed, as Paceline runs on this database: stop every process/;
    await expect(restored()).rejects.toThrow(under);
    const begun = restore(test.db, { dir: dir(), preview, now, retentionDays: 400, finish });
    await expect(begun).rejects.toThrow(under);
    expect(await facts().countDocuments()).toBe(2);
    expect(await previewRestore(test.db, { dir: dir(), now })).toMatchObject({ isRunning: true });
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
