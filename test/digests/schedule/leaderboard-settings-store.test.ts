import { leaderboardSettingsStore } from "../../../src/digests/schedule/leaderboard-settings-store";
import { DEFAULT_LEADERBOARD_SETTINGS } from "../../../src/teams/leaderboard-settings";
import { testDatabase } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";

describe("the settings of the leaderboard", () => {
  const test = testDatabase();
  const read = async (set: object | null) => {
    const log = memoryLog();
    if (set !== null) await test.db.collection<{ _id: string }>("settings").insertOne({ _id: "boards", ...set });
    return {
      settings: await leaderboardSettingsStore(test.db, { channel: "C01", log }).read(),
      warned: log.at("warn").length,
    };
  };

  it("are the defaults in the channel of the environment, where nothing is set", async () => {
    expect(await read(null)).toEqual({ settings: { ...DEFAULT_LEADERBOARD_SETTINGS, channel: "C01" }, warned: 0 });
  });

  it("are what is set, and the defaults for all else", async () => {
    const set = { channel: "C02", days: [1, 5], at: "16:30", by: "share", metrics: ["email_quantity"] };

    expect(await read(set)).toEqual({ settings: { ...DEFAULT_LEADERBOARD_SETTINGS, ...set }, warned: 0 });
  });

  it("are all that was set by the form, its empty fields as well", async () => {
    const store = leaderboardSettingsStore(test.db, { channel: "C01", log: memoryLog() });
    const set = { ...DEFAULT_LEADERBOARD_SETTINGS, on: false, channel: "C02", topN: 5, by: "share" as const };

    await store.set(set);

    expect(await store.read()).toEqual(set);
  });

  it.each([{ at: "25:00" }, { days: [8] }, { metrics: ["smiles"] }, { topN: 0 }, { by: "luck" }])(
    "mean no board, and a line in the log, where they make no sense: %j",
    async (set) => {
      expect(await read(set)).toEqual({ settings: DEFAULT_LEADERBOARD_SETTINGS, warned: 1 });
    },
  );
});
