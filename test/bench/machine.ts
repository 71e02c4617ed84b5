import { cpus, totalmem } from "node:os";
import type { Db } from "mongodb";

/** What the figures were measured on, in a line. */
export async function machine(db: Db): Promise<string> {
  const { version } = await db.command({ buildInfo: 1 });
  const model = cpus()[0]?.model ?? "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${model}), ${memory} GB, node ${process.versions.node}, mongod ${version}; stand-ins and mongod beside it`;
}
