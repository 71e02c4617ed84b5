/** What a button of the control strip says. */
export interface ControlsAction {
  readonly id: string;
  readonly label: string;
  /** What happens, and what to look at, in a sentence. */
  readonly hint: string;
  /** A fault that is on now. */
  readonly on?: boolean;
}

export interface ControlsGroup {
  readonly id: "clock" | "faults" | "events";
  readonly title: string;
  readonly actions: readonly ControlsAction[];
}

export interface ControlsState {
  /** The demo's clock, ISO. */
  readonly now: string;
  /** The team's IANA zone. */
  readonly zone: string;
  readonly groups: readonly ControlsGroup[];
  /** What was done last and what to look at, newest first, at most 20; `at` is the demo's clock, ISO. */
  readonly said: readonly { readonly at: string; readonly text: string }[];
  /** How often each action was done since the start or the last reset, by its id. */
  readonly done: Readonly<Record<string, number>>;
}

/** The demo's world as one who stands behind it moves it: its clock, what breaks, what happens out there. */
export interface DemoControls {
  state(): ControlsState;
  /**
   * Does one of the actions, one at a time, and says what happened and what to look at next.
   *
   * @param user the Slack id of the person it is for, where it is for somebody.
   * @throws {RangeError} for an unknown id.
   */
  run(id: string, user: string): Promise<string>;
  /** Brings everything back to how the demo began. The app keeps running. */
  reset(): Promise<string>;
  /** Calls back when the state has changed; the answer stops it. */
  onChange(listener: () => void): () => void;
}
