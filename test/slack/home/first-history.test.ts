import type { Goal } from "../../../src/goals/goal";
import type { Person } from "../../../src/people/person";
import { SCOPES } from "../../../src/slack/platform/probe";
import { day } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { READING, storedTeamDeps } from "../../support/harness/home";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const today = day("2026-11-08");
const TYPE = "phone_call_quantity";

/** The team is in New York. */
describe("the month whose history is shown first", () => {
  const test = testDatabase();
  let harness: SlackHarness;
  let now: Date;
  beforeEach(async () => {
    now = READING.now;
    await test.db.collection<Person>("users").insertOne(aPerson("U0ANA"));
    const targets = [{ from: day("2026-01-01"), target: 50 }];
    await test.db
      .collection<Goal>("goals")
      .insertOne(aGoal("g", { userId: "U0ANA", type: TYPE, period: "weekly", targets }));
    const figures = Array.from(
      { length: 40 },
      (_, before) => ({ userId: "U0ANA", type: TYPE, before, value: 8 }) as const,
    );
    await saveFigures(test.db, { figures, today });
    const stored = storedTeamDeps(test.db, today);
    harness = await slackHarness({
      scopes: [...SCOPES, "files:write"],
      deps: {
        ...stored,
        overview: async (id) => stored.overviews.ownOverview((await stored.people.one(id)) ?? { _id: id }, now),
        now: () => now,
        freshness: async () => [{ source: "justcall", asOf: READING.now, state: "fresh", from: day("2026-08-01") }],
      },
    });
  });
  afterEach(() => harness.close());

  const answered = async (user: string, text: string) => {
    const before = harness.shown(user).length;
    await harness.command(user, "/goals", text);
    const answer = await eventually(() => harness.shown(user)[before]);
    return lines(JSON.parse(JSON.stringify(answer.blocks)));
  };
  const shows = (text: string) => eventually(() => lines(harness.home("U0ANA")).includes(text));

  it.each([
    // Tokyo's month has begun before the team's; of its first seven days the one before is shown first.
    ["Asia/Tokyo", "2026-10-31T16:00:00Z", "Oct 2026"],
    ["Asia/Tokyo", "2026-11-07T16:00:00Z", "Nov 2026 so far"],
    // Honolulu's day goes on while the team's has ended, and so its figures.
    ["Pacific/Honolulu", "2026-11-01T06:00:00Z", "Oct 2026"],
    ["Pacific/Honolulu", "2026-11-08T07:00:00Z", "Nov 2026 so far"],
  ])("is for somebody in %s at %s %s: in Home, behind /goals, and in the file", async (tz, at, month) => {
    await test.db.collection<Person>("users").updateOne({ _id: "U0ANA" }, { $set: { tz } });
    now = new Date(at);
    await harness.openHome("U0ANA");
    await eventually(() => JSON.stringify(harness.home("U0ANA")).includes('"home_history"'));
    const exported = await answered("U0ANA", "export");

    await harness.press("U0ANA", "home_history");
    await shows(`# History: ${month}`);
    // A message has the week that goes on as well, so that its October is one so far.
    expect((await answered("U0ANA", "history"))[0]).toContain(`# Your goals in ${month.slice(0, 8)}`);
    const name = month.startsWith("Oct") ? "October" : "November";
    expect(exported[0]).toContain(`*Export CSV* below sends your ${name} goals to our DM`);
    expect(exported.at(-1)).toBe("[history_export]");
  });
});
