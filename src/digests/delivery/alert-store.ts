import type { Db } from "mongodb";
import type { SourceId } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import type { Delivery } from "./delivery";

interface AlertDocument {
  readonly _id: string;
  readonly at: Date;
}

/** Records which alerts were sent, one a day of each kind. Alerts about messages are recorded with the messages. */
export interface AlertStore {
  wasSent(alert: Alert, day: Day): Promise<boolean>;
  markSent(alert: Alert, day: Day): Promise<void>;
}

export function alertStore(db: Db): AlertStore {
  const alerts = db.collection<AlertDocument>("alerts");
  const id = (alert: Alert, day: Day) => {
    return alert.kind === "vanished" ? `${alert.kind}:${alert.source}:${day}` : `${alert.kind}:${day}`;
  };
  return {
    wasSent: async (alert, day) => (await alerts.findOne({ _id: id(alert, day) })) !== null,
    markSent: async (alert, day) => {
      await alerts.updateOne({ _id: id(alert, day) }, [{ $set: { at: "$$NOW" } }], { upsert: true });
    },
  };
}

/** An alert to the admins. */
export type Alert =
  /** Messages that did not arrive, or may not have. */
  | { readonly kind: "undelivered"; readonly rows: readonly Undelivered[] }
  | { readonly kind: "signed-out"; readonly reason: string }
  /** Posting stopped: one more message than the day has receivers was about to go out. */
  | { readonly kind: "too-many-posts"; readonly posts: number; readonly most: number }
  /** How far this machine's clock is ahead of the database's, in seconds; negative when behind. */
  | { readonly kind: "clock"; readonly seconds: number }
  /** A mass deletion: so many records of these days are missing at the source that none was retired. */
  | { readonly kind: "vanished"; readonly source: SourceId; readonly records: number; readonly range: DayRange };

export type Undelivered = Pick<Delivery, "kind" | "to" | "day" | "state" | "reason">;

/** Sends an alert to the admins. @throws when it reached none of them. */
export type AlertAdmins = (alert: Alert) => Promise<void>;
