import type { Config } from "./config/config";
import type { Database } from "./database/connect";
import { type GoalEditStore, goalEditStore } from "./goals/edit-store";
import { type HolidayBook, holidayBook } from "./goals/holidays";
import { type OverviewStore, overviewStore } from "./goals/overview-store";
import { goalStore } from "./goals/store";
import { type TeamSettingsStore, teamSettingsStore } from "./goals/team-settings-store";
import type { Log } from "./log";
import { type ZoneDays, zoneDays } from "./metrics/day";
import { factStore } from "./metrics/fact-store";
import { metricStore } from "./metrics/metric-store";
import { recordStore } from "./metrics/record-store";
import { type PeopleStore, peopleStore } from "./people/store";
import { mostCommonZone } from "./people/team-zone";
import { teamZoneStore } from "./people/team-zone-store";
import { type SlackDoor, slackApp } from "./slack/app";
import { slackClient } from "./slack/client";
import { readMembers } from "./slack/members";
import { allSources } from "./sources/all";
import { fishbowlCollections } from "./sources/fishbowl/store";
import { type SyncDoor, syncDoor } from "./sync/door";
import type { Freshness } from "./sync/freshness";
import { takeLease } from "./sync/lock";
import { runStore } from "./sync/runs";
import { sourceStates } from "./sync/source-states";
import { why } from "./sync/why";
import { healthRoute } from "./web/health";
import { syncAllRoute } from "./web/sync-all";

/** What the world hands to the app: nothing in it reads a clock, an environment or a source of chance by itself. */
export interface AppNeeds {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  /** The time that days and figures go by. */
  readonly now: () => Date;
  /** Milliseconds that only ever rise, for limits and waits. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Which process this is, for whoever looks at the lock. */
  readonly owner: string;
}

/** Paceline without its doors: what a sync needs, and what people's figures are read through. */
export interface Paceline {
  readonly sync: SyncDoor;
  readonly days: ZoneDays;
  readonly people: PeopleStore;
  readonly overviews: OverviewStore;
  readonly goalEdits: GoalEditStore;
  readonly settings: TeamSettingsStore;
  readonly holidays: HolidayBook;
  freshness(): Promise<readonly Freshness[]>;
  /** The process that serves Slack and HTTP; made when it is wanted. */
  server(): SlackDoor;
}

/**
 * Makes every part once and hands each what it needs.
 *
 * @throws {AppError} with what to do, when the team's zone is not set and cannot be found.
 */
export async function paceline(needs: AppNeeds): Promise<Paceline> {
  const { config, database, log, now, newId, owner } = needs;
  const { db } = database;
  const slack = slackClient({ token: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL });
  const members = () => readMembers(slack);
  const days = zoneDays(await teamZone({ members }, needs));
  const [people, metrics, states] = [peopleStore(db), metricStore(db), sourceStates(db)];
  const [facts, records] = [factStore(db), recordStore(db)];
  const goals = goalStore(db, metrics);
  const holidays = holidayBook();
  const settings = teamSettingsStore(db, holidays);
  const overviews = overviewStore(db, { metrics, settings, book: holidays, paceDays: config.PACE_DAYS });
  const goalEdits = goalEditStore(db, { metrics, newId });
  const sources = allSources(sourcesConfig(needs, days));
  const off = new Set(sources.filter((source) => source.off !== undefined).map(({ id }) => id));
  const admins = config.ADMIN_SLACK_IDS;
  const parts = {
    sources,
    facts,
    metrics,
    goals,
    people,
    states,
    readMembers: members,
    admins,
    days,
    now,
    log,
  };
  const lease = () => takeLease(db, { name: "sync", owner });
  const sync = syncDoor({ parts, runs: runStore(db), takeLease: lease, newId, sleep: pause, log });
  const freshness = () => states.all(off);
  const { request: requestSync } = sync;
  const ping = async () => {
    await db.command({ ping: 1 });
  };
  const routes = [healthRoute(ping), syncAllRoute({ token: config.API_TOKEN, requestSync, days, now, log })];
  const server = () =>
    slackApp({
      signingSecret: config.SLACK_SIGNING_SECRET ?? "",
      botToken: config.SLACK_BOT_TOKEN,
      appToken: config.SLACK_APP_TOKEN,
      apiUrl: config.SLACK_API_URL,
      requestSync,
      overview: async (userId) => overviews.overview((await people.one(userId)) ?? { _id: userId }, days.dayOf(now())),
      why: (ask) => why(ask, { records, facts, people, freshness }),
      freshness,
      role: async (userId) => (await people.one(userId))?.role ?? null,
      days,
      now,
      log,
      reference: () => newId().slice(0, 8),
      routes,
    });
  return { sync, days, people, overviews, goalEdits, settings, holidays, freshness, server };
}

/** The app cannot start; `message` says what to set. */
export class AppError extends Error {
  override readonly name = "AppError";
}

async function teamZone(
  { members }: { members: () => ReturnType<typeof readMembers> },
  { config, database, log }: AppNeeds,
): Promise<string> {
  if (config.TEAM_TIMEZONE !== undefined) return config.TEAM_TIMEZONE;
  const store = teamZoneStore(database.db);
  const chosen = await store.chosen();
  if (chosen !== null) return chosen;
  const zone = mostCommonZone(
    await members().catch((cause: unknown) => {
      throw new AppError(
        "Slack's members could not be read to find the team's time zone: check SLACK_BOT_TOKEN, or set TEAM_TIMEZONE.",
        { cause },
      );
    }),
  );
  if (zone === null)
    throw new AppError("Nobody in Slack has a time zone: set TEAM_TIMEZONE, such as America/New_York.");
  const standing = await store.choose(zone);
  log.info(
    { zone: standing },
    "the team's time zone is the one most members have in Slack; TEAM_TIMEZONE overrides it",
  );
  return standing;
}

function sourcesConfig({ config, database, log, now, clock }: AppNeeds, days: ZoneDays) {
  return {
    copper: {
      baseUrl: config.COPPER_API_URL,
      apiKey: config.COPPER_API_KEY,
      userEmail: config.COPPER_USER_EMAIL,
      requestsPerMinute: config.COPPER_REQUESTS_PER_MINUTE,
      emailActivityTypes: config.COPPER_EMAIL_ACTIVITY_TYPE,
      callActivityTypes: config.COPPER_CALL_ACTIVITY_TYPE,
      stages: { a: config.COPPER_STAGE_A, b: config.COPPER_STAGE_B, c: config.COPPER_STAGE_C },
      days,
      clock,
      log,
    },
    justcall: {
      baseUrl: config.JUSTCALL_API_URL,
      apiKey: config.JUSTCALL_API_KEY,
      apiSecret: config.JUSTCALL_API_SECRET,
      plan: config.JUSTCALL_PLAN,
      days,
      clock,
      now,
      log,
    },
    fishbowl: { collections: fishbowlCollections(database.db), days },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
