import { writeFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { runSetup } from "../../../../src/cli/run-setup";
import { type Values, withValues } from "../../../../src/cli/setup/env-text";
import { eventually } from "../../wait";

/** Starts the setup over a file of these values and an environment, as somebody would at a terminal without colors. */
export function typedSetup(file: string, { values, env = {} }: { readonly values: Values; readonly env?: Values }) {
  writeFileSync(file, withValues("", values));
  const streams = { input: new PassThrough(), output: new PassThrough() };
  // Prompts end what they are drawn on, which a terminal is deaf to.
  streams.output.end = () => streams.output;
  let printed = "";
  let seen = 0;
  streams.output.on("data", (chunk) => {
    printed += String(chunk);
  });
  const say = (text: string) => void streams.output.write(`${text}\n`);
  const ended = runSetup({ file }, { env, streams, terminal: { out: say, err: say } }).catch((error: unknown) => error);
  return {
    /** The exit code, or what was thrown. */
    ended,
    /** Enters a line once it is asked for. */
    type: async (asked: RegExp, line: string) => {
      await eventually(() => asked.test(printed.slice(seen)));
      seen = printed.length;
      streams.input.write(`${line}\n`);
    },
    stop: () => streams.input.end(),
    out: () => printed,
  };
}
