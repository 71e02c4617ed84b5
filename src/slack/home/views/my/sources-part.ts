import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { Progress } from "../../../../sync/report";
import type { Freshness } from "../../../../sync/state/freshness";
import { progressLine } from "../../../sync/progress-view";
import { actions, button, context, section } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import { oldDataLine } from "../../../ui/freshness";

export const SYNC_NOW = "sync_now";

/** The row of buttons with *Sync now*, or the progress of the sync in its place. */
export function syncPart(syncing: Progress | null, buttons: ActionsBlock["elements"]): readonly KnownBlock[] {
  const sync = syncing === null ? [button(SYNC_NOW, "Sync now", { style: "primary" })] : [];
  const row = [...sync, ...buttons];
  return [
    ...(syncing === null ? [] : [section(`⏳ *Syncing now:* ${progressLine(syncing)}\nThe report comes to our DM.`)]),
    ...(row.length === 0 ? [] : [actions(row)]),
  ];
}

/** Tells whether a source is stale, failed or never read. */
export function isStaleOrFailed({ state, stale }: Freshness): boolean {
  return stale === true || state === "failed" || state === "never";
}

/** Says which sources need a look: "⚠️ *JustCall* data is from Fri 10:10 PM EDT: could not be read since"; nothing where all is well. */
export function oldSourcesPart(freshness: readonly Freshness[], display: DisplayContext): readonly KnownBlock[] {
  return freshness.filter(isStaleOrFailed).map((one) => context(`⚠️ ${oldDataLine(one, display)}`));
}
