import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, request as send } from "node:http";
import { connect } from "node:net";
import { endsWithin } from "../../lib/sleep";
import { type FrontServerDeps, frontServer } from "./front-server";

/** Node compiles what runs often: after so many, all that a request needs. */
const REQUESTS = 100;
/** A rush, whose path is then compiled, too. */
const AT_ONCE = 20;
/** Five times what it takes on a busy machine: nobody is served before it ends. */
const MOST_MS = 5_000;
const BODY = "command=%2Fgoals&text=";

/**
 * Sends requests through a front of its own that leads nowhere, and ends it. Otherwise the first rush would wait for this thread's
 * code to be compiled: its 200 commands were acknowledged within half a second then, and within a third of one after this.
 *
 * @param behind the path of a socket that may be made for it.
 */
export async function warmUp(behind: string, { clock }: Pick<FrontServerDeps, "clock">): Promise<void> {
  const signingSecret: string = randomUUID();
  const nowhere = createServer((request, response) => {
    request.resume().once("end", () => response.end("{}"));
  }).listen(behind);
  await once(nowhere, "listening");
  const front = frontServer({
    signingSecret,
    connect: () => connect(behind),
    patienceMs: 1_000,
    clock,
    late: () => undefined,
    refused: () => undefined,
    log: { error: () => undefined },
  });
  const port = await front.listen(0, "127.0.0.1");
  let left = REQUESTS;
  const work = async () => {
    for (; left > 0; left -= 1) await ask({ port, signingSecret, now: clock() });
  };
  try {
    const warm = await endsWithin(MOST_MS, { work: Promise.all(Array.from({ length: AT_ONCE }, work)) });
    if (!warm) throw new Error(`${REQUESTS - left} of ${REQUESTS} requests in ${MOST_MS} ms`);
  } finally {
    left = 0;
    // Whatever is still asked of it ends with it.
    nowhere.closeAllConnections();
    nowhere.close();
    await front.stop();
  }
}

interface Asked {
  readonly port: number;
  readonly signingSecret: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Sends one request as Slack would, over a connection of its own. */
function ask({ port, signingSecret, now }: Asked): Promise<void> {
  const time = String(Math.floor(now / 1_000));
  const hash = createHmac("sha256", signingSecret).update(`v0:${time}:${BODY}`).digest("hex");
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "x-slack-request-timestamp": time,
    "x-slack-signature": `v0=${hash}`,
  };
  return new Promise((resolve, failed) => {
    const sent = send({ host: "127.0.0.1", port, path: "/slack/events", method: "POST", headers, agent: false });
    sent.once("response", (response) => response.resume().once("end", resolve)).once("error", failed);
    sent.end(BODY);
  });
}
