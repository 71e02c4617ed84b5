import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { Progress } from "../../../../sync/report";
import type { Freshness } from "../../../../sync/state/freshness";
import { progressLine } from "../../../sync/progress-view";
import { actions, button, context, header, section } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import { asOfLine, freshnessLine } from "../../../ui/freshness";

export const SYNC_NOW = "sync_now";

export interface SourcesValues extends DisplayContext {
  readonly freshness: readonly Freshness[];
  /** The progress of the sync that this person requested; `null` when none is running. */
  readonly syncing: Progress | null;
}

/** How old the figures are, in one quiet line unless a source needs a look, and the row of buttons with *Sync now*. */
export function sourcesPart(
  { freshness, syncing, ...display }: SourcesValues,
  buttons: ActionsBlock["elements"],
): readonly KnownBlock[] {
  const sync = syncing === null ? [button(SYNC_NOW, "Sync now", { style: "primary" })] : [];
  const row = [...sync, ...buttons];
  return [
    ...(freshness.some(isStaleOrFailed) ? loud(freshness, display) : quiet(freshness, display)),
    ...(syncing === null ? [] : [section(`⏳ *Syncing now:* ${progressLine(syncing)}\nThe report comes to our DM.`)]),
    ...(row.length === 0 ? [] : [actions(row)]),
  ];
}

/** Tells whether a source is stale, failed or never read. */
export function isStaleOrFailed({ state, stale }: Freshness): boolean {
  return stale === true || state === "failed" || state === "never";
}

function loud(freshness: readonly Freshness[], display: DisplayContext): readonly KnownBlock[] {
  return [header("Data sources"), section(freshness.map((one) => freshnessLine(one, display)).join("\n"))];
}

function quiet(freshness: readonly Freshness[], display: DisplayContext): readonly KnownBlock[] {
  const line = asOfLine(freshness, display);
  return line === null ? [] : [context(line)];
}
