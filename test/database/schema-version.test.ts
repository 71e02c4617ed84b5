import { migrate } from "../../src/app/migrate";
import { SCHEMA } from "../../src/database/schema-version";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";

interface Setting {
  readonly _id: string;
  readonly version: number;
}

describe("a database", () => {
  const test = testDatabase();
  const start = () => migrate({ database: test.database, owner: "test", log: memoryLog() });
  const settings = () => test.db.collection<Setting>("settings");

  it("records by which schema it was written, and keeps it at the next start", async () => {
    await start();
    const mark = await test.oplogMark();
    await start();

    expect(await settings().findOne({ _id: "schema" })).toMatchObject({ version: SCHEMA });
    expect(await test.oplogWrites(["settings"], mark)).toBe(0);
  });

  it("of a later version is refused in words, and left as it is", async () => {
    await settings().insertOne({ _id: "schema", version: SCHEMA + 1 });

    await expect(start()).rejects.toThrow(/A later version of Paceline wrote this database .*: update Paceline/);

    expect(await settings().find().toArray()).toMatchObject([{ version: SCHEMA + 1 }]);
  });
});
