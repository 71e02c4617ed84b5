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
    description: "Bring everybody's figures up to date",
    usage: "[7d | 30d | 2026-10-01..2026-10-31 | help]",
  },
  {
    command: "/goals",
    description: "Show your goals and where each stands",
    usage:
      "[why calls last week | trend calls | digest | board | @rep | team | set emails daily 20 @rep | archive | log | help]",
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
