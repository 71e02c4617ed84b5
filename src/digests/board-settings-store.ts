import type { Db } from "mongodb";
import { z } from "zod";
import { localTime } from "../metrics/local-time";
import { isMetricType } from "../metrics/metrics";
import { type BoardSettings, PLAIN_BOARD } from "./board-settings";

const stored = z.object({
  channel: z.string().nullish(),
  days: z.array(z.number().int().min(1).max(7)).optional(),
  at: z.string().transform(localTime).optional(),
  metrics: z.array(z.string().refine(isMetricType)).nullish(),
  topN: z.number().int().min(1).max(10).optional(),
  by: z.enum(["value", "share"]).optional(),
});

/** The `boards` document of `settings`. */
export interface BoardSettingsStore {
  /** What is set, with the defaults where nothing is. @throws when what is stored makes no sense. */
  read(): Promise<BoardSettings>;
}

/** @param channel where the board goes when no other channel is set; `null` for none. */
export function boardSettingsStore(db: Db, channel: string | null): BoardSettingsStore {
  const settings = db.collection<{ readonly _id: "boards" }>("settings");
  return {
    read: async () => {
      const set = stored.parse((await settings.findOne({ _id: "boards" })) ?? {});
      const given = Object.fromEntries(
        Object.entries(set).filter(([, value]) => value !== undefined && value !== null),
      );
      return { ...PLAIN_BOARD, channel, ...given };
    },
  };
}
