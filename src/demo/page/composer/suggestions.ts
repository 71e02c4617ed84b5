import { useState } from "preact/hooks";
import { suggestedCommands } from "./commands";
import { type Mentionable, suggestedPeople, withPerson } from "./mentions";

/** A completion of what is typed. */
export interface Suggestion {
  readonly title: string;
  readonly usage: string;
  readonly description: string;
  /** The text once it is chosen. */
  readonly typed: string;
}

/** The commands that start with what is typed, or, within a command, the people whom an `@` at its end may mean. */
export function suggestionsFor(typed: string, people: readonly Mentionable[]): readonly Suggestion[] {
  const commands = suggestedCommands(typed).map(({ command, usage, description }) => {
    return { title: command, usage, description, typed: `${command} ` };
  });
  if (!typed.startsWith("/")) return commands;
  const named = suggestedPeople(typed, people).map((person) => {
    return { title: `@${person.name}`, usage: "", description: "", typed: withPerson(typed, person) };
  });
  return [...commands, ...named];
}

/** The suggestions, the chosen one, and the key handler. */
export interface SuggestionsState {
  readonly list: readonly Suggestion[];
  readonly chosen: number;
  onKeyDown(event: KeyboardEvent): void;
}

/** Arrow keys choose, Tab and Enter complete, Escape hides; without suggestions, Enter sends. */
export function useSuggestions(
  { text, suggestions }: { readonly text: string; readonly suggestions: readonly Suggestion[] },
  handlers: { complete(suggestion: Suggestion): void; send(): void },
): SuggestionsState {
  const [at, setAt] = useState(0);
  const [hiddenAt, setHiddenAt] = useState<string | null>(null);
  const list = hiddenAt === text ? [] : suggestions;
  const chosen = Math.min(at, Math.max(0, list.length - 1));
  const handles = (key: string): boolean => {
    const suggestion = list[chosen];
    if (suggestion === undefined) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const completes = key === "Tab" || (key === "Enter" && suggestion.typed.trimEnd() !== text);
    if (step !== undefined) setAt((chosen + step + list.length) % list.length);
    else if (key === "Escape") setHiddenAt(text);
    else if (completes) handlers.complete(suggestion);
    return step !== undefined || key === "Escape" || completes;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.shiftKey) return;
    const taken = handles(event.key);
    if (!taken && event.key === "Enter") handlers.send();
    if (taken || event.key === "Enter") event.preventDefault();
  };
  return { list, chosen, onKeyDown };
}
