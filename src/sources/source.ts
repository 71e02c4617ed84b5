import type { Fact, ListedPerson } from "../metrics/fact";
import type { SourceId } from "../metrics/sources";
import type { Day, InstantRange } from "../time/day";
import type { Subscriptions } from "./subscriptions";
import type { RecordRef, RecordsRead } from "./webhook-event";

/** One system that facts come from. Adding one: copy a folder, add it to `all.ts`, follow the red tests. */
export interface Source {
  readonly id: SourceId;
  /** Why it is switched off, as a sentence that says what to set; absent when it is on. */
  readonly off?: string;
  /** The vendor gives records of so many days only; absent where it gives all. */
  readonly reachDays?: number;
  /** Its records come by imports alone, each of which is read when it comes: no other sync need look for them. */
  readonly imported?: true;
  /**
   * Begins to read: its list of people and whatever else it must know before the first record.
   *
   * @throws {SourceError}
   */
  open(range: InstantRange, how?: OpenOptions): Promise<ReadSession>;
  /**
   * Reads single records again, as a webhook asks for; absent where the vendor sends none.
   *
   * @throws {SourceError} or the signal's reason.
   */
  readonly refetch?: (records: readonly RecordRef[], signal: AbortSignal) => Promise<RecordsRead>;
  /**
   * Asks the vendor, with our key, whether all is well; absent where there is no vendor to ask.
   *
   * @throws {SourceError} which tells a key that is refused, one that sees too little and no answer apart.
   */
  readonly check?: (now: () => Date) => Promise<SourceCheck>;
  /** Whom the vendor tells of changes; absent where it tells nobody. */
  readonly subscriptions?: Subscriptions;
}

/** Whether somebody waits for the answers to requests. */
export type Priority = "interactive" | "background";

/** How to read. */
export interface OpenOptions {
  /** `background` leaves a tenth of the key's allowance to requests that somebody waits for. */
  readonly priority?: Priority | undefined;
  /**
   * To be told days on which records changed, before the change is kept anywhere; days outside the range are then read
   * beside it, now or by the next reading.
   */
  readonly onDays?: (days: readonly Day[]) => Promise<void>;
}

/** One reading of one source, over windows of `range` that are asked for in the order of time, and then days beside it. */
export interface ReadSession {
  /** Everybody the source knows; `null` where only its records tell. */
  readonly people: readonly ListedPerson[] | null;
  /** Where the vendor does not reach back to the beginning of the range: windows before this instant are not read. */
  readonly from?: Date;
  /** As of when its records stand, where that is earlier than when they are read. */
  readonly asOf?: Date;
  /**
   * What its facts hang on besides the records, such as settings, in a text that changes with it: a reading that broke
   * off is gone on with only by one of the same basis.
   */
  readonly configFingerprint?: string;
  /** What an admin should set, in sentences; the reading goes on without it. */
  readonly notices: readonly string[];
  /** What is good to know of this reading, in sentences; nothing is wrong and nobody has to do anything. */
  readonly notes?: readonly string[];
  /**
   * Reads the window whole over all lists of the source and verifies that it is, or says that it holds too many records.
   *
   * @throws {SourceError} when it could not be read whole; nothing of it may then be used.
   */
  read(window: InstantRange): Promise<WindowRead | TooManyRecordsResult>;
  /**
   * Of facts that were kept for a window and are no longer listed, those whose record is really gone.
   *
   * @throws {SourceError}
   */
  deleted(unseen: readonly Fact[]): Promise<readonly Fact[]>;
  /** What was asked so far: list pages, and all requests with their repetitions. */
  usage(): { readonly pages: number; readonly requests: number };
}

/** A window that was read whole. */
export interface WindowRead {
  readonly kind: "whole";
  /** One per record and metric, every `at` inside the window; one record's facts stand together. */
  readonly facts: readonly Fact[];
  /** Records that became no fact of their own (a copy of a mail, one that could not be read), by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Facts just outside the range asked for that were read along; they are not kept, but may cover a duplicate inside. */
  readonly overlap: readonly Fact[];
  /**
   * Set when the vendor counts more records than it lists, twice over: what is listed may be kept, but nothing may be
   * taken back. The text says which list and how many.
   */
  readonly shortfall?: string;
}

/** One list of the window holds more records than a window may; `records` where the vendor tells how many. */
export interface TooManyRecordsResult {
  readonly kind: "too-many";
  readonly records: number | null;
}

/** A window holds at most this many records of one list. */
export const WINDOW_RECORDS = 20_000;

/** What a source says of itself when it is asked with our key. */
export interface SourceCheck {
  /** How far its clock is ahead of ours, in milliseconds and to the second; `null` where it does not tell the time. */
  readonly aheadMs: number | null;
  /** `null` where only its records tell who there is. */
  readonly people: readonly ListedPerson[] | null;
  /** What is left of the key's allowances, where it says. */
  readonly quotas: readonly Quota[];
  /** What is set here and the account does not have: sentences that say what to set. */
  readonly missing: readonly string[];
}

export interface Quota {
  readonly per: "minute" | "hour";
  readonly left: number;
  readonly of: number;
}
