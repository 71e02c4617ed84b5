import type { InstantRange } from "../../time/day";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { windowLists } from "./lists";
import { beginList } from "./pages";
import type { Activity } from "./schema";

type BegunActivities = ReturnType<typeof beginList<Activity>>;

/** The two lists of a window that depend on no setting, each with its first page requested. */
export interface BegunWindow {
  readonly emails: BegunActivities;
  readonly calls: BegunActivities;
  /** Drops what is still queued. */
  readonly stop: AbortController;
}

/** The first pages of emails and calls, requested before anybody asks for their window. */
export interface ActivitiesPrefetch {
  /** Returns what was begun for just this window; `null` for any other, and the second time. */
  take(window: InstantRange): BegunWindow | null;
  /** Aborts the requests: nobody will take them. */
  cancel(reason: unknown): void;
}

/** Requests the first pages of a window's emails and calls. */
export function beginActivities(
  client: CopperClient,
  { config, window }: { config: CopperConfig; window: InstantRange },
): BegunWindow {
  const stop = new AbortController();
  const { emails, calls } = windowLists(config, { window, stages: new Map() });
  const begun = (list: typeof emails) => beginList(client, { list, signal: stop.signal });
  return { emails: begun(emails), calls: begun(calls), stop };
}

/**
 * Requests the first pages of the whole range's emails and calls. They need not wait for the settings; most reads have one
 * window, and this saves them the time of one answer.
 */
export function activitiesPrefetch(
  client: CopperClient,
  { config, range }: { config: CopperConfig; range: InstantRange },
): ActivitiesPrefetch {
  const begun = beginActivities(client, { config, window: range });
  // Whoever takes them handles their errors; if nobody does, there is nothing to handle.
  for (const list of [begun.emails, begun.calls]) list.catch(() => undefined);
  let taken = false;
  return {
    take({ since, until }) {
      const other = since.getTime() !== range.since.getTime() || until.getTime() !== range.until.getTime();
      if (taken || other) return null;
      taken = true;
      return begun;
    },
    cancel: (reason) => begun.stop.abort(reason),
  };
}
