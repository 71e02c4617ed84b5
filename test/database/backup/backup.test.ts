import { appendFile, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BSON, Decimal128, Double, Int32, Long } from "mongodb";
import { migrate } from "../../../src/app/migrate";
import { SCHEMA } from "../../../src/database/schema-version";
import { memoryLog } from "../../support/fakes/memory-log";
import { backupHarness, type Named, NOW } from "../../support/harness/database/backups";

describe("a backup", () => {
  const { test, facts, fact, dir, taken, restored } = backupHarness();
  const cutOff = async () => Promise.reject(new Error("the machine went down"));
  const bytes = async () => {
    const all = await facts().find({}, { raw: true }).sort({ _id: 1 }).toArray();
    return all.map((one) => Buffer.from(Object(one)).toString("hex"));
  };

  it("keeps every type to the byte, and nobody else on the machine may read it", async () => {
    const numbers = { int: new Int32(1), double: new Double(1), long: Long.fromString("9007199254740993") };
    await facts().insertMany([
      {
        _id: "odd",
        ...numbers,
        decimal: Decimal128.fromString("0.10"),
        at: NOW,
        binary: new BSON.Binary(Buffer.from("é")),
        none: null,
      },
      { _id: "text", name: "line\nbreak \u2028 “quoted” $dollar.dot", nested: { day: "2026-10-28", list: [1.5, NaN] } },
    ]);
    const before = await bytes();

    await taken();
    await test.db.dropDatabase();
    await restored();

    expect(await bytes()).toEqual(before);
    const modes = await Promise.all(
      (await readdir(dir())).map(async (name) => (await stat(join(dir(), name))).mode & 0o777),
    );
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect((await stat(dir())).mode & 0o777).toBe(0o700);
  });

  it("holds all collections as of one instant, whatever is written while it is taken", async () => {
    await facts().insertMany(Array.from({ length: 3_000 }, (_, id) => fact(String(id))));
    await test.db.collection("metrics").insertOne({ value: 3_000 });
    const writing = (async () => {
      for (let id = 3_000; id < 3_200; id += 1) {
        await facts().insertOne(fact(String(id)));
        await test.db.collection("metrics").updateOne({}, { $inc: { value: 1 } });
      }
    })();

    await taken();
    await writing;
    await restored();

    const [total] = await test.db.collection("metrics").find().toArray();
    const kept = await facts().countDocuments();
    expect([kept, kept - 1]).toContain(total?.value);
  });

  it("removes what came after it, and makes the indexes", async () => {
    await facts().insertOne(fact("1"));
    await taken();
    await facts().insertOne(fact("2"));
    await test.db.collection("inbox").insertOne({ state: "waiting" });

    await restored();

    expect(await facts().countDocuments()).toBe(1);
    expect(await test.db.collection("inbox").countDocuments()).toBe(0);
    expect((await facts().indexes()).length).toBeGreaterThan(3);
    expect((await test.db.listCollections().toArray()).filter(({ name }) => name.startsWith("restoring"))).toEqual([]);
  });

  it("keeps who was erased since as erased", async () => {
    const erased = test.db.collection<Named>("erased");
    await erased.insertOne({ _id: "former-1", keys: ["a"] });
    await taken();
    await erased.insertOne({ _id: "former-2", keys: ["b"] });

    expect(await restored()).toBe(1);

    expect(await erased.find().sort({ _id: 1 }).toArray()).toMatchObject([{ keys: ["a"] }, { keys: ["b"] }]);
  });

  it("keeps them though it was cut off and is restored again, and says so then, too", async () => {
    const erased = test.db.collection<Named>("erased");
    await taken();
    await erased.insertOne({ _id: "former-2", keys: ["b"] });
    await expect(restored({ finish: cutOff })).rejects.toThrow("the machine went down");

    await expect(taken("second")).rejects.toThrow(/was cut off/);
    expect(await restored()).toBe(1);

    expect(await erased.find().toArray()).toMatchObject([{ _id: "former-2", keys: ["b"] }]);
  });

  it("goes to a new folder only", async () => {
    await taken();

    await expect(taken()).rejects.toThrow(/isn't empty: name a new folder/);
  });

  it.each([
    ["a line more", () => appendFile(join(dir(), "facts.ndjson"), "{}\n"), /isn't what was written: restore another/],
    ["a file less", () => rm(join(dir(), "facts.ndjson")), /facts\.ndjson is missing/],
    ["no manifest", () => rm(join(dir(), "manifest.json")), /holds no whole backup/],
    ["a broken manifest", () => writeFile(join(dir(), "manifest.json"), "{"), /its manifest\.json can't be read/],
    ["a later schema", () => changeManifest({ schema: SCHEMA + 1 }), /later version of Paceline: update Paceline/],
  ])("with %s is refused before anything is changed", async (_, damage, message) => {
    await facts().insertOne(fact("1"));
    await taken();
    await damage();
    await facts().insertOne(fact("2"));

    await expect(restored()).rejects.toThrow(message);

    expect(await facts().countDocuments()).toBe(2);
  });

  it("whose restoring was cut off keeps Paceline from starting until it is restored again", async () => {
    await facts().insertOne(fact("1"));
    await taken();
    await expect(restored({ finish: cutOff })).rejects.toThrow("the machine went down");
    const start = () => migrate({ database: test.database, owner: "test", log: memoryLog() });

    await expect(start()).rejects.toThrow(/was cut off: run restore again/);
    await restored();
    await start();

    expect(await facts().countDocuments()).toBe(1);
  });

  async function changeManifest(fields: object): Promise<void> {
    const path = join(dir(), "manifest.json");
    await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, "utf8")), ...fields }));
  }
});
