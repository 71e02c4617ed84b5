import type { InstantRange } from "../../time/day";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { windowLists } from "./lists";
import { beginList } from "./pages";
import type { Activity } from "./schema";

type StartedList = ReturnType<typeof beginList<Activity>>;

/** The first page of e-mails, requested before anybody asks for their window. */
export interface EmailPrefetch {
  /** Returns what was started for just this window; `null` for any other, and the second time. */
  take(window: InstantRange): { readonly emails: StartedList; readonly stop: AbortController } | null;
  /** Aborts the request: nobody will take it. */
  cancel(reason: unknown): void;
}

/**
 * Requests the first page of the whole range's e-mails. They depend on no setting, so this page need not wait for the
 * settings; most reads have one window, and this saves them the time of one answer.
 */
export function emailPrefetch(
  client: CopperClient,
  { config, range }: { config: CopperConfig; range: InstantRange },
): EmailPrefetch {
  const stop = new AbortController();
  const { emails } = windowLists(config, { window: range, stages: new Map() });
  const started = beginList(client, { list: emails, signal: stop.signal });
  // Whoever takes it handles its error; if nobody does, there is nothing to handle.
  started.catch(() => undefined);
  let taken = false;
  return {
    take({ since, until }) {
      const other = since.getTime() !== range.since.getTime() || until.getTime() !== range.until.getTime();
      if (taken || other) return null;
      taken = true;
      return { emails: started, stop };
    },
    cancel: (reason) => stop.abort(reason),
  };
}
