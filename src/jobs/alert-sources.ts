import type { Reported } from "../digests/delivery/alert-admins";
import type { Alert } from "../digests/delivery/alert-store";
import type { SourceChange } from "../sync/state/source-state-store";
import type { Job } from "./scheduler";

export interface SourceAlertsDeps {
  changes(): Promise<readonly SourceChange[]>;
  /** Alerts the admins, once to the same thing. */
  readonly alert: (alert: Alert) => Promise<void>;
  readonly wasSent: (alert: Alert) => Promise<boolean>;
}

/** Within so long after a source broke, the report of the sync that saw it is posted, which tells its reader. */
const REPORT_MS = 20_000;

/**
 * Tells the admins once that a source broke and once that it is back, whichever process read it: by what is stored of it, so
 * that one that dies in between leaves nothing untold. A report comes before its alert, lest its reader get both. A mass deletion has an alert of its own, with its button.
 */
export function sourceAlerts({ changes, alert, wasSent }: SourceAlertsDeps): Pick<Job, "run"> {
  return {
    async run(signal) {
      for (const change of await changes()) {
        if (signal.aborted) return;
        const { source, fault, backAt, brokeMsAgo } = change;
        const broke = brokeAlert(change);
        if (backAt === undefined) {
          if (fault !== "vanished" && brokeMsAgo >= REPORT_MS) await alert(broke);
        } else if (await wasSent(broke)) {
          await alert({ kind: "source-back", source, at: backAt });
        }
      }
    },
  };
}

/**
 * Claims the alerts of these sources for a report that says that they broke, before it is posted: its reader is not told again, the other
 * admins are once it arrived.
 */
export async function reportSources(
  { reader, sources }: { readonly reader: string; readonly sources: readonly SourceChange["source"][] },
  {
    changes,
    byReport,
  }: Pick<SourceAlertsDeps, "changes"> & {
    readonly byReport: (told: { readonly alert: Alert; readonly reader: string }) => Promise<Reported>;
  },
): Promise<Reported> {
  const broken = (await changes()).filter(({ source, fault, backAt }) => {
    return sources.includes(source) && backAt === undefined && fault !== "vanished";
  });
  const claimed: Reported[] = [];
  for (const change of broken) {
    claimed.push(await byReport({ alert: brokeAlert(change), reader }));
  }
  return async (arrived) => {
    for (const reported of claimed) await reported(arrived);
  };
}

function brokeAlert({ source, brokeAt, fault, problem }: SourceChange) {
  return { kind: "source-broke", source, at: brokeAt, fault, problem } as const;
}
