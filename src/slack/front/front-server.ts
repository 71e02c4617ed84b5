import { createServer } from "node:http";
import type { Socket } from "node:net";
import { budget } from "../../lib/budget";
import { InFlight } from "../../lib/concurrency";
import { endsWithin } from "../../lib/sleep";
import { WorkQueue } from "../../lib/work-queue";
import type { Log } from "../../log";
import { isSlacks, MAX_CONNECTIONS, portOf, refuseUnread, TIMEOUTS } from "../platform/request-bounds";
import type { RefusedRequest } from "../platform/workspace";
import { type AcknowledgeDeps, acknowledge } from "./acknowledge";
import { BoundedQueue } from "./bounded-queue";
import { type Exchange, passOn } from "./forward";
import { WarmAgent } from "./warm-agent";

/** Slack's requests go over these alone, in turn: nothing else takes them up, and none holds one for long, since Bolt ends it after 3 s. */
const SLACK = { warm: 32, most: 32 };
/**
 * A third command in one moment is a rush. What is acknowledged in it is passed on two at a time, which keeps the process behind busy
 * and leaves most of it to a sync; whoever waits for somebody slow, as for Slack, keeps the next ones waiting no longer than this.
 */
const RUSH = { from: 2, atOnce: 2, heldMs: 250 };
/** A sync or a file that is waited for holds its connection for long; each client's connection may need one. */
const OTHERS = { warm: 24, most: MAX_CONNECTIONS };
/** After the last answer, a connection that has sent nothing whole is given this long. */
const LINGER_MS = 1_000;
/** Forged requests are told no more often. */
const TOLD = { most: 60, windowMs: 60_000 };

export interface FrontServerDeps
  extends Omit<AcknowledgeDeps, "agent" | "queue" | "rushFrom" | "acknowledged" | "signingSecret" | "refused"> {
  /** `null` where Slack sends nothing over HTTP. */
  readonly signingSecret: string | null;
  /** Opens a connection to the process behind. */
  readonly connect: () => Socket;
  readonly log: Pick<Log, "error">;
  /** Hears, so often at most as is worth while, of requests that look like Slack's but for their signature. */
  readonly refused: (named: RefusedRequest) => void;
  /** When slow clients are cut off, in milliseconds. */
  readonly timeouts?: typeof TIMEOUTS;
  readonly rush?: typeof RUSH;
}

/** The server that clients reach. */
export interface FrontServer {
  /** Listens; returns the port, which `0` lets the system choose. */
  listen(port: number, host: string): Promise<number>;
  /** Takes nothing new, and resolves when all that was taken is answered. */
  stop(): Promise<void>;
}

/**
 * Makes the front: it takes connections and requests within their bounds, acknowledges Slack in time, passes on everything else,
 * and does no other work, so that it is never late itself.
 */
export function frontServer({
  signingSecret,
  connect,
  refused,
  log,
  timeouts = TIMEOUTS,
  rush = RUSH,
  ...deps
}: FrontServerDeps): FrontServer {
  const [slacks, others] = [new WarmAgent({ connect, ...SLACK }), new WarmAgent({ connect, ...OTHERS })];
  const [queue, acknowledged] = [new BoundedQueue(SLACK.most), new WorkQueue(rush)];
  const forged = budget({ ...TOLD, clock: deps.clock });
  const tellRefused: AcknowledgeDeps["refused"] = (named) => {
    if (forged.take("") === 0) refused(named());
  };
  const serve = ({ request, response }: Exchange) =>
    signingSecret !== null && isSlacks(request)
      ? acknowledge(
          { request, response },
          { ...deps, signingSecret, agent: slacks, queue, rushFrom: rush.from, acknowledged, refused: tellRefused },
        )
      : passOn({ request, response }, others);
  const taken = new InFlight();
  const server = createServer(timeouts, (request, response) => {
    // Whoever keeps a connection is told to let it go.
    if (!server.listening) response.shouldKeepAlive = false;
    taken
      .track(() => serve({ request, response }))
      .catch((error: unknown) => {
        // A client that went away has nothing to be told, nor have we.
        if (response.destroyed) return;
        log.error({ error }, "A request was not answered by the process");
        if (response.headersSent) response.destroy();
        else refuseUnread(response, 502);
      });
  });
  server.maxConnections = MAX_CONNECTIONS;
  return {
    listen: (port, host) =>
      new Promise((listening, failed) => {
        server.once("error", failed);
        server.listen({ port, host }, () => listening(portOf(server)));
      }),
    async stop() {
      const closed = new Promise((done) => server.close(done));
      const answered = taken.idle().then(() => {
        server.closeIdleConnections();
        return endsWithin(LINGER_MS, { work: closed });
      });
      await answered;
      // What came over a connection that had been kept meanwhile.
      await taken.idle();
      server.closeAllConnections();
      for (const agent of [slacks, others]) agent.destroy();
    },
  };
}
