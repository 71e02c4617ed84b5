import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type VendorClient, type VendorOptions, vendorClient } from "../../../src/sources/http/http";
import { rateLimiter } from "../../../src/sources/http/rate-limit";
import type { ReadSession, WindowRead } from "../../../src/sources/source";
import { SourceError } from "../../../src/sources/source-error";
import { splitWindow } from "../../../src/sync/read/split-window";
import type { InstantRange } from "../../../src/time/day";
import { closedAfterEach } from "../env/closed-after-each";
import { recordedLog } from "../env/logs/recorded-logs";
import { type FakeTime, fakeTime } from "../fakes/fake-time";

type Respond = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

type Extra = Partial<Pick<VendorOptions, "tryMs" | "meter">>;

/** Opens vendors that answer as the test says, each with a client of its own. Call it where `describe` is called. */
export function vendors() {
  const closed = closedAfterEach();
  return async (respond: Respond, extra: Extra = {}) => {
    const { port, asked } = closed(await answering(respond));
    const time = fakeTime(new Date("2026-11-24T12:00:00Z"));
    return { time, client: clientOf(`http://127.0.0.1:${port}/base/`, time, extra), asked };
  };
}

async function answering(respond: Respond) {
  let nth = 0;
  const server = createServer((request, response) => {
    nth += 1;
    respond(request, response, nth);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { port, asked: () => nth, close };
}

/** A client of a vendor at this address. Its waits take no time. */
export function clientOf(baseUrl: string, time: FakeTime, extra: Extra = {}): VendorClient {
  const { clock, sleep } = time;
  return vendorClient({
    source: "justcall",
    baseUrl,
    headers: { Authorization: "k3y:s3cret" },
    limiter: rateLimiter({ allowances: [], clock, sleep }),
    keyHint: "JUSTCALL_API_KEY and JUSTCALL_API_SECRET",
    clock,
    sleep,
    random: () => 1,
    log: recordedLog(),
    ...extra,
  });
}

/** The error of a request, made sure to hold no secret anywhere. */
export async function faultOf(client: VendorClient) {
  const error: unknown = await client.request({ method: "GET", path: "/calls" }).catch((caught: unknown) => caught);
  if (!(error instanceof SourceError)) throw new Error(`No SourceError but ${String(error)}`);
  const { cause } = error;
  const words = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(cause)} ${JSON.stringify(cause)}`;
  expect(words).not.toMatch(/k3y|s3cret/);
  return { fault: error.fault, message: error.message };
}

/** All windows of a range, cut as a sync cuts them. */
export async function windowsOf(reading: ReadSession, whole: InstantRange): Promise<readonly WindowRead[]> {
  const reads: WindowRead[] = [];
  const waiting = [whole];
  for (let window = waiting.shift(); window !== undefined; window = waiting.shift()) {
    const read = await reading.read(window);
    if (read.kind === "complete") reads.push(read);
    else waiting.unshift(...splitWindow(window, read.records));
  }
  return reads;
}
