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
  /** Asks for yes or no, again where the answer is neither; Enter alone is the default. */
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

  /** @param inputEnded nobody could be asked any more; otherwise somebody pressed Ctrl+C. */
  constructor(inputEnded: boolean, options?: ErrorOptions) {
    super(`Stopped. ${KEPT}${inputEnded ? ` ${UNATTENDED}` : ""}`, options);
  }
}

const KEPT = "What was accepted so far is kept: run the setup again to go on from there.";
const UNATTENDED = "Where nobody can be asked, run it with --yes and the keys in the environment.";

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
      throw new SetupStopped(ended.signal.aborted, { cause });
    }
  };
  return {
    isPerson: true,
    say: (line) => void output.write(`${line}\n`),
    text: async (message) => (await answered(input({ message }, context))).trim(),
    secret: async (message) => (await answered(password({ message, mask: true }, context))).trim(),
    confirm: async (message, byDefault) => {
      const means = (given: string) => (given.trim() === "" ? byDefault : /^\s*y/i.test(given));
      const shown = (given: string, { isFinal }: { readonly isFinal: boolean }) => {
        return isFinal ? (means(given) ? "yes" : "no") : given;
      };
      const asked = { ...YES_OR_NO, transformer: shown, message: `${message} (${byDefault ? "Y/n" : "y/N"})` };
      return means(await answered(input(asked, context)));
    },
  };
}

/** The library's own question takes a slip of the finger for its default. */
const YES_OR_NO = {
  validate: (given: string) => /^\s*(y|yes|n|no)?\s*$/i.test(given) || "Type y for yes or n for no.",
  theme: { validationFailureMode: "clear" },
} as const;

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
