import { firstDigestsStore } from "../digests/content/first-digests-store";
import { goalChangesStore } from "../digests/content/goal-changes-store";
import { loadDeliveries } from "../digests/content/load-deliveries";
import { type LoadDigestsDeps, loadPreview } from "../digests/content/load-digests";
import { fallenMonthsStore } from "../digests/content/orders/fallen-months-store";
import { reportedOrdersStore } from "../digests/content/orders/reported-orders-store";
import { alertByReport, alertOncePerDay } from "../digests/delivery/alert-admins";
import { type Alert, alertStore } from "../digests/delivery/alert-store";
import { closedDaysStore } from "../digests/delivery/closed-days-store";
import { postAtOnce } from "../digests/delivery/deliver";
import { deliveryLog, deliveryStore } from "../digests/delivery/delivery-store";
import { ownRecapsStore } from "../digests/delivery/own-recaps-store";
import type { AuthStatus, DeliveryDeps } from "../digests/delivery/ports";
import { postedRanksStore } from "../digests/delivery/posted-ranks-store";
import { reportedFiguresStore } from "../digests/delivery/reported-figures-store";
import { resendStore } from "../digests/delivery/resend-store";
import { SEND_RATE, sendRateStore } from "../digests/delivery/send-rate-store";
import { DELIVERY_TIMES } from "../digests/delivery/transitions";
import { boardPostsStore } from "../digests/schedule/board-posts-store";
import { type BoardStore, boardStore } from "../digests/schedule/boards";
import { lastCheckStore } from "../digests/schedule/last-check-store";
import { leaderboardSettingsStore } from "../digests/schedule/leaderboard-settings-store";
import { type DigestSchedule, type DigestScheduleDeps, loadDigestSchedule } from "../digests/schedule/load-schedule";
import { resends } from "../digests/schedule/resend";
import type { OverviewStore } from "../goals/overview-store";
import { reportSources, sourceAlerts } from "../jobs/alert-sources";
import { refreshBeforeDigests } from "../jobs/refresh-before-digests";
import type { Job } from "../jobs/scheduler";
import { deliveryJob } from "../jobs/table";
import { sleep } from "../lib/sleep";
import { moneyRecordStore } from "../metrics/money-record-store";
import type { PeopleStore } from "../people/people-store";
import type { DigestDeps } from "../slack/deps";
import { adminAlerts } from "../slack/digests/alerts";
import { slackPoster } from "../slack/digests/poster";
import { renderDeliveries, renderPreview } from "../slack/digests/render";
import { refusedBlocksStore } from "../slack/platform/refused-blocks-store";
import { homeAddress } from "../slack/platform/workspace";
import type { ReportSources } from "../sync/report";
import type { RequestSync } from "../sync/request";
import type { SourceStateStore } from "../sync/state/source-state-store";
import type { TeamStore } from "../teams/team-store";
import { boardAnswers } from "./boards";
import type { AppDeps } from "./deps";

/** Who gets a digest when, and the job that sees to it. */
export interface DigestServices extends Pick<DigestSchedule, "dueBetween"> {
  readonly job: Pick<Job, "run" | "idle">;
  /** The job that tells the admins of sources that break and are back. */
  readonly sourceAlerts: Pick<Job, "run">;
  readonly reportSources: ReportSources;
  /** Alerts the admins, once a day each. */
  readonly alert: (alert: Alert) => Promise<void>;
  readonly wasAlerted: (alert: Alert) => Promise<boolean>;
  /** Answers what people ask of digests and leaderboards in Slack. */
  readonly requests: DigestDeps;
  readonly boards: BoardStore;
}

export interface DigestServicesDeps
  extends Omit<LoadDigestsDeps, "people" | "reportedFigures" | "goalChanges" | "firstDigests" | "orders" | "overviews">,
    Omit<DigestScheduleDeps, "lastCheck" | "boards" | "closedDays"> {
  readonly overviews: Pick<OverviewStore, "figures" | "activeGoals" | "paceDays">;
  readonly people: DigestScheduleDeps["people"] & Pick<PeopleStore, "salesmen">;
  readonly teams: TeamStore;
  readonly requestSync: RequestSync;
  /** Tells whether a sync is running, in whatever process. */
  readonly syncing: () => Promise<boolean>;
  readonly auth: AuthStatus;
  readonly states: Pick<SourceStateStore, "changes">;
  /** When the next sync begins by itself; `null` where none is scheduled. */
  readonly nextSync: () => Promise<Date | null>;
  /** Posts the alerts to admins. */
  readonly client: Parameters<typeof adminAlerts>[0]["client"];
}

/** Assembles what digests and leaderboards are scheduled, loaded, rendered and delivered with. */
export function assembleDigests(
  services: DigestServicesDeps,
  { config, database: { db }, now, clock, log }: AppDeps,
): DigestServices {
  const leaderboards = leaderboardSettingsStore(db, { channel: config.LEADERBOARD_CHANNEL ?? null, log });
  const boards = boardStore({ leaderboards, teams: services.teams });
  const stores = { boards, lastCheck: lastCheckStore(db), closedDays: closedDaysStore(db) };
  const schedule = loadDigestSchedule({ ...services, ...stores });
  const refresh = refreshBeforeDigests({ ...services, clock, sleep: rest, log });
  const sendRate = sendRateStore(db, SEND_RATE);
  const contents = {
    ...services,
    boards,
    ownRecaps: ownRecapsStore(db),
    postedRanks: postedRanksStore(db),
    reportedFigures: reportedFiguresStore(db),
    goalChanges: goalChangesStore(db),
    firstDigests: firstDigestsStore(db),
    orders: { records: moneyRecordStore(db), reported: reportedOrdersStore(db), salesmen: services.people.salesmen },
  };
  const homeUrl = homeAddress(services.client, log);
  const display = (at: Date) => ({ days: services.days, now: at });
  const deps: DeliveryDeps = {
    deliveries: deliveryStore(db),
    sendRate,
    alerts: alertStore(db),
    poster: slackPoster({
      token: config.SLACK_BOT_TOKEN,
      apiUrl: config.SLACK_API_URL,
      refusedBlocks: refusedBlocksStore(db),
      log,
    }),
    auth: services.auth,
    plan: schedule.plan,
    stillWanted: schedule.stillWanted,
    render: async (rows) => {
      const at = now();
      const loaded = await loadDeliveries({ rows, now: at }, contents);
      // Before the messages are stored: what is rendered again tells the same.
      await contents.goalChanges.tell(new Map([...loaded.digests].map(([id, { goalChanges }]) => [id, goalChanges])));
      return renderDeliveries(loaded, { ...display(at), homeUrl: await homeUrl() });
    },
    alertAdmins: adminAlerts({
      ...{ client: services.client, admins: schedule.admins, nextSync: services.nextSync },
      ...{ days: services.days, now, log },
    }),
    now,
    clock,
    sleep: rest,
    log,
    times: DELIVERY_TIMES,
  };
  const posts = boardPostsStore(db);
  const outcomes = deliveryLog(db);
  const requests: DigestDeps = {
    ...resends({ schedule, store: resendStore(db, sendRate), now }),
    fell: fallenMonthsStore(db).of,
    orders: async (reader) => (await contents.orders.reported.lately([reader])).get(reader.to) ?? [],
    next: (userId) => schedule.next(userId, now()),
    upcoming: () => schedule.upcoming(now()),
    preview: async (userId) => {
      const loaded = await loadPreview({ userId, now: now() }, contents);
      return loaded === null ? null : renderPreview(loaded, display(now()));
    },
    ...boardAnswers({
      ...contents,
      schedule,
      posts,
      postAtOnce: (message) => postAtOnce({ ...deps, stateOf: posts.stateOf }, message),
      now,
    }),
    deliveries: outcomes.latest,
    undelivered: outcomes.undelivered,
  };
  const alert = (alert: Alert) => alertOncePerDay(deps, { alert, now: now() });
  const wasAlerted = (one: Alert) => deps.alerts.wasSent(one, services.days.dayOf(now()));
  const sourceAlertsJob = sourceAlerts({ changes: services.states.changes, alert, wasSent: wasAlerted });
  return {
    sourceAlerts: sourceAlertsJob,
    reportSources: (reader, sources) =>
      reportSources(
        { reader, sources },
        { changes: services.states.changes, byReport: (told) => alertByReport(deps, { ...told, now: now() }) },
      ),
    job: deliveryJob(deps, refresh),
    dueBetween: schedule.dueBetween,
    alert,
    wasAlerted,
    requests,
    boards,
  };
}

/** Ends early, and well, when the signal says so. */
async function rest(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(ms, signal).catch(() => undefined);
}
