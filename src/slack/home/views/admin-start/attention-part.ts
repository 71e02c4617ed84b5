import type { KnownBlock, SectionBlock } from "@slack/types";
import type { Undelivered } from "../../../../digests/delivery/alert-store";
import type { Delivery } from "../../../../digests/delivery/delivery";
import type { NameSum } from "../../../../metrics/fact-summary-store";
import { SOURCES } from "../../../../metrics/sources";
import type { RunSummary } from "../../../../sync/run/run-store";
import type { UnmatchedOwners } from "../../../../sync/run/unmatched";
import type { Freshness } from "../../../../sync/state/freshness";
import { addDays } from "../../../../time/day";
import { figure } from "../../../../words/figures";
import { undeliveredLine } from "../../../digests/alerts";
import { tryAgainButton } from "../../../sync/sync-button";
import { actions, context, section } from "../../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../../ui/dates";
import { counted, listed, sentence, someOf } from "../../../ui/text";
import { type HealthState, lastCheck } from "../../health";
import { dollarsOf, untypedInWords } from "../admin-imports";
import { matchedSincePart, openRow } from "../admin-people";
import { standingFindings } from "../health/standing";
import { partButton } from "../layout";
import { isStaleOrFailed } from "../my/sources-part";

const MAX_OWNERS = 3;
const MAX_MESSAGES = 3;
const MAX_PROBLEM = 300;
const CENTS = 100;
/** On Monday, Friday's messages are still looked at. */
const DELIVERY_DAYS = 3;

export interface Attention extends DisplayContext {
  readonly freshness: readonly Freshness[];
  readonly unmatched: UnmatchedOwners;
  /** Customers whose orders of the last thirty days wait for an account type, in cents. */
  readonly untyped: readonly NameSum[];
  /** The latest digests and boards, whatever became of them; the newest first. */
  readonly deliveries: readonly (Undelivered & Pick<Delivery, "cutOffAt">)[];
  readonly health: HealthState;
  /** The latest syncs, the newest first. */
  readonly runs: readonly RunSummary[];
  readonly nameOf: (userId: string) => string;
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
}

/** What an admin has to do something about, each with the words or the button that mends it; nothing where all is well. */
export function attentionPart(values: Attention): readonly KnownBlock[] {
  return [
    ...brokenPart(values),
    ...lastRunPart(values),
    ...undeliveredPart(values),
    ...healthPart(values),
    ...uncreditedPart(values),
    ...matchedSincePart(values),
  ];
}

/** Tells whether somebody must look at a source; one that waits for its first import is no fault. */
function isBroken(freshness: Freshness): boolean {
  const { state, imported, asOf } = freshness;
  if (imported === true && asOf === null && state !== "failed") return false;
  return isStaleOrFailed(freshness);
}

/** What is wrong with each source, then which are right and when the next sync is. */
function brokenPart({ freshness, next, ...display }: Attention): readonly KnownBlock[] {
  const broken = freshness.filter(isBroken);
  if (broken.length === 0) return [];
  const right = freshness.filter((one) => one.state === "fresh" && !broken.includes(one) && one.asOf !== null);
  const titles = listed(right.map(({ source }) => SOURCES[source].title));
  const parts = [
    ...(right.length === 0 ? [] : [`${titles} ${right.length === 1 ? "is" : "are"} up to date`]),
    ...(next === null || next === undefined ? [] : [`next sync ${momentInWords(next, display)}`]),
  ];
  return [
    ...broken.map((one) => withSync(brokenLine(one, display))),
    ...(parts.length === 0 ? [] : [context(parts.join(" · "))]),
  ];
}

/** "❌ *JustCall* can't be read. Figures are from Fri 10:10 PM.\nKey refused (401): …". */
function brokenLine({ source, state, asOf, problem }: Freshness, display: DisplayContext): string {
  const name = SOURCES[source].title;
  const from = asOf === null ? "There's no data yet" : `Figures are from ${momentInWords(asOf, display)}`;
  if (state === "failed") {
    return [
      `❌ *${name}* can't be read. ${from}.`,
      ...(problem === undefined ? [] : [sentence(problem, MAX_PROBLEM)]),
    ].join("\n");
  }
  if (state === "never") return `⚠️ *${name}* has no data yet.`;
  return `⚠️ *${name}* missed the latest sync. ${from}.`;
}

/** What a sync mends, or tells whether it is mended, with the button that runs one; the page's own is *Sync now*. */
function withSync(words: string): SectionBlock {
  return { ...section(words), accessory: tryAgainButton() };
}

/** The newest sync that ended, where it broke: whatever its sources brought may not be in the figures. */
function lastRunPart({ runs, ...display }: Attention): readonly KnownBlock[] {
  const last = runs.find(({ status }) => status !== "running");
  if (last?.status !== "failed") return [];
  const why = sentence(last.reason ?? "no reason is known", MAX_PROBLEM);
  return [withSync(`❌ *The last sync failed*, ${momentInWords(last.startedAt, display)}: ${why}`)];
}

/** The messages of the last days that did not arrive, or may not have. */
function undeliveredPart({ deliveries, days, now }: Attention): readonly KnownBlock[] {
  const since = addDays(days.dayOf(now), -DELIVERY_DAYS);
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
function isUndelivered({ state, cutOffAt }: Attention["deliveries"][number], now: Date): boolean {
  return state === "failed" || state === "missed" || (state === "unknown" && cutOffAt <= now);
}

/** The problems that the last health check found, as many as its own page counts; its warnings are there alone. */
function healthPart({ health, freshness }: Attention): readonly KnownBlock[] {
  // Whom to match is no problem but a warning.
  const found = standingFindings(lastCheck(health), { freshness, isMatched: () => false });
  const faults = found.filter(({ state }) => state === "fault").length;
  if (faults === 0) return [];
  const words = `❌ *The health check found ${counted(faults, "problem")}*`;
  return [{ ...section(words), accessory: partButton("health", { label: "See health" }) }];
}

/** What is credited to nobody for want of a match or of an account type: first what more money waits for. */
function uncreditedPart(values: Attention): readonly KnownBlock[] {
  const unmatched = values.unmatched.open.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const untyped = values.untyped.reduce((sum, { amount }) => sum + amount, 0);
  const parts = [unmatchedPart(values), untypedPart(values.untyped)];
  return (untyped > unmatched * CENTS ? parts.reverse() : parts).flat();
}

/** Those whose records wait for a match, the most records first, each with the button that matches them. */
function unmatchedPart({ unmatched }: Attention): readonly KnownBlock[] {
  const waiting = unmatched.open.filter(({ records }) => records > 0);
  if (waiting.length === 0) return [];
  const records = waiting.reduce((sum, one) => sum + one.records, 0);
  const dollars = waiting.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const sum = dollars === 0 ? "" : ` (${figure(dollars, "dollars")})`;
  const more = waiting.length - MAX_OWNERS;
  const credited = `of the last 30 days ${records === 1 ? "isn't" : "aren't"} credited to anyone`;
  return [
    section(
      `⚠️ *${counted(waiting.length, "unmatched person", "unmatched people")}*: ${counted(records, "record")}${sum} ${credited}`,
    ),
    ...waiting.slice(0, MAX_OWNERS).map((one) => openRow(one, { quiet: true })),
    ...(more > 0 ? [actions([partButton("people", { label: `See ${more.toLocaleString("en-US")} more` })])] : []),
  ];
}

/** "⚠️ *$33,457.04 of the last 30 days waits for an account type*: Ping House $32,817.04, Corner Cellar $640", with the way to how it is given. */
function untypedPart(untyped: readonly NameSum[]): readonly KnownBlock[] {
  if (untyped.length === 0) return [];
  const all = untyped.reduce((sum, { amount }) => sum + amount, 0);
  const names = someOf(untyped.map(untypedInWords), MAX_OWNERS);
  const words = `⚠️ *${dollarsOf(all)} of the last 30 days waits for an account type*: ${names}`;
  return [{ ...section(words), accessory: partButton("imports", { label: "How to set it" }) }];
}
