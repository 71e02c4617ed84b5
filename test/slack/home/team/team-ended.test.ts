import type { Goal } from "../../../../src/goals/goal";
import type { Person } from "../../../../src/people/person";
import type { SlackDeps } from "../../../../src/slack/deps";
import { renderTeam } from "../../../../src/slack/home/team/render-team";
import { day } from "../../../../src/time/day";
import { aGoal } from "../../../support/builders/goals";
import { TEAM_LOCATION } from "../../../support/builders/overviews";
import { aPerson } from "../../../support/builders/people";
import { testDatabase } from "../../../support/env/database";
import { monitoredDatabase } from "../../../support/env/monitored-database";
import { unusedDeps } from "../../../support/fakes/unused-deps";
import { READING, storedTeamDeps } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

const MONDAY = day("2026-10-26");

/** Ana, whose week begins, as Max, her manager, sees her. */
describe("the team's page on the first day of all goals", () => {
  const test = testDatabase();
  const { reads, db: watched } = monitoredDatabase(test);
  const opened = async (page: number) => {
    const now = new Date("2026-10-26T14:00:00Z");
    const deps = {
      ...{ ...unusedDeps(), ...storedTeamDeps(watched(), MONDAY), days: READING.days, now: () => now },
      freshness: async () => [{ source: "copper", asOf: now, state: "fresh", from: day("2026-09-01") }],
      syncing: async () => false,
    } as Partial<SlackDeps> as SlackDeps;
    reads.length = 0;
    const { blocks } = await renderTeam(deps, {
      ...{
        actor: { userId: "UMAX", role: "manager", teams: ["everyone"] },
        tabs: ["me", "team"],
        syncing: null,
        workspace: null,
      },
      location: { ...TEAM_LOCATION, page },
    });
    return { said: lines(blocks), asked: [...reads].sort() };
  };

  it("asks what the week before came to where it shows it, and not for everyone's numbers", async () => {
    await test.db.collection<Person>("users").insertOne(aPerson("UANA", { name: "Ana" }));
    await test.db.collection<Goal>("goals").insertOne(aGoal("g", { userId: "UANA", period: "weekly" }));

    const [needs, everyone] = [await opened(0), await opened(1)];

    expect(needs.said).toContain("Last week: emails 400 short of 400");
    // What today asks, and what is done of it, begins her own row.
    expect(needs.said).toContain("🎯 Needs today: 80 emails");
    expect(everyone.said).toContain("# Everyone's numbers");
    expect(everyone.asked.length).toBeLessThan(needs.asked.length);
  });
});
