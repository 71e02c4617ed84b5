import { App, HTTPReceiver, type Logger, LogLevel } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { type FakeSlack, type SlackOptions, startFakeSlack } from "../../../../src/demo/slack/fake-slack";
import type { SlackMember } from "../../../../src/demo/slack/state/members";
import { SCOPES } from "../../../../src/slack/platform/probe";
import { aMember } from "../../builders/people";

export const TOKEN = "xoxb-test";
export const SECRET = "not-a-secret";

export function member(id: string, name: string, change: Partial<SlackMember> = {}): SlackMember {
  const email = `${name.split(" ")[0]?.toLowerCase()}@acme.com`;
  return { ...aMember(id, { name, email }), ...change };
}

export const ANA = member("U0ANA", "Ana Alvarez", { workspaceAdmin: true });
export const BEN = member("U0BEN", "Ben Lee");
export const GONE = member("U0GONE", "Greta Gone", { deactivated: true });

/** Refusals are what these tests are about; they need not be printed. */
const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** A clock that stands still until it is moved. */
export function clock(start = "2026-10-28T21:05:00Z") {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    pass: (ms: number) => {
      at += ms;
    },
  };
}

export async function workspace(options: Partial<SlackOptions> = {}) {
  const time = clock();
  const slack = await startFakeSlack({
    now: time.now,
    signingSecret: SECRET,
    botToken: TOKEN,
    team: { id: "T0ACME", name: "Acme Sales" },
    members: [ANA, BEN, GONE],
    scopes: [...SCOPES, "channels:read"],
    channels: [
      { id: "C0SALES", name: "sales", members: [ANA.id, BEN.id, "U0PACELINE"] },
      { id: "C0OTHER", name: "other" },
      { id: "C0OLD", name: "old", archived: true, members: ["U0PACELINE"] },
      { id: "G0SECRET", name: "secret", isPrivate: true, members: [ANA.id] },
    ],
    ...options,
  });
  const client = clientOf(slack);
  return { slack, client, time };
}

export function clientOf(slack: Pick<FakeSlack, "url">, token: string | undefined = TOKEN): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 5_000,
    logger: quiet,
  });
}

/** A real app over real HTTP on a port of its own, which the workspace knows. */
export async function boltApp(slack: FakeSlack, listen: (app: App) => void): Promise<App> {
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logger: quiet });
  const app = new App({
    token: TOKEN,
    receiver,
    deferInitialization: true,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.url, retryConfig: { retries: 0 }, logger: quiet },
  });
  listen(app);
  await app.init();
  const server = await app.start(0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  slack.connect(`http://127.0.0.1:${address.port}`);
  return app;
}
