import type { Db } from "mongodb";

const WRITES = new Set(["insert", "update", "delete", "findAndModify"]);

/** The documents that were sent to be written. */
export interface WritesSent {
  byCollection(): Readonly<Record<string, number>>;
  /** Those of one collection, by the command. */
  commandsOf(collection: string): Readonly<Record<string, number>>;
  stop(): void;
}

/** Counts the documents that are sent to be written from now on. The client must monitor its commands. */
export function writesSent(db: Db): WritesSent {
  const counts = new Map<string, Map<string, number>>();
  const count = ({ commandName, databaseName, command }: Sent) => {
    if (!WRITES.has(commandName) || databaseName !== db.databaseName) return;
    const statements = command.documents ?? command.updates ?? command.deletes;
    const collection = String(command[commandName]);
    const commands = counts.get(collection) ?? new Map<string, number>();
    commands.set(commandName, (commands.get(commandName) ?? 0) + (Array.isArray(statements) ? statements.length : 1));
    counts.set(collection, commands);
  };
  db.client.on("commandStarted", count);
  return {
    byCollection: () =>
      Object.fromEntries([...counts].sort().map(([name, commands]) => [name, sum([...commands.values()])])),
    commandsOf: (collection) => Object.fromEntries(counts.get(collection) ?? []),
    stop: () => void db.client.off("commandStarted", count),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

interface Sent {
  readonly commandName: string;
  readonly databaseName: string;
  readonly command: Readonly<Record<string, unknown>>;
}
