import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { connectDatabase, type DatabaseOptions } from "../../src/database/connect";
import { hold, startKeeper } from "../../src/database/embedded/keeper";
import { findMongod } from "../../src/database/embedded/mongod-binary";
import { cacheFolder } from "../../src/database/embedded/mongod-places";
import { becomePrimary } from "../../src/database/embedded/replica-set";
import { inFolder } from "../support/env/data-folder";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

const test = testDatabase();

describe("connectDatabase", () => {
  it("acknowledges a write when the majority has it", async () => {
    const { db, close } = await connectDatabase(options(test.uri));
    const mark = await test.oplogMark();

    const result = await db.collection("any").insertOne({ a: 1 });

    expect(db.writeConcern?.w).toBe("majority");
    expect(result.acknowledged).toBe(true);
    expect(await test.oplogWrites(["any"], mark)).toBe(1);
    await close();
  });

  it("keeps a field that is undefined, as null, so that the mistake is seen", async () => {
    await test.db.collection<{ a?: string }>("any").insertOne({ a: undefined });

    expect(await test.db.collection("any").findOne({}, { projection: { _id: 0 } })).toEqual({ a: null });
  });

  it("says which server does not answer, and no password", async () => {
    const address = "mongodb://ana:s3cret@127.0.0.1:9/paceline?replicaSet=rs0";
    const error = await connectDatabase(options(address)).catch((thrown) => thrown);

    expect(error).toMatchObject({
      name: "DatabaseError",
      message: "MongoDB at 127.0.0.1:9 does not answer as a primary within 0.3 s: start it, or correct MONGODB_URI.",
    });
    // The cause is printed in the log, with all that hangs on it.
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("s3cret");
  });

  it("says that the login is refused", async () => {
    const connecting = connectDatabase(options(test.uri.replace("//", "//ana:s3cret@")));

    await expect(connecting).rejects.toThrow(
      /^MongoDB at 127\.0\.0\.1:\d+ refuses the login: correct user and password in MONGODB_URI\.$/,
    );
  });

  it("hands on nothing of an address that the driver cannot read", async () => {
    const error = await connectDatabase(options("mongodb://ana:s3c/ret@db1/x?authMechanism=NONE")).catch((e) => e);

    expect(error).toMatchObject({ name: "DatabaseError" });
    expect(error.cause).toBeUndefined();
    expect(error.message).toBe("MONGODB_URI cannot be read: write it as mongodb://host:27017/?replicaSet=rs0.");
  });

  it(
    "says what a standalone server lacks",
    inFolder(async (data) => {
      const standalone = await startStandalone(data.dir);

      const connecting = connectDatabase(options(`mongodb://127.0.0.1:${standalone.port}/`));

      await expect(connecting).rejects.toThrow(/is a standalone server: start it with --replSet rs0/);
      await standalone.release();
    }),
  );

  it(
    "waits for a primary that is being elected, and says so once",
    inFolder(async (data) => {
      const member = await startStandalone(data.dir, ["--replSet", "rs0"]);
      const warned: string[] = [];
      const log = { info() {}, warn: (_: object, message: string) => void warned.push(message) };
      const uri = `mongodb://127.0.0.1:${member.port}/?replicaSet=rs0`;

      const connecting = connectDatabase({ ...options(uri), log, electionMs: 60_000 });
      await eventually(() => warned.length > 0);
      await becomePrimary(member.port, null);
      const { close } = await connecting;

      expect(warned).toEqual(["MongoDB has no primary: waiting up to 60 s for its election"]);
      await close();
      await member.release();
    }),
  );

  it(
    "gives up on a set that elects none",
    inFolder(async (data) => {
      const member = await startStandalone(data.dir, ["--replSet", "rs0"]);
      const uri = `mongodb://127.0.0.1:${member.port}/?replicaSet=rs0`;

      await expect(connectDatabase({ ...options(uri), electionMs: 900 })).rejects.toThrow(
        /elected no primary within 0\.9 s: look at rs\.status\(\)/,
      );

      await member.release();
    }),
  );

  it(
    "tells once that writes have nowhere to go",
    inFolder(async (data) => {
      const mongo = await data.start();
      const reported: string[] = [];
      const tell = (_: object, message: string) => void reported.push(message);
      const { close } = await connectDatabase({ ...options(mongo.uri), log: { info: tell, warn: tell } });

      await mongo.stop();

      expect(reported).toEqual(["Connected to MongoDB", "MongoDB has no primary: writes wait"]);
      await close();
    }),
  );
});

const silent: DatabaseOptions["log"] = { info() {}, warn() {} };

function options(uri: string): DatabaseOptions {
  return { uri, name: test.name, log: silent, patienceMs: 300 };
}

async function startStandalone(dir: string, more: readonly string[] = []) {
  const mongod = await findMongod({ path: process.env.PATH, cacheDir: cacheFolder(process.env), say() {} });
  const dbPath = join(dir, "db");
  const port = 20_000 + (process.pid % 10_000);
  await mkdir(dbPath);
  const args = ["--dbpath", dbPath, "--port", String(port), "--bind_ip", "127.0.0.1", "--nounixsocket", ...more];
  const standalone = await hold(await startKeeper({ mongod, dbPath, port, args }), 20_000);
  if (standalone === null || "failed" in standalone) throw new Error("The standalone server did not start");
  return standalone;
}
