import { alertOncePerDay } from "../digests/delivery/alert-admins";
import { type Alert, alertStore } from "../digests/delivery/alert-store";
import { deliveryStore } from "../digests/delivery/delivery-store";
import type { AuthStatus, DeliveryDeps } from "../digests/delivery/ports";
import { reportedFiguresStore } from "../digests/delivery/reported-figures-store";
import { deliveryLog, type ResendStore, resendStore } from "../digests/delivery/resend-store";
import { SEND_RATE, sendRateStore } from "../digests/delivery/send-rate-store";
import { DELIVERY_TIMES } from "../digests/delivery/transitions";
import { lastCheckStore } from "../digests/schedule/last-check-store";
import { leaderboardSettingsStore } from "../digests/schedule/leaderboard-settings-store";
import { type DigestSchedule, type DigestScheduleDeps, loadDigestSchedule } from "../digests/schedule/load-schedule";
import type { Job } from "../jobs/job";
import { refreshBeforeDigests } from "../jobs/refresh-before-digests";
import { deliveryJob } from "../jobs/table";
import { sleep } from "../lib/sleep";
import type { DigestDeps } from "../slack/deps";
import { adminAlerts } from "../slack/digests/alerts";
import { slackPoster } from "../slack/digests/poster";
import { type LeaderboardRenderDeps, renderDeliveries, renderLeaderboard } from "../slack/digests/render";
import { type DigestRenderDeps, previewDigest } from "../slack/digests/render-digests";
import type { RequestSync } from "../sync/request";
import type { AppDeps } from "./deps";

/** Who gets a digest when, and the job that sees to it. */
export interface DigestServices extends Pick<DigestSchedule, "dueBetween"> {
  readonly job: Pick<Job, "run" | "idle">;
  /** Tells the admins, once a day each. */
  readonly tell: (alert: Alert) => Promise<void>;
  /** What people ask of them. */
  readonly asked: DigestDeps;
}

export interface DigestServicesDeps
  extends Omit<DigestRenderDeps, "now" | "people" | "told">,
    Omit<DigestScheduleDeps, "looks" | "board"> {
  readonly requestSync: RequestSync;
  readonly signIn: AuthStatus;
  /** For what is told to admins. */
  readonly client: Parameters<typeof adminAlerts>[0]["client"];
}

/** Puts together what happens in the mornings. */
export function assembleDigests(
  parts: DigestServicesDeps,
  { config, database: { db }, now, clock, log }: AppDeps,
): DigestServices {
  const board = leaderboardSettingsStore(db, { channel: config.LEADERBOARD_CHANNEL ?? null, log });
  const whose = loadDigestSchedule({ ...parts, board, looks: lastCheckStore(db) });
  const figures = refreshBeforeDigests({ ...parts, clock, sleep: rest, log });
  const again = resendStore(db);
  const made = { ...parts, board, told: reportedFiguresStore(db), now };
  const needs: DeliveryDeps = {
    ledger: deliveryStore(db),
    posting: sendRateStore(db, SEND_RATE),
    alerts: alertStore(db),
    poster: slackPoster({ token: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL, log }),
    signIn: parts.signIn,
    wanted: whose.wanted,
    looked: whose.looked,
    render: (rows) => renderDeliveries(rows, made),
    receivers: async () => (await whose.receivers(now())) + (await again.recent(now())),
    tellAdmins: adminAlerts({ client: parts.client, admins: whose.admins, log }),
    now,
    clock,
    sleep: rest,
    log,
    times: DELIVERY_TIMES,
  };
  const asked = { ...askedOf(made), ...againOf(whose, { again, now }), deliveries: () => deliveryLog(db).latest(ROWS) };
  const tell = (alert: Alert) => alertOncePerDay(needs, { alert, now: now() });
  return { job: deliveryJob(needs, figures), dueBetween: whose.dueBetween, tell, asked };
}

/** A few mornings of a usual team, one of a large one. */
const ROWS = 1_200;

function askedOf(made: LeaderboardRenderDeps): Pick<DigestDeps, "preview" | "board"> {
  const today = () => made.days.dayOf(made.now());
  return {
    preview: (userId) => previewDigest(userId, made),
    board: async () => {
      const { text, blocks } = await renderLeaderboard(today(), made);
      return { text, blocks };
    },
  };
}

/** A message that was asked for is wanted soon or not at all. */
const AGAIN_MS = 3_600_000;

function againOf(
  whose: DigestSchedule,
  { again, now }: { readonly again: ResendStore; readonly now: () => Date },
): Pick<DigestDeps, "next" | "again" | "sendAgain"> {
  return {
    next: (userId) => whose.next(userId, now()),
    again: async (userId) => {
      const day = await whose.today(userId, now());
      return { day, number: (await again.asked(userId, day)) + 1 };
    },
    sendAgain: (to, { day, number }) => {
      const dueAt = now();
      const cutOffAt = new Date(dueAt.getTime() + AGAIN_MS);
      return again.ask({ kind: "digest", to, day, dueAt, cutOffAt }, number);
    },
  };
}

/** Ends early, and well, when the signal says so. */
async function rest(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(ms, signal).catch(() => undefined);
}
