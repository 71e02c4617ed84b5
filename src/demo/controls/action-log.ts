import type { StageState } from "./controls";

const MOST_SAID = 20;

/** What was done on the stage and said of it, and whoever wants to hear of more. */
export class StageLog {
  readonly #listeners = new Set<() => void>();
  #said: StageState["said"] = [];
  #done: StageState["done"] = {};

  constructor(private readonly now: () => Date) {}

  get kept(): Pick<StageState, "said" | "done"> {
    return { said: this.#said, done: this.#done };
  }

  /** Counts the action, notes what was said, and tells everybody who watches. */
  note(id: string, text: string): string {
    this.#done = { ...this.#done, [id]: (this.#done[id] ?? 0) + 1 };
    return this.#say(text);
  }

  /** Forgets all before, and says this. */
  beginAnew(text: string): string {
    this.#said = [];
    this.#done = {};
    return this.#say(text);
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #say(text: string): string {
    this.#said = [{ at: this.now().toISOString(), text }, ...this.#said].slice(0, MOST_SAID);
    for (const listener of this.#listeners) listener();
    return text;
  }
}
