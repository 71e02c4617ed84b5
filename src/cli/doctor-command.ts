import type { Paceline } from "../app";
import { type Finding, worstFirst } from "../doctor/finding";
import type { Terminal } from "./sync-command";

interface DoctorCommandDeps {
  readonly app: Pick<Paceline, "doctor">;
  /** Asks whether Paceline runs and is reached; where there is nothing of the kind, nobody. */
  readonly serving?: () => Promise<readonly Finding[]>;
  readonly terminal: Terminal;
}

/**
 * `doctor`: asks everybody whether all is well and prints what was found, the worst first.
 *
 * @returns the exit code, as `exitCodeOf` has it.
 */
export async function doctorCommand(
  { json = false }: { readonly json?: boolean },
  { app, serving = async () => [], terminal }: DoctorCommandDeps,
): Promise<number> {
  const found = worstFirst((await Promise.all([serving(), app.doctor()])).flat());
  terminal.out(json ? JSON.stringify({ findings: found }, null, 2) : doctorText(found));
  return exitCodeOf(found);
}

/** Makes findings an exit code: 1 where figures are wrong or missing until something is mended; warnings are somebody's to judge. */
export function exitCodeOf(found: readonly Finding[]): 0 | 1 {
  return found.some(({ state }) => state === "fault") ? 1 : 0;
}

const WORDS: Readonly<Record<Finding["state"], string>> = { fault: "PROBLEM", warning: "warning", ok: "ok     " };

/** A line a finding, what to do below it, and how many there are of each. */
export function doctorText(found: readonly Finding[]): string {
  const lines = found.flatMap(({ state, says, todo }) => {
    const line = `${WORDS[state]}  ${says}`;
    return todo === undefined ? [line] : [line, `         → ${todo}`];
  });
  const count = (state: Finding["state"], what: string) => {
    const number = found.filter((one) => one.state === state).length;
    return `${number} ${what}${number === 1 ? "" : "s"}`;
  };
  const sum = `${count("fault", "problem")}, ${count("warning", "warning")}, ${count("ok", "check")} passed`;
  return [...lines, "", sum].join("\n");
}
