import { sleep } from "../../lib/sleep";
import type { Progress } from "../../sync/report";
import type { SlackDeps, SyncMark } from "../deps";

/** A page that follows a sync is rendered no more often. */
const DRAWN_EVERY_MS = 1_000;

interface Running {
  progress: Progress;
  syncs: number;
}

/** Tracks whose syncs run and their progress; `redraw` is called soon after a change, once for many changes. */
export class SyncIndicator {
  private readonly running = new Map<string, Running>();
  private readonly due = new Set<string>();

  constructor(
    private readonly deps: Pick<SlackDeps, "sleep">,
    private readonly redraw: (userId: string) => Promise<void>,
  ) {}

  /** The progress of this person's newest sync; `null` when none is running. */
  of(userId: string): Progress | null {
    return this.running.get(userId)?.progress ?? null;
  }

  begin(userId: string, first: Progress): SyncMark {
    const mine = this.running.get(userId) ?? { progress: first, syncs: 0 };
    mine.syncs += 1;
    this.running.set(userId, mine);
    return {
      show: (progress) => {
        mine.progress = progress;
        this.redrawSoon(userId);
      },
      end: () => {
        mine.syncs -= 1;
        if (mine.syncs === 0) this.running.delete(userId);
      },
    };
  }

  private redrawSoon(userId: string): void {
    if (this.due.has(userId)) return;
    this.due.add(userId);
    const wait = this.deps.sleep ?? sleep;
    void wait(DRAWN_EVERY_MS).then(() => {
      this.due.delete(userId);
      // The end of a sync renders the page by itself.
      return this.running.has(userId) ? this.redraw(userId) : undefined;
    });
  }
}
