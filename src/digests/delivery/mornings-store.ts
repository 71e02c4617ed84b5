import type { Db } from "mongodb";
import type { Day } from "../../time/day";
import { type DueRow, deliveryId } from "../planned-message";
import type { Delivery, DeliveryState } from "./delivery";

/** Tells of messages of one morning which of them says what the receiver's own week and month came to; a query each. */
export interface MorningsStore {
  /** The ids of those of these digests behind which a recap of teams comes, or came, on the same morning. */
  withRecapBehind(digests: readonly MorningDigest[]): Promise<ReadonlySet<string>>;
  /** The ids of those of these recaps to which the digest of their morning leaves that. */
  withDigestBefore(recaps: readonly Pick<DueRow, "_id" | "to" | "morning">[]): Promise<ReadonlySet<string>>;
}

/** A digest's row, and the Monday of its week. */
export interface MorningDigest extends Pick<DueRow, "_id" | "to" | "day"> {
  readonly monday: Day;
}

/** What is in one of these does not come, unless it is planned again. */
const OVER: readonly DeliveryState[] = ["skipped", "missed", "failed"];

export function morningsStore(db: Db): MorningsStore {
  const deliveries = db.collection<Delivery>("deliveries");
  return {
    withRecapBehind: async (digests) => {
      if (digests.length === 0) return new Set();
      const wanted = new Map(
        digests.map(({ _id, to, day, monday }) => [deliveryId({ kind: "recap", to, day: monday }), { _id, day }]),
      );
      const found = await deliveries
        .find({ _id: { $in: [...wanted.keys()] }, state: { $nin: [...OVER] } })
        .project<Pick<Delivery, "_id" | "morning">>({ morning: 1 })
        .toArray();
      const behind = found.flatMap(({ _id, morning }) => {
        const digest = wanted.get(_id);
        return digest === undefined || digest.day !== morning ? [] : [digest._id];
      });
      return new Set(behind);
    },
    withDigestBefore: async (recaps) => {
      const wanted = new Map(
        recaps.flatMap(({ _id, to, morning: day }) => {
          return day === undefined ? [] : [[deliveryId({ kind: "digest", to, day }), _id] as const];
        }),
      );
      if (wanted.size === 0) return new Set();
      // One that is not rendered yet finds the recap's row when it is.
      const leaving = { $or: [{ recapsBehind: true }, { state: "due" as const, body: null }] };
      const found = await deliveries
        .find({ _id: { $in: [...wanted.keys()] }, ...leaving })
        .project<Pick<Delivery, "_id">>({ _id: 1 })
        .toArray();
      return new Set(found.flatMap(({ _id }) => wanted.get(_id) ?? []));
    },
  };
}
