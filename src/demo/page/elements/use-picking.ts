import { useId, useState } from "preact/hooks";
import { type ChoiceGroups, matching, steppedTo, toggled } from "./picking";

/** The state of an open or closed list, and what may be done with it. */
export interface Picking {
  readonly isOpen: boolean;
  readonly typed: string;
  /** Those that what is typed leaves. */
  readonly shown: ChoiceGroups;
  /** The place of the option that Enter chooses, among all that are shown. */
  readonly at: number;
  readonly listId: string;
  readonly activeId: string | undefined;
  /** Whether no more can be chosen. */
  readonly isFull: boolean;
  open(): void;
  shut(): void;
  type(text: string): void;
  toggle(value: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** Opens and filters a list of options; arrow keys move, Enter chooses, Escape closes it, and Backspace takes out the last one. */
export function usePicking({
  groups,
  values,
  max,
  change,
}: {
  readonly groups: ChoiceGroups;
  readonly values: readonly string[];
  readonly max: number;
  change(values: readonly string[]): void;
}): Picking {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [chosen, setAt] = useState(0);
  const listId = `${useId()}-list`;
  const shown = matching(groups, typed);
  const options = shown.flatMap(({ choices }) => choices);
  const at = Math.min(chosen, Math.max(0, options.length - 1));
  const isFull = values.length >= max;
  const toggle = (value: string) => {
    if (!isFull || values.includes(value)) change(toggled(values, value));
    setTyped("");
  };
  const open = () => setOpen(true);
  const shut = () => {
    setOpen(false);
    setTyped("");
    setAt(0);
  };
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
    open();
  };
  const chooses = () => {
    const option = options[at];
    if (isOpen && option !== undefined) toggle(option.value);
    else open();
    return true;
  };
  const taken = (key: string): boolean => {
    if (key === "Enter") return chooses();
    if (key === "Escape") {
      shut();
      return isOpen;
    }
    const last = values.at(-1);
    if (key === "Backspace" && typed === "" && last !== undefined) {
      toggle(last);
      return true;
    }
    const next = key.startsWith("Arrow") || isOpen ? steppedTo(key, { at, count: options.length }) : null;
    if (next === null) return false;
    if (isOpen) setAt(next);
    else open();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || !taken(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const activeId = isOpen && options.length > 0 ? optionId(listId, at) : undefined;
  return { isOpen, typed, shown, at, listId, activeId, isFull, open, shut, type, toggle, onKeyDown };
}

/** The id of an option of a list, by its place among those that are shown. */
export function optionId(listId: string, at: number): string {
  return `${listId}-${at}`;
}
