import type { Db, Filter } from "mongodb";
import { type PlannedMessage, recentDigestIds, recentRecapIds } from "../planned-message";
import type { Delivery } from "./delivery";

/** A message to somebody, as far as it says, or leaves to another, what their own weeks and months came to. */
export interface OwnRecapRow
  extends Pick<Delivery, "_id" | "kind" | "to" | "day" | "morning" | "state" | "recapsLeft" | "recapsTold"> {
  readonly isRendered: boolean;
}

/** Somebody on a date by their own clock. */
export type ReaderOn = Pick<PlannedMessage, "to" | "day">;

/** Reads which messages say what their readers' own weeks and months came to; a query each, by the rows' own ids. */
export interface OwnRecapsStore {
  /** The recaps of teams for these people, of the weeks that these days lie in and of those before. */
  teamRecaps(readers: readonly ReaderOn[]): Promise<readonly OwnRecapRow[]>;
  /** Their digests of these days and of the seven before. */
  digests(readers: readonly ReaderOn[]): Promise<readonly OwnRecapRow[]>;
}

export function ownRecapsStore(db: Db): OwnRecapsStore {
  const rowsOf = async (ids: readonly string[]): Promise<readonly OwnRecapRow[]> => {
    if (ids.length === 0) return [];
    const wanted: Filter<Delivery> = { _id: { $in: [...new Set(ids)] } };
    const plain = { kind: 1, to: 1, day: 1, morning: 1, state: 1, recapsLeft: 1, recapsTold: 1 };
    return db
      .collection<Delivery>("deliveries")
      .find(wanted)
      .project<OwnRecapRow>({ ...plain, isRendered: { $ne: ["$body", null] } })
      .toArray();
  };
  return {
    teamRecaps: (readers) => rowsOf(readers.flatMap(recentRecapIds)),
    digests: (readers) => rowsOf(readers.flatMap(recentDigestIds)),
  };
}
