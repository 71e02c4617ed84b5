import type { KnownBlock, SectionBlock } from "@slack/types";
import type { Undelivered } from "../../../../digests/delivery/alert-store";
import type { Delivery } from "../../../../digests/delivery/delivery";
import type { Finding } from "../../../../doctor/finding";
import { UNTYPED_FINDING } from "../../../../doctor/people-findings";
import { isUnanswered } from "../../../../doctor/source-findings";
import { SOURCES } from "../../../../metrics/sources";
import type { RunSummary } from "../../../../sync/run/run-store";
import type { Freshness } from "../../../../sync/state/freshness";
import { addDays } from "../../../../time/day";
import { undeliveredLine } from "../../../digests/alerts";
import type { WaitingList } from "../../../sync/waiting/waiting";
import { affectedInWords, triedAgainInWords } from "../../../ui/affected";
import { context, section } from "../../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../../ui/dates";
import { tryAgainButton } from "../../../ui/sync-button";
import { counted, ended, listed, sentence } from "../../../ui/text";
import { type HealthState, lastCheck } from "../../health";
import { type ProblemCounts, problemCounts, readState } from "../health/problem-counts";
import { standingFindings } from "../health/standing";
import { partButton, withFirstGreen } from "../layout";
import { waitingPart } from "./waiting-part";

const MAX_MESSAGES = 3;
const MAX_PROBLEM = 300;
/** On Monday, Friday's messages are still looked at. */
const DELIVERY_DAYS = 3;

export interface Attention extends DisplayContext {
  readonly freshness: readonly Freshness[];
  /** What is credited to no one, of the last thirty days. */
  readonly waiting: WaitingList;
  /** The latest digests and boards, whatever became of them; the newest first. */
  readonly deliveries: readonly (Undelivered & Pick<Delivery, "cutOffAt">)[];
  readonly health: HealthState;
  /** The latest syncs, the newest first. */
  readonly runs: readonly RunSummary[];
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
}

/** What an admin has to do something about: how much of it there is, and a row each with the words or the button that mends it. */
export interface AttentionPart extends ProblemCounts {
  readonly blocks: readonly KnownBlock[];
}

/** What is wrong, then what waits, the first button green; no block where all is well. */
export function attentionPart(values: Attention): AttentionPart {
  const { freshness } = values;
  const broken = freshness.filter(isBroken);
  const [lastRun, undelivered] = [lastRunPart(values), undeliveredPart(values)];
  const findings = foundProblems(values);
  const { faults, warnings } = problemCounts({ freshness, findings });
  const unanswered = findings.filter(isUnanswered);
  // A source that can't be read, or missed a sync, has a row, which says one of its problems.
  const beside = {
    faults: faults - broken.filter((one) => readState(one) === "fault").length,
    warnings: warnings - warnedOf(freshness, findings) - unanswered.length,
  };
  return {
    faults: faults + lastRun.length,
    warnings: warnings + undelivered.length,
    blocks: withFirstGreen([
      ...brokenPart(broken, values),
      ...lastRun,
      ...undelivered,
      ...unanswered.map(unansweredRow),
      ...healthPart(beside),
      ...waitingPart(values.waiting),
    ]),
  };
}

/** Tells whether somebody must look at a source. */
export function isBroken(one: Freshness): boolean {
  const state = readState(one);
  return state === "fault" || state === "warning";
}

/** What is wrong with each source, then which are right; when the next sync is stands beside the only one that is wrong, else there. */
function brokenPart(broken: readonly Freshness[], { freshness, next, ...display }: Attention): readonly KnownBlock[] {
  if (broken.length === 0) return [];
  const right = freshness.filter((one) => one.state === "fresh" && !broken.includes(one) && one.asOf !== null);
  const isAlone = broken.length === 1 && broken.every(({ state }) => state === "failed");
  const titles = listed(right.map(({ source }) => SOURCES[source].title));
  const parts = [
    ...(right.length === 0 ? [] : [`${titles} ${right.length === 1 ? "is" : "are"} up to date`]),
    ...(next === null || next === undefined || isAlone ? [] : [`next sync ${momentInWords(next, display)}`]),
  ];
  return [
    ...broken.map((one) => withSync(brokenLine(one, { ...display, next: isAlone ? next : null }))),
    ...(parts.length === 0 ? [] : [context(parts.join(" · "))]),
  ];
}

/** "❌ *Calls and talk time may be missing since Fri 10:10 PM*\nJustCall key refused (401): …. Paceline tries again tomorrow at 2:30 AM." */
function brokenLine(one: Freshness, { next, ...display }: DisplayContext & Pick<Attention, "next">): string {
  const { source, state, problem } = one;
  const name = SOURCES[source].title;
  const why = state === "failed" ? `${name} can't be read` : `${name} missed the latest sync`;
  const said = state === "failed" && problem !== undefined ? sentence(problem, MAX_PROBLEM) : why;
  const again = next === null || next === undefined ? "" : ` ${triedAgainInWords(next, display)}.`;
  return [
    `${state === "failed" ? "❌" : "⚠️"} *${affectedInWords(one, display)}*`,
    ...(state === "never" ? [] : [`${ended(said)}${again}`]),
  ].join("\n");
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

/** What the last health check found and its page still shows; whom to match and which customers have no type, warnings, have rows of their own. */
function foundProblems({ health, freshness }: Attention): readonly Finding[] {
  const found = standingFindings(lastCheck(health), { freshness, isSaid: () => false });
  return found.filter(({ id, state, owners }) => state === "fault" || (owners === undefined && id !== UNTYPED_FINDING));
}

/** Counts the warnings that are of sources which missed a sync. */
function warnedOf(freshness: readonly Freshness[], findings: readonly Finding[]): number {
  const faults = findings.filter(({ state }) => state === "fault");
  return problemCounts({ freshness, findings: faults }).warnings;
}

/** "⚠️ JustCall doesn't say whether 12 records of Oct 20 still exist; they count until it does.", which no check has to find. */
function unansweredRow({ says }: Finding): SectionBlock {
  return { ...section(`⚠️ ${sentence(says, MAX_PROBLEM)}`), accessory: partButton("health", { label: "See health" }) };
}

/** "❌ *The health check found 1 problem and 2 warnings*", with the way to them. */
function healthPart({ faults, warnings }: ProblemCounts): readonly KnownBlock[] {
  if (faults + warnings === 0) return [];
  const found = [
    ...(faults === 0 ? [] : [counted(faults, "problem")]),
    ...(warnings === 0 ? [] : [counted(warnings, "warning")]),
  ];
  const words = `${faults === 0 ? "⚠️" : "❌"} *The health check found ${listed(found)}*`;
  return [{ ...section(words), accessory: partButton("health", { label: "See health" }) }];
}
