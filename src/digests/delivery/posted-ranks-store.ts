import type { Db } from "mongodb";
import { addDays, type Day } from "../../time/day";
import { deliveryId, type PlannedMessage, type PostedRanks } from "../planned-message";
import type { Delivery } from "./delivery";

/** A board that was posted: its day, and how it ranked people. */
export interface PostedBoard {
  readonly day: Day;
  readonly ranks: readonly PostedRanks[];
}

/** A board of a day: of Everyone, or of the named team, in a channel. */
export type BoardOfDay = Pick<PlannedMessage, "to" | "team" | "day">;

/** A board that arrived; without what it shows where that was not stored yet. */
export type LatestBoard = Pick<Delivery, "shown">;

/** Reads how boards ranked people when they were posted last. */
export interface PostedRanksStore {
  /** The last board that was posted before each of these, by `boardKey`, where there is one; a single query for all of them. */
  before(boards: readonly BoardOfDay[]): Promise<ReadonlyMap<string, PostedBoard>>;
  /** The latest of this very board that arrived on its day, by itself or by hand; `null` before any. */
  latestOf(board: BoardOfDay): Promise<LatestBoard | null>;
}

/** What a board is found by, whatever its day. */
export function boardKey({ to, team }: Pick<BoardOfDay, "to" | "team">): string {
  return `${team ?? ""} ${to}`;
}

/** The last board is looked for this far back. */
const DAYS_BACK = 31;

export function postedRanksStore(db: Db): PostedRanksStore {
  const rows = db.collection<Delivery>("deliveries");
  return {
    before: async (boards) => {
      if (boards.length === 0) return new Map();
      const ids = boards.map(({ to, team, day }) => {
        const id = (of: Day) => deliveryId({ kind: "board", to, day: of, ...(team !== undefined && { team }) });
        return { _id: { $gte: id(addDays(day, -DAYS_BACK)), $lt: id(day) } };
      });
      const latest = {
        $top: { sortBy: { day: -1, dueAt: -1 }, output: { day: "$day", ranks: { $ifNull: ["$ranks", []] } } },
      };
      const found = await rows
        .aggregate<{ readonly _id: Pick<BoardOfDay, "to" | "team">; readonly latest: PostedBoard }>([
          { $match: { $or: ids, state: "sent" } },
          { $group: { _id: { to: "$to", team: "$team" }, latest } },
        ])
        .toArray();
      return new Map(found.map(({ _id, latest: board }) => [boardKey(_id), board]));
    },
    latestOf: async ({ to, team, day }) => {
      const own = deliveryId({ kind: "board", to, day, ...(team !== undefined && { team }) });
      const sent = { _id: { $gte: own, $lt: `${own};` }, state: "sent" as const };
      // The day's own has no number, which comes last.
      return rows.findOne<LatestBoard>(sent, { projection: { _id: 0, shown: 1 }, sort: { again: -1 } });
    },
  };
}
