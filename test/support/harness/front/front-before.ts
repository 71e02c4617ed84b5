import { connect, type Socket } from "node:net";
import { deliverLate } from "../../../../src/slack/front/deliver-late";
import { type FrontServerDeps, frontServer } from "../../../../src/slack/front/front-server";
import { forgedRequests } from "../../fakes/forged-requests";
import { SECRETS, type SlackHarness } from "../slack";

/**
 * The front before the app of a harness, or before the port `behind` that leads to it, in the thread of the test. What is signed by
 * hand goes to it; `received` tells how many bytes it has passed on.
 */
export async function frontBefore(
  { app: behindIt, port: app, slack, log, deps }: SlackHarness,
  {
    behind = app,
    ...options
  }: Partial<Pick<FrontServerDeps, "patienceMs" | "timeouts" | "rush">> & { readonly behind?: number } = {},
) {
  const sockets: Socket[] = [];
  const late: Promise<void>[] = [];
  const front = frontServer({
    signingSecret: SECRETS.signingSecret,
    connect: () => {
      const socket = connect(behind, "127.0.0.1");
      sockets.push(socket);
      return socket;
    },
    patienceMs: 0,
    clock: Date.now,
    late: (answer) => void late.push(deliverLate(answer, { apiUrl: slack.url, reference: deps.reference, log })),
    refused: behindIt.refused,
    log,
    ...options,
  });
  const port = await front.listen(0, "127.0.0.1");
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests: forgedRequests({ port, slack }),
    received: () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    /** How many connections have carried anything. */
    used: () => sockets.filter(({ bytesWritten }) => bytesWritten > 0).length,
    /** Stops, and has delivered what was answered late. */
    close: async () => {
      await front.stop();
      await Promise.all(late);
    },
  };
}
