import { useState } from "preact/hooks";
import { offered, type SlashCommand } from "./commands";

/** The commands that are offered, which of them is chosen, and what takes the keys. */
export interface OffersState {
  readonly list: readonly SlashCommand[];
  readonly chosen: number;
  pressed(event: KeyboardEvent): void;
}

/** The arrows choose, Tab and Enter complete, Escape hides; where nothing is offered, Enter sends. */
export function useOffers(text: string, does: { complete(command: SlashCommand): void; send(): void }): OffersState {
  const [at, setAt] = useState(0);
  const [hiddenAt, setHiddenAt] = useState<string | null>(null);
  const list = hiddenAt === text ? [] : offered(text);
  const chosen = Math.min(at, Math.max(0, list.length - 1));
  const takes = (key: string): boolean => {
    const command = list[chosen];
    if (command === undefined) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const completes = key === "Tab" || (key === "Enter" && command.command !== text);
    if (step !== undefined) setAt((chosen + step + list.length) % list.length);
    else if (key === "Escape") setHiddenAt(text);
    else if (completes) does.complete(command);
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
