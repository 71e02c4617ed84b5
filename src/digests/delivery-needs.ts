import type { Log } from "../log";
import type { TellAdmins } from "./alert";
import type { AlertStore } from "./alert-store";
import type { DueRow, Message, Wanted } from "./delivery";
import type { DeliveryTimes } from "./delivery-times";
import type { Ledger } from "./ledger";
import type { Poster } from "./poster";
import type { PostingStore } from "./posting-store";

/** Whether Slack lets us in. */
export interface SignIn {
  /** `false` from when Slack refused our sign-in until it takes it again. Never throws. */
  holds(): Promise<boolean>;
  /** Slack refused it. */
  lost(reason: string): void;
}

/** What delivering is handed. */
export interface DeliveryNeeds {
  readonly ledger: Ledger;
  readonly posting: PostingStore;
  readonly alerts: AlertStore;
  readonly poster: Poster;
  readonly signIn: SignIn;
  /**
   * Everything whose due instant has come, posted or not; also what was due lately and is past its cut-off, so that
   * it is noted as missed.
   */
  wanted(now: Date): Promise<readonly Wanted[]>;
  /** All that was wanted at that moment has its row. */
  looked?(now: Date): Promise<void>;
  /** Whether what is unrendered may be rendered now; waits a little, and is asked again next round. */
  ready?(now: Date, signal: AbortSignal): Promise<boolean>;
  /** Makes messages for many at once, by id: a constant number of queries. */
  render(rows: readonly DueRow[]): Promise<ReadonlyMap<string, Message>>;
  /** How many active reps and boards there are: more messages than these for one day are a fault of ours. */
  receivers(): Promise<number>;
  readonly tellAdmins: TellAdmins;
  /** The clock of days, and the machine's in milliseconds. */
  readonly now: () => Date;
  readonly clock: () => number;
  /** Waits, or less when the signal says to stop. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  readonly times: DeliveryTimes;
}

/** One round of delivering. */
export interface Round {
  /** The clock of days, put right by the database's. */
  readonly now: () => Date;
  /** On the machine's clock. */
  readonly endsAt: number;
  /** Nothing is claimed after it. */
  readonly signal: AbortSignal;
}
