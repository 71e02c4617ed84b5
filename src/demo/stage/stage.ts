/** Something that can be done to the demo. */
export interface StageAction {
  readonly id: string;
  readonly label: string;
  /** What happens, and what to look at, in a sentence. */
  readonly hint: string;
  /** A fault that is on now. */
  readonly on?: boolean;
}

export interface StageGroup {
  readonly id: "clock" | "faults" | "events";
  readonly title: string;
  readonly actions: readonly StageAction[];
}

export interface StageState {
  /** The demo's clock, ISO. */
  readonly now: string;
  /** IANA, the team's. */
  readonly zone: string;
  readonly groups: readonly StageGroup[];
  /** What was done last and what to look at, newest first, at most 20. */
  readonly said: readonly { readonly at: string; readonly text: string }[];
  /** Counts what was done, so that the tour can tell: by action id. */
  readonly done: Readonly<Record<string, number>>;
}

/** What moves the demo: its clock, its faults, and what happens in the far ends. */
export interface Stage {
  state(): StageState;
  /**
   * Does it, as that person, and says what to look at.
   *
   * @throws {RangeError} for an unknown id.
   */
  act(id: string, user: string): Promise<string>;
  reset(): Promise<string>;
  /** Calls back when the state has changed; the answer stops it. */
  watch(listener: () => void): () => void;
}
