import type { Goal } from "../../src/goals/goal";
import { holidayBook } from "../../src/goals/holidays";
import { overviewStore } from "../../src/goals/overview-store";
import { teamSettingsStore } from "../../src/goals/team-settings-store";
import { metricStore } from "../../src/metrics/metric-store";
import { withMember } from "../../src/teams/membership";
import { addDays, day, zoneDays } from "../../src/time/day";
import { aGoal, saveFigures } from "../support/builders/goals";
import { aTeam } from "../support/builders/teams";
import { testDatabase } from "../support/env/database";
import { monitoredDatabase } from "../support/env/monitored-database";

const today = day("2025-10-10");
/** Noon of that day in New York. */
const noon = new Date("2025-10-10T16:00:00Z");
const NEW_YORK = zoneDays("America/New_York");

describe("the overviews of teams", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);

  it("reads forty teams of 200 by as many queries as one person, and each person's figures are the same in all", async () => {
    const people = Array.from({ length: 200 }, (_, index) => ({ _id: `U${index}` }));
    const teams = Array.from({ length: 40 }, (_, at) =>
      aTeam(`t${at}`, { people: people.filter((_one, index) => index % 40 === at).map(({ _id }) => _id) }),
    );
    // Somebody comes to each team on a day of their own.
    const coming = teams.map((team, at) => {
      return { ...team, members: withMember(team.members, { userId: `U${at + 1}`, on: addDays(today, -(at % 9)) }) };
    });
    await test.db.collection<Goal>("goals").insertMany(people.map(({ _id }) => aGoal(_id, { userId: _id })));
    const figures = people.map(({ _id: userId }) => ({ userId, type: "email_quantity", before: 9, value: 2 }) as const);
    await saveFigures(test.db, { figures, today });
    const db = watched();
    const book = holidayBook();
    const settings = teamSettingsStore(db, book);
    const store = overviewStore(db, { metrics: metricStore(db), settings, book, paceDays: "working", days: NEW_YORK });
    commands.length = 0;

    const overviews = await store.teamOverviews({ people, teams: coming, now: noon });

    expect(commands.sort()).toEqual(["aggregate", "find", "find"]);
    expect(overviews.size).toBe(40);
    expect(overviews.get("t1")?.members.map(({ userId }) => userId)).toEqual([
      "U1",
      "U2",
      "U41",
      "U81",
      "U121",
      "U161",
    ]);
    // What U2 brought before they came is not the team's.
    expect(overviews.get("t1")?.team).toMatchObject([{ origin: "sum", current: 10 }]);
    expect(overviews.get("t1")?.members[0]).toEqual({
      userId: "U1",
      overview: await store.overview({ _id: "U1" }, noon),
    });
  });
});
