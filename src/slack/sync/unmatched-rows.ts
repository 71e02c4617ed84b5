import type { KnownBlock } from "@slack/types";
import { SOURCE_IDS, type SourceId } from "../../metrics/sources";
import { mappingOwner } from "../../sync/mapping-owner";
import type { SyncReport, Unmatched } from "../../sync/report";
import { context, section } from "../ui/blocks";
import { counted } from "../ui/text";
import { withMatchButton } from "./match-button";
import { unmatchedWords } from "./source-view";

interface RowsOptions {
  /** How many people have a row of their own. */
  readonly most: number;
  /** Whether the first of these buttons is what to do first. */
  readonly isFirst: boolean;
  /** Which days these records are of, where that is not clear: "Oct 19 – Oct 28". */
  readonly days?: string;
}

/** Whoever is unmatched and has records that wait, the most records first, each with the button that matches them. */
export function unmatchedRows({ results }: SyncReport, { most, isFirst, days }: RowsOptions): readonly KnownBlock[] {
  const waiting = SOURCE_IDS.flatMap((source) =>
    results[source].unmatched.filter(({ records = 0 }) => records > 0).map((one) => ({ source, one })),
  ).sort((a, b) => (b.one.records ?? 0) - (a.one.records ?? 0));
  const more = waiting.length - most;
  return [
    ...waiting.slice(0, most).map(({ source, one }, at) => row(source, { one, isFirst: isFirst && at === 0, days })),
    ...(more > 0
      ? [context(`${counted(more, "more unmatched person", "more unmatched people")}: see *Admin* in Home`)]
      : []),
  ];
}

function row(
  source: SourceId,
  { one, isFirst, days }: { readonly one: Unmatched } & Pick<RowsOptions, "isFirst" | "days">,
): KnownBlock {
  const text = section(`⚠️ ${unmatchedWords(source, one)}${days === undefined ? "" : ` (${days})`}`);
  // A rep whom a source does not know is mended at the source, and one without an id at the next sync.
  const owner = one.userId === undefined ? mappingOwner(source, one) : null;
  return withMatchButton(text, { source, owner, name: one.name, isFirst });
}
