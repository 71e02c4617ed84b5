import type { Alert } from "../digests/delivery/alert-store";
import type { ConditionStore } from "./condition-store";
import type { Job } from "./scheduler";

export interface WatchDeps {
  /** Lists sources whose unread days are lost soon, or are being lost. */
  readonly expiring: () => Promise<readonly Extract<Alert, { kind: "expiring" }>[]>;
  /** Lists the latest minutes that some process ran, the newest first. */
  readonly recentTicks: () => Promise<readonly Date[]>;
  /** Reads how many bytes of the database's disk are free; `null` where it does not tell. */
  readonly freeDiskBytes: () => Promise<number | null>;
  /** Reads whether Slack's requests were signed with another secret, and none with ours. */
  readonly isSigningSecretWrong: () => Promise<boolean>;
  /** Notes the signing secret that this process runs with. */
  readonly noteSigningSecret: () => Promise<void>;
  readonly conditions: ConditionStore;
  /** Alerts the admins, once to the same thing. */
  readonly alert: (alert: Alert) => Promise<void>;
  readonly wasSent: (alert: Alert) => Promise<boolean>;
  readonly now: () => Date;
}

/** So long a silence is no restart. */
const SILENCE_MS = 10 * 60_000;
/** What happened longer ago was told, or happened to another clock. */
const RECENT_MS = 60 * 60_000;
/** Below the first the disk is told to be low, above the second to be well again; in between nothing changes. */
const [LOW_DISK_BYTES, ENOUGH_DISK_BYTES] = [2e9, 3e9];

/** Watches what nobody looks at until it breaks, and tells the admins once: silence, disk, a signing secret
 * that is another app's, days that are about to be lost. */
export function watch(deps: WatchDeps): Pick<Job, "run"> {
  return {
    async run() {
      const { alert } = deps;
      for (const one of await deps.expiring()) await alert(one);
      await deps.noteSigningSecret();
      if (await deps.isSigningSecretWrong()) await alert({ kind: "signing-secret" });
      const silence = silenceIn(await deps.recentTicks(), deps.now());
      if (silence !== null) await alert({ kind: "was-down", ...silence });
      await watchDisk(deps);
    },
  };
}

/** Finds the last stretch in which no process ran anything, if it ended lately: both are minutes that were run. */
export function silenceIn(ticks: readonly Date[], now: Date): { readonly from: Date; readonly until: Date } | null {
  for (const [index, until] of ticks.entries()) {
    const from = ticks[index + 1];
    if (from === undefined || Math.abs(now.getTime() - until.getTime()) > RECENT_MS) return null;
    if (until.getTime() - from.getTime() >= SILENCE_MS) return { from, until };
  }
  return null;
}

async function watchDisk({ freeDiskBytes, conditions, alert, wasSent }: WatchDeps): Promise<void> {
  const free = await freeDiskBytes();
  if (free === null || (free >= LOW_DISK_BYTES && free < ENOUGH_DISK_BYTES)) return;
  const change = await conditions.observe("disk", free < LOW_DISK_BYTES ? "broken" : "well");
  if (change === null) return;
  const low = { kind: "disk-low", at: change.brokeAt, freeMegabytes: Math.floor(free / 1e6) } as const;
  if (change.backAt === undefined) await alert(low);
  else if (await wasSent(low)) await alert({ kind: "disk-back", at: change.backAt });
}
