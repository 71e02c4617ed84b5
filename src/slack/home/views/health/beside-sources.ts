import type { KnownBlock, SectionBlock } from "@slack/types";
import type { Undelivered } from "../../../../digests/delivery/alert-store";
import type { Delivery } from "../../../../digests/delivery/delivery";
import type { Progress } from "../../../../sync/report";
import type { RunSummary } from "../../../../sync/run/run-store";
import { undeliveredLine } from "../../../digests/alerts";
import { undeliveredSince } from "../../../digests/deliveries-view";
import { section } from "../../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../../ui/dates";
import { tryAgainButton } from "../../../ui/sync-button";
import { counted, sentence } from "../../../ui/text";

const MAX_MESSAGES = 3;
const MAX_PROBLEM = 300;

/** What may be wrong where no source is. */
export interface BesideSources extends DisplayContext {
  /** The latest syncs, the newest first. */
  readonly runs: readonly RunSummary[];
  /** The digests and boards of the last days, whatever became of them; the newest first. */
  readonly deliveries: readonly (Undelivered & Pick<Delivery, "cutOffAt">)[];
  /** The progress of the sync that this admin requested, beside which nothing offers another; `null` when none is running. */
  readonly syncing: Progress | null;
}

/** The newest sync that ended, where it broke: whatever its sources brought may not be in the figures. */
export function lastRunPart({ runs, syncing, ...display }: BesideSources): readonly KnownBlock[] {
  const last = runs.find(({ status }) => status !== "running");
  if (last?.status !== "failed") return [];
  const why = sentence(last.reason ?? "no reason is known", MAX_PROBLEM);
  return [withSync(`❌ *The last sync failed*, ${momentInWords(last.startedAt, display)}: ${why}`, syncing)];
}

/** What a sync mends, or tells whether it is mended, with the button that runs one where none runs; the page's own is *Sync now*. */
export function withSync(words: string, syncing: BesideSources["syncing"]): SectionBlock {
  return syncing === null ? { ...section(words), accessory: tryAgainButton() } : section(words);
}

/** The messages of the last days that did not arrive, or may not have. */
export function undeliveredPart({ deliveries, days, now }: BesideSources): readonly KnownBlock[] {
  const since = undeliveredSince({ days, now });
  const undelivered = deliveries.filter((one) => one.day >= since && isUndelivered(one, now));
  if (undelivered.length === 0) return [];
  const lines = undelivered.slice(0, MAX_MESSAGES).map(undeliveredLine);
  const more = undelivered.length - lines.length;
  return [
    section(
      [
        `⚠️ *${counted(undelivered.length, "message")} may not have arrived*`,
        ...lines,
        ...(more > 0 ? [`• and ${more.toLocaleString("en-US")} more: \`/goals deliveries\` lists them`] : []),
      ].join("\n"),
    ),
  ];
}

/** Tells whether a message did not arrive, or may not have and is not posted again: until its cut-off it is looked up, and may be. */
function isUndelivered({ state, cutOffAt }: BesideSources["deliveries"][number], now: Date): boolean {
  return state === "failed" || state === "missed" || (state === "unknown" && cutOffAt <= now);
}
