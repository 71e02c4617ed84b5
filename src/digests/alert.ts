import type { DayRange } from "../metrics/day";
import type { SourceId } from "../metrics/metrics";
import type { Delivery } from "./delivery";

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
export type TellAdmins = (alert: Alert) => Promise<void>;
