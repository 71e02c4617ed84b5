import type { Db } from "mongodb";
import type { SourceId } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import type { Delivery } from "./delivery";

interface AlertDocument {
  readonly _id: string;
  readonly at: Date;
}

/** Which alerts were told, once a day each. Those of messages are kept with the messages. */
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

/** What the admins are told, unasked. */
export type Alert =
  /** Messages that did not arrive, or of which nobody can tell. */
  | { readonly kind: "undelivered"; readonly rows: readonly Undelivered[] }
  | { readonly kind: "signed-out"; readonly reason: string }
  /** One more message for a day than it has receivers was about to be posted: posting stopped. */
  | { readonly kind: "too-many-posts"; readonly posts: number; readonly most: number }
  /** How far this machine's clock is ahead of the database's, in seconds; negative when behind. */
  | { readonly kind: "clock"; readonly seconds: number }
  /** So many records of a source are missing from its answer about these days that nothing was taken back. */
  | { readonly kind: "vanished"; readonly source: SourceId; readonly records: number; readonly range: DayRange };

export type Undelivered = Pick<Delivery, "kind" | "to" | "day" | "state" | "reason">;

/** Tells the admins. @throws when none of them could be told. */
export type AlertAdmins = (alert: Alert) => Promise<void>;
