import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { z } from "zod";
import { KEEPER_SCRIPT } from "./keeper-script";

/** A hold on a running mongod, which ends when no process holds it any more. */
export interface Hold {
  readonly dbPath: string;
  readonly port: number;
  readonly pid: number;
  /** Releases the hold. For the last holder it resolves when mongod has stopped. */
  release(): Promise<void>;
}

/** Why mongod did not come up, in its own words. */
export interface Refusal {
  readonly failed: string;
}

export interface KeeperOptions {
  readonly mongod: string;
  readonly dbPath: string;
  readonly port: number;
  readonly args: readonly string[];
}

const Introduction = z.union([
  z.object({ dbPath: z.string(), port: z.number().int(), pid: z.number().int() }),
  z.object({ failed: z.string() }),
]);

/** Starts mongod below a keeper of its own; answers the port of the keeper. */
export async function startKeeper({ mongod, dbPath, port, args }: KeeperOptions): Promise<number> {
  const keeper = spawn(process.execPath, ["-e", KEEPER_SCRIPT, mongod, dbPath, String(port), ...args], {
    // Ctrl-C reaches a whole process group: in one of its own mongod outlives us until our last write is done.
    detached: true,
    // Neither needs our variables, and our keys shall not be readable in theirs.
    env: {},
    stdio: ["ignore", "pipe", "ignore"],
  });
  const failed = once(keeper, "error").then(([error]) => Promise.reject(error));
  const lines = createInterface({ input: keeper.stdout });
  const [line] = await Promise.race([once(lines, "line"), failed]);
  lines.close();
  keeper.stdout.destroy();
  keeper.unref();
  return Number(line);
}

/** Holds the mongod of a keeper once it is up; `null` when no keeper answers there. */
export async function hold(keeperPort: number, patienceMs: number): Promise<Hold | Refusal | null> {
  const socket = connect({ host: "127.0.0.1", port: keeperPort });
  const line = await firstLine(socket, patienceMs);
  const introduction = Introduction.safeParse(parsed(line));
  if (!introduction.success || "failed" in introduction.data) {
    socket.destroy();
    return introduction.success && "failed" in introduction.data ? introduction.data : null;
  }
  // Holding must not keep a process alive that is done.
  socket.unref();
  return { ...introduction.data, release: () => release(socket) };
}

/** `null` when the connection is refused, closed or silent for too long. */
function firstLine(socket: Socket, patienceMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patienceMs);
    const done = (line: string | null) => {
      clearTimeout(timer);
      resolve(line);
    };
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\n")) done(text);
    });
    // Without a listener a broken connection would end the process, also long after this.
    socket.on("error", () => done(null));
    socket.on("close", () => done(null));
  });
}

function parsed(line: string | null): unknown {
  try {
    return JSON.parse(line ?? "null");
  } catch {
    return null;
  }
}

async function release(socket: Socket): Promise<void> {
  if (socket.destroyed) return;
  const closed = once(socket, "close");
  socket.ref();
  socket.end();
  await closed;
}
