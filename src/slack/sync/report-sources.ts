import type { KnownBlock } from "@slack/types";
import { SOURCE_IDS, SOURCES, type SourceId } from "../../metrics/sources";
import { isReadCompletely, type SourceResult, type SyncReport } from "../../sync/report";
import { unansweredInWords } from "../../sync/unanswered-words";
import { section } from "../ui/blocks";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { instantsOf, momentTogether } from "../ui/read-together";
import { listed } from "../ui/text";
import { shownProblems } from "./problems-view";
import { broughtInWords, sourceState } from "./source-view";

/**
 * A line a source, or one for those that came out the same, but none for one that a problem above says to have failed: "*Copper*, *JustCall*,
 * and *Fishbowl* ✅ nothing new". The rest of it is behind *Details*.
 */
export function adminSources(
  { results }: SyncReport,
  display: DisplayContext & { readonly most: number },
): readonly KnownBlock[] {
  const timed = commonMoment(results) === null;
  const outcome = (source: SourceId) => {
    const result = results[source];
    if (!isReadCompletely(result)) return sourceState(result, display);
    return `✅ ${[broughtInWords(result), ...(timed ? [asOfTogether(result, { results, display })] : [])].join(", ")}`;
  };
  const problems = shownProblems(results.errors, display);
  const isSaid = (source: SourceId) => {
    const { success, off, readFrom } = results[source];
    const failed = !success && off !== true && readFrom === undefined;
    return failed && problems.some((problem) => problem.source === source);
  };
  const shown = SOURCE_IDS.filter((source) => !isSaid(source));
  const lines = [...new Set(shown.map(outcome))].map((words) => {
    const same = shown.filter((source) => outcome(source) === words);
    return `${listed(same.map((source) => `*${SOURCES[source].title}*`))} ${words}`;
  });
  const doubted = SOURCE_IDS.flatMap((source) => {
    const { unanswered: records } = results[source];
    return records === undefined ? [] : [unansweredInWords(source, { records })];
  });
  const all = [...lines, ...doubted];
  return all.length === 0 ? [] : [section(all.join("\n"))];
}

/** "as of 2:05 PM EDT": of sources that were read within minutes of each other the earliest, so that they are one line. */
function asOfTogether(
  { asOf }: SourceResult,
  { results, display }: { readonly results: SyncReport["results"]; readonly display: DisplayContext },
): string {
  if (asOf === null) return "no data yet";
  return `as of ${momentInWords(momentTogether(new Date(asOf), instantsOf(SOURCE_IDS.map((one) => results[one]))), display)}`;
}

/** The minute as of which all figures stand, where every source that is on was read in it; else `null`. */
export function commonMoment(results: SyncReport["results"]): Date | null {
  const on = SOURCE_IDS.map((source) => results[source]).filter(({ off }) => off !== true);
  const [first] = on;
  if (first === undefined || first.asOf === null || !on.every(isReadCompletely)) return null;
  const minute = first.asOf.slice(0, "2026-10-28T18:05".length);
  return on.every(({ asOf }) => asOf?.startsWith(minute)) ? new Date(first.asOf) : null;
}
