/** A person whom a command can mention. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

const MENTION_START = /(?:^|\s)@([^@\n]*)$/;

/** The people to suggest after an `@` at the end of the text: those with a word of their name that starts that way. */
export function suggestedPeople<T extends Mentionable>(typed: string, people: readonly T[]): readonly T[] {
  const [, start] = MENTION_START.exec(typed) ?? [];
  if (start === undefined) return [];
  const prefix = foldAccents(start);
  return people.filter(
    ({ name }) => ` ${foldAccents(name)}`.includes(` ${prefix}`) && foldAccents(name) !== prefix.trimEnd(),
  );
}

/** The typed text completed with this person. */
export function withPerson(typed: string, { name }: Mentionable): string {
  return typed.replace(MENTION_START, (found) => `${found.slice(0, found.indexOf("@"))}@${name} `);
}

/** The text as Slack sends a command: names become mentions, the longest name first. */
export function withMentions(text: string, people: readonly Mentionable[]): string {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  return byLength.reduce(
    (sent, { id, name }) => sent.replaceAll(mentionPattern(name), `$1<@${id}|${handle(name)}>`),
    text,
  );
}

function mentionPattern(name: string): RegExp {
  return new RegExp(`(^|\\s)@${name.replace(/[^\p{L}\p{N}\s]/gu, "\\$&")}(?![\\p{L}\\p{N}])`, "giu");
}

/** "ana.torres", which contains no markup. */
function handle(name: string): string {
  return foldAccents(name)
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.|\.$/g, "");
}

function foldAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
