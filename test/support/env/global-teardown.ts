import { rm } from "node:fs/promises";
import { startedServer } from "./test-server";

/** Stops what `global-setup.ts` started, and nothing else. */
export default async function globalTeardown(): Promise<void> {
  const server = startedServer();
  if (server === undefined) return;
  await server.mongo.stop();
  await rm(server.dir, { recursive: true, force: true, maxRetries: 3 });
}
