/** Somebody whom a command can name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const BEGUN = /(?:^|\s)@([^@\n]*)$/;

/** Who is offered behind an `@` that begins the end of what is typed: all of whose names a word begins so. */
export function offeredPeople<T extends Named>(typed: string, people: readonly T[]): readonly T[] {
  const [, begun] = BEGUN.exec(typed) ?? [];
  if (begun === undefined) return [];
  const wanted = folded(begun);
  return people.filter(({ name }) => ` ${folded(name)}`.includes(` ${wanted}`) && folded(name) !== wanted.trimEnd());
}

/** What is typed with this person chosen. */
export function withPerson(typed: string, { name }: Named): string {
  return typed.replace(BEGUN, (found) => `${found.slice(0, found.indexOf("@"))}@${name} `);
}

/** The text as Slack sends a command's: who was named is a mention, the longest name first. */
export function withMentions(text: string, people: readonly Named[]): string {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  return byLength.reduce((sent, { id, name }) => sent.replaceAll(named(name), `$1<@${id}|${handle(name)}>`), text);
}

function named(name: string): RegExp {
  return new RegExp(`(^|\\s)@${name.replace(/[^\p{L}\p{N}\s]/gu, "\\$&")}(?![\\p{L}\\p{N}])`, "giu");
}

/** "ana.torres", which no mark of Slack's can be in. */
function handle(name: string): string {
  return folded(name)
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.|\.$/g, "");
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
