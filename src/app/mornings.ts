import { setTimeout as pause } from "node:timers/promises";
import { alertStore } from "../digests/alert-store";
import { boardSettingsStore } from "../digests/board-settings-store";
import { deliveryLog } from "../digests/delivery-log-store";
import type { DeliveryNeeds, SignIn } from "../digests/delivery-needs";
import { DELIVERY_TIMES } from "../digests/delivery-times";
import { ledger } from "../digests/ledger";
import { looksStore } from "../digests/looks-store";
import { POSTING_PACE } from "../digests/posting-pace";
import { postingStore } from "../digests/posting-store";
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
  /** What people ask of them. */
  readonly asked: MorningNeeds;
}

export interface MorningParts extends Omit<DigestParts, "now" | "people">, Omit<WhoseParts, "looks" | "board"> {
  readonly requestSync: RequestSync;
  readonly signIn: SignIn;
  /** For what is told to admins. */
  readonly client: Parameters<typeof adminAlerts>[0]["client"];
}

/** Puts together what happens in the mornings. */
export function mornings(parts: MorningParts, { config, database: { db }, now, clock, log }: AppNeeds): Mornings {
  const board = boardSettingsStore(db, config.LEADERBOARD_CHANNEL ?? null);
  const whose = whoseMorning({ ...parts, board, looks: looksStore(db) });
  const figures = freshFigures({ ...parts, clock, sleep: rest, log });
  const made = { ...parts, board, now };
  const needs: DeliveryNeeds = {
    ledger: ledger(db),
    posting: postingStore(db, POSTING_PACE),
    alerts: alertStore(db),
    poster: slackPoster({ token: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL, log }),
    signIn: parts.signIn,
    wanted: whose.wanted,
    looked: whose.looked,
    render: (rows) => renderDeliveries(rows, made),
    receivers: () => whose.receivers(now()),
    tellAdmins: adminAlerts({ client: parts.client, admins: whose.admins, log }),
    now,
    clock,
    sleep: rest,
    log,
    times: DELIVERY_TIMES,
  };
  const asked = {
    ...askedOf(made),
    next: (userId: string) => whose.next(userId, now()),
    deliveries: () => deliveryLog(db).latest(ROWS),
  };
  return { job: deliveries(needs, figures), dueBetween: whose.dueBetween, asked };
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

/** Ends early, and well, when the signal says so. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
