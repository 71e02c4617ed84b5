import { boardStore } from "../../../src/digests/schedule/boards";
import { leaderboardSettingsStore } from "../../../src/digests/schedule/leaderboard-settings-store";
import { EVERYONE } from "../../../src/people/permissions";
import { DEFAULT_LEADERBOARD_SETTINGS } from "../../../src/teams/leaderboard-settings";
import type { Team } from "../../../src/teams/team";
import { teamStore } from "../../../src/teams/team-store";
import { aTeam } from "../../support/builders/teams";
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

    expect(await store.set(set, await store.read())).toBe(true);

    expect(await store.read()).toEqual(set);
  });

  it("have no channel where it was taken away, whatever the environment says", async () => {
    const store = leaderboardSettingsStore(test.db, { channel: "C01", log: memoryLog() });
    const set = { ...(await store.read()), on: false, channel: null };

    await store.set(set, await store.read());

    expect(await store.read()).toEqual(set);
  });

  it("are saved once of several who saw the same and save at once, of Everyone and of a team, and the others are refused", async () => {
    const teams = teamStore(test.db, () => "unused");
    await test.db.collection<Team>("teams").insertOne(aTeam("west"));
    const leaderboards = leaderboardSettingsStore(test.db, { channel: "C01", log: memoryLog() });
    const boards = boardStore({ leaderboards, teams });
    for (const teamId of [EVERYONE, "west"]) {
      for (const at of [0, 1, 2, 3, 4]) {
        const was = (await boards.one(teamId))?.settings ?? DEFAULT_LEADERBOARD_SETTINGS;
        const edits = [1, 2, 3].map((by) => ({ ...was, topN: ((was.topN + by + at) % 10) + 1 }));
        const differing = edits.filter(({ topN }) => topN !== was.topN);

        const saved = await Promise.all(
          differing.map((settings) => boards.set(teamId, { settings, was, by: "U0MAX", at: new Date(at) })),
        );

        expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
        const winner = differing[saved.findIndex(({ ok }) => ok)];
        expect((await boards.one(teamId))?.settings).toEqual(winner);
      }
    }
    expect(await teams.log("west")).toHaveLength(5);
  });

  it.each([{ at: "25:00" }, { days: [8] }, { metrics: ["smiles"] }, { topN: 0 }, { by: "luck" }])(
    "mean no board, and a line in the log, where they make no sense: %j",
    async (set) => {
      expect(await read(set)).toEqual({ settings: DEFAULT_LEADERBOARD_SETTINGS, warned: 1 });
    },
  );
});
