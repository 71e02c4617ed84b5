import type { Goal } from "../../../../src/goals/goal";
import type { Person } from "../../../../src/people/person";
import type { Team } from "../../../../src/teams/team";
import { closedAfterEach } from "../../env/closed-after-each";
import { testDatabase } from "../../env/database";
import { monitoredDatabase } from "../../env/monitored-database";
import { type CompanySize, companyHarness } from "./company";

/** Starts companies whose recaps of teams go out: of reps in teams, the first two manage one each, the third none by name, and so Everyone. */
export function recapStarter() {
  const watched = monitoredDatabase(testDatabase());
  const closed = closedAfterEach();
  return async (size: CompanySize = { reps: 5, teams: 2 }) => {
    const harness = closed(await companyHarness(watched, size));
    const [west = "", east = "", all = ""] = harness.users;
    const users = harness.db.collection<Person>("users");
    await users.updateMany({ _id: { $in: [west, east, all] } }, { $set: { role: "manager" } });
    const teams = harness.db.collection<Team>("teams");
    await teams.updateMany({}, { $set: { managers: [east] } });
    await teams.updateOne({ _id: "team0" }, { $set: { managers: [west], name: "West" } });
    await harness.db.collection<Goal>("goals").deleteMany({});
    /** What somebody has in their DM that is a recap. */
    const recaps = async (user: string) => {
      const channels = await harness.rows.distinct("channel", { to: user });
      return harness
        .standing()
        .filter(({ channel, text }) => channels.includes(channel) && /: last week|, week of/.test(text));
    };
    const counts = async () => Promise.all([west, east, all].map(async (user) => (await recaps(user)).length));
    const sent = async () => (await harness.rows.find({ kind: "recap" }).sort({ to: 1 }).toArray()) ?? [];
    return { ...harness, west, east, all, persons: users, teamsOf: teams, recaps, counts, sent };
  };
}
