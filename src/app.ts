import type { AppDeps } from "./app/deps";
import { assembleDigests, type DigestServices } from "./app/digests";
import { assembleDoctor, type DoctorServices } from "./app/doctor";
import { assembleErasure, type ErasureServices } from "./app/erasure";
import { assembleFirstDays } from "./app/first-days";
import { assembleGoals, type TeamStores } from "./app/goals";
import { assembleJobs, liveMessagesOf } from "./app/jobs";
import { assembleMetrics } from "./app/metrics";
import { migrate } from "./app/migrate";
import { assembleSync } from "./app/sync";
import type { Alert } from "./digests/delivery/alert-store";
import { erasedStore } from "./erasure/erased-store";
import { alertingDeletions } from "./jobs/alert-deletions";
import type { Scheduler } from "./jobs/scheduler";
import { factStore } from "./metrics/fact-store";
import { metricStore } from "./metrics/metric-store";
import { recordStore } from "./metrics/record-store";
import { sealOf } from "./metrics/seal";
import { sealStore } from "./metrics/seal-store";
import { can } from "./people/permissions";
import { findTeamZone } from "./people/team-zone";
import { teamZoneStore } from "./people/team-zone-store";
import { type SlackServer, slackApp } from "./slack/app";
import { actorLookup } from "./slack/platform/actors";
import { slackAuth } from "./slack/platform/auth";
import { noRetryClient, slackClient } from "./slack/platform/clients";
import { acceptedRequestStore, idempotencyStore } from "./slack/platform/idempotency-store";
import { memberLookup } from "./slack/platform/member-lookup";
import { readMembers } from "./slack/platform/members";
import { refusedBlocksStore } from "./slack/platform/refused-blocks-store";
import { signatureStore } from "./slack/platform/signature-store";
import { signatureWatch } from "./slack/platform/signature-watch";
import { readUserGroups } from "./slack/platform/user-groups";
import { syncFirst } from "./slack/sync/first-sync";
import type { Source } from "./sources/source";
import { readLease } from "./sync/lease";
import type { OrderImports } from "./sync/order-imports";
import type { SyncQueue } from "./sync/run/queue";
import type { Freshness } from "./sync/state/freshness";
import { sourceStateStore } from "./sync/state/source-state-store";
import { type ZoneDays, zoneDays } from "./time/day";
import { healthRoute, readyRoute } from "./web/health";
import { importOrdersRoute } from "./web/import-orders";
import { limitedApi } from "./web/limited-route";
import { processMeter } from "./web/metrics/process-meter";
import { syncAllRoute } from "./web/sync-all";
import { why } from "./why/why";

/** Paceline, assembled: what runs by itself, what a command or the demo asks of it, and the server once it is wanted. */
export interface Paceline extends TeamStores, Pick<ErasureServices, "erasure" | "exportPerson"> {
  /** Its `idle` waits for webhooks that are being worked off, too. */
  readonly sync: SyncQueue;
  readonly sources: readonly Source[];
  /** The address at which vendors reach us; webhooks need it. */
  publicUrl(): string | undefined;
  readonly doctor: DoctorServices;
  readonly imports: OrderImports;
  readonly days: ZoneDays;
  freshness(): Promise<readonly Freshness[]>;
  /** Who gets a digest when. */
  readonly digests: DigestServices;
  /** Runs the scheduled jobs once it is started. */
  readonly jobs: Scheduler;
  /** Runs what is due now, as the scheduler does each minute; resolves when it is done. */
  tick(): Promise<void>;
  /** Makes the server of Slack and HTTP. */
  server(): SlackServer;
}

/** A form must be answered within three seconds, and waits for this. */
const ASK_MS = 1_500;

/**
 * Assembles Paceline: makes every part once and hands each what it depends on.
 *
 * @throws {TeamZoneError} with what to do, when the team's zone is not set and cannot be found.
 */
export async function paceline(deps: AppDeps): Promise<Paceline> {
  const { config, database, log, now, newId, publicUrl = () => config.PUBLIC_URL } = deps;
  const { db } = database;
  await migrate(deps);
  const slack = slackClient({ token: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL, log });
  const members = () => readMembers(slack);
  const configured = config.TEAM_TIMEZONE;
  const days = zoneDays(await findTeamZone({ configured, store: teamZoneStore(db), readMembers: members, log }));
  const [metrics, states] = [metricStore(db), sourceStateStore(db)];
  const { stores, goals, trends } = assembleGoals({ metrics, days, freshness: () => freshness() }, deps);
  const { people, teams, overviews, settings, holidays } = stores;
  const [facts, records] = [factStore(db), recordStore(db)];
  const seal = sealOf(await sealStore(db).key());
  const erased = erasedStore(db, seal);
  const slackReads = { readMembers: members, readGroups: readUserGroups(slack) };
  const meter = processMeter();
  const syncServices = assembleSync(
    { facts, metrics, goals, people, teams, seal, erased, states, ...slackReads, days },
    { ...deps, publicUrl, meter },
  );
  const { sync, sources, run, imports, webhooks, runs, freshness, nextSync } = syncServices;
  const retainedFrom = async () => (await run.expiry.read()).retainedFrom;
  const doctor = assembleDoctor({ config, database, run, publicUrl });
  const client = noRetryClient({ token: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL, log, timeout: ASK_MS });
  const asking = { ask: memberLookup({ client, clock: deps.clock }), today: () => days.dayOf(now()) };
  const known = actorLookup({ people, teams, ...asking, admins: config.ADMIN_SLACK_IDS, log });
  const privacy = assembleErasure({ people, seal, erased, actor: known }, deps);
  const { actor } = privacy;
  const isAdmin = async (userId: string) => can(await actor(userId), { does: "accept-vanished" });
  // Digests ask for syncs, and a sync alerts the admins as digests do.
  const alert = (alert: Alert) => digests.alert(alert);
  const requestSync = alertingDeletions(sync.request, { alert, isAdmin, days, log });
  const ping = async () => void (await db.command({ ping: 1 }));
  // A repeated call might be a second message.
  const once = noRetryClient({ token: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL, log });
  const auth = slackAuth({ client: once, clock: deps.clock, log });
  const figures = { overviews, metrics, people, settings, book: holidays, freshness, days };
  const syncing = async () => (await readLease(db, "sync")).held;
  const digests = assembleDigests(
    { ...figures, teams, goals, states: run.states, requestSync, nextSync, syncing, auth, client: once },
    deps,
  );
  const telling = { client: slack, liveMessages: liveMessagesOf(deps), requestSync, days, now, log };
  const first = { ...telling, admins: config.ADMIN_SLACK_IDS, readMembers: members };
  const hasGoals = async () => (await goals.owners()).all.size > 0;
  const firstDays = assembleFirstDays(
    { ...first, ...{ freshness, syncing, people, runs, facts, settings, hasGoals, boards: digests.boards } },
    deps,
  );
  const jobs = assembleJobs(
    {
      ...{ requestSync, syncing, freshness, runs, days, sources, deliveries: digests.job, firstDays, client: slack },
      ...{ sourceAlerts: digests.sourceAlerts, alert: digests.alert, wasAlerted: digests.wasAlerted },
      syncFirst: (range) => syncFirst(range, { ...first, reportSources: digests.reportSources, facts, nextSync }),
    },
    deps,
  );
  const [token, secret] = [config.API_TOKEN, config.SLACK_SIGNING_SECRET ?? ""];
  const routes = [
    healthRoute(ping),
    readyRoute({ reachesDatabase: ping, signedIn: auth.isAccepted, tickAgeMs: jobs.tickAgeMs }),
    ...limitedApi([syncAllRoute({ token, requestSync, days, now, log }), importOrdersRoute({ token, imports, log })], {
      ...{ token, clock: deps.clock, log },
    }),
    ...assembleMetrics({ meter, freshness, syncing, tickAgeMs: jobs.tickAgeMs }, deps),
    ...webhooks.routes,
  ];
  const signed = signatureWatch({ store: signatureStore(db, secret), log });
  const server = () =>
    slackApp({
      signingSecret: secret,
      botToken: config.SLACK_BOT_TOKEN,
      appToken: config.SLACK_APP_TOKEN,
      apiUrl: config.SLACK_API_URL,
      requestSync,
      overview: async (userId) => overviews.ownOverview((await people.one(userId)) ?? { _id: userId }, now()),
      why: (ask) => why(ask, { records, facts, people, seal, retainedFrom, freshness }),
      ...stores,
      freshness,
      ...{ nextSync, syncing },
      doctor,
      ...{ trends, refusedBlocks: refusedBlocksStore(db), liveMessages: first.liveMessages },
      runs,
      facts,
      teamZone: { configured: configured !== undefined, ...teamZoneStore(db), ...run.daysZone },
      ...{ digests: digests.requests, boards: digests.boards, reportSources: digests.reportSources },
      imports,
      idempotency: idempotencyStore(db),
      signatures: acceptedRequestStore(db),
      signatureWatch: signed,
      actor,
      refusals: privacy.refusals,
      erasure: privacy.erasure,
      days,
      now,
      clock: deps.clock,
      log,
      reference: () => newId().slice(0, 8),
      routes,
      onStarted(refreshHomes) {
        signed.started();
        webhooks.start((userIds) => void refreshHomes(userIds));
      },
      onStopped: async () => void (await Promise.all([webhooks.stop(), signed.stopped()])),
    });
  return {
    sync,
    sources,
    publicUrl,
    doctor,
    imports,
    days,
    ...stores,
    erasure: privacy.erasure,
    exportPerson: privacy.exportPerson,
    freshness,
    digests,
    jobs,
    tick: jobs.tick,
    server,
  };
}
