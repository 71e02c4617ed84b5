import type { WebClient } from "@slack/web-api";
import type { Progress } from "../sync/report";
import type { SlackDeps } from "./deps";

/** What every listener works with. */
export interface SlackContext {
  readonly deps: SlackDeps;
  readonly client: WebClient;
  readonly homes: HomeUpdates;
}

/** Brings App Homes up to date after something changed. */
export interface HomeUpdates {
  /** Renders somebody's page; `hash` is that of the page as last seen. */
  refresh(userId: string, hash?: string): Promise<void>;
  /** Renders the open pages among these people's, and those of whoever sees others' figures. */
  refreshOpen(userIds: readonly string[]): Promise<void>;
  /** Marks a sync of this person's as running; the mark shows its progress and ends it. */
  beginSync(userId: string): SyncMark;
}

/** A sync that somebody's page shows as running. */
export interface SyncMark {
  show(progress: Progress): void;
  end(): void;
}
