import { type Config, ConfigError, parseEnv } from "../../config/config";
import { VARIABLES } from "../../config/variables";
import type { Values } from "./env-text";

type Name = keyof typeof VARIABLES;

/** The variables that one try goes by. */
export interface TriedNames {
  /** What is tried: a fault in it is told at once. */
  readonly own: readonly Name[];
  /** What the try is made with; a value that cannot be read is left out, as `otherFaults` has told it. */
  readonly settings?: readonly Name[];
}

/** A source's key is tried before there need be a token of Slack's. */
const UNUSED = "xoxb-none";

/**
 * Reads the variables of one try, and no others, whose faults it could not mend.
 *
 * @throws {ConfigError} for its own that are missing or wrong.
 */
export function checkedValues(values: Values, { own, settings = [] }: TriedNames): Config {
  const readable = settings.filter((name) => VARIABLES[name].schema.safeParse(values[name]).success);
  const tried = Object.fromEntries([...own, ...readable].map((name) => [name, values[name]]));
  return parseEnv({ ...tried, SLACK_BOT_TOKEN: tried.SLACK_BOT_TOKEN ?? UNUSED }, "command");
}

/** Lists what is wrong with variables that nobody is asked for, and without which Paceline does not start. */
export function otherFaults(values: Values, asked: ReadonlySet<string>): readonly string[] {
  const others = Object.entries(values).filter(([name]) => !asked.has(name));
  try {
    parseEnv({ ...Object.fromEntries(others), SLACK_BOT_TOKEN: UNUSED }, "command");
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
