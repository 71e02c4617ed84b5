import type { Progress, SyncReport } from "../../../src/sync/report";
import type { RequestSync, SyncRequest } from "../../../src/sync/request";

interface Run {
  readonly ask: SyncRequest;
  progress(progress: Progress): void;
  end(report: SyncReport): void;
  fail(error: Error): void;
}

/** A sync that does what the test says: each request is a run that the test carries on. */
export class ScriptedSync {
  readonly runs: Run[] = [];

  readonly request: RequestSync = (ask, onProgress) =>
    new Promise((end, fail) => {
      this.runs.push({ ask, progress: (progress) => onProgress?.(progress), end, fail });
    });
}
