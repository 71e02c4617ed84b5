import { loadDeliveries } from "../../../src/digests/content/load-deliveries";
import type { LoadDigestsDeps } from "../../../src/digests/content/load-digests";
import type { LoadLeaderboardDeps } from "../../../src/digests/content/load-leaderboard";
import { closedDaysStore } from "../../../src/digests/delivery/closed-days-store";
import { postedRanksStore } from "../../../src/digests/delivery/posted-ranks-store";
import type { RenderedMessage } from "../../../src/digests/planned-message";
import { boardReader } from "../../../src/digests/schedule/boards";
import { lastCheckStore } from "../../../src/digests/schedule/last-check-store";
import { leaderboardSettingsStore } from "../../../src/digests/schedule/leaderboard-settings-store";
import { loadDigestSchedule } from "../../../src/digests/schedule/load-schedule";
import { goalStore } from "../../../src/goals/goal-store";
import { holidayBook } from "../../../src/goals/holidays";
import { overviewStore } from "../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { renderDeliveries } from "../../../src/slack/digests/render";
import { boardOf } from "../../../src/teams/leaderboard-settings";
import type { Team } from "../../../src/teams/team";
import { teamStore } from "../../../src/teams/team-store";
import { addDays, type Day, zoneDays } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { aTeam } from "../../support/builders/teams";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { memoryLog } from "../../support/fakes/memory-log";
import { DAY, deliveryHarness, EIGHT } from "../../support/harness/digests/delivery";

const REPS = 1_000;
const TEAMS = 40;
const WITH_GOALS = 5;
const EDITOR = { by: "U0ADMIN", at: new Date("2026-10-01T00:00:00Z") };

describe("the boards of teams", () => {
  const test = testDatabase();
  const watched = monitoredDatabase(test);
  const closed = closedAfterEach();

  /** A company in UTC of so many reps in so many teams, at eight in the morning; the first few have goals. */
  async function company({ reps, teams: count }: { readonly reps: number; readonly teams: number }) {
    const db = watched.db();
    const days = zoneDays("UTC");
    const [book, metrics, people] = [holidayBook(), metricStore(db), peopleStore(db)];
    const teams = teamStore(db, () => "0000-0000");
    const settings = teamSettingsStore(db, book);
    const leaderboards = leaderboardSettingsStore(db, { channel: "C0ALL", log: memoryLog() });
    const boards = boardReader({ leaderboards, teams });
    const schedule = loadDigestSchedule({
      ...{ people, book, settings, days, boards, goals: goalStore(db, metrics) },
      ...{ lastCheck: lastCheckStore(db), closedDays: closedDaysStore(db) },
    });
    const channels = ["C0ALL", ...Array.from({ length: count }, (_, at) => `C0T${at}`)];
    let rendering: readonly string[] = [];
    const unused = { lately: async () => new Map(), praised: async () => new Map(), untold: async () => new Map() };
    const overviews = overviewStore(db, { metrics, settings, book, paceDays: "working", days });
    const contents: LoadDigestsDeps & LoadLeaderboardDeps = {
      ...{ people, settings, book, days, boards, metrics, overviews, freshness: async () => [] },
      ...{ reportedFigures: unused, goalChanges: unused, postedRanks: postedRanksStore(db) },
    };
    const harness = closed(
      await deliveryHarness(db, {
        reps,
        leaderboards: channels,
        deps: {
          plan: schedule.plan,
          stillWanted: schedule.stillWanted,
          render: async (rows) => {
            const before = watched.reads.length;
            const loaded = await loadDeliveries(
              { rows: rows.filter(({ kind }) => kind === "board"), now: EIGHT },
              contents,
            );
            rendering = watched.reads.slice(before);
            const shown = renderDeliveries(loaded, { days, now: EIGHT });
            const digests = rows.filter(({ kind }) => kind === "digest").map(({ _id }) => [_id, GREETING] as const);
            return new Map<string, RenderedMessage>([...shown, ...digests]);
          },
        },
      }),
    );
    const { users } = harness;
    const met = { tz: "UTC", firstSeen: new Date("2026-01-01T00:00:00Z") };
    await db
      .collection<Person>("users")
      .insertMany(users.map((id) => aPerson(id, { ...met, justcallEmail: `${id}@acme.com` })));
    await db
      .collection<{ _id: string }>("goals")
      .insertMany(users.slice(0, WITH_GOALS).map((userId) => aGoal(`of-${userId}`, { userId })));
    const calls = users.map((userId, at) => ({
      userId,
      type: "phone_call_quantity" as const,
      before: 1,
      value: at + 1,
    }));
    await saveFigures(db, { today: DAY, figures: calls });
    if (count > 0) {
      const made = Array.from({ length: count }, (_, at) =>
        aTeam(`team${at}`, { people: users.filter((_id, index) => index % count === at), channel: `C0T${at}` }),
      );
      await db.collection<Team>("teams").insertMany(made);
    }
    /** Everyone's board as it would be posted on a day. */
    const boardOn = async (day: Day) => {
      const _id = `board:C0ALL:${day}`;
      const row = { _id, kind: "board", to: "C0ALL", day, dueAt: EIGHT, cutOffAt: EIGHT } as const;
      return renderDeliveries(await loadDeliveries({ rows: [row], now: EIGHT }, contents), { days, now: EIGHT }).get(
        _id,
      );
    };
    return { ...harness, teams, boards, leaderboards, boardOn, rendering: () => rendering };
  }
  const GREETING = {
    text: "Good morning",
    blocks: [{ type: "section", text: { type: "mrkdwn", text: "Good morning" } }],
  };
  const texts = (harness: Awaited<ReturnType<typeof company>>) =>
    new Map(harness.standing().map(({ channel, text }) => [channel, text]));

  it("of 1,000 reps in 40 teams are all posted once, before the digests, from three queries for people, goals and figures", async () => {
    const harness = await company({ reps: REPS, teams: TEAMS });

    await harness.minutes(3);

    const posts = harness.posts();
    const boards = posts.slice(0, TEAMS + 1);
    expect(posts).toHaveLength(TEAMS + 1 + WITH_GOALS);
    expect(new Set(boards)).toEqual(new Set(["C0ALL", ...Array.from({ length: TEAMS }, (_, at) => `C0T${at}`)]));
    // People, goals and figures are one query each; beside them are teams, two settings and the ranks of the last boards.
    expect([...harness.rendering()].sort()).toEqual([
      ...["aggregate deliveries", "aggregate metrics", "find goals", "find settings", "find settings"],
      ...["find teams", "find users"],
    ]);
    expect(await harness.rows.distinct("_id", { kind: "board" })).toContain(`board:team7:C0T7:${DAY}`);
    expect(texts(harness).get("C0ALL")).toContain("Name of U0R0999 1,000");
    expect(texts(harness).get("C0T7")).toMatch(/^Team team7 leaderboard: .*Name of U0R0967 968/);
    expect(harness.alerts).toEqual([]);
  });

  it("say on the next morning who moved since the board that was posted, and nothing where none was", async () => {
    const harness = await company({ reps: 4, teams: 0 });
    const more = { type: "phone_call_quantity", before: 0, value: 100 } as const;
    const changed = () => saveFigures(watched.db(), { today: DAY, figures: [{ ...more, userId: "U0R0000" }] });
    const next = addDays(DAY, 1);
    await harness.minutes(2);
    expect(texts(harness).get("C0ALL")).toMatch(/Calls: Name of U0R0003 4$/);

    await changed();
    const { text, blocks = [] } = (await harness.boardOn(next)) ?? {};

    expect(text).toMatch(/Calls: Name of U0R0000 \(up 3\) 101$/);
    expect(JSON.stringify(blocks)).toMatch(/Name of U0R0000 · \*101\* ▲3.*Name of U0R0003 · \*4\* ▼1/);
    await harness.rows.updateMany({}, { $set: { state: "failed" } });
    expect((await harness.boardOn(next))?.text).toMatch(/Calls: Name of U0R0000 101$/);
  });

  it("are asked again before they are posted: by the team's own channel, switch and days", async () => {
    const harness = await company({ reps: 4, teams: 4 });
    const edit = async (id: string, edit: Parameters<typeof harness.teams.edit>[1]["edit"]) =>
      expect((await harness.teams.edit(id, { ...EDITOR, edit })).ok).toBe(true);
    let changed = false;
    const secondBefore: typeof harness.deps.stillWanted = async (row, now) => {
      if (!changed) {
        changed = true;
        await edit("team0", { kind: "active", active: false });
        await edit("team1", {
          kind: "board",
          channel: "C0T1",
          board: { on: false },
          was: boardOf({ channel: "C0T1" }),
        });
        await edit("team2", { kind: "board", channel: "C0ALL", board: {}, was: boardOf({ channel: "C0T2" }) });
        const was = await harness.leaderboards.read();
        expect(await harness.leaderboards.set({ ...was, on: false }, was)).toBe(true);
      }
      return harness.deps.stillWanted(row, now);
    };

    await harness.tick({ stillWanted: secondBefore });
    const skipped = await harness.rows.find({ state: "skipped" }).sort({ _id: 1 }).toArray();
    await harness.minutes(2);

    expect(skipped.map(({ _id, reason }) => [_id, reason])).toEqual([
      [`board:C0ALL:${DAY}`, "the leaderboard is off"],
      [`board:team0:C0T0:${DAY}`, "the team is no longer active"],
      [`board:team1:C0T1:${DAY}`, "the leaderboard is off"],
      [`board:team2:C0T2:${DAY}`, "the leaderboard no longer goes to this channel"],
    ]);
    // Team 2's board goes where it was moved to, once.
    expect(
      harness
        .posts()
        .filter((to) => to.startsWith("C0"))
        .sort(),
    ).toEqual(["C0ALL", "C0T3"]);
  });
});
