import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { valuesOf } from "../../src/cli/setup/env-text";
import { SetupStopped } from "../../src/cli/setup/prompter";
import { ConfigError } from "../../src/config/config";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { SAMPLE_NOW } from "../../src/demo/sample/dates";
import { sampleMonth } from "../../src/demo/sample/sample-month";
import { testDatabase } from "../support/env/database";
import { freePort } from "../support/env/free-port";
import { typedSetup } from "../support/harness/cli/typed-setup";
import { eventually } from "../support/wait";

const QUOTES = `it's a "password"`;

describe("the setup", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    fakes = await startFakes(sampleMonth(), () => SAMPLE_NOW);
    folder = mkdtempSync(join(tmpdir(), "paceline-setup-"));
    file = join(folder, ".env");
  });
  afterAll(async () => {
    await fakes.close();
    rmSync(folder, { recursive: true });
  });

  /** All that a person is not asked for, or only whether to keep it. */
  const known = () => {
    const { SLACK_API_URL, SLACK_SIGNING_SECRET, COPPER_API_URL, JUSTCALL_API_URL } = fakes.env;
    const addresses = { SLACK_API_URL, COPPER_API_URL, JUSTCALL_API_URL, PUBLIC_URL: "http://127.0.0.1:9" };
    return { ...addresses, SLACK_SIGNING_SECRET, MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
  };
  const written = () => valuesOf(readFileSync(file, "utf8"));
  const setup = (inFile: Record<string, string>, env: Record<string, string> = {}) =>
    typedSetup(file, { values: { ...known(), LOG_LEVEL: "silent", ...inFile }, env });

  it("never writes a value of the shell over what was entered and tried, and says which one to unset", async () => {
    const { ended, type, out } = setup({}, { SLACK_BOT_TOKEN: "xoxb-revoked", PORT: "4321" });

    await type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await type(/✗ Slack refuses[\s\S]*Bot User OAuth Token/, fakes.env.SLACK_BOT_TOKEN);
    await type(/SLACK_SIGNING_SECRET is set\. Keep/, "");
    await type(/MONGODB_URI is set\. Keep/, "");
    await type(/use Copper/, "n");
    await type(/use JustCall/, "n");
    await type(/Fishbowl server/, "n");

    expect(await ended).toBe(1);
    expect(written()).toMatchObject({ SLACK_BOT_TOKEN: fakes.env.SLACK_BOT_TOKEN, PORT: "4321" });
    expect(out()).toContain("Your shell sets SLACK_BOT_TOKEN to something else");
    expect(out()).toContain("Taken from the environment: PORT.");
  });

  it("tells once what no step can mend, is not stopped by it, and leaves off what is refused and need not be", async () => {
    const { ended, type, out } = setup({
      SLACK_BOT_TOKEN: fakes.env.SLACK_BOT_TOKEN,
      COPPER_API_KEY: "half-of-a-pair",
      LEADERBOARD_CHANNEL: "#sales",
      COPPER_STAGE_A: "Fact Finding",
    });

    await type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await type(/SLACK_SIGNING_SECRET is set\. Keep/, "");
    await type(/MONGODB_URI is set\. Keep/, "");
    await type(/✗ COPPER_USER_EMAIL is not set[\s\S]*Enter it again/, "");
    await type(/API key/, "another-key-of-tests");
    await type(/Email address/, fakes.env.COPPER_USER_EMAIL);
    await type(/✗ Copper key refused[\s\S]*Enter it again/, "n");
    await type(/Copper stays off until you run npm run setup again\.\s[\s\S]*use JustCall/, "n");
    await type(/Fishbowl server/, "n");

    const error = await ended;
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toMatch(
      /2 faults:\n- LEADERBOARD_CHANNEL .*\n- COPPER_STAGE_A |2 faults:\n- COPPER_STAGE_A /,
    );
    expect(out().match(/LEADERBOARD_CHANNEL must be a channel's id/g)).toHaveLength(1);
    expect(written().COPPER_API_KEY).toBeUndefined();
    expect(readFileSync(file, "utf8")).not.toContain("half-of-a-pair");
  });

  it("stops with a word at an answer that .env can't hold, and keeps what came before", async () => {
    const { ended, type } = setup({ SLACK_BOT_TOKEN: fakes.env.SLACK_BOT_TOKEN });

    await type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await type(/SLACK_SIGNING_SECRET is set\. Keep/, "");
    await type(/MONGODB_URI is set\. Keep/, "");
    await type(/use Copper/, "y");
    await type(/API key/, fakes.env.COPPER_API_KEY);
    await type(/Email address/, fakes.env.COPPER_USER_EMAIL);
    await type(/use JustCall/, "n");
    await type(/Fishbowl server/, "y");
    await type(/Server with its path/, "https://fishbowl.acme.test/api");
    await type(/User without MFA/, "sync");
    await type(/Password/, QUOTES);

    const error = await ended;
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain("write FISHBOWL_PASSWORD into the file by hand, then run setup again");
    expect(String(error)).not.toContain(QUOTES);
    expect(written()).toMatchObject({ COPPER_API_KEY: fakes.env.COPPER_API_KEY });
  });

  it("lets everything that is set be set otherwise or unset, and says when the Slack app has to change with it", async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const { SLACK_BOT_TOKEN, COPPER_API_KEY, COPPER_USER_EMAIL } = fakes.env;
    const keys = { SLACK_BOT_TOKEN, COPPER_API_KEY, COPPER_USER_EMAIL, SLACK_APP_TOKEN: "xapp-of-tests" };
    const { ended, type, stop, out } = setup({ ...keys, PORT: String(port), PUBLIC_URL: "" });

    await type(/Can Slack reach this machine/, "y");
    await type(/The address/, `${address}/slack/events`);
    await type(/✗ Enter it without a path: http:\/\/127[\s\S]*The address/, address);
    // What works stays until something works in its place.
    await type(/✓ This machine answers[\s\S]*Should Slack send/, "y");
    await type(/Your Slack app must match[\s\S]*paste[\s\S]*Is it pasted/i, "");
    await type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await eventually(() => out().includes("Slack: signing secret"));
    stop();
    expect(await ended).toBeInstanceOf(SetupStopped);
    expect(written()).toMatchObject({ PUBLIC_URL: address, SLACK_APP_TOKEN: keys.SLACK_APP_TOKEN });

    // What was not done at Slack is said again.
    const on = setup({ ...keys, PORT: String(port), PUBLIC_URL: address });
    await on.type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await on.type(/Should Slack send/, "y");
    await on.type(/Your Slack app must match[\s\S]*Is it pasted/, "y");
    await on.type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await on.type(/SLACK_SIGNING_SECRET is set\. Keep/, "");
    await on.type(/MONGODB_URI is set\. Keep/, "n");
    await on.type(/Enter another\? If not: Paceline runs a MongoDB of its own/, "n");
    await on.type(/COPPER_API_KEY is set, COPPER_USER_EMAIL is \S+\. Keep/, "n");
    await on.type(/Enter another\? If not: Copper stays off/, "n");
    await eventually(() => on.out().includes("use JustCall"));
    on.stop();

    expect(await on.ended).toBeInstanceOf(SetupStopped);
    const { SLACK_APP_TOKEN, MONGODB_URI, COPPER_API_KEY: key, PUBLIC_URL } = written();
    expect({ SLACK_APP_TOKEN, MONGODB_URI, key, PUBLIC_URL }).toEqual({ PUBLIC_URL: address });
    const pasted = readFileSync(join(folder, "slack-app.yml"), "utf8");
    expect(pasted).toContain(`request_url: ${address}/slack/events`);
    expect(pasted).not.toMatch(/^#/);

    // And the way back, which nobody has to find by hand.
    const back = setup({ SLACK_BOT_TOKEN, PUBLIC_URL: address, PORT: String(port) });
    await back.type(/PUBLIC_URL is http:\S+\. Keep it/, "n");
    await back.type(/Enter another\? If not: Paceline connects to Slack itself/, "n");
    await back.type(/Your Slack app must match[\s\S]*Is it pasted/, "y");
    await back.type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await eventually(() => back.out().includes("App-level token"));
    back.stop();

    expect(await back.ended).toBeInstanceOf(SetupStopped);
    expect(written().PUBLIC_URL).toBeUndefined();
    expect(readFileSync(join(folder, "slack-app.yml"), "utf8")).toContain("socket_mode_enabled: true");

    // Where both are set, it is asked again, and Enter changes nothing.
    const same = setup({ ...keys, PORT: String(port), PUBLIC_URL: address });
    await same.type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await same.type(/Should Slack send/, "");
    await same.type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await eventually(() => same.out().includes("Slack: app-level token"));
    same.stop();
    expect(await same.ended).toBeInstanceOf(SetupStopped);
    expect(same.out()).not.toContain("Your Slack app must match");
    const { COPPER_USER_EMAIL: _shown, ...secrets } = keys;
    for (const secret of Object.values(secrets)) expect(out() + on.out() + back.out()).not.toContain(secret);
  });
});
