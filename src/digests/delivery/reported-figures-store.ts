import type { Db, Filter } from "mongodb";
import { addDays, type Day } from "../../time/day";
import { REMEMBERED_DAYS, type ReportedFigure, recentDigestIds, recentRecapIds } from "../planned-message";
import type { Delivery } from "./delivery";

/** Reads the figures that digests reported lately. */
export interface ReportedFiguresStore {
  /**
   * The figures in digests and in recaps of teams that arrived on the day named and the seven before it, the oldest first, by
   * Slack's id, with those of digests that were asked for again. One query, by the rows' own ids, however many people there are.
   */
  lately(
    people: readonly { readonly to: string; readonly day: Day }[],
  ): Promise<ReadonlyMap<string, readonly ReportedFigure[]>>;
  /** Names what digests that arrived praised, by Slack's id: one query of an index that holds these rows alone. */
  praised(people: readonly { readonly to: string }[]): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}

export function reportedFiguresStore(db: Db): ReportedFiguresStore {
  return {
    lately: async (people) => {
      if (people.length === 0) return new Map();
      const ids = people.flatMap((one) => [...recentDigestIds(one), ...recentRecapIds(one)]);
      // What was corrected since is in a digest: no recap may be remembered longer than that one, or it is corrected again.
      const from = new Map(people.map(({ to, day }) => [to, addDays(day, -REMEMBERED_DAYS)]));
      const fields = { _id: 0, to: 1, day: 1, morning: 1, told: 1, sentAt: 1 } as const;
      const rows = await db
        .collection<Delivery>("deliveries")
        .find(arrivedLately(people, ids))
        .project<TellingRow>(fields)
        .sort({ _id: 1 })
        .toArray();
      const recent = rows.filter((row) => cameOn(row) >= (from.get(row.to) ?? ""));
      const figures = new Map<string, ReportedFigure[]>();
      // Rows from before figures were stored have none.
      for (const { to, told = [] } of recent.toSorted(asTheyCame))
        figures.set(to, [...(figures.get(to) ?? []), ...told]);
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

/**
 * Matches which of these rows arrived, and which of these people's digests that were asked for again and are of the days named or the seven before
 * them: these have told figures, too, and their ids are not known.
 */
export function arrivedLately(
  people: readonly { readonly to: string; readonly day: Day }[],
  ids: readonly string[],
): Filter<Delivery> {
  const [first, ...others] = people.map(({ day }) => day).sort();
  const known = { _id: { $in: [...ids] } };
  if (first === undefined) return { state: "sent", ...known };
  const day = { $gte: addDays(first, -REMEMBERED_DAYS), $lte: others.at(-1) ?? first };
  return { state: "sent", $or: [known, { to: { $in: people.map(({ to }) => to) }, again: { $gte: 1 }, day }] };
}

type TellingRow = Pick<Delivery, "to" | "day" | "morning" | "told" | "sentAt">;

/** A recap comes behind the digest of the date that it has, and its id names the Monday before; of one date the order is that of arrival. */
function asTheyCame(a: TellingRow, b: TellingRow): number {
  const [one, other] = [cameOn(a), cameOn(b)];
  if (one !== other) return one < other ? -1 : 1;
  return (a.sentAt?.getTime() ?? 0) - (b.sentAt?.getTime() ?? 0);
}

function cameOn({ day, morning = day }: Pick<Delivery, "day" | "morning">): Day {
  return morning;
}
