import type { KnownBlock } from "@slack/types";
import type { Progress } from "../../../../sync/report";
import { header, section, sections } from "../../../ui/blocks";
import { momentInWords } from "../../../ui/dates";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { NO_SYNCS, runLine } from "../admin-runs";
import { type HomePage, page, parts, tabs } from "../layout";
import { isStaleOrFailed, sourcesPart } from "../my/sources-part";
import { type Attention, attentionPart } from "./attention-part";

export interface AdminStart extends Attention {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  /** The progress of the sync that this admin requested; `null` when none is running. */
  readonly syncing: Progress | null;
}

/** The first page of the admin's tab: what is broken and what to do about it, the ways to all parts, and the last syncs. */
export function adminStart(values: AdminStart): HomePage {
  const { freshness, syncing, runs } = values;
  const wrong = attentionPart(values);
  // What needs a look is told above, in more words.
  const calm = freshness.filter((one) => !isStaleOrFailed(one));
  return page(
    [
      ...tabs(values.tabs, "admin"),
      ...(wrong.length === 0 ? [section(allWell(values))] : [header("Needs attention"), ...wrong]),
      ...sourcesPart({ ...values, freshness: calm, syncing }, []),
      parts("start"),
      header("Last syncs"),
      ...lastRuns(runs, values),
    ],
    encodeLocation(values.location),
  );
}

/** "✅ *Everything is running* · last sync today at 8:02 AM". */
function allWell({ runs, ...display }: AdminStart): string {
  const last = runs.find(({ status, finishedAt }) => status === "done" && finishedAt !== null)?.finishedAt;
  if (last === undefined || last === null) return "No sync yet. Press *Sync now* to read your data sources.";
  return `✅ *Everything is running* · last sync ${momentInWords(last, display)}`;
}

function lastRuns(runs: AdminStart["runs"], values: AdminStart): readonly KnownBlock[] {
  return runs.length === 0 ? [section(NO_SYNCS)] : sections(runs.map((run) => runLine(run, values)));
}
