import type { DemoOptions } from "../demo/command";
import type { Terminal } from "./sync-command";

interface DemoDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

/**
 * Loads the demo and runs it. It is loaded only here: some packages it depends on are not installed in production.
 *
 * @returns the exit code; 2, with a word, when that is so.
 */
export async function runDemo(options: DemoOptions, deps: DemoDeps): Promise<number> {
  try {
    const { demoCommand } = await import("../demo/command.js");
    return await demoCommand(options, deps);
  } catch (error) {
    if (!isMissingPackage(error)) throw error;
    deps.terminal.err("The demo needs packages that are not installed here: run `npm ci` in a copy of the source.");
    return 2;
  }
}

function isMissingPackage(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));
}
