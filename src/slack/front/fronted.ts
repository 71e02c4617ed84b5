import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { InFlight } from "../../lib/concurrency";
import { endsWithin } from "../../lib/sleep";
import type { Log } from "../../log";
import type { SlackServer } from "../app";
import { deliverLate, type LateDeps } from "./deliver-late";
import type { FrontMessage, FrontSettings } from "./worker";

/** Slack gives up after three seconds. Longer than an answer takes when little else runs, and much shorter than that. */
const PATIENCE_MS = 100;
/** For all that a stop waits for; what is left of it when the front has stopped, and at least a second, is the server's. */
const STOP_WAITS_MS = 20_000;
const LEAST_WAIT_MS = 1_000;
/** The thread needs 15 MB in all: no flood of requests may let it take more of the process's memory than this. */
const MEMORY = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 };

export interface FrontDeps extends LateDeps {
  /** `null` over Socket Mode: Slack sends nothing over HTTP then. */
  readonly signingSecret: string | null;
  /** A clock in milliseconds. */
  readonly clock: () => number;
  readonly log: Log;
}

/** A server whose connections a thread of its own takes. */
export interface FrontedServer extends Pick<SlackServer, "stop"> {
  /**
   * Signs in and serves; returns the port, which `0` lets the system choose.
   *
   * @throws {SlackAuthError} when Slack refuses a token; whatever the system says when it may not listen there.
   */
  start(port: number, host: string): Promise<number>;
  /** Resolves with the reason once the front has ended and nobody told it to: nobody is served any more. */
  readonly failed: Promise<unknown>;
}

/**
 * Puts the front before a server. The server's event loop is held by syncs and files for tenths of a second again and again, and
 * node takes one new connection each time it comes round; the front's does nothing else, so Slack is acknowledged in time.
 */
export function fronted(server: Pick<SlackServer, "startBehind" | "stop" | "refused">, deps: FrontDeps): FrontedServer {
  const late = new InFlight();
  const running: { folder?: string; worker?: Worker; ended: Promise<unknown> } = { ended: Promise.resolve() };
  let stopping = false;
  let fail: (reason: unknown) => void;
  const failed = new Promise<unknown>((resolve) => {
    fail = resolve;
  });
  const take = (message: FrontMessage) => {
    if (message.kind === "log") deps.log[message.level](message.fields, message.message);
    if (message.kind === "refused") server.refused(message.named);
    if (message.kind === "late") void late.track(() => deliverLate(message.answer, deps));
  };
  const open = (settings: FrontSettings) =>
    new Promise<number>((listening, refused) => {
      // It is handed what it needs and sees no variable, no secret but one, and no option of the process.
      const options = { workerData: settings, env: {}, execArgv: [], resourceLimits: MEMORY };
      const worker = new Worker(join(__dirname, "worker.js"), options);
      running.worker = worker;
      let reason: unknown = new Error("The front's thread ended by itself");
      worker.on("message", (message: FrontMessage) =>
        message.kind === "listening" ? listening(message.port) : take(message),
      );
      worker.on("error", (error) => {
        reason = error;
      });
      running.ended = new Promise((ended) => worker.once("exit", ended)).then(() => {
        refused(reason);
        if (!stopping) fail(reason);
      });
    });
  const removeFolder = async () => {
    if (running.folder !== undefined) await rm(running.folder, { recursive: true, force: true });
  };
  return {
    failed,
    async start(port, host) {
      // Made for its owner alone; so nobody else on the machine reaches the server but by the front.
      running.folder = await mkdtemp(join(tmpdir(), "paceline-"));
      const behind = join(running.folder, "server");
      try {
        await server.startBehind(behind);
        return await open({ port, host, behind, signingSecret: deps.signingSecret, patienceMs: PATIENCE_MS });
      } catch (error) {
        await removeFolder();
        throw error;
      }
    },
    async stop(waitsMs = STOP_WAITS_MS) {
      const begun = deps.clock();
      stopping = true;
      running.worker?.postMessage("stop");
      const work = running.ended.then(() => late.idle());
      if (!(await endsWithin(waitsMs, { work }))) {
        deps.log.warn({}, "Stopped before all requests were answered");
        await running.worker?.terminate();
      }
      await server.stop(Math.max(LEAST_WAIT_MS, waitsMs - (deps.clock() - begun)));
      await removeFolder();
    },
  };
}
