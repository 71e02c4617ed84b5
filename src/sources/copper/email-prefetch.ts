import type { InstantRange } from "../../time/day";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { windowLists } from "./lists";
import type { Activity } from "./schema";
import { beginList } from "./verified-list";

type Begun = ReturnType<typeof beginList<Activity>>;

/** E-mails whose first page was asked for before anybody asked for their window. */
export interface EmailPrefetch {
  /** What was begun for just this window; `null` for any other, and the second time. */
  take(window: InstantRange): { readonly emails: Begun; readonly stop: AbortController } | null;
  /** Nobody will ask. */
  drop(why: unknown): void;
}

/**
 * Asks for the first page of the whole range's e-mails. They hang on no setting, so that this page need not wait for those
 * to be known; most readings are of one window, which is spared an answer's time by it.
 */
export function emailPrefetch(
  client: CopperClient,
  { config, range }: { config: CopperConfig; range: InstantRange },
): EmailPrefetch {
  const stop = new AbortController();
  const { emails } = windowLists(config, { window: range, stages: new Map() });
  const begun = beginList(client, { list: emails, signal: stop.signal });
  // Whoever takes it meets its error; where nobody does, it is nobody's.
  begun.catch(() => undefined);
  let taken = false;
  return {
    take({ since, until }) {
      const other = since.getTime() !== range.since.getTime() || until.getTime() !== range.until.getTime();
      if (taken || other) return null;
      taken = true;
      return { emails: begun, stop };
    },
    drop: (why) => stop.abort(why),
  };
}
