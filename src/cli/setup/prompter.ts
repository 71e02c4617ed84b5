import confirm from "@inquirer/confirm";
import input from "@inquirer/input";
import password from "@inquirer/password";

/** Whoever sets Paceline up, or nobody, who is content with every default. */
export interface Prompter {
  readonly isPerson: boolean;
  say(line: string): void;
  /** Asks for a text; empty where nothing was entered. */
  text(message: string): Promise<string>;
  /** Asks for a text that is not shown. */
  secret(message: string): Promise<string>;
  confirm(message: string, byDefault: boolean): Promise<boolean>;
}

/** What somebody types comes from `input`, and is drawn on `output`. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** The input ended, or whoever typed wants to stop; what was entered before is kept. */
export class SetupStopped extends Error {
  override readonly name = "SetupStopped";

  constructor(options?: ErrorOptions) {
    super(
      "Stopped. What was accepted so far is kept: run the setup again to go on from there. Where nobody can be asked, run it with --yes and the keys in the environment.",
      options,
    );
  }
}

/** Makes the prompter of a terminal, or of any other stream. */
export function terminalPrompter({ input: from, output }: Streams): Prompter {
  const ended = new AbortController();
  from.once("end", () => ended.abort());
  from.once("close", () => ended.abort());
  const context = { input: from, output, signal: ended.signal };
  const answered = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (cause) {
      throw new SetupStopped({ cause });
    }
  };
  return {
    isPerson: true,
    say: (line) => void output.write(`${line}\n`),
    text: async (message) => (await answered(input({ message }, context))).trim(),
    secret: async (message) => (await answered(password({ message, mask: true }, context))).trim(),
    confirm: (message, byDefault) => answered(confirm({ message, default: byDefault }, context)),
  };
}

/** Makes the prompter of `--yes`: it takes every default, and enters nothing. */
export function unattendedPrompter({ output }: Pick<Streams, "output">): Prompter {
  return {
    isPerson: false,
    say: (line) => void output.write(`${line}\n`),
    text: async () => "",
    secret: async () => "",
    confirm: async (_message, byDefault) => byDefault,
  };
}
