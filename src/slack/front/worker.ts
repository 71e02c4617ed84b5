import { connect } from "node:net";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { RefusedRequest } from "../platform/workspace";
import type { LateAnswer } from "./acknowledge";
import { type FrontServerDeps, frontServer } from "./front-server";
import { warmUp } from "./warm-up";

/** What the thread is started with. */
export interface FrontSettings extends Pick<FrontServerDeps, "signingSecret" | "patienceMs"> {
  readonly port: number;
  readonly host: string;
  /** The socket on which the process behind serves. */
  readonly behind: string;
}

/** What the thread tells the process; the process tells it one thing, to stop. */
export type FrontMessage =
  | { readonly kind: "listening"; readonly port: number }
  | { readonly kind: "late"; readonly answer: LateAnswer }
  | { readonly kind: "refused"; readonly named: RefusedRequest }
  | { readonly kind: "log"; readonly level: "info" | "error"; readonly fields: object; readonly message: string };

/** The front's thread: what it cannot do, listening among it, ends it, and the process is told by node. */
async function serve(parent: MessagePort, { port, host, behind, ...settings }: FrontSettings): Promise<void> {
  const tell = (message: FrontMessage) => parent.postMessage(message);
  const front = frontServer({
    ...settings,
    connect: () => connect(behind),
    clock: Date.now,
    late: (answer) => tell({ kind: "late", answer }),
    refused: (named) => tell({ kind: "refused", named }),
    log: {
      error: (fields, message) => tell({ kind: "log", level: "error", fields, message }),
    },
  });
  // A cold front is slower in its first rush, and serves all the same.
  await warmUp(`${behind}-warm`, { clock: Date.now }).catch((error: unknown) =>
    tell({ kind: "log", level: "info", fields: { reason: String(error) }, message: "The front starts cold" }),
  );
  parent.once("message", () => void front.stop().then(() => parent.close()));
  tell({ kind: "listening", port: await front.listen(port, host) });
}

if (parentPort !== null) void serve(parentPort, workerData);
