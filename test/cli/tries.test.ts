import {
  type Try,
  tryAppToken,
  tryBotToken,
  tryCopper,
  tryDatabase,
  tryFishbowl,
  tryJustCall,
  trySigningSecret,
} from "../../src/cli/setup/tries";
import { startFakes } from "../../src/demo/fakes";
import { startFakeFishbowl } from "../../src/demo/fishbowl/fake-fishbowl";
import { SAMPLE_NOW } from "../../src/demo/sample/dates";
import { sampleMonth } from "../../src/demo/sample/sample-month";
import { startFakeSlack } from "../../src/demo/slack/fake-slack";
import { closedAfterEach } from "../support/env/closed-after-each";
import { testDatabase } from "../support/env/database";

const NOBODY = "http://127.0.0.1:9";
const now = () => SAMPLE_NOW;
const LOGIN = { username: "sync", password: "fishbowl-password-of-tests" };
const APP_TOKEN = "xapp-1-A0-token-of-tests";

describe("a key that is tried", () => {
  const closed = closedAfterEach();
  const test = testDatabase();

  /** What was found, of which no word holds what was entered. */
  async function found(attempt: Try, values: Readonly<Record<string, string>>) {
    const { kind, says } = await attempt(values);
    const secrets = Object.entries(values).filter(([name]) => /TOKEN|KEY|SECRET|PASSWORD/.test(name));
    for (const [, value] of secrets) expect(says.join("\n")).not.toContain(value);
    return `${kind}: ${says.join(" ")}`;
  }

  it("of Copper is right, wrong, too narrow or not reached, each said with what to do", async () => {
    const { copper, env } = closed(await startFakes(sampleMonth(), now));
    const values = {
      COPPER_API_KEY: env.COPPER_API_KEY,
      COPPER_USER_EMAIL: env.COPPER_USER_EMAIL,
      COPPER_API_URL: copper.url,
    };

    expect(await found(tryCopper, values)).toMatch(/^right: Copper accepts the key/);
    expect(await found(tryCopper, { ...values, COPPER_API_KEY: "another-key-of-tests" })).toBe(
      "wrong: Copper key refused (401): copy the key again, and the email address of whoever made it; they go together.",
    );
    copper.faults.push({
      match: ({ path }) => path === "/opportunities/search",
      effect: { kind: "status", status: 403 },
    });
    expect(await found(tryCopper, values)).toMatch(
      /^too-narrow: Copper key may not read \/opportunities\/search \(403\)/,
    );
    expect(await found(tryCopper, { ...values, COPPER_API_URL: NOBODY })).toMatch(
      /^unreachable: Copper can't be reached/,
    );
  });

  it("of JustCall is right, wrong, too narrow or not reached", async () => {
    const { justcall, env } = closed(await startFakes(sampleMonth(), now));
    const values = {
      JUSTCALL_API_KEY: env.JUSTCALL_API_KEY,
      JUSTCALL_API_SECRET: env.JUSTCALL_API_SECRET,
      JUSTCALL_API_URL: justcall.url,
    };

    expect(await found(tryJustCall, values)).toMatch(/^right: JustCall accepts the key/);
    expect(await found(tryJustCall, { ...values, JUSTCALL_API_SECRET: "another-secret-of-tests" })).toMatch(
      /^wrong: JustCall key refused \(401\)/,
    );
    justcall.faults.push({ match: ({ path }) => path === "/calls", effect: { kind: "status", status: 403 } });
    expect(await found(tryJustCall, values)).toMatch(/^too-narrow: JustCall key may not read \/calls \(403\)/);
    expect(await found(tryJustCall, { ...values, JUSTCALL_API_URL: NOBODY })).toMatch(
      /^unreachable: JustCall can't be reached/,
    );
  });

  it("of Fishbowl's server is right, wrong, too narrow, not approved or not reached", async () => {
    const open = async (options: object) => closed(await startFakeFishbowl({ now, ...LOGIN, ...options }));
    const server = await open({});
    const values = {
      FISHBOWL_API_URL: server.url,
      FISHBOWL_USERNAME: LOGIN.username,
      FISHBOWL_PASSWORD: LOGIN.password,
    };
    const at = async (options: object) => ({ ...values, FISHBOWL_API_URL: (await open(options)).url });

    expect(await found(tryFishbowl, values)).toMatch(/^right: Fishbowl's server takes the login/);
    expect(await found(tryFishbowl, { ...values, FISHBOWL_PASSWORD: "another-password" })).toMatch(
      /^wrong: Fishbowl login refused .*the path in FISHBOWL_API_URL, and that Paceline is approved/,
    );
    expect(await found(tryFishbowl, await at({ dataAccess: false }))).toMatch(/^too-narrow: .*Data module/);
    expect(await found(tryFishbowl, await at({ approved: false }))).toMatch(/^wrong: .*Integrated Apps/);
    expect(await found(tryFishbowl, { ...values, FISHBOWL_API_URL: NOBODY })).toMatch(/^unreachable: /);
    expect(server.account.sessions.size).toBe(0);
  });

  it("of Slack is right, wrong, too narrow or not reached, the bot's and the app's", async () => {
    const fakes = closed(await startFakes(sampleMonth(), now));
    const options = { now, team: { id: "T1", name: "Acme" }, members: [], signingSecret: "s", appToken: APP_TOKEN };
    const token = { SLACK_BOT_TOKEN: fakes.env.SLACK_BOT_TOKEN, SLACK_API_URL: fakes.slack.url };
    const narrow = closed(
      await startFakeSlack({ ...options, botToken: "xoxb-narrow-token", scopes: ["commands", "chat:write"] }),
    );
    const app = { SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: narrow.url };

    expect(await found(tryBotToken, token)).toMatch(
      /^right: Slack accepts the token: signed in to \w.* \(\S+\.slack\.com\)\.$/,
    );
    expect(await found(tryBotToken, { ...token, SLACK_BOT_TOKEN: "xoxb-another-token" })).toMatch(
      /^wrong: Slack refuses this token \(invalid_auth\)/,
    );
    expect(await found(tryBotToken, { ...token, SLACK_BOT_TOKEN: "xoxp-another-kind" })).toBe(
      "wrong: SLACK_BOT_TOKEN must begin with xoxb-",
    );
    expect(await found(tryBotToken, { SLACK_BOT_TOKEN: "xoxb-narrow-token", SLACK_API_URL: narrow.url })).toMatch(
      /^too-narrow: The token lacks im:write, im:history, .*install the app again/,
    );
    expect(await found(tryBotToken, { ...token, SLACK_API_URL: NOBODY })).toMatch(/^unreachable: Slack doesn't answer/);
    expect(await found(tryAppToken, app)).toBe("right: Slack opens a socket with it.");
    expect(await found(tryAppToken, { ...app, SLACK_APP_TOKEN: "xapp-another-token" })).toMatch(/^wrong: /);
    narrow.faults.push({ method: "apps.connections.open", outcome: { error: "missing_scope" } });
    expect(await found(tryAppToken, app)).toMatch(/^too-narrow: The token lacks connections:write/);
    expect(await found(tryAppToken, { ...app, SLACK_API_URL: NOBODY })).toMatch(/^unreachable: /);
  });

  it("that only Slack's requests could prove is refused where it is a token", async () => {
    expect(await found(trySigningSecret, { SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef" })).toMatch(
      /^right/,
    );
    expect(await found(trySigningSecret, { SLACK_SIGNING_SECRET: "xoxb-0123456789abcdef" })).toMatch(/^wrong/);
  });

  it("of a database is right, wrong or not reached", async () => {
    expect(await found(tryDatabase, { MONGODB_URI: test.uri })).toBe("right: MongoDB answers, and is a replica set.");
    expect(await found(tryDatabase, {})).toMatch(/^right: Paceline runs a MongoDB of its own/);
    expect(await found(tryDatabase, { MONGODB_URI: "nothing" })).toMatch(/^wrong: MONGODB_URI/);
    expect(await found(tryDatabase, { MONGODB_URI: "mongodb://127.0.0.1:9/?replicaSet=rs0" })).toMatch(
      /^unreachable: /,
    );
  });
});
