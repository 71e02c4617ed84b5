/** An action as the page shows it: one button of the demo's controls. */
export interface ControlsAction {
  readonly id: string;
  readonly label: string;
  /** One sentence: what happens, and what to look at. */
  readonly hint: string;
  /** Whether the fault is on now; only faults have it. */
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

/** The demo's controls: its clock, the faults that can be switched on, and events in the sources. */
export interface DemoControls {
  state(): ControlsState;
  /**
   * Runs an action, one at a time, and says what happened and what to look at next.
   *
   * @param user the Slack id of the current person, for actions that concern a person.
   * @throws {RangeError} for an unknown id.
   */
  run(id: string, user: string): Promise<string>;
  /** Resets the demo to its start. The app keeps running. */
  reset(): Promise<string>;
  /** Calls back when the state has changed; the returned function unsubscribes. */
  onChange(listener: () => void): () => void;
}
