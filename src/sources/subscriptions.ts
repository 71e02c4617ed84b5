/** One entry of a vendor's list of whom it tells of changes. */
export interface Subscription {
  readonly id: string;
  /** What it tells of, in the vendor's words: "opportunity/update", "call.completed". */
  readonly topic: string;
  readonly target: string;
  /** Whether it sends what we accept from now on; where the vendor signs by itself it always does. */
  readonly current: boolean;
}

/** A vendor's list of whom it tells of changes, as far as its API lets us change it. */
export interface Subscriptions {
  /** The path of our own that the vendor calls. */
  readonly path: string;
  /** What we want to be told of. */
  readonly topics: readonly string[];
  /** Everybody's, not ours alone. @throws {SourceError} */
  list(): Promise<readonly Subscription[]>;
  /** @throws {SourceError} */
  add(subscription: { readonly topic: string; readonly target: string }): Promise<void>;
  /** @throws {SourceError} */
  remove(id: string): Promise<void>;
}
