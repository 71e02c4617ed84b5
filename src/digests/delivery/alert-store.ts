import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import type { SourceId } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import type { Delivery } from "./delivery";

interface AlertDocument {
  readonly _id: string;
  /** When it was sent. */
  readonly at?: Date;
  /** Until when the process that sends it has it, and by which claim. */
  readonly until?: Date;
  readonly by?: string;
  /** Slack ids of admins who have read it in a report, until it is sent. */
  readonly readers?: readonly string[];
}

/**
 * Records which alerts were sent: one for each time a source or the disk breaks and is back, one for each silence and each stretch
 * of unread days, one a day of any other kind. An alert about messages is claimed here; which of them was told is recorded with each.
 */
export interface AlertStore {
  /** Claims an alert for two minutes and returns the claim; `null` when it was sent, or another process sends it now. */
  claim(alert: Alert, day: Day): Promise<string | null>;
  /** Has a claim hold for two minutes from now; `false` where another process took the alert over, or has sent it. */
  renew(alert: Alert, day: Day, claim: string): Promise<boolean>;
  /** Records that an admin has read in a report what an alert that is claimed will tell. */
  addReader(alert: Alert, day: Day, reader: string): Promise<void>;
  /** The Slack ids of those. */
  readers(alert: Alert, day: Day): Promise<readonly string[]>;
  wasSent(alert: Alert, day: Day): Promise<boolean>;
  markSent(alert: Alert, day: Day): Promise<void>;
  /** Gives a claimed alert back that reached nobody. */
  release(alert: Alert, day: Day, claim: string): Promise<void>;
}

const CLAIM_MS = 120_000;

/** Only the server's clock decides. */
export function alertStore(db: Db): AlertStore {
  const alerts = db.collection<AlertDocument>("alerts");
  const free = { $and: [{ $not: [{ $ifNull: ["$at", false] }] }, { $lte: [{ $ifNull: ["$until", null] }, "$$NOW"] }] };
  const soon = { $add: ["$$NOW", CLAIM_MS] };
  return {
    claim: async (alert, day) => {
      const claim = randomUUID();
      const until = { $ifNull: [{ $cond: [free, soon, "$until"] }, "$$REMOVE"] };
      const by = { $ifNull: [{ $cond: [free, claim, "$by"] }, "$$REMOVE"] };
      const options = { upsert: true, returnDocument: "after" } as const;
      const stored = await alerts.findOneAndUpdate({ _id: alertId(alert, day) }, [{ $set: { until, by } }], options);
      return stored?.by === claim ? claim : null;
    },
    renew: async (alert, day, claim) => {
      const held = { _id: alertId(alert, day), by: claim, at: { $exists: false } };
      return (await alerts.updateOne(held, [{ $set: { until: soon } }])).matchedCount === 1;
    },
    addReader: async (alert, day, reader) => {
      const unsent = { _id: alertId(alert, day), at: { $exists: false } };
      await alerts.updateOne(unsent, { $addToSet: { readers: reader } });
    },
    readers: async (alert, day) => (await alerts.findOne({ _id: alertId(alert, day) }))?.readers ?? [],
    wasSent: async (alert, day) => (await alerts.findOne({ _id: alertId(alert, day), at: { $exists: true } })) !== null,
    markSent: async (alert, day) => {
      await alerts.updateOne({ _id: alertId(alert, day) }, [{ $set: { at: "$$NOW" } }, { $unset: ["by", "readers"] }], {
        upsert: true,
      });
    },
    release: async (alert, day, claim) => {
      await alerts.updateOne({ _id: alertId(alert, day), by: claim }, { $unset: { until: "", by: "" } });
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
    case "undelivered":
      return alert.kind;
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

/** Sends an alert to the admins, but for those who have read it elsewhere. @throws when it reached none of the others. */
export type AlertAdmins = (alert: Alert, except?: { readonly readers: readonly string[] }) => Promise<void>;
