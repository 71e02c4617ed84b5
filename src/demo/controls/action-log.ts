import type { ControlsState } from "./controls";

const MAX_MESSAGES = 20;

/** Records which actions were run and what they said, and notifies listeners. */
export class ActionLog {
  readonly #listeners = new Set<() => void>();
  #said: ControlsState["said"] = [];
  #done: ControlsState["done"] = {};

  constructor(private readonly now: () => Date) {}

  get state(): Pick<ControlsState, "said" | "done"> {
    return { said: this.#said, done: this.#done };
  }

  /** Counts the action, records what it said, and notifies the listeners. */
  record(id: string, text: string): string {
    this.#done = { ...this.#done, [id]: (this.#done[id] ?? 0) + 1 };
    return this.#add(text);
  }

  /** Forgets everything recorded so far and starts with this message. */
  restart(text: string): string {
    this.#said = [];
    this.#done = {};
    return this.#add(text);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #add(text: string): string {
    this.#said = [{ at: this.now().toISOString(), text }, ...this.#said].slice(0, MAX_MESSAGES);
    for (const listener of this.#listeners) listener();
    return text;
  }
}
