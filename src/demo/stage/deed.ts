/** Something that can be done to the demo's world. */
export interface Deed {
  readonly id: string;
  readonly label: string;
  /** What happens, and what to look at, in a sentence. */
  readonly hint: string;
  /** For a switch: whether it is on now. */
  readonly on?: () => boolean;
  /** Does it, for a member of the workspace where it matters, and says what happened and what to look at next. */
  run(user: string): string | Promise<string>;
}
