import { randomBytes } from "node:crypto";
import { SCOPES } from "../slack/platform/probe";
import { type JustCallPlan, PLANS } from "../sources/justcall/config";
import { type FakeCopper, startFakeCopper } from "./copper/fake-copper";
import { type FakeJustCall, startFakeJustCall } from "./justcall/fake-justcall";
import type { SampleMonth } from "./sample/sample-month";
import { ADMIN } from "./sample/team";
import { TEAM_CHANNELS } from "./sample/teams";
import { type FakeSlack, startFakeSlack } from "./slack/fake-slack";

/** Makes the keys of one start: published ones would let whoever reaches the port act as anybody in the demo. */
function newKeys() {
  const secret = (name: string) => `${name}-${randomBytes(16).toString("hex")}`;
  return {
    SLACK_BOT_TOKEN: secret("xoxb-demo"),
    SLACK_SIGNING_SECRET: secret("demo-signing-secret"),
    COPPER_API_KEY: secret("demo-copper-key"),
    COPPER_USER_EMAIL: ADMIN.email,
    COPPER_WEBHOOK_SECRET: secret("demo-copper-webhook-secret"),
    JUSTCALL_API_KEY: secret("demo-justcall-key"),
    JUSTCALL_API_SECRET: secret("demo-justcall-secret"),
    API_TOKEN: secret("demo-api-token"),
  } as const;
}

/** The plan with the highest limits, so that one can sync again and again. */
const JUSTCALL_PLAN: JustCallPlan = "business";

/** A few syncs' worth; none of what arrives is anybody's, so that all figures that the tour speaks of stand. */
const ARRIVALS = 30;

/** Fakes of Copper, JustCall and Slack over HTTP that hold the sample month. */
export interface Fakes {
  readonly copper: FakeCopper;
  readonly justcall: FakeJustCall;
  readonly slack: FakeSlack;
  /** The environment that points Paceline at them, with the keys that they accept. */
  readonly env: Readonly<Record<string, string>> & ReturnType<typeof newKeys>;
  close(): Promise<void>;
}

/** `rateLimits`: whether Slack's limits a minute hold. */
export async function startFakes(
  { team, ...month }: SampleMonth,
  now: () => Date,
  { rateLimits = true } = {},
): Promise<Fakes> {
  const keys = newKeys();
  const { COPPER_API_KEY: key, COPPER_USER_EMAIL: email, JUSTCALL_API_KEY, JUSTCALL_API_SECRET: secret } = keys;
  const copper = await startFakeCopper({ now, key, email, records: month.copper, arrivals: ARRIVALS });
  const [burst, hourly] = PLANS[JUSTCALL_PLAN];
  const justcall = await startFakeJustCall({
    now,
    key: JUSTCALL_API_KEY,
    secret,
    records: month.justcall,
    burst,
    hourly,
    arrivals: ARRIVALS,
  });
  const slack = await startFakeSlack({
    now,
    rateLimits,
    signingSecret: keys.SLACK_SIGNING_SECRET,
    botToken: keys.SLACK_BOT_TOKEN,
    team: { id: "T0ACME0001", name: "Acme Beverages" },
    members: team,
    // What is optional but for user groups, of which this workspace has none.
    scopes: [...SCOPES, "files:write", "channels:read", "groups:read"],
    channels: [{ id: "C0SALES001", name: "sales" }, ...TEAM_CHANNELS],
  });
  const urls = { SLACK_API_URL: slack.url, COPPER_API_URL: copper.url, JUSTCALL_API_URL: justcall.url };
  // The sample month never expires, whatever the year is by the database's clock.
  const kept = { DATA_RETENTION_DAYS: "20000" };
  const env = { ...keys, ...urls, ...kept, JUSTCALL_PLAN, LEADERBOARD_CHANNEL: "C0SALES001" };
  const close = async () => {
    await Promise.all([copper.close(), justcall.close(), slack.close()]);
  };
  return { copper, justcall, slack, env, close };
}
