import type { OwnerSum } from "../metrics/fact-store";
import type { SourceId } from "../metrics/sources";
import type { Member, Person, Salesman } from "../people/person";
import type { SourceCheck } from "../sources/source";
import type { SourceError } from "../sources/source-error";
import type { Freshness } from "../sync/state/freshness";
import type { Audit } from "../sync/totals/audit";
import type { Day, DayRange } from "../time/day";

/** Slack's answer to who we are. */
export type SlackStatus =
  | {
      readonly kind: "answered";
      /** What the token may do; `null` where Slack does not say. */
      readonly scopes: readonly string[] | null;
      readonly aheadMs: number | null;
    }
  | { readonly kind: "refused"; readonly error: string }
  | { readonly kind: "unreachable" };

/** What a vendor tells us of, as it says itself. */
export type WebhookStatus =
  | {
      readonly kind: "answered";
      /** How many kinds of change we want to be told of. */
      readonly topics: number;
      /** Those it does not tell us of, or without the current secret; in its own words. */
      readonly missing: readonly string[];
      /** Entries of ours that are to be given up. */
      readonly outdated: number;
    }
  | { readonly kind: "refused"; readonly failure: SourceError };

/** One source, asked with our key. */
export interface SourceExamination {
  readonly source: SourceId;
  /** Why it is switched off; `null` when it is on. */
  readonly off: string | null;
  /** `null` where there is nobody to ask, or the asking failed. */
  readonly check: SourceCheck | null;
  readonly failure: unknown;
  /** `null` where nobody is told, or was asked: it is off, its check failed, or we have no address. */
  readonly webhooks: WebhookStatus | null;
  readonly freshness: Freshness;
  /** Of the 29 days before today, those that no complete reading covers, in order. */
  readonly unread: readonly Day[];
}

/** All that was asked, as one value; what to make of it is decided in `findings.ts`. */
export interface Examination {
  readonly now: Date;
  /** The team's. */
  readonly zone: string;
  /** Where vendors reach us; `null` when that is not set. */
  readonly publicUrl: string | null;
  readonly sources: readonly SourceExamination[];
  readonly slack: SlackStatus;
  readonly wantedScopes: readonly string[];
  /** `null` when they could not be read. */
  readonly members: readonly Member[] | null;
  /** As the next sync would know them. */
  readonly people: readonly Person[];
  readonly salesmen: readonly Salesman[];
  /** Orders of the last 90 days, kept and counting, whose salesman is mapped to nobody. */
  readonly unowned: readonly OwnerSum[];
  /** Every total of the last 30 days against its records. */
  readonly totals: Audit & {
    readonly range: DayRange;
    /** Totals were being made meanwhile, so that a difference means nothing. */
    readonly busy: boolean;
  };
  readonly database: {
    readonly version: string;
    readonly replicaSet: string | null;
    readonly members: number;
    readonly writeConcern: string;
  };
}
