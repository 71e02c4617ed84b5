import type { Log } from "../../log";
import type { Day } from "../../time/day";
import type { DueRow, FallenMonth, PlannedMessage, RenderedMessage, ReportedOrders } from "../planned-message";
import type { AlertAdmins, AlertStore } from "./alert-store";
import type { DeliveryStore } from "./delivery-store";
import type { PostAnswer } from "./post-outcome";
import type { SendRateStore } from "./send-rate-store";
import type { DeliveryTimes, StillWanted } from "./transitions";

/** The status of the app's token at Slack. */
export interface AuthStatus {
  /** `false` from when Slack refused the token until it accepts it again. Never throws. */
  isAccepted(): Promise<boolean>;
  /** Records that Slack refused it. */
  noteRefused(reason: string): void;
}

/** What is to be delivered as of one moment. */
export interface DeliveryPlan {
  /**
   * Every message whose due instant has come, posted or not; also those that were due lately and are past their
   * cut-off, so that they are recorded as missed.
   */
  readonly messages: readonly PlannedMessage[];
  /** Every person and channel that may get a message now. More messages for one day than it has receivers are a fault of ours. */
  readonly receivers: readonly string[];
  /** Records that every message of the plan has its row. */
  record?(): Promise<void>;
}

/** What deliveries depend on. */
export interface DeliveryDeps {
  readonly deliveries: DeliveryStore;
  readonly sendRate: SendRateStore;
  readonly alerts: AlertStore;
  readonly poster: Poster;
  readonly auth: AuthStatus;
  plan(now: Date): Promise<DeliveryPlan>;
  /** Asks right before a post whether it is still wanted: a few queries. */
  stillWanted(row: DueRow, now: Date): Promise<StillWanted>;
  /** Whether unrendered messages may be rendered now; it may wait a little, and is asked again next round. */
  ready?(now: Date, signal: AbortSignal): Promise<boolean>;
  /** Makes messages for many at once, by id: a constant number of queries. */
  render(rows: readonly DueRow[]): Promise<ReadonlyMap<string, RenderedMessage>>;
  readonly alertAdmins: AlertAdmins;
  /** The clock of days, and the machine's in milliseconds. */
  readonly now: () => Date;
  readonly clock: () => number;
  /** Waits, or less when the signal says to stop. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  readonly times: DeliveryTimes;
}

/** A round of deliveries. */
export interface DeliveryRound {
  /** The clock of days, corrected by the database's. */
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
  /** Identifies it in Slack's history. */
  readonly marker: string;
}

/** Posts to Slack, and finds and removes what was posted. */
export interface Poster {
  /** Posts once, and never throws: without a certain answer it is `lost`. */
  post(outgoing: OutgoingMessage): Promise<PostAnswer>;
  /** The direct conversation with a person. @throws when Slack does not say. */
  conversation(userId: string): Promise<string>;
  /** Time stamps of our messages with this marker since then, the earliest first. @throws when history cannot be read. */
  find(query: { readonly channel: string; readonly marker: string; readonly since: Date }): Promise<readonly string[]>;
  /** Removes a message; one that is removed already is no error. */
  remove(ref: { readonly channel: string; readonly ts: string }): Promise<void>;
}

/** What digests that arrived say, and keep of what they say. */
export interface DigestMemory {
  /** What the digest with this id says of its reader's money that fell. */
  fell(digest: { readonly id: string; readonly to: string }): Promise<readonly FallenMonth[]>;
  /** The orders of which the money consists that somebody's digests of a day and of those before it told. */
  orders(reader: { readonly to: string; readonly day: Day }): Promise<readonly ReportedOrders[]>;
}
