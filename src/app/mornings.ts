import { setTimeout as pause } from "node:timers/promises";
import { type AgainStore, againStore } from "../digests/again-store";
import type { Alert } from "../digests/alert";
import { alertStore } from "../digests/alert-store";
import { boardSettingsStore } from "../digests/board-settings-store";
import { deliveryLog } from "../digests/delivery-log-store";
import type { DeliveryNeeds, SignIn } from "../digests/delivery-needs";
import { DELIVERY_TIMES } from "../digests/delivery-times";
import { ledger } from "../digests/ledger";
import { looksStore } from "../digests/looks-store";
import { POSTING_PACE } from "../digests/posting-pace";
import { postingStore } from "../digests/posting-store";
import { tellOnce } from "../digests/tell";
import { toldStore } from "../digests/told-store";
import { deliveries } from "../jobs/deliveries";
import { freshFigures } from "../jobs/fresh-figures";
import type { Job } from "../jobs/job";
import { adminAlerts } from "../slack/alerts";
import type { MorningNeeds } from "../slack/needs";
import { slackPoster } from "../slack/post";
import { type BoardParts, renderBoard } from "../slack/render-board";
import { renderDeliveries } from "../slack/render-deliveries";
import { type DigestParts, previewDigest } from "../slack/render-digests";
import type { RequestSync } from "../sync/ask";
import type { AppNeeds } from "./needs";
import { type WhoseMorning, type WhoseParts, whoseMorning } from "./whose-morning";

/** Who gets a digest when, and the job that sees to it. */
export interface Mornings extends Pick<WhoseMorning, "dueBetween"> {
  readonly job: Pick<Job, "run" | "idle">;
  /** Tells the admins, once a day each. */
  readonly tell: (alert: Alert) => Promise<void>;
  /** What people ask of them. */
  readonly asked: MorningNeeds;
}

export interface MorningParts
  extends Omit<DigestParts, "now" | "people" | "told">,
    Omit<WhoseParts, "looks" | "board"> {
  readonly requestSync: RequestSync;
  readonly signIn: SignIn;
  /** For what is told to admins. */
  readonly client: Parameters<typeof adminAlerts>[0]["client"];
}

/** Puts together what happens in the mornings. */
export function mornings(parts: MorningParts, { config, database: { db }, now, clock, log }: AppNeeds): Mornings {
  const board = boardSettingsStore(db, { channel: config.LEADERBOARD_CHANNEL ?? null, log });
  const whose = whoseMorning({ ...parts, board, looks: looksStore(db) });
  const figures = freshFigures({ ...parts, clock, sleep: rest, log });
  const again = againStore(db);
  const made = { ...parts, board, told: toldStore(db), now };
  const needs: DeliveryNeeds = {
    ledger: ledger(db),
    posting: postingStore(db, POSTING_PACE),
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
  const tell = (alert: Alert) => tellOnce(needs, { alert, now: now() });
  return { job: deliveries(needs, figures), dueBetween: whose.dueBetween, tell, asked };
}

/** A few mornings of a usual team, one of a large one. */
const ROWS = 1_200;

function askedOf(made: BoardParts): Pick<MorningNeeds, "preview" | "board"> {
  const today = () => made.days.dayOf(made.now());
  return {
    preview: (userId) => previewDigest(userId, made),
    board: async () => {
      const { text, blocks } = await renderBoard(today(), made);
      return { text, blocks };
    },
  };
}

/** A message that was asked for is wanted soon or not at all. */
const AGAIN_MS = 3_600_000;

function againOf(
  whose: WhoseMorning,
  { again, now }: { readonly again: AgainStore; readonly now: () => Date },
): Pick<MorningNeeds, "next" | "again" | "sendAgain"> {
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
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
