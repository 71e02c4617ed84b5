import type { Finding } from "../../../../doctor/finding";
import { isUnanswered, unansweredFindings } from "../../../../doctor/source-findings";
import type { SourceId } from "../../../../metrics/sources";
import type { Freshness } from "../../../../sync/state/freshness";
import type { LastCheck } from "../../health";

/** What is known now of what a check found earlier. */
export interface KnownSince {
  readonly freshness: readonly Freshness[];
  /** Tells whether nothing more is to be said of this owner at a source: matched since, or said elsewhere. */
  readonly isSaid: (source: SourceId, owner: string) => boolean;
}

/**
 * What a check found and still is so: without the owners of whom nothing is to be said, and what a sync has mended since; and what the
 * last syncs found by themselves.
 */
export function standingFindings(last: LastCheck | null, { freshness, isSaid }: KnownSince): readonly Finding[] {
  const bySync = freshness.flatMap(unansweredFindings);
  if (last === null) return bySync;
  const isMended = (found: Finding) => freshness.some((of) => isMendedBy(of, { found, at: last.at }));
  const found = last.findings.filter((one) => !isMended(one) && !isUnanswered(one));
  return [...saidOnce(found.flatMap((one) => withoutSaid(one, isSaid))), ...bySync];
}

/** Tells whether a source was read since a finding at this time, where that is all it takes. */
function isMendedBy(
  { source, state, asOf, imported }: Freshness,
  { found: { id, sync }, at }: { readonly found: Finding; readonly at: Date },
): boolean {
  if (sync?.days !== "last-30-days" || !id.startsWith(`${source}-`) || state !== "fresh" || asOf === null) return false;
  // What was imported is as old as its file, however late it is read: that it is read again says its state alone.
  if (imported === true && UNREAD.has(id.slice(`${source}-`.length))) return true;
  return asOf > at;
}

/** Findings that no source has whose last sync read it. */
const UNREAD = new Set(["reading-failed", "never-read"]);

function withoutSaid(found: Finding, isSaid: KnownSince["isSaid"]): readonly Finding[] {
  const { owners } = found;
  if (owners === undefined) return [found];
  const open = owners.filter(({ source, owner }) => owner === null || !isSaid(source, owner));
  return open.length === 0 ? [] : [{ ...found, owners: open }];
}

/** Leaves out that a source could not be read by the last sync where the check found why: what is wrong is said once. */
function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ id }) => {
    const source = /^(.+)-reading-failed$/.exec(id)?.[1];
    return source === undefined || !findings.some((other) => isFaultOf(other, source) && other.id !== id);
  });
}

/** A clock that differs keeps no source from being read. */
function isFaultOf({ id, state }: Finding, source: string): boolean {
  return state === "fault" && id.startsWith(`${source}-`) && id !== `${source}-clock`;
}
