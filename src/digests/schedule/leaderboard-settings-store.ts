import type { Db } from "mongodb";
import type { Log } from "../../log";
import {
  DEFAULT_LEADERBOARD_SETTINGS,
  type LeaderboardSettings,
  leaderboardSettingsSchema,
} from "../../teams/leaderboard-settings";

/** A document may hold some of them, and `null` for what is as by default. */
const stored = leaderboardSettingsSchema.partial();

/** The `boards` document of `settings`: the board of Everyone. */
export interface LeaderboardSettingsStore {
  /** What is set, with the defaults where nothing is. A document that makes no sense means no board, and is logged. */
  read(): Promise<LeaderboardSettings>;
  /** Sets all of it. */
  set(settings: LeaderboardSettings): Promise<void>;
}

/** @param channel where the board goes when no other channel is set; `null` for none. */
export function leaderboardSettingsStore(
  db: Db,
  { channel, log }: { readonly channel: string | null; readonly log: Pick<Log, "warn"> },
): LeaderboardSettingsStore {
  const settings = db.collection<{ readonly _id: "boards" }>("settings");
  return {
    read: async () => {
      const read = stored.safeParse((await settings.findOne({ _id: "boards" })) ?? {});
      if (!read.success) {
        // Digests go out all the same.
        log.warn({ issues: read.error.issues }, "The settings of the leaderboard make no sense: none is posted");
        return DEFAULT_LEADERBOARD_SETTINGS;
      }
      const set = Object.entries(read.data).filter(([, value]) => value !== undefined && value !== null);
      const given: Partial<LeaderboardSettings> = Object.fromEntries(set);
      return { ...DEFAULT_LEADERBOARD_SETTINGS, channel, ...given };
    },
    set: async (given) => {
      await settings.updateOne({ _id: "boards" }, { $set: { ...given } }, { upsert: true });
    },
  };
}
