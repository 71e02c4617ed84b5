import { type Config, ConfigError, parseEnv, secretsOf } from "../../src/config/config";
import { isLoopback } from "../../src/config/loopback";
import { VARIABLES } from "../../src/config/variables";

const FISHBOWL = { FISHBOWL_API_URL: "https://fishbowl.acme.example" };
const enough = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "signing" };

/** What is wrong with an environment, sorted; `[]` when it can be used. */
function faultsOf(env: Record<string, string | undefined>, kind: "server" | "command" = "server"): readonly string[] {
  try {
    parseEnv(env, kind);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return [...error.faults].sort();
    throw error;
  }
}

function messageOf(env: Record<string, string>): string {
  try {
    parseEnv(env, "server");
  } catch (error) {
    return error instanceof Error ? `${error.message} ${error.stack} ${JSON.stringify(error)}` : String(error);
  }
  throw new Error("The environment has no fault");
}

describe("the environment", () => {
  it("has a default for all that needs no choice", () => {
    const expected: Config = {
      ...enough,
      HOST: "127.0.0.1",
      PORT: 3000,
      PACE_DAYS: "working",
      MONGODB_DATABASE: "paceline",
      DATA_DIR: ".paceline",
      DATA_RETENTION_DAYS: 400,
      SYNC_ON_START: "first",
      NIGHTLY_SYNC_AT: "02:30",
      ADMIN_SLACK_IDS: [],
      LOG_LEVEL: "info",
      COPPER_API_URL: "https://api.copper.com/developer_api/v1",
      COPPER_EMAIL_ACTIVITY_TYPE: ["6"],
      COPPER_CALL_ACTIVITY_TYPE: ["2160510"],
      COPPER_STAGE_A: [],
      COPPER_STAGE_B: [],
      COPPER_STAGE_C: [],
      COPPER_REQUESTS_PER_MINUTE: 180,
      COPPER_WEBHOOK_SECRET: [],
      JUSTCALL_API_URL: "https://api.justcall.io/v2.1",
      JUSTCALL_PLAN: "team",
      FISHBOWL_HOME_CURRENCY: "USD",
    };

    expect(parseEnv(enough, "server")).toMatchObject(expected);
  });

  it("serves this machine alone unless it is production or told otherwise", () => {
    const host = (env: object) => parseEnv({ ...enough, ...env }, "server").HOST;
    expect(host({ NODE_ENV: "development" })).toBe("127.0.0.1");
    expect(host({ NODE_ENV: "production" })).toBe("0.0.0.0");
    expect(host({ NODE_ENV: "production", HOST: "10.0.0.7" })).toBe("10.0.0.7");
    expect(faultsOf({ ...enough, HOST: "http://here" })).toHaveLength(1);
  });

  it("takes an empty or blank text for not set", () => {
    const blank = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, "  "]));

    expect(parseEnv({ ...blank, ...enough }, "server")).toEqual(parseEnv(enough, "server"));
  });

  it("reads lists of ids with commas and spaces between them", () => {
    const config = parseEnv(
      { ...enough, ADMIN_SLACK_IDS: "U012AB, W9Z,,", COPPER_CALL_ACTIVITY_TYPE: "2160510, 77", COPPER_STAGE_A: "1,2" },
      "server",
    );

    expect([config.ADMIN_SLACK_IDS, config.COPPER_CALL_ACTIVITY_TYPE, config.COPPER_STAGE_A]).toEqual([
      ["U012AB", "W9Z"],
      ["2160510", "77"],
      ["1", "2"],
    ]);
  });

  it("names all its faults at once", () => {
    const faults = faultsOf({
      PORT: "70000",
      SLACK_APP_TOKEN: "xoxb-1",
      SLACK_API_URL: "nonsense",
      MONGODB_DATABASE: "a.b",
      TEAM_TIMEZONE: "Mars/Olympus",
      ADMIN_SLACK_IDS: "ana",
      API_TOKEN: "short",
      LOG_LEVEL: "loud",
      PACE_DAYS: "some",
      COPPER_API_KEY: "key",
      COPPER_API_URL: "http://api.copper.com",
      COPPER_EMAIL_ACTIVITY_TYPE: "six",
      COPPER_STAGE_A: "A",
      COPPER_REQUESTS_PER_MINUTE: "0",
      JUSTCALL_API_KEY: "key",
      JUSTCALL_API_URL: "ftp://127.0.0.1",
      JUSTCALL_PLAN: "gold",
    });

    expect(faults).toEqual([
      "ADMIN_SLACK_IDS must be ids, separated by commas",
      "API_TOKEN must have at least 16 characters",
      "COPPER_API_URL must begin with https (http is for this machine only)",
      "COPPER_EMAIL_ACTIVITY_TYPE must be ids, separated by commas",
      "COPPER_REQUESTS_PER_MINUTE has a value that cannot be used",
      "COPPER_STAGE_A must be ids, separated by commas",
      "COPPER_USER_EMAIL is not set, and COPPER_API_KEY needs it",
      "JUSTCALL_API_SECRET is not set, and JUSTCALL_API_KEY needs it",
      "JUSTCALL_API_URL is no http address",
      "JUSTCALL_PLAN must be team, pro or business",
      "LOG_LEVEL must be error, warn, info, debug or silent",
      "MONGODB_DATABASE must be letters, digits, - and _",
      "PACE_DAYS must be working or calendar",
      "PORT has a value that cannot be used",
      "SLACK_API_URL is no http address",
      "SLACK_APP_TOKEN must begin with xapp-",
      "SLACK_BOT_TOKEN is not set: copy the bot token of your Slack app",
      "TEAM_TIMEZONE is no time zone; write one such as America/New_York",
    ]);
  });

  it("shows none of its values in a fault, right or wrong", () => {
    const wrong = Object.fromEntries(Object.keys(VARIABLES).map((name, index) => [name, `wr0ng?${index}`]));

    const message = messageOf({
      ...wrong,
      API_TOKEN: "t0psecret",
      COPPER_API_URL: "http://t0psecret:t0psecret@x.example",
    });

    expect(message).not.toMatch(/wr0ng|t0psecret/);
    expect(message).toContain("PORT has a value that cannot be used");
  });

  it.each([
    [{ JUSTCALL_API_SECRET: "s" }, "JUSTCALL_API_KEY is not set, and JUSTCALL_API_SECRET needs it"],
    [{ JUSTCALL_API_KEY: "k" }, "JUSTCALL_API_SECRET is not set, and JUSTCALL_API_KEY needs it"],
    [{ COPPER_API_KEY: "k" }, "COPPER_USER_EMAIL is not set, and COPPER_API_KEY needs it"],
    [{ ...FISHBOWL, FISHBOWL_PASSWORD: "p" }, "FISHBOWL_USERNAME is not set, and FISHBOWL_API_URL needs it"],
    [{ ...FISHBOWL, FISHBOWL_USERNAME: "u" }, "FISHBOWL_PASSWORD is not set, and FISHBOWL_API_URL needs it"],
  ])("needs both of a pair: %j alone is a fault", (env, fault) => {
    expect(faultsOf({ ...enough, ...env })).toEqual([fault]);
  });

  it("needs no signing secret in Socket Mode, nor where no request from Slack is served", () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" })).toEqual([]);
    expect(faultsOf({ SLACK_BOT_TOKEN: "xoxb-1" }, "command")).toEqual([]);
    expect(faultsOf({ SLACK_BOT_TOKEN: "xoxb-1" })).toHaveLength(1);
  });

  it.each([
    ["https://api.copper.com/x", true],
    ["http://127.0.0.1:4010/developer_api/v1", true],
    ["http://localhost:4010", true],
    ["http://[::1]:4010", true],
    ["http://api.copper.com", false],
    ["http://127.0.0.1.evil.example", false],
    ["http://localhost.evil.example", false],
    ["http://127.0.0.1@evil.example", false],
    ["http://10.0.0.1", false],
    ["HTTP://api.copper.com", false],
    ["file:///etc/passwd", false],
    ["127.0.0.1:4010", false],
  ])("allows http to this machine only: %s is %p", (url, allowed) => {
    expect(faultsOf({ ...enough, COPPER_API_URL: url }).length === 0).toBe(allowed);
  });

  it("knows which of its values no log may show", () => {
    const secret = {
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_SIGNING_SECRET: "signing",
      SLACK_APP_TOKEN: "xapp-1",
      MONGODB_URI: "mongodb://u:p@h",
      API_TOKEN: "0123456789abcdef",
      COPPER_API_KEY: "ck",
      JUSTCALL_API_KEY: "jk",
      JUSTCALL_API_SECRET: "js",
    };

    const config = parseEnv({ ...secret, COPPER_USER_EMAIL: "ana@acme.example" }, "server");

    expect([...secretsOf(config)].sort()).toEqual(Object.values(secret).sort());
  });

  it("says of each variable what it is for", () => {
    for (const { description } of Object.values(VARIABLES)) expect(description).toMatch(/^[A-Z`].*\.$/);
  });
});

describe("an address of this machine", () => {
  it("is none when it cannot be read", () => {
    expect(isLoopback("not an address")).toBe(false);
  });
});
