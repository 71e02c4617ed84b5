import { closedDaysStore } from "../../../src/digests/delivery/closed-days-store";
import { boardReader } from "../../../src/digests/schedule/boards";
import { lastCheckStore } from "../../../src/digests/schedule/last-check-store";
import { leaderboardSettingsStore } from "../../../src/digests/schedule/leaderboard-settings-store";
import { loadDigestSchedule } from "../../../src/digests/schedule/load-schedule";
import { goalStore } from "../../../src/goals/goal-store";
import { holidayBook } from "../../../src/goals/holidays";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { teamReader } from "../../../src/teams/team-store";
import { day, zoneDays } from "../../../src/time/day";
import { aGoal } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { memoryLog } from "../../support/fakes/memory-log";
import { DAY, deliveryHarness, EIGHT } from "../../support/harness/digests/delivery";

const [ANA, BEN] = ["U0R0000", "U0R0001"];
const at = (time: string) => new Date(`${DAY}T${time}:00Z`);

describe("before a digest is posted, its receiver is asked again", () => {
  const test = testDatabase();
  const watched = monitoredDatabase(test);
  const closed = closedAfterEach();

  /** Two reps of the team's zone, UTC, each with a goal, whose schedule is read from the database. */
  async function morning() {
    const db = watched.db();
    const people = peopleStore(db);
    const book = holidayBook();
    const schedule = loadDigestSchedule({
      people,
      book,
      settings: teamSettingsStore(db, book),
      goals: goalStore(db, metricStore(db)),
      days: zoneDays("UTC"),
      lastCheck: lastCheckStore(db),
      boards: boardReader({
        leaderboards: leaderboardSettingsStore(db, { channel: null, log: memoryLog() }),
        teams: teamReader(db),
      }),
      closedDays: closedDaysStore(db),
    });
    for (const userId of [ANA, BEN]) {
      await people.save([], [aPerson(userId, { tz: "UTC", firstSeen: new Date("2026-01-01T00:00:00Z") })]);
      await db.collection<{ _id: string }>("goals").insertOne(aGoal(`of-${userId}`, { userId, targets: TARGETS }));
    }
    const harness = closed(await deliveryHarness(db, { reps: 2, deps: schedule }));
    const change = (set: object) => db.collection<Person>("users").updateOne({ _id: ANA }, { $set: set });
    const noGoal = () => db.collection("goals").updateOne({ userId: ANA }, { $set: { active: false } });
    return { ...harness, schedule, people, change, noGoal };
  }
  const TARGETS = [{ from: day("2026-01-01"), target: 100 }];

  it.each([
    ["switched it off", { "digest.on": false }],
    ["snoozed it", { "digest.snoozedUntil": DAY }],
    ["is away", { "schedule.timeOff": [{ from: DAY, to: DAY }] }],
    ["is deactivated, or became a guest", { active: false }],
  ])("and whoever %s a second ago gets nothing, without a word to the admins", async (_, set) => {
    const harness = await morning();
    let changed = false;
    const secondBefore = async (...asked: Parameters<typeof harness.schedule.stillWanted>) => {
      if (!changed) await harness.change(set);
      changed = true;
      return harness.schedule.stillWanted(...asked);
    };

    await harness.tick({ stillWanted: secondBefore });
    await harness.moveTo(at("12:30"));
    await harness.minutes(2);

    expect(harness.posts()).toEqual([BEN]);
    expect(await harness.row()).toMatchObject({ state: "skipped", to: ANA });
    expect(harness.alerts).toEqual([]);
  });

  it("and whoever has no goal left gets nothing; with a goal again the same morning, theirs comes once", async () => {
    const harness = await morning();
    harness.slack.faults.push({ method: "chat.postMessage", outcome: { status: 429, retryAfter: 60 } });
    await harness.tick();
    await harness.noGoal();
    await harness.minutes(3);
    const meanwhile = harness.standing().length;

    await test.db.collection("goals").updateOne({ userId: ANA }, { $set: { active: true } });
    await harness.minutes(3);

    expect(meanwhile).toBe(1);
    expect(harness.standing()).toHaveLength(2);
    expect(await harness.states()).toEqual(["sent", "sent"]);
  });

  it("and switched on again the same morning, it comes within two ticks; in the afternoon none was missed", async () => {
    const harness = await morning();
    await harness.change({ "digest.on": false });
    await harness.minutes(2);
    await harness.change({ "digest.on": true });
    const next = await harness.schedule.next(ANA, harness.now());
    await harness.minutes(2);

    expect(next).toMatchObject({ isDue: true, slot: { day: DAY } });
    expect(harness.standing()).toHaveLength(2);
    expect(await harness.schedule.next(ANA, harness.now())).toMatchObject({
      isDue: false,
      slot: { day: "2026-10-30" },
    });
  });

  it("and whoever moved west gets theirs at eight there, once", async () => {
    const harness = await morning();
    await harness.change({ tz: "America/New_York" });
    await harness.minutes(3);
    const early = harness.posts();

    await harness.moveTo(at("12:01"));
    await harness.minutes(3);

    expect(early).toEqual([BEN]);
    expect(harness.standing()).toHaveLength(2);
    expect(await harness.row()).toMatchObject({ state: "sent", dueAt: at("12:00"), cutOffAt: at("16:00") });
    expect(harness.alerts).toEqual([]);
  });

  it("and whoever moved east past noon gets theirs late while the workday goes on", async () => {
    const harness = await morning();
    await harness.moveTo(at("07:50"));
    await harness.tick();
    await harness.change({ tz: "Asia/Tokyo" });

    await harness.minutes(2);

    expect(harness.posts()).toEqual([ANA]);
    expect(await harness.row()).toMatchObject({ state: "sent", late: true });
  });

  it("and of whoever moved east past their workday the morning is missed, with a word to the admins", async () => {
    const harness = await morning();
    await harness.moveTo(at("07:50"));
    await harness.tick();
    await harness.change({ tz: "Pacific/Auckland" });

    await harness.minutes(2);

    const reason = "they moved to Pacific/Auckland, where that morning was over";
    expect(harness.posts()).toEqual([]);
    expect(harness.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: ANA, state: "missed", reason }] }]);
  });

  it("with three queries a post, and none where nothing is due", async () => {
    const harness = await morning();
    await harness.tick();
    const before = watched.commands.length;

    await harness.schedule.stillWanted(
      { _id: `digest:${ANA}:${DAY}`, kind: "digest", to: ANA, day: DAY, dueAt: EIGHT, cutOffAt: EIGHT },
      harness.now(),
    );

    expect(watched.commands.length - before).toBe(3);
  });
});
