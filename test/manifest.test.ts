import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AppsManifestValidateArguments } from "@slack/web-api";
import Ajv from "ajv";
import { parse } from "yaml";
import { z } from "zod";
import { createAppLink, filledManifest } from "../src/cli/setup/manifest-link";
import { LISTENERS } from "../src/slack/listeners";
import { OPTIONAL_SCOPES, SCOPES as WANTED_SCOPES } from "../src/slack/platform/probe";

type Manifest = Extract<AppsManifestValidateArguments["manifest"], object>;
type Scope = NonNullable<NonNullable<NonNullable<Manifest["oauth_config"]>["scopes"]>["bot"]>[number];
type EventName = NonNullable<
  NonNullable<NonNullable<Manifest["settings"]>["event_subscriptions"]>["bot_events"]
>[number];

const root = join(__dirname, "..");
const text = readFileSync(join(root, "manifest.yml"), "utf8");
const schema = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readFileSync(join(__dirname, "support/env/manifest-schema.json"), "utf8")));
const fields = z.object({
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), url: z.string(), should_escape: z.boolean() })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: z.string() }),
    interactivity: z.object({ request_url: z.string() }),
  }),
});
const manifest = fields.parse(parse(text));

/** Which scope each method of Slack's that we call needs; Slack names it in the method's page. */
const SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  "auth.test": [],
  "bots.info": ["users:read"],
  "chat.delete": ["chat:write"],
  "chat.getPermalink": [],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  // What was posted is looked up where it was posted: direct messages, public and private channels.
  "conversations.history": ["im:history", "channels:history", "groups:history"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.join": ["channels:join"],
  "conversations.open": ["im:write"],
  "files.completeUploadExternal": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.info": ["files:read"],
  "usergroups.list": ["usergroups:read"],
  "usergroups.users.list": ["usergroups:read"],
  "users.info": ["users:read", "users:read.email"],
  "users.list": ["users:read", "users:read.email"],
  "views.open": [],
  "views.publish": [],
  "views.update": [],
};

function validate(value: unknown): readonly string[] {
  const check = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  check(value);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function methodsUsed(): readonly string[] {
  const folder = join(root, "src/slack");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const calls = files.flatMap((file) => [
    ...readFileSync(join(folder, file), "utf8").matchAll(
      /\b(?:client|modals)\.(?:apiCall\(")?([a-z]+(?:\.[a-zA-Z]+)+)["(]/g,
    ),
  ]);
  return [...new Set(calls.map(([, method]) => method ?? ""))].sort();
}

describe("manifest.yml", () => {
  it("is what Slack accepts", () => {
    expect(validate(parse(text))).toEqual([]);
  });

  it.each([
    [
      "a name of 36 characters",
      "name: Paceline",
      `name: ${"x".repeat(36)}`,
      "/display_information/name must NOT have more than 35 characters",
    ],
    [
      "an unknown key",
      "always_online: true",
      "always_on: true",
      "/features/bot_user must NOT have additional properties",
    ],
    [
      "a command without a slash",
      "command: /goals",
      "command: goals",
      '/features/slash_commands/1/command must match pattern "^/[a-z0-9_-]+$"',
    ],
    [
      "interactivity that is neither on nor off",
      "    is_enabled: true\n",
      "",
      "/settings/interactivity must have required property 'is_enabled'",
    ],
  ])("would not pass with %s", (_case, from, to, error) => {
    expect(text).toContain(from);
    expect(validate(parse(text.replace(from, to)))).toEqual([error]);
  });

  it("names the commands that are listened to", () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(Object.keys(LISTENERS.commands));
  });

  it("subscribes to the events that are listened to", () => {
    const events = Object.keys(LISTENERS.events);
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(events);
    expect(events).toEqual(["app_home_opened", "message.im"] satisfies EventName[]);
  });

  it("asks for the scopes of the methods that are called, and for no other", () => {
    expect(methodsUsed()).toEqual(Object.keys(SCOPES));
    const needed = new Set(["commands", ...Object.values(SCOPES).flat()]);
    const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
    expect([...bot, ...optional].sort()).toEqual([...needed].sort());
  });

  it("asks for the scopes that the doctor looks for", () => {
    expect(manifest.oauth_config.scopes.bot).toEqual([...WANTED_SCOPES]);
    expect(manifest.oauth_config.scopes.bot_optional).toEqual(Object.keys(OPTIONAL_SCOPES));
  });

  it.each([
    ["a public address", { kind: "http", url: "https://bot.acme.test" }, false],
    ["Socket Mode", { kind: "socket" }, true],
  ] as const)(
    "is still what Slack accepts once it is filled in for %s, by a short link that holds it whole",
    (_, how, socket) => {
      const filled = filledManifest(text, how);
      const link = new URL(createAppLink(filled));

      expect(validate(parse(filled))).toEqual([]);
      expect(filled.match(/https:\/\/bot\.acme\.test\/slack\/events/g)?.length ?? 0).toBe(socket ? 0 : 4);
      // Over a socket nothing is sent to an address, so none is named that somebody would wonder about.
      expect(filled.includes("url:")).toBe(!socket);
      expect(filled).toContain(`socket_mode_enabled: ${socket}`);
      expect(parse(link.searchParams.get("manifest_yaml") ?? "")).toEqual(parse(filled));
      expect(createAppLink(filled).length).toBeLessThan(2_600);
      expect(`${link.origin}${link.pathname}${link.searchParams.get("new_app")}`).toBe("https://api.slack.com/apps1");
    },
  );

  it("sends everything to one address, and names as ids", () => {
    const { slash_commands: commands } = manifest.features;
    const { event_subscriptions: events, interactivity } = manifest.settings;
    const urls = [...commands.map(({ url }) => url), events.request_url, interactivity.request_url];
    expect([...new Set(urls)]).toEqual(["https://paceline.example.com/slack/events"]);
    expect(commands.every(({ should_escape: escapes }) => escapes)).toBe(true);
  });
});
