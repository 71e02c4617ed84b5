import type { RequestSync, SyncAsk } from "../../src/sync/ask";
import type { Progress, SyncReport } from "../../src/sync/report";

interface Run {
  readonly ask: SyncAsk;
  progress(progress: Progress): void;
  end(report: SyncReport): void;
  fail(error: Error): void;
}

/** A sync that does what the test says: each request is a run that waits to be told how it goes. */
export class ScriptedSync {
  readonly runs: Run[] = [];

  readonly request: RequestSync = (ask, onProgress) =>
    new Promise((end, fail) => {
      this.runs.push({ ask, progress: (progress) => onProgress?.(progress), end, fail });
    });
}
