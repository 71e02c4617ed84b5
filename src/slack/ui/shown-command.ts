const MENTION = /<@[uw][a-z0-9]+(?:\|([^>]*))?>/gi;

/** A command as people read it, with names instead of mentions; still foreign text. */
export function shownCommand(command: string): string {
  return command.replace(MENTION, (_, name?: string) => `@${name ?? "rep"}`);
}
