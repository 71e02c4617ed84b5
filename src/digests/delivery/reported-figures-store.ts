import type { Db } from "mongodb";
import { addDays, type Day } from "../../time/day";
import { deliveryId, type ReportedFigure } from "../planned-message";
import type { Delivery } from "./delivery";

/** Reads the figures that digests reported lately. */
export interface ReportedFiguresStore {
  /**
   * The figures in digests that arrived on the day named and the seven before it, the oldest first, by Slack's id. One
   * query, by the rows' own ids, however many people there are.
   */
  lately(
    people: readonly { readonly to: string; readonly day: Day }[],
  ): Promise<ReadonlyMap<string, readonly ReportedFigure[]>>;
  /** Names what digests that arrived praised, by Slack's id: one query of an index that holds these rows alone. */
  praised(people: readonly { readonly to: string }[]): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}

const DAYS = 7;

export function reportedFiguresStore(db: Db): ReportedFiguresStore {
  return {
    lately: async (people) => {
      const ids = people.flatMap(({ to, day }) =>
        Array.from({ length: DAYS + 1 }, (_, back) => deliveryId({ kind: "digest", to, day: addDays(day, -back) })),
      );
      const rows = await db
        .collection<Delivery>("deliveries")
        .find({ _id: { $in: ids }, state: "sent" })
        .project<Pick<Delivery, "to" | "told">>({ _id: 0, to: 1, told: 1 })
        .sort({ _id: 1 })
        .toArray();
      const figures = new Map<string, ReportedFigure[]>();
      // Rows from before figures were stored have none.
      for (const { to, told = [] } of rows) figures.set(to, [...(figures.get(to) ?? []), ...told]);
      return figures;
    },
    praised: async (people) => {
      const wanted = {
        to: { $in: people.map(({ to }) => to) },
        praised: { $type: "string" as const },
        state: "sent" as const,
      };
      const rows = await db
        .collection<Delivery>("deliveries")
        .find(wanted)
        .project<{ readonly to: string; readonly praised: string | readonly string[] }>({ _id: 0, to: 1, praised: 1 })
        .toArray();
      const praised = new Map<string, ReadonlySet<string>>();
      // Rows from before several were praised name one.
      for (const row of rows) praised.set(row.to, new Set([...(praised.get(row.to) ?? []), ...[row.praised].flat()]));
      return praised;
    },
  };
}
