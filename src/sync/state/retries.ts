import { isPassing } from "../../sources/source-error";
import type { Freshness } from "./freshness";

const MINUTE_MS = 60_000;
/** So long after a source broke it is read again: soon at first, as most outages are short. After the last one the night's sync does it. */
const RETRIES_MS = [10, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE_MS);

type Broken = Pick<Freshness, "state" | "broke">;

/** The retry that is due of a source that broke by what time alone may mend, from 0 on; `null` where none is yet, or ever. */
export function dueRetry(source: Broken): number | null {
  const msAgo = brokenFor(source);
  const due = msAgo === null ? -1 : RETRIES_MS.findLastIndex((retry) => retry <= msAgo);
  return due === -1 ? null : due;
}

/**
 * When the first of these sources is read again by itself: `scheduled`, the next sync of all, or before that one of those that broke, to the
 * minute; `null` where nothing is scheduled.
 */
export function nextRead(
  sources: readonly Broken[],
  { now, scheduled }: { readonly now: Date; readonly scheduled: Date | null },
): Date | null {
  const retries = sources.flatMap((source) => {
    const msAgo = brokenFor(source);
    const next = RETRIES_MS.find((retry) => msAgo !== null && retry > msAgo);
    if (msAgo === null || next === undefined) return [];
    return Math.ceil((now.getTime() + next - msAgo) / MINUTE_MS) * MINUTE_MS;
  });
  const all = [...retries, ...(scheduled === null ? [] : [scheduled.getTime()])];
  return all.length === 0 ? null : new Date(Math.min(...all));
}

/** How long a source has been broken by what passes; `null` where it is not. */
function brokenFor({ state, broke }: Broken): number | null {
  return state === "failed" && broke !== undefined && isPassing(broke.fault) ? broke.msAgo : null;
}
