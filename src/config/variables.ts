import { z } from "zod";
import { isLoopback } from "./loopback";
import { idList, isIanaZone, secretPair } from "./value-schemas";

/** One environment variable: what it is for, and how its text is read. Empty texts count as not set. */
export interface Variable {
  readonly description: string;
  readonly secret?: true;
  readonly schema: z.ZodType;
}

const text = z.string().optional();
/** Slack's kinds of tokens look alike, and each gives access to something else. */
const token = (prefix: string) => z.string().startsWith(prefix, `must begin with ${prefix}`).optional();
const port = z.coerce.number().int().min(0).max(65_535).default(3000);
const count = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);
const url = z
  .url({ protocol: /^https?$/, error: "is no http address" })
  .refine(
    (value) => !/^http:/i.test(value) || isLoopback(value),
    "must begin with https (http is for this machine only)",
  );
const digits = /^\d+$/;

/** Every variable Paceline reads. README's table is made from this, and tested against it. */
export const VARIABLES = {
  SLACK_BOT_TOKEN: { description: "The bot's token (`xoxb-…`).", secret: true, schema: token("xoxb-") },
  SLACK_SIGNING_SECRET: {
    description: "Proves that a request comes from Slack; needed over HTTP.",
    secret: true,
    schema: text,
  },
  SLACK_APP_TOKEN: {
    description: "Switches Socket Mode on (`xapp-…`): no public address is needed.",
    secret: true,
    schema: token("xapp-"),
  },
  SLACK_API_URL: { description: "Slack's Web API, for stand-ins.", schema: url.optional() },
  PUBLIC_URL: {
    description: "Where the internet reaches this process (`https://…`); webhooks need it.",
    schema: url.transform((value) => value.replace(/\/+$/, "")).optional(),
  },
  HOST: {
    description:
      "The address HTTP is served at; default `127.0.0.1`, and `0.0.0.0` (all) where `NODE_ENV` is `production`, as in the image.",
    schema: z
      .string()
      .regex(/^[\w.:-]{1,255}$/, "must be an address or a name of this machine")
      .optional(),
  },
  PORT: { description: "Where HTTP is served; default 3000.", schema: port },
  MONGODB_URI: {
    description: "A replica set of MongoDB 6.0 or later; unset, one is run under `DATA_DIR`.",
    secret: true,
    schema: text,
  },
  MONGODB_DATABASE: {
    description: "Its database; default `paceline`.",
    schema: z
      .string()
      .regex(/^[\w-]{1,60}$/, "must be letters, digits, - and _")
      .default("paceline"),
  },
  MONGOD_BINARY: {
    description: "The `mongod` to run when `MONGODB_URI` is unset; otherwise one is found or fetched.",
    schema: text,
  },
  DATA_DIR: {
    description: "Where the embedded MongoDB keeps its data; default `.paceline`.",
    schema: z.string().default(".paceline"),
  },
  DATA_RETENTION_DAYS: {
    description: "How many days records, syncs, messages, alerts and refusals are kept, 90 or more; default `400`.",
    schema: z.coerce
      .number()
      .int()
      .min(90, "must be 90 days or more")
      .max(20_000, "must be 20,000 days or less")
      .default(400),
  },
  TEAM_TIMEZONE: {
    description: "IANA zone whose days are the team's; unset, the zone most members have in Slack, chosen once.",
    schema: z.string().refine(isIanaZone, "is no time zone; write one such as America/New_York").optional(),
  },
  PACE_DAYS: {
    description: "`working` (default): pace counts each rep's working days; `calendar`: every day.",
    schema: z.enum(["working", "calendar"], { error: "must be working or calendar" }).default("working"),
  },
  SYNC_ON_START: {
    description: "`first` (default): when nothing was ever read, the last 30 days are synced at the start; `off`.",
    schema: z.enum(["first", "off"], { error: "must be first or off" }).default("first"),
  },
  NIGHTLY_SYNC_AT: {
    description: "When the nightly sync runs, in the team's zone: `02:30` (default), or `off`.",
    schema: z
      .string()
      .regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/, "must be a time such as 02:30, or off")
      .default("02:30"),
  },
  LEADERBOARD_CHANNEL: {
    description: "Id of the Slack channel that gets the leaderboard, such as `C0123456789`; unset, there is none.",
    schema: z
      .string()
      .regex(/^[CG][A-Z0-9]{2,}$/, "must be a channel's id such as C0123456789, not its name")
      .optional(),
  },
  ADMIN_SLACK_IDS: {
    description: "Slack member ids that are admins, separated by commas; Slack's own admins are anyway.",
    schema: idList(/^[UW][A-Z0-9]{2,}$/, ""),
  },
  API_TOKEN: {
    description: "Bearer token of `/api/sync-all`, `/api/import/fishbowl` and `/metrics`; unset, all refuse everybody.",
    secret: true,
    schema: z.string().min(16, "must have at least 16 characters").optional(),
  },
  LOG_LEVEL: {
    description: "`error`, `warn`, `info` (default), `debug` or `silent`.",
    schema: z
      .enum(["error", "warn", "info", "debug", "silent"], { error: "must be error, warn, info, debug or silent" })
      .default("info"),
  },
  COPPER_API_KEY: {
    description: "Switches Copper on; best an admin's key, since others see less.",
    secret: true,
    schema: text,
  },
  COPPER_USER_EMAIL: { description: "The email address of that key's owner.", schema: text },
  COPPER_API_URL: {
    description: "Copper's API; default its public address.",
    schema: url.default("https://api.copper.com/developer_api/v1"),
  },
  COPPER_EMAIL_ACTIVITY_TYPE: {
    description: "Ids of the system activity types that are emails; default 6.",
    schema: idList(digits, "6"),
  },
  COPPER_CALL_ACTIVITY_TYPE: {
    description: "Ids of the user activity types that are calls; default 2160510.",
    schema: idList(digits, "2160510"),
  },
  COPPER_STAGE_A: {
    description: "Ids of the pipeline stages that are Fact Finding; unset, found by name.",
    schema: idList(digits, ""),
  },
  COPPER_STAGE_B: {
    description: "Ids of the stages that are Contact; unset, found by name.",
    schema: idList(digits, ""),
  },
  COPPER_STAGE_C: {
    description: "Ids of the stages that are Closing; unset, found by name.",
    schema: idList(digits, ""),
  },
  COPPER_REQUESTS_PER_MINUTE: { description: "Copper's limit for the key; default 180.", schema: count(180) },
  COPPER_WEBHOOK_SECRET: {
    description: "What Copper's webhooks prove themselves with; `current,next` while it is changed.",
    secret: true,
    schema: secretPair,
  },
  JUSTCALL_API_KEY: { description: "Switches JustCall on, together with its secret.", secret: true, schema: text },
  JUSTCALL_API_SECRET: { description: "JustCall's API secret.", secret: true, schema: text },
  JUSTCALL_API_URL: {
    description: "JustCall's API; default its public address.",
    schema: url.default("https://api.justcall.io/v2.1"),
  },
  JUSTCALL_PLAN: {
    description: "`team` (default), `pro` or `business`: how many requests are allowed; its answers' headers win.",
    schema: z.enum(["team", "pro", "business"], { error: "must be team, pro or business" }).default("team"),
  },
  FISHBOWL_API_URL: {
    description:
      "Fishbowl's server with its path, such as `https://fishbowl.acme.com:2456/api`; set, orders are pulled.",
    schema: url.optional(),
  },
  FISHBOWL_USERNAME: { description: "A Fishbowl user without MFA who may view the Data module.", schema: text },
  FISHBOWL_PASSWORD: { description: "That user's password.", secret: true, schema: text },
  FISHBOWL_HOME_CURRENCY: {
    description: "ISO code of the currency that Fishbowl's orders are in when they name none; default `USD`.",
    schema: z
      .string()
      .toUpperCase()
      .refine((code) => Intl.supportedValuesOf("currency").includes(code), "must be a currency's ISO code such as USD")
      .default("USD"),
  },
  FISHBOWL_RATE_DIRECTION: {
    description:
      "What a currency rate in a file of orders turns into what: `foreign-to-home` (foreign money × rate = home) or `home-to-foreign` (foreign money ÷ rate = home); unset, files with such orders are refused.",
    schema: z
      .enum(["foreign-to-home", "home-to-foreign"], { error: "must be foreign-to-home or home-to-foreign" })
      .optional(),
  },
} satisfies Record<string, Variable>;
