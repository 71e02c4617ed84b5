import { useState } from "preact/hooks";
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

/** What is offered, which of them is chosen, and what takes the keys. */
export interface OffersState {
  readonly list: readonly Offer[];
  readonly chosen: number;
  pressed(event: KeyboardEvent): void;
}

/** The arrows choose, Tab and Enter complete, Escape hides; where nothing is offered, Enter sends. */
export function useOffers(
  { text, offers }: { readonly text: string; readonly offers: readonly Offer[] },
  does: { complete(offer: Offer): void; send(): void },
): OffersState {
  const [at, setAt] = useState(0);
  const [hiddenAt, setHiddenAt] = useState<string | null>(null);
  const list = hiddenAt === text ? [] : offers;
  const chosen = Math.min(at, Math.max(0, list.length - 1));
  const takes = (key: string): boolean => {
    const offer = list[chosen];
    if (offer === undefined) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const completes = key === "Tab" || (key === "Enter" && offer.typed.trimEnd() !== text);
    if (step !== undefined) setAt((chosen + step + list.length) % list.length);
    else if (key === "Escape") setHiddenAt(text);
    else if (completes) does.complete(offer);
    return step !== undefined || key === "Escape" || completes;
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing || event.shiftKey) return;
    const taken = takes(event.key);
    if (!taken && event.key === "Enter") does.send();
    if (taken || event.key === "Enter") event.preventDefault();
  };
  return { list, chosen, pressed };
}
