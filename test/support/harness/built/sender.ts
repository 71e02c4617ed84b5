import { once } from "node:events";
import { request } from "node:http";
import { extname, join } from "node:path";
import { parentPort, Worker, workerData } from "node:worker_threads";

/** A request before it is sent. */
export interface Prepared {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a request was answered, and how long that took from when it was sent, in milliseconds. */
export interface Acknowledged {
  readonly status: number;
  readonly ms: number;
}

const HOOK = ["--require", join(__dirname, "../../env/typescript-hook.js")];

/**
 * Starts a thread that does nothing but send these requests, each over a connection of its own: what is measured there is not the
 * stand-ins' time. Resolves, once it is ready, with what sends all of them in the same moment.
 */
export async function sender(requests: readonly Prepared[]): Promise<() => Promise<readonly Acknowledged[]>> {
  const own = extname(__filename);
  const worker = new Worker(join(__dirname, `sender${own}`), {
    workerData: requests,
    execArgv: own === ".ts" ? HOOK : [],
  });
  await once(worker, "message");
  return async () => {
    worker.postMessage("send");
    const [answers] = await once(worker, "message");
    return answers;
  };
}

function send({ url, headers, body }: Prepared): Promise<Acknowledged> {
  return new Promise((answered, failed) => {
    const begun = performance.now();
    const length = String(Buffer.byteLength(body));
    const asked = request(url, { method: "POST", agent: false, headers: { ...headers, "content-length": length } });
    asked.once("response", (response) => {
      const { statusCode = 0 } = response;
      response.resume().once("end", () => answered({ status: statusCode, ms: performance.now() - begun }));
    });
    asked.once("error", failed).end(body);
  });
}

if (parentPort !== null) {
  const parent = parentPort;
  const prepared: readonly Prepared[] = workerData;
  parent.once("message", async () => parent.postMessage(await Promise.all(prepared.map(send))));
  parent.postMessage("ready");
}
