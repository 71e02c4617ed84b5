import { once } from "node:events";
import { connect } from "node:net";
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

/** Written by hand, since a client's own work for two hundred requests would be measured with them. */
function send({ url, headers, body }: Prepared): Promise<Acknowledged> {
  const { hostname, port, pathname } = new URL(url);
  const own = { host: `${hostname}:${port}`, connection: "close", "content-length": Buffer.byteLength(body) };
  const lines = Object.entries({ ...headers, ...own }).map(([name, value]) => `${name}: ${value}\r\n`);
  const whole = `POST ${pathname} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
  return new Promise((answered, failed) => {
    const begun = performance.now();
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(whole));
    socket.once("data", (answer) => {
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer.toString("latin1"))?.[1]);
      answered({ status, ms: performance.now() - begun });
      socket.resume();
    });
    socket.once("error", failed);
    socket.once("end", () => failed(new Error("The connection was closed without an answer")));
  });
}

if (parentPort !== null) {
  const parent = parentPort;
  const prepared: readonly Prepared[] = workerData;
  parent.once("message", async () => parent.postMessage(await Promise.all(prepared.map(send))));
  parent.postMessage("ready");
}
