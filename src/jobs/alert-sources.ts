import type { Alert } from "../digests/delivery/alert-store";
import type { SourceChange } from "../sync/state/source-state-store";
import type { Job } from "./scheduler";

export interface SourceAlertsDeps {
  changes(): Promise<readonly SourceChange[]>;
  /** Alerts the admins, once to the same thing. */
  readonly alert: (alert: Alert) => Promise<void>;
  readonly wasSent: (alert: Alert) => Promise<boolean>;
}

/**
 * Tells the admins once that a source broke and once that it is back, whichever process read it: by what is stored of it, so
 * that one that dies in between leaves nothing untold. A mass deletion has an alert of its own, with its button.
 */
export function sourceAlerts({ changes, alert, wasSent }: SourceAlertsDeps): Pick<Job, "run"> {
  return {
    async run(signal) {
      for (const change of await changes()) {
        if (signal.aborted) return;
        const { source, brokeAt, fault, problem, backAt } = change;
        const broke = { kind: "source-broke", source, at: brokeAt, fault, problem } as const;
        if (backAt === undefined) {
          if (fault !== "vanished") await alert(broke);
        } else if (await wasSent(broke)) {
          await alert({ kind: "source-back", source, at: backAt });
        }
      }
    },
  };
}
