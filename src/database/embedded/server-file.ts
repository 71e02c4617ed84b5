import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const ServerFile = z.object({
  /** The port that mongod listens on. */
  port: z.number().int().positive(),
  /** The process id of mongod. */
  pid: z.number().int().positive(),
  /** The port that its keeper listens on. */
  keeper: z.number().int().positive(),
});

/** `server.json` of a data folder: what runs there, or ran there last. */
export type ServerFile = z.infer<typeof ServerFile>;

/** `null` when there is none that can be read. It may describe a server that has stopped. */
export async function readServerFile(dir: string): Promise<ServerFile | null> {
  try {
    return ServerFile.parse(JSON.parse(await readFile(path(dir), "utf8")));
  } catch {
    return null;
  }
}

export async function writeServerFile(dir: string, server: ServerFile): Promise<void> {
  const draft = `${path(dir)}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ port: server.port, pid: server.pid, keeper: server.keeper }), {
    mode: 0o600,
  });
  // Renamed into place, so that no reader sees half of it.
  await rename(draft, path(dir));
}

function path(dir: string): string {
  return join(dir, "server.json");
}
