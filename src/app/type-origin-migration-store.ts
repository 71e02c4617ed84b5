import type { Db } from "mongodb";
import { LAST_IMPORT } from "../sources/fishbowl/import/record-snapshot-store";

/**
 * Notes that account types of before came from Fishbowl's groups, where no file was ever imported; where one was, nobody knows which of them it
 * said, so that they stay until a pull finds them in the groups. Run again, it changes nothing.
 */
export interface TypeOriginMigration {
  /** Tells whether anything is left to be noted. */
  isPending(): Promise<boolean>;
  /** @param check is called before the write, and throws where another process took over. @returns of how many customers it noted that. */
  run(check: () => Promise<void>): Promise<number>;
}

const UNKNOWN = {
  importedType: { $type: "string" },
  typeFrom: { $exists: false },
  $expr: { $eq: ["$accountType", "$importedType"] },
} as const;

export function typeOriginMigration(db: Db): TypeOriginMigration {
  const customers = db.collection("fishbowl_customers");
  const isPending = async () => {
    if ((await customers.findOne(UNKNOWN)) === null) return false;
    const noted = await db.collection<{ _id: string }>("settings").findOne({ _id: LAST_IMPORT });
    return noted === null && (await db.collection("fishbowl_imports").findOne()) === null;
  };
  return {
    isPending,
    run: async (check) => {
      if (!(await isPending())) return 0;
      await check();
      return (await customers.updateMany(UNKNOWN, { $set: { typeFrom: "groups" } })).modifiedCount;
    },
  };
}
