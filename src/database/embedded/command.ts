import { execFile } from "node:child_process";

/** The variables another program is given; ours when left out. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface CommandOptions {
  readonly env?: Environment;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** What a program prints, or `null` when it cannot be run, fails or takes too long. */
export function output(program: string, args: readonly string[], options: CommandOptions): Promise<string | null> {
  const { env, timeoutMs, signal } = options;
  return new Promise((resolve) => {
    const finished = (error: Error | null, stdout: string) => resolve(error === null ? stdout : null);
    execFile(program, [...args], { env, signal, timeout: timeoutMs, killSignal: "SIGKILL" }, finished);
  });
}
