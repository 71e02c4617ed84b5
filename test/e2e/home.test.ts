import { randomUUID } from "node:crypto";
import { paceline } from "../../src/app";
import { parseEnv } from "../../src/config/config";
import { demoClock } from "../../src/demo/clock";
import { startFakes } from "../../src/demo/fakes";
import { SAMPLE_NOW, SAMPLE_WINDOW, SAMPLE_ZONE } from "../../src/demo/sample/dates";
import { sampleMonth, seed } from "../../src/demo/sample/sample-month";
import { ADMIN, REPS } from "../../src/demo/sample/team";
import { testDatabase } from "../support/env/database";
import { recordedLog, recordSecrets, secretsIn } from "../support/env/logs/recorded-logs";
import { lines } from "../support/harness/slack-blocks";
import { eventually } from "../support/wait";

const ALEX = ADMIN.slack;

describe("App Home over the sample month", () => {
  const test = testDatabase();
  let workspace: Awaited<ReturnType<typeof aWorkspace>>;
  beforeEach(async () => {
    workspace = await aWorkspace();
  });
  afterEach(() => workspace.close());

  it("lets an admin say who a salesman is, and his sales count for that person after a recompute", async () => {
    const { slack, home, press, shows } = workspace;
    await slack.openHome(ALEX);
    const row = await shows(/^⚠️ \*\$[\d,.]+\* waits for a match: Fishbowl sales rep "B\. Lee", 14 orders$/);
    const waiting = Number(/\$([\d,.]+)/.exec(row)?.[1]?.replaceAll(",", ""));
    const before = await salesOf(REPS.ben.slack);

    await press("map");
    await eventually(() => slack.modals(ALEX).at(-1));
    const stranger = await slack.submitView({ user: ALEX, entries: { person: { person: "U0GINA0009" } } });
    const done = await slack.submitView({ user: ALEX, entries: { person: { person: REPS.ben.slack } } });
    await shows("✅ *B. Lee* → Ben Okafor: credited from the next sync.");
    await press("recompute");
    await eventually(() => home().every((line) => !line.includes("*B. Lee* → Ben")));

    expect(stranger.errors).toEqual({ person: expect.stringMatching(/^Pick a full member a sync has already seen/) });
    expect(done.errors).toEqual({});
    expect((await salesOf(REPS.ben.slack)) - before).toBeCloseTo(waiting, 2);

    await press("home_people");
    await shows("# People");
    await press("name_remove", "B. Lee");
    const modal = () => lines(JSON.parse(JSON.stringify(slack.modals(ALEX).at(-1)?.blocks ?? [])));
    await eventually(() => modal().includes("*B. Lee* → not matched anymore"));
    expect(modal()[1]).toMatch(/^• Oct 2026: \d+ orders?, \$[\d,]+ · Ben Okafor → \*nobody\*/);
    await slack.submitView({ user: ALEX });
    await shows(/^\*B\. Lee\*: Fishbowl sales rep, 14 records/);
    expect(await test.db.collection<{ _id: string }>("fishbowl_users_map").countDocuments({ _id: "B. Lee" })).toBe(0);

    await press("name_add");
    await eventually(() => slack.modals(ALEX).at(-1));
    await slack.submitView({ user: ALEX, entries: { name: { name: " B. Lee" }, person: { person: REPS.ben.slack } } });
    expect(modal().slice(0, 2)).toEqual([
      "*B. Lee* → Ben Okafor",
      expect.stringMatching(/^• Oct 2026: \d+ orders?, \$[\d,]+ · nobody → \*Ben Okafor\*/),
    ]);
    await slack.submitView({ user: ALEX });
    await shows("*B. Lee*, Fishbowl sales rep → Ben Okafor");
  });

  it("keeps the team's calendar: a holiday with a name, the week, and the holidays of a place", async () => {
    const { slack, press, shows } = workspace;
    const submit = (entries: Parameters<typeof slack.submitView>[0]["entries"]) =>
      slack.submitView({ user: ALEX, ...(entries === undefined ? {} : { entries }) });
    const open = async (action: string) => {
      await press(action);
      await eventually(() => slack.modals(ALEX).at(-1));
    };
    await slack.openHome(ALEX);
    await shows("# Manage");
    await press("home_settings");
    await shows("Not set. Choose a country.");

    await open("add_holiday");
    const nameless = await submit({ day: { day: "2026-11-27" }, name: { name: "   " } });
    await submit({ day: { day: "2026-11-27" }, name: { name: "Retreat" } });
    await shows("Fri, Nov 27 · *Retreat* · added by hand");
    await open("set_week");
    await submit({ workdays: { workdays: ["1", "2", "3", "4"] } });
    await shows("Monday, Tuesday, Wednesday, Thursday");
    await open("set_region");
    await submit({ country: { country: "US" } });
    await submit({ state: { state: "CA" } });
    if (slack.modals(ALEX).length > 0) await submit({ region: { region: null } });
    await shows("United States of America, California");
    await shows(/^Thu, Nov 26 · Thanksgiving/);
    await press("remove_holiday");
    await eventually(() => !workspace.home().some((line) => line.includes("Retreat")));

    expect(nameless.errors).toEqual({ name: "A holiday needs a name." });
    expect(await test.db.collection<{ _id: string }>("settings").findOne({ _id: "team" })).toMatchObject({
      holidays: [],
      workdays: [1, 2, 3, 4],
      holidayRegion: { country: "US", state: "CA" },
    });
    await press("home_admin");
    await shows("# Manage");
    await press("home_runs");
    await shows(/^✅ Completed .*: Sep 29 – Oct 28, command line, /);
  });

  async function salesOf(userId: string): Promise<number> {
    const metrics = await test.db.collection("metrics").find({ userId, source: "fishbowl" }).toArray();
    return metrics.reduce((sum, { value }) => sum + value, 0);
  }

  /** The real app on stand-ins that hold the sample month, synced once. */
  async function aWorkspace() {
    const { now } = demoClock(SAMPLE_NOW);
    const month = sampleMonth();
    const { slack, env, close } = await startFakes(month, now);
    await seed(test.db, month);
    const log = recordedLog();
    recordSecrets(secretsIn(env));
    const config = parseEnv({ ...env, TEAM_TIMEZONE: SAMPLE_ZONE, MONGODB_URI: test.uri }, "server");
    const database = test.database;
    const app = await paceline({ config, database, log, now, clock: Date.now, newId: randomUUID, owner: "test" });
    await app.sync.request({ range: SAMPLE_WINDOW, userId: "cli", trigger: "cli" });
    const server = app.server();
    slack.connect(`http://127.0.0.1:${await server.start(0)}/slack/events`);
    const home = () => lines(JSON.parse(JSON.stringify(slack.home(ALEX)?.blocks ?? [])));
    const shows = (words: string | RegExp) =>
      eventually(() => home().find((line) => (typeof words === "string" ? line === words : words.test(line))) ?? null);
    return {
      slack,
      home,
      shows,
      /** Presses the button of that action, the one of the row that names `beside` where there are several. */
      press: (actionId: string, beside = "") => {
        const rows = slack.home(ALEX)?.blocks ?? [];
        const row = rows.find((block) => {
          const text = JSON.stringify(block);
          return text.includes(`"${actionId}"`) && text.includes(beside);
        });
        return slack.action({ user: ALEX, from: { home: ALEX }, actionId, blockId: String(row?.block_id) });
      },
      close: async () => {
        await server.stop();
        await app.sync.idle();
        await close();
      },
    };
  }
});
