import { databaseStatus } from "../../src/database/server-status";
import { testDatabase } from "../support/env/database";

describe("the database's standing", () => {
  const test = testDatabase();

  it("names the version, the replica set and what writes wait for", async () => {
    const standing = await databaseStatus(test.db);

    expect(standing).toMatchObject({ replicaSet: expect.any(String), members: 1, writeConcern: "majority" });
    expect(standing.version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
