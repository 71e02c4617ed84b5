import { SEND_RATE, sendRateStore } from "../digests/delivery/send-rate-store";
import { checklistStore } from "../jobs/checklist-store";
import { firstDays } from "../jobs/first-days";
import type { Job } from "../jobs/scheduler";
import { tickLog } from "../jobs/tick-store";
import { slackPoster } from "../slack/digests/poster";
import { checklist, type FirstDaysDeps, loadFirstDays } from "../slack/home/first-days";
import { homeAddress } from "../slack/platform/workspace";
import { firstAdmin, type SyncDmDeps } from "../slack/sync/first-sync";
import { type RunStore, runStore } from "../sync/run/run-store";
import type { AppDeps } from "./deps";

/** Whoever has run it for longer has found out by themselves. */
const NEW_MS = 3 * 86_400_000;

interface FirstInstants {
  readonly runs: Pick<RunStore, "first">;
  readonly ticks: Pick<ReturnType<typeof tickLog>, "first">;
}

/** Tells whether Paceline ran here first a few days ago at most; ticks are kept for a week, and runs for longer than most pauses. */
export async function isNewHere({ runs, ticks }: FirstInstants, now: Date): Promise<boolean> {
  const firsts = await Promise.all([runs.first(), ticks.first()]);
  return firsts.every((first) => first === null || now.getTime() - first.getTime() < NEW_MS);
}

/** Assembles the job that keeps the checklist of the first days. */
export function assembleFirstDays(
  services: FirstDaysDeps & Pick<SyncDmDeps, "client" | "admins" | "readMembers">,
  { config, database: { db }, now, clock, log }: AppDeps,
): Pick<Job, "run"> {
  const { client } = services;
  const homeUrl = homeAddress(client, log);
  return firstDays({
    // It belongs to a first start, as the first sync does.
    wanted: config.SYNC_ON_START === "first",
    isNew: () => isNewHere({ runs: runStore(db), ticks: tickLog(db) }, now()),
    render: async () => checklist(await loadFirstDays(services), await homeUrl()),
    recipient: () => firstAdmin({ ...services, log }),
    store: checklistStore(db),
    poster: slackPoster({ token: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL, log }),
    update: async (ref, { text, blocks, plain }) => {
      const edit = (shown: readonly object[]) =>
        client.apiCall("chat.update", { channel: ref.channel, ts: ref.ts, text, blocks: shown });
      await edit(blocks).catch((error: unknown) => {
        if (!String(error).includes("invalid_blocks")) throw error;
        return edit(plain);
      });
    },
    paused: sendRateStore(db, SEND_RATE).paused,
    ...{ now, clock, log },
  });
}
