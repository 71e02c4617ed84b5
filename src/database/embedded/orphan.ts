import { mongoClient } from "../client";
import { type FolderKey, memberLogin } from "./login";

/** A server of this machine answers at once. */
const ANSWER_MS = 800;

/**
 * Stops a mongod over our data whose keeper was killed: nothing would ever end it.
 * Anything else that listens on that port now is left alone.
 */
export async function endOrphan(
  port: number,
  { dbPath, key }: { readonly dbPath: string; readonly key: FolderKey | null },
): Promise<void> {
  const client = mongoClient(`mongodb://127.0.0.1:${port}/`, {
    directConnection: true,
    ...(key === null ? {} : memberLogin(key)),
    serverSelectionTimeoutMS: ANSWER_MS,
  });
  try {
    const admin = client.db("admin");
    const { parsed } = await admin.command({ getCmdLineOpts: 1 });
    if (parsed?.storage?.dbPath === dbPath) await admin.command({ shutdown: 1, force: true });
  } catch {
    // No server is there, or the connection ended with it: both are fine.
  } finally {
    await client.close();
  }
}
