import { randomUUID } from "node:crypto";
import { paceline } from "../../src/app";
import { parseEnv } from "../../src/config/config";
import { demoClock } from "../../src/demo/clock";
import { startFakes } from "../../src/demo/fakes";
import { SAMPLE_NOW, SAMPLE_WINDOW, SAMPLE_ZONE } from "../../src/demo/sample/dates";
import { sampleMonth, seed } from "../../src/demo/sample/sample-month";
import { ADMIN, REPS } from "../../src/demo/sample/team";
import type { Goal } from "../../src/goals/goal";
import { acquireLease } from "../../src/sync/lease";
import { day } from "../../src/time/day";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";
import { lines } from "../support/harness/slack-blocks";
import { eventually } from "../support/wait";

const [ALEX, ANA, MAYA] = [ADMIN.slack, REPS.ana.slack, REPS.maya.slack];
const TODAY = day("2026-10-28");
const EVERYONES = { team: "everyone", type: "email_quantity", period: "daily" } as const;

describe("a database of the version before teams", () => {
  const test = testDatabase();
  const month = sampleMonth();
  const { now } = demoClock(SAMPLE_NOW);
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  /** The app as it starts on the database as it is. */
  async function start() {
    const { slack, env, close } = await startFakes(month, now);
    closing.push(close);
    const config = parseEnv({ ...env, TEAM_TIMEZONE: SAMPLE_ZONE, MONGODB_URI: test.uri }, "server");
    const log = memoryLog();
    const given = { config, database: test.database, log, now, clock: Date.now, newId: randomUUID, owner: "test" };
    const app = await paceline(given);
    const server = app.server();
    closing.push(async () => {
      await server.stop();
      await app.sync.idle();
    });
    slack.connect(`http://127.0.0.1:${await server.start(0)}/slack/events`);
    return { app, slack, log };
  }

  /** What a rep, a manager and an admin see of goals, figures, board, log and rights. */
  async function views({
    slack,
  }: Awaited<ReturnType<typeof start>>): Promise<Readonly<Record<string, readonly string[]>>> {
    const seen: Record<string, readonly string[]> = {};
    for (const user of [ANA, MAYA, ALEX]) {
      for (const text of ["", "team", "board", "log", "log team", `<@${ANA}>`, "digest", "set"]) {
        const before = slack.messages(slack.dm(user)).length;
        await slack.command({ user, command: "/goals", text });
        const answer = await eventually(() => {
          const form = slack.modals(user).at(-1)?.view;
          return slack.messages(slack.dm(user)).slice(before).at(-1) ?? (form?.callback_id === "goal_form" && form);
        });
        seen[`${user} /goals ${text}`] = lines(JSON.parse(JSON.stringify(answer.blocks)));
        if (slack.modals(user).length > 0) await slack.closeView({ user });
      }
      await slack.openHome(user);
      seen[`${user} Home`] = await eventually(() => home(slack, user).length > 0 && home(slack, user));
      if (user === ANA) continue;
      await slack.action({ user, from: { home: user }, actionId: "home_team" });
      seen[`${user} Home, team`] = await eventually(
        () => home(slack, user).find((line) => line === "# Who needs you") && home(slack, user),
      );
    }
    return seen;
  }

  function home(slack: Awaited<ReturnType<typeof start>>["slack"], user: string): readonly string[] {
    return lines(JSON.parse(JSON.stringify(slack.home(user)?.blocks ?? [])));
  }

  it("opens with every figure, goal, board, line of the log and right as it was, and again", async () => {
    await seed(test.db, { ...month, teams: [] });
    const first = await start();
    await first.app.sync.request({ range: SAMPLE_WINDOW, userId: "cli", trigger: "cli" });
    const edit = { by: ALEX, today: TODAY, teamToday: TODAY, at: SAMPLE_NOW } as const;
    const set = { kind: "set", target: 25, from: TODAY } as const;
    const edits = [EVERYONES, { userId: ANA, type: "talk_time_minutes", period: "daily" } as const];
    for (const key of edits)
      expect(await first.app.goalEdits.edit({ ...edit, key, edit: set })).toMatchObject({ ok: true });
    const expected = await views(first);
    await asBefore();

    const second = await start();

    expect(second.log.at("info").map(({ message }) => message)).toContain("the team's goals are Everyone's now");
    expect(await views(second)).toEqual(expected);
    expect(await second.app.goalEdits.find(EVERYONES)).toMatchObject({ team: "everyone", active: true });
    const third = await start();
    expect(third.log.at("info").map(({ message }) => message)).not.toContain("the team's goals are Everyone's now");
    expect(JSON.stringify(expected)).toContain("*Emails*: 5 of 25 today, on pace");
  }, 60_000);

  it("is migrated by one process alone: another waits until it is done", async () => {
    await seed(test.db, { ...month, teams: [] });
    await asBefore();
    const lease = await acquireLease(test.db, { name: "migration", owner: "another" });

    const starting = start();
    await eventually(
      async () => (await test.db.collection<{ _id: string }>("locks").findOne({ _id: "migration" })) !== null,
    );
    const meanwhile = await test.db.collection<Goal>("goals").countDocuments({ team: "sales" });
    await lease?.release();
    await starting;

    expect(meanwhile).toBeGreaterThan(0);
    expect(await test.db.collection<Goal>("goals").countDocuments({ team: "sales" })).toBe(0);
  });

  /** Writes Everyone's goals as the version before named them. */
  async function asBefore(): Promise<void> {
    for (const name of ["goals", "goal_changes"]) {
      const { modifiedCount } = await test.db
        .collection(name)
        .updateMany({ team: "everyone" }, { $set: { team: "sales" } });
      if (name === "goals") expect(modifiedCount).toBeGreaterThan(0);
    }
  }
});
