/** A slash command as Slack offers it while one types. */
export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage: string;
}

/** The app's commands; `manifest.yml` says the same of each. */
export const COMMANDS: readonly SlashCommand[] = [
  {
    command: "/sync",
    description: "Bring everyone's numbers up to date",
    usage: "[last week | Oct 5 | help]",
  },
  {
    command: "/goals",
    description: "See your goals and what's left today",
    usage: "[why calls | trend calls | board | help]",
  },
];

/** The commands that start with what is typed, until the command is complete. */
export function suggestedCommands(typed: string): readonly SlashCommand[] {
  if (!typed.startsWith("/") || /\s/.test(typed)) return [];
  return COMMANDS.filter(({ command }) => command.startsWith(typed.toLowerCase()));
}

/** The command of what is typed, once its name is complete. */
export function commandOf(typed: string): SlashCommand | null {
  const [first = ""] = typed.split(/\s/);
  return COMMANDS.find(({ command }) => command === first.toLowerCase()) ?? null;
}

/** What sending the text would do. */
export type TypedInput =
  | { readonly kind: "nothing" }
  | { readonly kind: "command" | "words"; readonly text: string }
  | { readonly kind: "refused"; readonly why: string };

/** Decides what sending does: an existing command, a message, or a refusal for any other text that starts with a slash. */
export function parseTyped(typed: string): TypedInput {
  const text = typed.trim();
  if (text === "") return { kind: "nothing" };
  if (text.startsWith("/")) {
    return commandOf(text) === null
      ? { kind: "refused", why: `${text.split(/\s/)[0]} is not a command here. Try /sync or /goals.` }
      : { kind: "command", text };
  }
  return { kind: "words", text };
}
