import type { Db } from "mongodb";
import type { SourceId } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import type { Delivery } from "./delivery";

interface AlertDocument {
  readonly _id: string;
  /** When it was sent. */
  readonly at?: Date;
  /** Until when the process that sends it has it. */
  readonly until?: Date;
}

/**
 * Records which alerts were sent: one for each time a source or the disk breaks and is back, one for each silence and each stretch
 * of unread days, one a day of any other kind. Alerts about messages are recorded with the messages.
 */
export interface AlertStore {
  /** Claims an alert for two minutes; `false` when it was sent, or another process sends it now. */
  claim(alert: Alert, day: Day): Promise<boolean>;
  wasSent(alert: Alert, day: Day): Promise<boolean>;
  markSent(alert: Alert, day: Day): Promise<void>;
  /** Gives a claimed alert back that reached nobody. */
  release(alert: Alert, day: Day): Promise<void>;
}

const CLAIM_MS = 120_000;

/** Only the server's clock decides. */
export function alertStore(db: Db): AlertStore {
  const alerts = db.collection<AlertDocument>("alerts");
  const free = { $and: [{ $not: [{ $ifNull: ["$at", false] }] }, { $lte: [{ $ifNull: ["$until", null] }, "$$NOW"] }] };
  const claimed = { $cond: [free, { $add: ["$$NOW", CLAIM_MS] }, "$until"] };
  return {
    claim: async (alert, day) => {
      const claim = [{ $set: { until: { $ifNull: [claimed, "$$REMOVE"] } } }];
      const done = await alerts.updateOne({ _id: alertId(alert, day) }, claim, { upsert: true });
      return done.modifiedCount + done.upsertedCount === 1;
    },
    wasSent: async (alert, day) => (await alerts.findOne({ _id: alertId(alert, day), at: { $exists: true } })) !== null,
    markSent: async (alert, day) => {
      await alerts.updateOne({ _id: alertId(alert, day) }, [{ $set: { at: "$$NOW" } }], { upsert: true });
    },
    release: async (alert, day) => {
      await alerts.updateOne({ _id: alertId(alert, day) }, { $unset: { until: "" } });
    },
  };
}

function alertId(alert: Alert, day: Day): string {
  switch (alert.kind) {
    case "vanished":
      return `${alert.kind}:${alert.source}:${day}`;
    case "source-broke":
    case "source-back":
      return `${alert.kind}:${alert.source}:${alert.at.toISOString()}`;
    case "expiring":
      return `${alert.kind}:${alert.source}:${alert.unread.from}`;
    case "was-down":
      return `${alert.kind}:${alert.from.toISOString()}`;
    case "disk-low":
    case "disk-back":
      return `${alert.kind}:${alert.at.toISOString()}`;
    default:
      return `${alert.kind}:${day}`;
  }
}

/** An alert to the admins. */
export type Alert =
  /** Messages that did not arrive, or may not have. */
  | { readonly kind: "undelivered"; readonly rows: readonly Undelivered[] }
  | { readonly kind: "signed-out"; readonly reason: string }
  /** Slack's requests are signed with another secret than ours. */
  | { readonly kind: "signing-secret" }
  /** Posting stopped: one more message than the day has receivers was about to go out. */
  | { readonly kind: "too-many-posts"; readonly posts: number; readonly most: number }
  /** How far this machine's clock is ahead of the database's, in seconds; negative when behind. */
  | { readonly kind: "clock"; readonly seconds: number }
  /** A mass deletion: so many records of these days are missing at the source that none was retired. */
  | { readonly kind: "vanished"; readonly source: SourceId; readonly records: number; readonly range: DayRange }
  /** A source that cannot be read since then: the fault, by who can mend it, and a sentence with what to do. */
  | {
      readonly kind: "source-broke";
      readonly source: SourceId;
      readonly at: Date;
      readonly fault: string;
      readonly problem: string;
    }
  | { readonly kind: "source-back"; readonly source: SourceId; readonly at: Date }
  /** Days that were not read and that a source gives until that day: then their records are lost for good. */
  | { readonly kind: "expiring"; readonly source: SourceId; readonly unread: DayRange; readonly lostFrom: Day }
  /** Nothing ran by itself in between. */
  | { readonly kind: "was-down"; readonly from: Date; readonly until: Date }
  /** The database's disk is nearly full since then, and has room again. */
  | { readonly kind: "disk-low"; readonly at: Date; readonly freeMegabytes: number }
  | { readonly kind: "disk-back"; readonly at: Date };

export type Undelivered = Pick<Delivery, "kind" | "to" | "day" | "state" | "reason">;

/** Sends an alert to the admins, but for the one who has read it elsewhere. @throws when it reached none of them. */
export type AlertAdmins = (alert: Alert, except?: { readonly reader?: string | undefined }) => Promise<void>;
