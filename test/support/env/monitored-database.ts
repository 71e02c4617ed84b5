import type { CommandStartedEvent, MongoClient } from "mongodb";
import { mongoClient } from "../../../src/database/client";
import type { TestDatabase } from "./database";

/**
 * A connection to a test's database that keeps the names of the commands it sends, and of `reads` with their collections. Call it
 * where `describe` is called.
 */
export function monitoredDatabase(test: TestDatabase) {
  let client: MongoClient;
  const commands: string[] = [];
  const reads: string[] = [];
  beforeAll(async () => {
    client = mongoClient(test.uri, { monitorCommands: true });
    client.on("commandStarted", ({ commandName, command }: CommandStartedEvent) => {
      // A long answer comes in several parts.
      if (command.$db !== test.name || commandName === "getMore") return;
      commands.push(commandName);
      if (commandName === "find" || commandName === "aggregate") reads.push(`${commandName} ${command[commandName]}`);
    });
    await client.connect();
  });
  afterAll(() => client.close());
  beforeEach(() => {
    commands.length = 0;
    reads.length = 0;
  });
  return { commands, reads, db: () => client.db(test.name) };
}
