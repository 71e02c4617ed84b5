import { offered } from "./commands";
import { type Named, offeredPeople, withPerson } from "./mentions";

/** Something that completes what is typed. */
export interface Offer {
  readonly title: string;
  readonly usage: string;
  readonly description: string;
  /** What is typed once it is chosen. */
  readonly typed: string;
}

/** The commands that begin like what is typed, or in a command the people whom an `@` at its end may mean. */
export function offersFor(typed: string, people: readonly Named[]): readonly Offer[] {
  const commands = offered(typed).map(({ command, usage, description }) => {
    return { title: command, usage, description, typed: `${command} ` };
  });
  if (!typed.startsWith("/")) return commands;
  const named = offeredPeople(typed, people).map((person) => {
    return { title: `@${person.name}`, usage: "", description: "", typed: withPerson(typed, person) };
  });
  return [...commands, ...named];
}
