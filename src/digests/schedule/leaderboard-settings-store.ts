import type { Db } from "mongodb";
import { isDuplicateKey } from "../../lib/duplicate-key";
import type { Log } from "../../log";
import {
  DEFAULT_LEADERBOARD_SETTINGS,
  isSameBoard,
  type LeaderboardSettings,
  leaderboardSettingsSchema,
} from "../../teams/leaderboard-settings";

/** A document may hold some of them; `null` as its channel says that none is wanted. */
const stored = leaderboardSettingsSchema.partial();

interface BoardDocument {
  readonly _id: "boards";
  /** Rises with each change; absent until it is set here. */
  readonly version?: number;
}

/** The `boards` document of `settings`: the board of Everyone. */
export interface LeaderboardSettingsStore {
  /** What is set, with the defaults where nothing is. A document that makes no sense means no board, and is logged. */
  read(): Promise<LeaderboardSettings>;
  /** Sets all of it where it still is as it was, in one write; else `false`. */
  set(settings: LeaderboardSettings, was: LeaderboardSettings): Promise<boolean>;
}

/** @param channel where the board goes until a channel, or none, is set; `null` for none. */
export function leaderboardSettingsStore(
  db: Db,
  { channel, log }: { readonly channel: string | null; readonly log: Pick<Log, "warn"> },
): LeaderboardSettingsStore {
  const documents = db.collection<BoardDocument>("settings");
  const found = () => documents.findOne({ _id: "boards" });
  const settingsOf = (document: BoardDocument | null): LeaderboardSettings => {
    const read = stored.safeParse(document ?? {});
    if (!read.success) {
      // Digests go out all the same.
      log.warn({ issues: read.error.issues }, "The settings of the leaderboard make no sense: none is posted");
      return DEFAULT_LEADERBOARD_SETTINGS;
    }
    const set = Object.entries(read.data).filter(([, value]) => value !== undefined);
    const given: Partial<LeaderboardSettings> = Object.fromEntries(set);
    return { ...DEFAULT_LEADERBOARD_SETTINGS, channel, ...given };
  };
  const trySet: (...given: Parameters<LeaderboardSettingsStore["set"]>) => Promise<boolean | null> = async (
    settings,
    was,
  ) => {
    const before = await found();
    if (!isSameBoard(settingsOf(before), was)) return false;
    const asRead = { _id: "boards", version: before?.version ?? { $exists: false } } as const;
    const change = { $set: { ...settings }, $inc: { version: 1 } };
    try {
      const { matchedCount, upsertedCount } = await documents.updateOne(asRead, change, { upsert: before === null });
      return matchedCount + upsertedCount === 1 ? true : null;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return null;
    }
  };
  return {
    read: async () => settingsOf(await found()),
    set: async (settings, was) => {
      // Whoever was faster changed the version: what they left is compared anew.
      for (;;) {
        const isSet = await trySet(settings, was);
        if (isSet !== null) return isSet;
      }
    },
  };
}
