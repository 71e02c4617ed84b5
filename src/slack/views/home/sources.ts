import type { KnownBlock } from "@slack/types";
import type { Freshness } from "../../../sync/freshness";
import type { Progress } from "../../../sync/report";
import { header, section } from "../blocks";
import type { Reading } from "../days";
import { freshnessLine } from "../freshness";
import { progressLine } from "../sync-progress";
import { actions, button } from "./page";

export const SYNC_NOW = "sync_now";

export interface SourcesValues extends Reading {
  readonly freshness: readonly Freshness[];
  /** Where the sync stands that this person asked for; `null` when none is running. */
  readonly syncing: Progress | null;
}

/** How old the figures are, source by source, and the button that makes them new. */
export function sourcesPart({ freshness, syncing, ...reading }: SourcesValues): readonly KnownBlock[] {
  const lines = freshness.map((one) => freshnessLine(one, reading));
  return [
    header("Where the figures come from"),
    ...(lines.length === 0 ? [] : [section(lines.join("\n"))]),
    syncing === null
      ? actions([button(SYNC_NOW, "Sync now", { style: "primary" })])
      : section(`⏳ *Syncing now:* ${progressLine(syncing)}\nThe report comes in our DM.`),
  ];
}
