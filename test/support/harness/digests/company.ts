import { type DeliveryContents, loadDeliveries } from "../../../../src/digests/content/load-deliveries";
import { closedDaysStore } from "../../../../src/digests/delivery/closed-days-store";
import { ownRecapsStore } from "../../../../src/digests/delivery/own-recaps-store";
import { postedRanksStore } from "../../../../src/digests/delivery/posted-ranks-store";
import type { RenderedMessage } from "../../../../src/digests/planned-message";
import { boardReader } from "../../../../src/digests/schedule/boards";
import { lastCheckStore } from "../../../../src/digests/schedule/last-check-store";
import { leaderboardSettingsStore } from "../../../../src/digests/schedule/leaderboard-settings-store";
import { loadDigestSchedule } from "../../../../src/digests/schedule/load-schedule";
import { goalStore } from "../../../../src/goals/goal-store";
import { holidayBook } from "../../../../src/goals/holidays";
import { overviewStore } from "../../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../../src/goals/team-settings-store";
import { metricStore } from "../../../../src/metrics/metric-store";
import { moneyRecordStore } from "../../../../src/metrics/money-record-store";
import { peopleStore } from "../../../../src/people/people-store";
import type { Person } from "../../../../src/people/person";
import { renderDeliveries } from "../../../../src/slack/digests/render";
import type { Freshness } from "../../../../src/sync/state/freshness";
import type { Team } from "../../../../src/teams/team";
import { teamStore } from "../../../../src/teams/team-store";
import { type Day, day, zoneDays } from "../../../../src/time/day";
import { aGoal, saveFigures } from "../../builders/goals";
import { aPerson } from "../../builders/people";
import { aTeam } from "../../builders/teams";
import type { monitoredDatabase } from "../../env/monitored-database";
import { memoryLog } from "../../fakes/memory-log";
import { DAY, deliveryHarness, EIGHT } from "./delivery";

export const WITH_GOALS = 5;
const GREETING = {
  text: "Good morning",
  blocks: [{ type: "section", text: { type: "mrkdwn", text: "Good morning" } }],
};

export interface CompanySize {
  readonly reps: number;
  readonly teams: number;
  /** Whether digests are the real ones. */
  readonly digests?: boolean;
}

/**
 * A company in UTC of so many reps in so many teams, at eight in the morning; the first few have goals. Boards and recaps of teams
 * are the real ones, digests a greeting unless they are asked for.
 */
export async function companyHarness(
  watched: ReturnType<typeof monitoredDatabase>,
  { reps, teams: count, digests: real = false }: CompanySize,
) {
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
  const none = async () => new Map();
  const unused = { lately: none, praised: none, untold: none, awaited: async () => new Set<string>() };
  const overviews = overviewStore(db, { metrics, settings, book, paceDays: "working", days });
  const contents: Parameters<typeof loadDeliveries>[1] = {
    ...{ people, teams, settings, book, days, boards, metrics, overviews, freshness: async () => READ },
    ...{ reportedFigures: unused, goalChanges: unused, firstDigests: unused, postedRanks: postedRanksStore(db) },
    ownRecaps: ownRecapsStore(db),
    orders: { records: moneyRecordStore(db), reported: unused, salesmen: people.salesmen },
  };
  const shown = (loaded: DeliveryContents, now: Date) =>
    renderDeliveries(loaded, { days, now, homeUrl: "slack://app?team=T0LAB&id=A0&tab=home" });
  const harness = await deliveryHarness(db, {
    reps,
    leaderboards: channels,
    deps: {
      plan: schedule.plan,
      stillWanted: schedule.stillWanted,
      render: async (rows) => {
        const before = watched.reads.length;
        const now = harness.now();
        const loaded = await loadDeliveries(
          { rows: rows.filter(({ kind }) => real || kind !== "digest"), now },
          contents,
        );
        rendering = watched.reads.slice(before);
        const digests = rows.filter(({ kind }) => kind === "digest").map(({ _id }) => [_id, GREETING] as const);
        return new Map<string, RenderedMessage>([...digests, ...shown(loaded, now)]);
      },
    },
  });
  const { users } = harness;
  const met = { tz: "UTC", firstSeen: new Date("2026-01-01T00:00:00Z") };
  await db
    .collection<Person>("users")
    .insertMany(users.map((id) => aPerson(id, { ...met, justcallEmail: `${id}@acme.com` })));
  await db
    .collection<{ _id: string }>("goals")
    .insertMany(users.slice(0, WITH_GOALS).map((userId) => aGoal(`of-${userId}`, { userId })));
  const calls = users.map((userId, at) => {
    return { userId, type: "phone_call_quantity" as const, before: 1, value: at + 1 };
  });
  await saveFigures(db, { today: DAY, figures: calls });
  if (count > 0) {
    const made = Array.from({ length: count }, (_, at) =>
      aTeam(`team${at}`, { people: users.filter((_id, index) => index % count === at), channel: `C0T${at}` }),
    );
    await db.collection<Team>("teams").insertMany(made);
  }
  /** Everyone's board as it would be posted on a day. */
  const boardOn = async (on: Day) => {
    const _id = `board:C0ALL:${on}`;
    const row = { _id, kind: "board", to: "C0ALL", day: on, dueAt: EIGHT, cutOffAt: EIGHT } as const;
    return shown(await loadDeliveries({ rows: [row], now: EIGHT }, contents), EIGHT).get(_id);
  };
  return { ...harness, db, people, teams, boards, leaderboards, boardOn, rendering: () => rendering };
}

const SINCE = day("2026-01-01");
/** All sources, read just now, and since long ago. */
const READ: readonly Freshness[] = (["copper", "justcall", "fishbowl"] as const).map((source) => {
  return { source, state: "fresh", asOf: new Date("2099-01-01T00:00:00Z"), from: SINCE };
});
