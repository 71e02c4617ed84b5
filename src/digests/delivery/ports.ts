import type { Log } from "../../log";
import type { DueRow, PlannedMessage, RenderedMessage } from "../planned-message";
import type { AlertAdmins, AlertStore } from "./alert-store";
import type { DeliveryStore } from "./delivery-store";
import type { PostAnswer } from "./post-outcome";
import type { SendRateStore } from "./send-rate-store";
import type { DeliveryTimes } from "./transitions";

/** Whether Slack lets us in. */
export interface AuthStatus {
  /** `false` from when Slack refused our sign-in until it takes it again. Never throws. */
  isAccepted(): Promise<boolean>;
  /** Slack refused it. */
  noteRefused(reason: string): void;
}

/** What delivering is handed. */
export interface DeliveryDeps {
  readonly deliveries: DeliveryStore;
  readonly sendRate: SendRateStore;
  readonly alerts: AlertStore;
  readonly poster: Poster;
  readonly auth: AuthStatus;
  /**
   * Everything whose due instant has come, posted or not; also what was due lately and is past its cut-off, so that
   * it is noted as missed.
   */
  dueMessages(now: Date): Promise<readonly PlannedMessage[]>;
  /** All that was wanted at that moment has its row. */
  recordCheck?(now: Date): Promise<void>;
  /** Whether what is unrendered may be rendered now; waits a little, and is asked again next round. */
  ready?(now: Date, signal: AbortSignal): Promise<boolean>;
  /** Makes messages for many at once, by id: a constant number of queries. */
  render(rows: readonly DueRow[]): Promise<ReadonlyMap<string, RenderedMessage>>;
  /** How many active reps and boards there are: more messages than these for one day are a fault of ours. */
  receivers(): Promise<number>;
  readonly alertAdmins: AlertAdmins;
  /** The clock of days, and the machine's in milliseconds. */
  readonly now: () => Date;
  readonly clock: () => number;
  /** Waits, or less when the signal says to stop. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  readonly times: DeliveryTimes;
}

/** One round of delivering. */
export interface DeliveryRound {
  /** The clock of days, put right by the database's. */
  readonly now: () => Date;
  /** On the machine's clock. */
  readonly endsAt: number;
  /** Nothing is claimed after it. */
  readonly signal: AbortSignal;
}

/** A message on its way. */
export interface OutgoingMessage {
  /** A channel's id, or a person's for the direct conversation with them. */
  readonly to: string;
  readonly message: RenderedMessage;
  /** By which it is known again in Slack's history. */
  readonly marker: string;
}

/** What deliveries need of Slack. */
export interface Poster {
  /** Posts once, and never throws: what cannot be told is `lost`. */
  post(letter: OutgoingMessage): Promise<PostAnswer>;
  /** The direct conversation with a person. @throws when Slack does not say. */
  conversation(userId: string): Promise<string>;
  /** Time stamps of our messages with this marker since then, the earliest first. @throws when history cannot be read. */
  find(sought: { readonly channel: string; readonly marker: string; readonly since: Date }): Promise<readonly string[]>;
  /** Takes a message back; one that is gone already is no error. */
  remove(place: { readonly channel: string; readonly ts: string }): Promise<void>;
}
