import type { Db } from "mongodb";
import { DatabaseError } from "./client";

/**
 * The schema that this version writes. It rises with each migration (`app/migrate.ts`) after which an earlier version would
 * read the database wrongly; what only adds fields or collections leaves it.
 */
export const SCHEMA = 1;

interface SchemaDocument {
  readonly _id: "schema";
  readonly version: number;
}

/** Stores in `settings` by which schema the database was written last. */
export interface SchemaStore {
  /**
   * Returns the schema; 0 in a database that no version recorded one in.
   *
   * @throws {DatabaseError} in a database that a later version wrote.
   */
  read(): Promise<number>;
  /** Records this version's schema. */
  record(): Promise<void>;
}

export function schemaStore(db: Db): SchemaStore {
  const settings = db.collection<SchemaDocument>("settings");
  return {
    read: async () => {
      const version = (await settings.findOne({ _id: "schema" }))?.version ?? 0;
      if (version <= SCHEMA) return version;
      throw new DatabaseError(
        `A later version of Paceline wrote this database (schema ${version}, this version knows ${SCHEMA}): update Paceline, or restore a backup of before into an empty database.`,
      );
    },
    record: async () => {
      await settings.updateOne({ _id: "schema" }, { $max: { version: SCHEMA } }, { upsert: true });
    },
  };
}
