import { closedDaysStore } from "../../../src/digests/delivery/closed-days-store";
import { boardReader } from "../../../src/digests/schedule/boards";
import { lastCheckStore } from "../../../src/digests/schedule/last-check-store";
import { leaderboardSettingsStore } from "../../../src/digests/schedule/leaderboard-settings-store";
import { loadDigestSchedule } from "../../../src/digests/schedule/load-schedule";
import type { Goal } from "../../../src/goals/goal";
import { goalStore } from "../../../src/goals/goal-store";
import { holidayBook } from "../../../src/goals/holidays";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { peopleStore } from "../../../src/people/people-store";
import { teamReader } from "../../../src/teams/team-store";
import { day, zoneDays } from "../../../src/time/day";
import { aGoal } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";

const REP = "U0REP";
const MONDAY = "2026-11-02";

describe("whoever has goals that begin on a Monday", () => {
  const test = testDatabase();
  /** The rep of a company whose days are another zone's. */
  async function schedule({ tz, teamZone }: { tz: string; teamZone: string }) {
    const { db } = test;
    const [people, book] = [peopleStore(db), holidayBook()];
    await people.save([], [aPerson(REP, { tz, firstSeen: new Date("2026-01-01T00:00:00Z") })]);
    const targets = [{ from: day(MONDAY), target: 60 }];
    await db.collection<Goal>("goals").insertOne(aGoal("calls", { userId: REP, period: "weekly", targets }));
    const leaderboards = leaderboardSettingsStore(db, { channel: null, log: memoryLog() });
    return loadDigestSchedule({
      ...{ people, book, settings: teamSettingsStore(db, book), goals: goalStore(db, metricStore(db)) },
      ...{ days: zoneDays(teamZone), lastCheck: lastCheckStore(db), closedDays: closedDaysStore(db) },
      boards: boardReader({ leaderboards, teams: teamReader(db) }),
    });
  }
  const at = (instant: string) => new Date(`${instant}:30Z`);

  it("gets that morning's digest, though it is Sunday yet for the company", async () => {
    const { plan, stillWanted, next } = await schedule({ tz: "Asia/Manila", teamZone: "America/New_York" });
    const morning = at("2026-11-02T00:00");

    const { messages, receivers } = await plan(morning);
    const [digest] = messages;
    if (digest === undefined) throw new Error("Nothing is due");

    expect(messages.map(({ kind, to, day: of }) => [kind, to, of])).toEqual([["digest", REP, MONDAY]]);
    expect(receivers).toContain(REP);
    expect(await stillWanted({ ...digest, _id: `digest:${REP}:${MONDAY}` }, morning)).toMatchObject({ kind: "wanted" });
    expect((await next(REP, at("2026-10-30T03:00"))).slot?.day).toBe(MONDAY);
  });

  it("gets none on the Sunday before, though it is Monday for the company", async () => {
    const { plan } = await schedule({ tz: "America/Los_Angeles", teamZone: "Asia/Tokyo" });
    await test.db.collection("users").updateOne({}, { $set: { "schedule.workdays": [1, 2, 3, 4, 5, 6, 7] } });

    const [sunday, monday] = [await plan(at("2026-11-01T16:00")), await plan(at("2026-11-02T16:00"))];

    expect([sunday, monday].map(({ messages }) => messages.length)).toEqual([0, 1]);
  });
});
