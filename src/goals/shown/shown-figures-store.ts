import type { Db, Document } from "mongodb";
import type { Log } from "../../log";
import type { ShownFigures } from "./shown-figures";

/** What each person was last shown of this month: a document each in `shown_figures`. */
export interface ShownFiguresStore {
  /**
   * Records what somebody was shown by one write. A figure that was read before the one that is recorded changes nothing, whichever is
   * written first, and neither does an earlier month. One that cannot be written is logged: nothing that shows figures fails for it.
   */
  record(userId: string, shown: ShownFigures): Promise<void>;
  /** What somebody was shown last; `null` for whom nothing is known. */
  of(userId: string): Promise<ShownFigures | null>;
}

interface ShownFiguresDocument extends ShownFigures {
  /** Slack's member id. */
  readonly _id: string;
  readonly keptUntil: Date;
}

/** A month is compared with while it goes on; some days more, since clocks differ. */
const KEPT_MS = 40 * 86_400_000;

export function shownFiguresStore(db: Db, { log }: { readonly log: Pick<Log, "warn"> }): ShownFiguresStore {
  const all = db.collection<ShownFiguresDocument>("shown_figures");
  return {
    async record(userId, shown) {
      if (Object.keys(shown.figures).length === 0) return;
      try {
        await all.updateOne({ _id: userId }, newerFigures(shown), { upsert: true });
      } catch (error) {
        log.warn({ error, userId }, "What somebody was shown could not be recorded");
      }
    },
    of: (userId) => all.findOne({ _id: userId }, { projection: { _id: 0, keptUntil: 0 } }),
  };
}

/**
 * Begins anew with a later month, then takes each figure of the stored month that is newer than the one that is stored. What a report told
 * stays beside a later look.
 */
function newerFigures({ month, figures }: ShownFigures): Document[] {
  const isLater = { $lt: ["$month", month] };
  const isOfMonth = { $eq: ["$month", month] };
  const newer = Object.entries(figures).map(([type, figure]) => {
    const stored = `$figures.${type}`;
    const { value, at, surface } = figure;
    const isLastReport = { $lte: [`${stored}.reported.at`, at] };
    const told = { $cond: [isLastReport, { $literal: { value, at } }, `${stored}.reported`] };
    const reported = surface === "report" ? told : `${stored}.reported`;
    const shown = { $cond: [{ $lte: [`${stored}.at`, at] }, { $literal: figure }, stored] };
    return [`figures.${type}`, { $cond: [isOfMonth, { $mergeObjects: [shown, { reported }] }, stored] }];
  });
  return [
    { $set: { month: { $max: ["$month", month] }, figures: { $cond: [isLater, {}, "$figures"] } } },
    { $set: { ...Object.fromEntries(newer), keptUntil: { $add: ["$$NOW", KEPT_MS] } } },
  ];
}
