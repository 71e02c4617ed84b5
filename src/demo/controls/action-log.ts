import type { ControlsState } from "./controls";

const MAX_MESSAGES = 20;

/** What was done on the stage and said of it, and whoever wants to hear of more. */
export class ActionLog {
  readonly #listeners = new Set<() => void>();
  #said: ControlsState["said"] = [];
  #done: ControlsState["done"] = {};

  constructor(private readonly now: () => Date) {}

  get state(): Pick<ControlsState, "said" | "done"> {
    return { said: this.#said, done: this.#done };
  }

  /** Counts the action, notes what was said, and tells everybody who watches. */
  record(id: string, text: string): string {
    this.#done = { ...this.#done, [id]: (this.#done[id] ?? 0) + 1 };
    return this.#add(text);
  }

  /** Forgets all before, and says this. */
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
