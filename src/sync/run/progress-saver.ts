import type { Log } from "../../log";
import type { Progress } from "../report";

interface ProgressSaverDeps {
  readonly save: (progress: Progress) => Promise<void>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Pick<Log, "warn">;
}

const SAVE_EVERY_MS = 1_000;

/** Saves a run's progress for other processes. */
export interface ProgressSaver {
  /** Saves this state unless a newer one comes first. */
  show(progress: Progress): void;
  /** Saves nothing any more. */
  end(): void;
}

/**
 * Makes what saves the newest of many states, at most once a second; those in between are skipped. A state that cannot be saved is
 * logged, and the run goes on.
 */
export function progressSaver({ save, sleep, log }: ProgressSaverDeps): ProgressSaver {
  let next: Progress | null = null;
  let saving = false;
  let ended = false;
  const work = async () => {
    saving = true;
    while (next !== null && !ended) {
      const progress = next;
      next = null;
      await save(progress).catch((error: unknown) => log.warn({ error }, "A sync's progress could not be saved"));
      await sleep(SAVE_EVERY_MS);
    }
    saving = false;
  };
  return {
    show(progress) {
      next = progress;
      if (!saving) void work();
    },
    end() {
      ended = true;
    },
  };
}
