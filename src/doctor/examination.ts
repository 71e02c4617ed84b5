import type { NameSum, OwnerSum } from "../metrics/fact-summary-store";
import type { SourceId } from "../metrics/sources";
import type { Member, Person, Salesman } from "../people/person";
import type { SourceCheck } from "../sources/source";
import type { SourceError } from "../sources/source-error";
import type { Freshness } from "../sync/state/freshness";
import type { Audit } from "../sync/totals/audit";
import type { Day, DayRange } from "../time/day";

/** The status of our token at Slack. */
export type SlackStatus =
  | {
      readonly kind: "answered";
      /** The workspace that the token is of, for people; `null` where Slack does not say. */
      readonly workspace: string | null;
      /** What the token may do; `null` where Slack does not say. */
      readonly scopes: readonly string[] | null;
      readonly aheadMs: number | null;
    }
  | { readonly kind: "refused"; readonly error: string }
  | { readonly kind: "unreachable" };

/** Requests to Slack's address with another signature than ours, and none that was right since. */
export interface RefusedSignatures {
  readonly count: number;
  /** When the first came. */
  readonly from: Date;
  /** Whether one names our app and workspace, as Slack's do and a stranger's hardly would. */
  readonly isSlacks: boolean;
  /** Whether our secret was right before: somebody made a new one at Slack. */
  readonly wasRight: boolean;
}

/** The webhooks that a vendor sends us, by its own account. */
export type WebhookStatus =
  | {
      readonly kind: "answered";
      /** How many kinds of change we subscribe to. */
      readonly topics: number;
      /** Those that are missing at the vendor, or lack the current secret; by its own names. */
      readonly missing: readonly string[];
      /** Subscriptions of ours that are to be removed. */
      readonly outdated: number;
    }
  | { readonly kind: "refused"; readonly failure: SourceError };

/** What one source answered to our key. */
export interface SourceExamination {
  readonly source: SourceId;
  /** Why it is switched off; `null` when it is on. */
  readonly off: string | null;
  /** `null` where there is no API to ask, or the check failed. */
  readonly check: SourceCheck | null;
  readonly failure: unknown;
  /** `null` when it was not asked: it has none, is off, its check failed, or we have no address. */
  readonly webhooks: WebhookStatus | null;
  readonly freshness: Freshness;
  /** Those of the 29 days before today that no complete reading covers, in order. */
  readonly unread: readonly Day[];
}

/** All that was asked, as one value; what to make of it is decided in `findings.ts`. */
export interface Examination {
  readonly now: Date;
  /** The team's. */
  readonly zone: string;
  /** The address at which vendors reach us; `null` when that is not set. */
  readonly publicUrl: string | null;
  readonly sources: readonly SourceExamination[];
  readonly slack: SlackStatus;
  /** `null` where none was refused, or Slack sends none. */
  readonly refusedSignatures: RefusedSignatures | null;
  /** Whether the process that serves Slack runs with another signing secret than is set now. */
  readonly isOtherSecretRunning: boolean;
  readonly wantedScopes: readonly string[];
  /** Scopes that may be left out, each with what is missing then. */
  readonly optionalScopes: Readonly<Record<string, string>>;
  /** Names of active teams that follow a user group of Slack's. */
  readonly followingTeams: readonly string[];
  /** `null` when they could not be read. */
  readonly members: readonly Member[] | null;
  /** As the next sync would know them. */
  readonly people: readonly Person[];
  readonly salesmen: readonly Salesman[];
  /** Counting orders of the last 90 days whose salesman is not mapped. */
  readonly unowned: readonly OwnerSum[];
  /** Orders of the last 30 days whose customer has no account type, by customer, in cents; the largest amount first. */
  readonly untyped: readonly NameSum[];
  /** Every total of the last 30 days against its records. */
  readonly totals: Audit & {
    readonly range: DayRange;
    /** Totals were being recomputed meanwhile, so that a difference means nothing. */
    readonly busy: boolean;
  };
  readonly database: {
    readonly version: string;
    readonly replicaSet: string | null;
    readonly members: number;
    readonly writeConcern: string;
  };
}
