import { loadLeaderboardAs } from "../../../src/digests/content/load-leaderboard";
import { postedRanksStore } from "../../../src/digests/delivery/posted-ranks-store";
import { boardReader } from "../../../src/digests/schedule/boards";
import { leaderboardSettingsStore } from "../../../src/digests/schedule/leaderboard-settings-store";
import type { Goal } from "../../../src/goals/goal";
import { holidayBook } from "../../../src/goals/holidays";
import { overviewStore } from "../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { peopleStore } from "../../../src/people/people-store";
import { EVERYONE } from "../../../src/people/permissions";
import type { Person } from "../../../src/people/person";
import { DEFAULT_LEADERBOARD_SETTINGS } from "../../../src/teams/leaderboard-settings";
import { teamStore } from "../../../src/teams/team-store";
import { day, zoneDays } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";

describe("a board by percent of the last week of a year, whose Friday is New Year's Day", () => {
  const test = testDatabase();

  it.each([
    // Three of the week's four working days by then, or of its seven days: 30 is all that is asked of them.
    ["four working days, though the holiday lies in another month than the others", "working", 40],
    ["seven days where pace counts every day, as everybody's own page does", "calendar", 70],
  ] as const)("spreads the week's goal over its %s", async (_over, paceDays, target) => {
    const { db } = test;
    const book = holidayBook();
    const settings = teamSettingsStore(db, book);
    await settings.addHoliday({ day: day("2027-01-01"), name: "New Year's Day" });
    const weekly = { period: "weekly", targets: [{ from: day("2026-01-05"), target }] } as const;
    for (const userId of ["UANA", "UBEN"]) {
      await db.collection<Person>("users").insertOne(aPerson(userId, { copperUserId: 1 }));
      await db.collection<Goal>("goals").insertOne(aGoal(userId, { userId, ...weekly }));
    }
    const emails = { type: "email_quantity", before: 0 } as const;
    const figures = [
      { userId: "UANA", ...emails, value: 30 },
      { userId: "UBEN", ...emails, value: 15 },
    ];
    await saveFigures(db, { figures, today: day("2026-12-28") });
    const [metrics, days] = [metricStore(db), zoneDays("America/New_York")];
    const leaderboards = leaderboardSettingsStore(db, { channel: null, log: memoryLog() });

    const loaded = await loadLeaderboardAs(
      { teamId: EVERYONE, day: day("2026-12-31"), settings: { ...DEFAULT_LEADERBOARD_SETTINGS, by: "share" } },
      {
        ...{ people: peopleStore(db), metrics, book, settings, days, freshness: async () => [] },
        overviews: overviewStore(db, { metrics, settings, book, paceDays, days }),
        boards: boardReader({ leaderboards, teams: teamStore(db, () => "unused") }),
        postedRanks: postedRanksStore(db),
      },
    );

    const [section] = loaded?.leaderboard.sections ?? [];
    expect(section?.rows.map(({ userId, result }) => [userId, result])).toEqual([
      ["UANA", 1],
      ["UBEN", 0.5],
    ]);
  });
});
