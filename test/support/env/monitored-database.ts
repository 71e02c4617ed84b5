import type { CommandStartedEvent, MongoClient } from "mongodb";
import { mongoClient } from "../../../src/database/client";
import type { TestDatabase } from "./database";

/** A connection to a test's database that keeps the names of the commands it sends. Call it where `describe` is called. */
export function monitoredDatabase(test: TestDatabase) {
  let client: MongoClient;
  const commands: string[] = [];
  beforeAll(async () => {
    client = mongoClient(test.uri, { monitorCommands: true });
    client.on("commandStarted", ({ commandName, command }: CommandStartedEvent) => {
      // A long answer comes in several parts.
      if (command.$db === test.name && commandName !== "getMore") commands.push(commandName);
    });
    await client.connect();
  });
  afterAll(() => client.close());
  beforeEach(() => {
    commands.length = 0;
  });
  return { commands, db: () => client.db(test.name) };
}
