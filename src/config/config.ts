import { z } from "zod";
import { VARIABLES } from "./variables";

type Shape = { readonly [Name in keyof typeof VARIABLES]: (typeof VARIABLES)[Name]["schema"] };

// The table's own names and schemas; TypeScript cannot follow them through Object.entries.
const shape = Object.fromEntries(Object.entries(VARIABLES).map(([name, { schema }]) => [name, schema])) as Shape;
const schema = z.object(shape);

/** Who tries it out on a machine of theirs opens nothing to the network. */
const [EVERYWHERE, LOOPBACK] = ["0.0.0.0", "127.0.0.1"];

/** The checked environment. */
export type Config = z.infer<typeof schema> & { readonly SLACK_BOT_TOKEN: string; readonly HOST: string };

/** Everything that is wrong with the environment, at once; names variables, shows no value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly faults: readonly string[]) {
    super(
      `The environment has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n- ${faults.join("\n- ")}`,
    );
  }
}

/**
 * Reads the environment.
 *
 * @param kind `server` needs what proves Slack's requests; `command` only talks to Slack.
 * @throws {ConfigError} naming every variable that is missing or wrong.
 */
export function parseEnv(env: Readonly<Record<string, string | undefined>>, kind: "server" | "command"): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const read = schema.safeParse(set);
  const faults = [...(read.error?.issues ?? []).map(faultOf), ...missing(set, kind)];
  if (!read.success || faults.length > 0) throw new ConfigError([...new Set(faults)]);
  const { SLACK_BOT_TOKEN = "", HOST = env.NODE_ENV === "production" ? EVERYWHERE : LOOPBACK } = read.data;
  return { ...read.data, SLACK_BOT_TOKEN, HOST };
}

/** The values that no log may show. */
export function secretsOf(config: Config): readonly string[] {
  return Object.entries(VARIABLES).flatMap(([name, variable]) => {
    const value = Reflect.get(config, name);
    if (!("secret" in variable)) return [];
    return [value].flat().filter((secret) => typeof secret === "string");
  });
}

function faultOf({ path, message }: z.core.$ZodIssue): string {
  return `${String(path[0])} ${/^(must|is) /.test(message) ? message : "has a value that cannot be used"}`;
}

function missing(set: Readonly<Record<string, string | undefined>>, kind: "server" | "command"): readonly string[] {
  const required = (name: string, why: string) => (set[name] === undefined ? [`${name} is not set: ${why}`] : []);
  const pair = (one: string, other: string) =>
    set[one] !== undefined && set[other] === undefined ? [`${other} is not set, and ${one} needs it`] : [];
  const served = kind === "server" && set.SLACK_APP_TOKEN === undefined;
  return [
    ...required("SLACK_BOT_TOKEN", "copy the bot token of your Slack app"),
    ...(served
      ? required("SLACK_SIGNING_SECRET", "copy it from your Slack app, or set SLACK_APP_TOKEN for Socket Mode")
      : []),
    ...pair("COPPER_API_KEY", "COPPER_USER_EMAIL"),
    ...pair("FISHBOWL_API_URL", "FISHBOWL_USERNAME"),
    ...pair("FISHBOWL_API_URL", "FISHBOWL_PASSWORD"),
    ...pair("FISHBOWL_USERNAME", "FISHBOWL_API_URL"),
    ...pair("FISHBOWL_PASSWORD", "FISHBOWL_API_URL"),
    ...pair("JUSTCALL_API_KEY", "JUSTCALL_API_SECRET"),
    ...pair("JUSTCALL_API_SECRET", "JUSTCALL_API_KEY"),
  ];
}
