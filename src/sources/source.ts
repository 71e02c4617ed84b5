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
  /** How many days back the vendor gives records; absent where it gives all. */
  readonly reachDays?: number;
  /** Its records come by imports alone, each of which is read at once, so no other sync need look for them. */
  readonly imported?: true;
  /**
   * Opens a session: reads its list of people and whatever else it must know before the first record.
   *
   * @throws {SourceError}
   */
  open(range: InstantRange, how?: OpenOptions): Promise<ReadSession>;
  /**
   * Reads single records that a webhook names; absent where the vendor sends no webhooks.
   *
   * @throws {SourceError} or the signal's reason.
   */
  readonly refetch?: (records: readonly RecordRef[], signal: AbortSignal) => Promise<RecordsRead>;
  /**
   * Checks with the vendor that our key works; absent where there is no vendor to ask.
   *
   * @throws {SourceError} that distinguishes a refused key, a key that sees too little, and no answer.
   */
  readonly check?: (now: () => Date) => Promise<SourceCheck>;
  /** Manages the vendor's webhooks; absent where there are none. */
  readonly subscriptions?: Subscriptions;
}

/** Whether somebody waits for the answers to requests. */
export type Priority = "interactive" | "background";

/** How to read. */
export interface OpenOptions {
  /** `background` leaves a tenth of the key's allowance to requests that somebody waits for. */
  readonly priority?: Priority | undefined;
  /**
   * Receives days on which records changed, before the change is saved anywhere; days outside the range are then read in
   * addition to it, now or by the next session.
   */
  readonly onDays?: (days: readonly Day[]) => Promise<void>;
}

/** One read of a source: windows of the range, requested in the order of time, and then days outside it. */
export interface ReadSession {
  /** Everybody the source knows; `null` where only its records tell. */
  readonly people: readonly ListedPerson[] | null;
  /** Windows before this instant are not read, because the vendor does not reach back further. */
  readonly from?: Date;
  /** No day that begins before this can be read, whatever range was asked for. */
  readonly earliest?: Date;
  /** What lies outside the range has not changed since it was read: every import whose days were not read yet lies in the range. */
  readonly gapless?: boolean;
  /** It lists records so many milliseconds outside the range as well, which a window's `overlap` holds. */
  readonly overlapMs?: number;
  /** As of when its records stand, if they come by imports alone: when the last one came. */
  readonly asOf?: Date;
  /** Its records are older again than readings before it found them: what came last was undone, and they stand as of `asOf` at most. */
  readonly setBack?: true;
  /** How many records somebody has taken out of it, or put back to what they were, since they were read: so many that are missing are no broken answer. */
  readonly takenOut?: number;
  /**
   * A text that changes with whatever the facts depend on other than the records, such as settings: an interrupted read
   * is resumed only by one with the same fingerprint.
   */
  readonly configFingerprint?: string;
  /** What an admin should set, in sentences; reading goes on without it. */
  readonly notices: readonly string[];
  /** What is good to know about this read, in sentences; nothing is wrong and nobody has to do anything. */
  readonly notes?: readonly string[];
  /**
   * Walks every list of the source over the window once, each to its end, or says that it holds too many records. Records
   * that come, go or move meanwhile may be listed or not: what is listed is kept.
   *
   * @throws {SourceError} when a list could not be walked to its end; nothing of the window may then be used.
   */
  read(window: InstantRange, how?: WindowOptions): Promise<WindowRead | TooManyRecordsResult>;
  /**
   * Estimates how many records could be listed within so many milliseconds from now, as far as the limit of the key allows;
   * absent where there is no limit.
   */
  readonly recordsWithin?: (milliseconds: number) => number;
  /**
   * Returns, of live facts that the walk over the window just read did not list, those that it should have listed. Facts of
   * a list that is not read are never among them, and neither are those that leave a list without being deleted.
   *
   * @throws {SourceError}
   */
  missing(unlisted: readonly Fact[]): Promise<readonly Fact[]>;
  /**
   * Asks what became of the records of missing facts, each by its id or in its own minute.
   *
   * @param options `approved` where an admin has said that as many may be missing, so that a list that is empty twice is believed.
   * @throws {SourceError}
   */
  verify(missing: readonly Fact[], options?: { readonly approved: boolean }): Promise<Verified>;
  /** What was asked so far: list pages, and all requests with their repetitions. */
  usage(): { readonly pages: number; readonly requests: number };
}

/** How to read a window. */
export interface WindowOptions {
  /**
   * More records than this, over all lists together, are too many. It is asked once first pages tell how many there are, which
   * is not always exact.
   */
  readonly most?: () => number;
  /** Facts just before the window are read along as overlap, although the range does not begin with it. */
  readonly edge?: true;
}

/** A window whose lists were all walked to their ends. */
export interface WindowRead {
  readonly kind: "complete";
  /** One per record and metric, every `at` inside the window; one record's facts stand together. */
  readonly facts: readonly Fact[];
  /** Records that became no fact of their own (a copy of a mail, one that could not be read), by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Facts just outside the requested range that were read along; they are not saved, but may cover a duplicate inside. */
  readonly overlap: readonly Fact[];
  /** Ids of records that were listed but could not be read, as facts name them: what is kept of them stands. */
  readonly unreadable: ReadonlySet<string>;
}

/** What became of facts that a walk did not list; one that is in no list has a record that exists, and could not be read. */
export interface Verified {
  /** Facts that no record makes any more: it was deleted, or counts as something else now. */
  readonly gone: readonly Fact[];
  /** Facts of records that exist after all, as they are now: here or re-dated. */
  readonly found: readonly Fact[];
  /** Facts of records of which the vendor says neither that they exist nor that they were deleted. */
  readonly unanswered: readonly Fact[];
}

/** One list of the window holds more records than a window may; `records` where the vendor tells how many. */
export interface TooManyRecordsResult {
  readonly kind: "too-many";
  readonly records: number | null;
}

/** A window holds at most this many records of one list. */
export const WINDOW_RECORDS = 20_000;

/** What a source says about itself when asked with our key. */
export interface SourceCheck {
  /** How far its clock is ahead of ours, in milliseconds, accurate to the second; `null` where it does not tell the time. */
  readonly aheadMs: number | null;
  /** `null` where only its records tell who there is. */
  readonly people: readonly ListedPerson[] | null;
  /** What is left of the key's allowances, where it says. */
  readonly quotas: readonly Quota[];
  /** Sentences that say what to set, for what is configured here and missing in the account. */
  readonly missing: readonly string[];
}

export interface Quota {
  readonly per: "minute" | "hour";
  readonly left: number;
  readonly of: number;
}
