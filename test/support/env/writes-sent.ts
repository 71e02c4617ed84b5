import type { Db } from "mongodb";

const WRITES = new Set(["insert", "update", "delete", "findAndModify"]);

/** Counts the documents that are sent to be written from now on, by collection. The client must monitor its commands. */
export function writesSent(db: Db): { byCollection(): Readonly<Record<string, number>>; stop(): void } {
  const counts = new Map<string, number>();
  const count = ({ commandName, databaseName, command }: Sent) => {
    if (!WRITES.has(commandName) || databaseName !== db.databaseName) return;
    const statements = command.documents ?? command.updates ?? command.deletes;
    const collection = String(command[commandName]);
    counts.set(collection, (counts.get(collection) ?? 0) + (Array.isArray(statements) ? statements.length : 1));
  };
  db.client.on("commandStarted", count);
  return {
    byCollection: () => Object.fromEntries([...counts].sort()),
    stop: () => void db.client.off("commandStarted", count),
  };
}

interface Sent {
  readonly commandName: string;
  readonly databaseName: string;
  readonly command: Readonly<Record<string, unknown>>;
}
