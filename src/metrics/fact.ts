import type { Day } from "../time/day";
import type { MetricType } from "./metrics";
import type { SourceId } from "./sources";

interface FactBase {
  readonly source: SourceId;
  /** The record's id at the source: never holds a colon. With the metric's type it is the fact's key. */
  readonly recordId: string;
  readonly type: MetricType;
  /** The instant it happened; for what has only a day, that day's first instant. */
  readonly at: Date;
  /** In the team's zone. */
  readonly day: Day;
  /**
   * The owner in the source's own terms: a Copper user's id, an email address in lower case, a salesman.
   * Which person that is is decided at roll-up.
   */
  readonly owner: string;
  /** The record no longer names its owner, or never did to us: this is the last one known. */
  readonly ownerLost?: true;
  /** A count, seconds or cents: whole numbers. */
  readonly amount: number;
  /**
   * What people know the record by, as `recordName` keeps it: whom a call or a mail was with, an opportunity, a customer. It is
   * foreign text, and none of the figure: a fact that differs by it alone is not counted anew.
   */
  readonly name?: string;
  /** An address at which a person can look at the record. */
  readonly link?: string;
  /**
   * Ids of the source's own records that make up this one, sorted, where they are not `recordId`: an email is listed once
   * for each person it concerns.
   */
  readonly copyIds?: readonly string[];
  /** An email's recipients in lower case, by which one received by a rep is told from one that concerns none. */
  readonly to?: readonly string[];
}

/** What one source record is worth to one metric now: it counts, or it does not and says why. */
export type Fact = FactBase &
  (
    | { readonly counts: true }
    | {
        readonly counts: false;
        /** A fixed phrase, never foreign text: it is tallied. */
        readonly why: string;
        /** What the source said, for whoever asks about this very record. */
        readonly detail?: string;
      }
  );

/** `source:recordId:type`. */
export function factId({ source, recordId, type }: Pick<Fact, "source" | "recordId" | "type">): string {
  return `${source}:${recordId}:${type}`;
}

/** Escapes a record's id for facts, so that it holds no colon and two ids never become one. */
export function safeId(id: string): string {
  return id.replaceAll("%", "%25").replaceAll(":", "%3A");
}

/** The id that {@link safeId} escaped. */
export function idOfRecord(recordId: string): string {
  return recordId.replaceAll("%3A", ":").replaceAll("%25", "%");
}

/** Somebody as a source lists them. */
export interface ListedPerson {
  /** As the source's facts name their owner: Copper's user id, JustCall's email in lower case. */
  readonly owner: string;
  /** The source's id for them, which stays when their address changes; it is `owner` where absent. */
  readonly id?: string;
  readonly name: string;
  readonly email: string | null;
}
