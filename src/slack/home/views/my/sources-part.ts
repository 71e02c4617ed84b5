import type { ActionsBlock, Button, KnownBlock, SectionBlock } from "@slack/types";
import { type MetricType, metricOf } from "../../../../metrics/metrics";
import type { Progress } from "../../../../sync/report";
import type { Freshness } from "../../../../sync/state/freshness";
import { progressLine } from "../../../sync/progress-view";
import { actions, button, context, section } from "../../../ui/blocks";
import { agoInWords, type DisplayContext, momentInWords, momentOfToday } from "../../../ui/dates";
import { agedSince, oldDataLine, whyOld } from "../../../ui/freshness";
import { SYNC_NOW } from "../../../ui/sync-button";
import { capitalized, listed, metricNoun, unbrokenParts } from "../../../ui/text";

/** The row of buttons with *Sync now*, or the progress of the sync in its place; `quiet` where a sync brings nothing that is missing. */
export function syncPart(
  syncing: Progress | null,
  buttons: ActionsBlock["elements"],
  { quiet = false } = {},
): readonly KnownBlock[] {
  const sync = syncing === null ? [syncButton({ isFirst: !quiet })] : [];
  const row = [...sync, ...buttons];
  return [
    ...(syncing === null ? [] : [section(`⏳ *Syncing now:* ${progressLine(syncing)}\nThe report comes to our DM.`)]),
    ...(row.length === 0 ? [] : [actions(row)]),
  ];
}

/** The button that runs a sync; green where nothing on the page is to be done before. */
export function syncButton({ isFirst = true } = {}): Button {
  return button(SYNC_NOW, "Sync now", isFirst ? { style: "primary" } : {});
}

/** What the parts of a page about its sync are made of. */
interface Syncs extends DisplayContext {
  readonly freshness: readonly Freshness[];
  /** The progress of the sync that whoever looks requested; `null` when none is running. */
  readonly syncing: Progress | null;
}

/**
 * Says at the top that the last full sync was hours ago, with *Sync now*, or how a sync goes; nothing where it was not. It says what may be
 * missing and not how old figures are: webhooks may have brought newer ones. `quiet` where green is for another button of the page.
 */
export function agedPart({ freshness, syncing, ...display }: Syncs, { quiet = false } = {}): readonly KnownBlock[] {
  if (syncing !== null) return syncPart(syncing, []);
  const since = agedSince(freshness, display.now);
  if (since === null) return [];
  const words = `🕗 *Last full sync: ${momentInWords(since, display)}*, ${agoInWords(since, display.now)}; later work may be missing`;
  return [{ ...section(words), accessory: syncButton({ isFirst: !quiet }) }];
}

/** What today asks, alone. */
export function planLine(plan: string): SectionBlock {
  return section(`*${unbrokenParts(plan)}*`);
}

/** Lines in small print; nothing where there is none. */
export function smallLines(lines: readonly string[]): readonly KnownBlock[] {
  return lines.length === 0 ? [] : [context(unbrokenParts(lines.join("\n")))];
}

/**
 * Says what today asks, with these lines in small print; where the last full sync was hours ago, in the same breath as of when that is, right
 * above *Sync now*, the one thing to do first: "*Today: 7 calls*, as of 8:00 AM" and "🕗 6 hours ago. *Sync now* counts newer work".
 */
export function planPart(
  plan: string,
  { lines, freshness, ...display }: Syncs & { readonly lines: readonly string[] },
): readonly KnownBlock[] {
  const since = agedSince(freshness, display.now);
  if (since === null) return [planLine(plan), ...smallLines(lines)];
  const asked = `*${unbrokenParts(plan)}*, as of ${momentOfToday(since, display)}`;
  const press = `🕗 ${capitalized(agoInWords(since, display.now))}. *Sync now* counts newer work`;
  return [section(`${asked}\n${press}`), actions([syncButton()]), ...smallLines(lines)];
}

/**
 * Says which of these metrics may be out of date, of what age the last full sync is, or how a sync goes; *Sync now* is
 * beside the first of which a sync may bring what is missing: not where a source could not be read, which is for admins to mend.
 */
export function oldPart(values: Syncs, metrics: readonly MetricType[]): readonly KnownBlock[] {
  const { freshness, syncing, ...display } = values;
  const sources = freshness.filter(isStaleOrFailed);
  const old = sources.map((one) => oldFigures(one, { metrics, display }));
  if (syncing !== null || old.length === 0 || agedSince(freshness, display.now) !== null) {
    return [...agedPart(values), ...old];
  }
  const missed = sources.findIndex(isMissed);
  return old.map((row, at) => (at === missed ? { ...row, accessory: syncButton() } : row));
}

/** "⚠️ *Calls and talk time may be missing since 2:05 PM.* JustCall could not be read. Nothing for you to do: your admins know". */
function oldFigures(
  one: Freshness,
  { metrics, display }: { readonly metrics: readonly MetricType[]; readonly display: DisplayContext },
): SectionBlock {
  const { source, asOf } = one;
  const names = metrics.filter((type) => metricOf(type).sources.includes(source)).map((type) => metricNoun(type, 0));
  if (asOf === null || names.length === 0) return section(`⚠️ ${oldDataLine(one, display)}`);
  const missing = `*${capitalized(listed(names))} may be missing since ${momentOfToday(asOf, display)}.*`;
  return section(`⚠️ ${missing} ${whyOld(one)}`);
}

/** Tells whether the page has *Sync now*, or its progress, at the top; `old` where it says there what is old of the figures. */
export function isSyncOnTop(
  { freshness, syncing, now }: Pick<Syncs, "freshness" | "syncing" | "now">,
  { old }: { readonly old: boolean },
): boolean {
  return syncing !== null || agedSince(freshness, now) !== null || (old && freshness.some(isMissed));
}

/** Tells whether a source was read before and missed the latest sync, which did not fail. */
function isMissed({ state, stale, asOf }: Freshness): boolean {
  return stale === true && state !== "failed" && asOf !== null;
}

/** Tells whether a source is stale, failed or never read. */
export function isStaleOrFailed({ state, stale }: Freshness): boolean {
  return stale === true || state === "failed" || state === "never";
}

/** Says which sources need a look: "⚠️ *JustCall* data is from Fri 10:10 PM EDT: could not be read since"; nothing where all is well. */
export function oldSourcesPart(freshness: readonly Freshness[], display: DisplayContext): readonly KnownBlock[] {
  return freshness.filter(isStaleOrFailed).map((one) => context(`⚠️ ${oldDataLine(one, display)}`));
}
