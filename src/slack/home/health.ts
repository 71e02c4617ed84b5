import type { Finding } from "../../doctor/finding";
import type { SlackDeps } from "../deps";
import { reportError } from "../middleware/errors";

/** The state of the health check; `by` is the Slack id of whoever requested it. */
export type HealthState =
  | { readonly kind: "never" }
  | { readonly kind: "running"; readonly by: string; readonly since: Date; readonly last: LastCheck | null }
  | LastCheck
  /** `says` is what an admin reads about it, as mrkdwn. */
  | {
      readonly kind: "broke";
      readonly by: string;
      readonly at: Date;
      readonly says: string;
      readonly last: LastCheck | null;
    };

/** A check that came to its end; `findings`: the worst first. */
export interface LastCheck {
  readonly kind: "done";
  readonly by: string;
  readonly at: Date;
  readonly findings: readonly Finding[];
}

/** The check that ended last, whatever began since; `null` where none did. */
export function lastCheck(state: HealthState): LastCheck | null {
  if (state.kind === "never") return null;
  return state.kind === "done" ? state : state.last;
}

const STOPPED = "Paceline stopped before this check finished. Nothing is lost. Run it again in a minute.";

/** Runs the doctor for admins, one check at a time, and remembers the last result as long as the process runs. */
export class HealthCheck {
  private last: HealthState = { kind: "never" };
  private stop: (() => void) | null = null;

  constructor(private readonly deps: SlackDeps) {}

  get state(): HealthState {
    return this.last;
  }

  /** Begins a check and resolves when it is over, however it ended; `null` when one is under way already. */
  begin(by: string): Promise<void> | null {
    if (this.last.kind === "running") return null;
    const last = lastCheck(this.last);
    this.last = { kind: "running", by, since: this.deps.now(), last };
    const stopped = new Promise<null>((resolve) => {
      this.stop = () => resolve(null);
    });
    return this.resultOf(by, { last, stopped }).then((state) => {
      this.last = state;
    });
  }

  /** Aborts a check that is under way and drops its findings. A check writes nothing, so nothing is lost. */
  abort(): void {
    this.stop?.();
  }

  private async resultOf(
    by: string,
    { last, stopped }: { readonly last: LastCheck | null; readonly stopped: Promise<null> },
  ): Promise<HealthState> {
    const { deps } = this;
    try {
      const findings = await Promise.race([deps.doctor(), stopped]);
      const at = deps.now();
      return findings === null ? { kind: "broke", by, at, says: STOPPED, last } : { kind: "done", by, at, findings };
    } catch (error) {
      const { text: says } = reportError(deps, { doing: "the health check", userId: by, error });
      return { kind: "broke", by, at: deps.now(), says, last };
    }
  }
}
