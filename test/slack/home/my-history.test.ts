import { viewFaults } from "../../../src/demo/slack/rules/views";
import type { Goal } from "../../../src/goals/goal";
import type { Person } from "../../../src/people/person";
import { SCOPES } from "../../../src/slack/platform/probe";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { aReport } from "../../support/builders/reports";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { READING, storedTeamDeps } from "../../support/harness/home";
import { SECRETS, type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const today = day("2026-10-28");
const TYPE = "phone_call_quantity";

describe("a rep's page and history in App Home", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  let harness: SlackHarness;
  let now: Date;
  let states: readonly Freshness[];
  const readSince = (from: string, state: Freshness["state"] = "fresh") =>
    (["copper", "justcall"] as const).map((source) => ({ source, asOf: READING.now, state, from: day(from) }));
  beforeEach(async () => {
    now = READING.now;
    await test.db.collection<Person>("users").insertOne(aPerson("U0ANA"));
    const goals = (["weekly", "monthly"] as const).map((period) => {
      return aGoal(period, { userId: "U0ANA", type: TYPE, period, targets: [{ from: day("2026-01-01"), target: 50 }] });
    });
    await test.db.collection<Goal>("goals").insertMany(goals);
    const figures = Array.from(
      { length: 60 },
      (_, before) => ({ userId: "U0ANA", type: TYPE, before, value: 8 }) as const,
    );
    await saveFigures(test.db, { figures, today });
    states = readSince("2026-08-01");
    harness = await slackHarness({
      scopes: [...SCOPES, "files:write"],
      deps: {
        ...storedTeamDeps(watched(), today),
        now: () => now,
        freshness: async () => states,
      },
    });
  });
  afterEach(() => harness.close());

  const shown = () => lines(harness.home("U0ANA"));
  const answered = async (user: string, text: string) => {
    const before = harness.shown(user).length;
    await harness.command(user, "/goals", text);
    const answer = await eventually(() => harness.shown(user)[before]);
    return lines(JSON.parse(JSON.stringify(answer.blocks)));
  };
  const shows = (text: string) => eventually(() => shown().includes(text));

  it("turns to what ended in a month, what was missed as well, and back, with figures that add up to the records", async () => {
    await harness.openHome("U0ANA");
    await shows("# Wed, Oct 28");
    await harness.press("U0ANA", "home_history");
    await shows("# History: Oct 2026 so far");
    const october = shown();
    await harness.press("U0ANA", "home_back");
    await shows("# History: Sep 2026");
    const september = shown();
    await harness.press("U0ANA", "home_me");
    await shows("# Wed, Oct 28");

    expect(october.slice(october.indexOf("# Monthly goals") + 1).slice(0, 1)).toEqual(["✅ *Calls*: *224 of 50*"]);
    // Eight a day, seven days a week; the first week holds days of September.
    const weeks = ["Oct 19–25", "Oct 12–18", "Oct 5–11", "Sep 28 – Oct 4"];
    expect(october.slice(october.indexOf("# Calls by week") + 1)).toEqual([
      ...weeks.map((week) => `✅ ${week}: *56 of 50*`),
      expect.stringMatching(/^⏳ This week isn't over yet, so it's on your page\. Copper and JustCall as of /),
    ]);
    expect(september).toContain("✅ *Calls*: *240 of 50*");
    // Figures begin on Aug 30: the week from Aug 31 is whole, the one before is not of September.
    expect(september.filter((line) => line.includes(" of 50"))).toHaveLength(5);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("is sent as a file that has what the page says, a period a row, in the month after as well", async () => {
    await harness.openHome("U0ANA");
    await shows("# Wed, Oct 28");
    await harness.press("U0ANA", "home_history");
    await shows("# History: Oct 2026 so far");
    // It stays open until the next month, whose history is empty.
    now = new Date("2026-11-03T18:00:00Z");
    await harness.press("U0ANA", "history_export");

    const files = () => harness.dm("U0ANA").flatMap(({ files: sent = [] }) => sent);
    const [file] = await eventually(() => files().length > 0 && files());
    expect(harness.dm("U0ANA").at(-1)?.text).toMatch(
      /^\*Goal history: Oct 1–31\*\n6 past periods, 1 metric\nAs of <!date\^.*\|Wed 2:06 PM EDT>\. One row per goal and period that is over\.$/,
    );
    const headers = { authorization: `Bearer ${SECRETS.botToken}` };
    const text = await (await fetch(String(file?.url_private), { headers })).text();
    expect(text.trim().split("\r\n")).toEqual([
      "Metric,Unit,Period,From,To,Result,Target,Outcome",
      "Calls,count,weekly,2026-09-28,2026-10-04,56,50,reached",
      "Calls,count,weekly,2026-10-05,2026-10-11,56,50,reached",
      "Calls,count,weekly,2026-10-12,2026-10-18,56,50,reached",
      "Calls,count,weekly,2026-10-19,2026-10-25,56,50,reached",
      "Calls,count,weekly,2026-10-26,2026-11-01,24,50,some days not synced",
      "Calls,count,monthly,2026-10-01,2026-10-31,224,50,reached",
    ]);
  });

  it("is answered by /goals last month and this month as well, for whoever is asked for and may be seen", async () => {
    await test.db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max Weber", role: "manager" }));
    const own = await answered("U0ANA", "last month");
    expect(own.slice(0, 3)).toEqual([
      ...["# Your goals in Sep 2026", "*1 of 1 monthly goal reached*", "Calls reached in 4 of 4 weeks"],
    ]);
    expect(own).toContain("✅ *Calls*: *240 of 50*");
    expect(own.slice(3, 7)).toEqual(["[why_goal]", "[goals_run]", "[goals_others]", "[history_export]"]);
    expect((await answered("U0ANA", "this month")).slice(0, 3)).toEqual([
      ...["# Your goals in Oct 2026 so far", "*1 monthly goal reached*", "Calls reached in 4 of 4 weeks"],
    ]);
    // What History in Home opens with.
    expect((await answered("U0ANA", "history"))[0]).toBe("# Your goals in Oct 2026 so far");
    const theirs = await answered("U0MAX", "last month <@U0ANA>");
    expect(theirs[0]).toBe("# Name of U0ANA's goals in Sep 2026");
    // What the button exports is of whoever presses it.
    expect(theirs).not.toContain("[history_export]");
    expect(await answered("U0ANA", "last month <@U0MAX>")).toEqual([
      "Only their managers and admins can see other people's goals. Yours: `/goals`.",
    ]);
  });

  it("names the days that no sync has read, but where the sources are off, and syncs them where they are named", async () => {
    states = readSince("2026-10-01");
    const unread = await answered("U0ANA", "last month");
    states = readSince("2026-10-01", "off");
    const off = await answered("U0ANA", "last month");

    expect(unread).toContain("❔ Aug 31 – Sep 30 not synced");
    expect(unread).toContain("✅ *Calls*: at least *240 of 50*, reached; not synced");
    expect(off.filter((line) => line === "❔ Aug 31 – Sep 30 not synced")).toEqual([]);

    states = readSince("2026-10-01");
    await harness.openHome("U0ANA");
    await shows("# Wed, Oct 28");
    await harness.press("U0ANA", "home_history");
    await shows("# History: Oct 2026 so far");
    await harness.press("U0ANA", "sync_now");
    const run = await eventually(() => harness.sync.runs[0]);
    await eventually(() => shown().some((line) => line.startsWith("⏳ *Syncing now:* ")));
    run.end(aReport());

    expect(run.ask.range).toEqual({ from: "2026-09-28", to: "2026-09-30" });
    // The page that shows the progress is the history still.
    await eventually(() => shown().some((line) => line.endsWith(", reached; not synced Sep 28–30")));
  });

  it("leaves the week that goes on to /goals, in the month of its Thursday and in the one that goes on", async () => {
    now = new Date("2026-11-01T18:00:00Z");

    const [last, current] = [await answered("U0ANA", "last month"), await answered("U0ANA", "this month")];

    for (const one of [last, current]) {
      expect(one.join("\n")).not.toMatch(/# This week|Oct 26/);
      expect(one.at(-1)).toMatch(/^⏳ This week.* over yet: see `\/goals`/);
      // The other month is a press away.
      expect(one).toContain("[goals_run]");
    }
    const others = await answered("U0ANA", "2026-08");
    expect(others.join()).not.toContain("over yet");
  });

  it("is drawn by one query of figures each, with last week and month beside this one", async () => {
    await harness.openHome("U0ANA");
    await shows("# Wed, Oct 28");
    const page = commands.splice(0).filter((command) => command === "aggregate");
    const beside = shown().filter((line) => /^Calls +\d/.test(line));
    await harness.press("U0ANA", "home_history");
    await shows("# History: Oct 2026 so far");
    const history = commands.splice(0).filter((command) => command === "aggregate");

    expect([page, history]).toEqual([["aggregate"], ["aggregate"]]);
    expect(beside.map((row) => row.split(/ {2,}/).slice(1, 3))).toEqual([
      ["16", "same"],
      ["216", "same"],
    ]);
    const views = harness.slack.calls.filter(({ method }) => method === "views.publish");
    expect(views.flatMap(({ args }) => viewFaults(args.view, "home"))).toEqual([]);
  });
});
