import type { KnownBlock, SectionBlock } from "@slack/types";
import type { Finding } from "../../../../doctor/finding";
import { isUnanswered } from "../../../../doctor/source-findings";
import { SOURCES } from "../../../../metrics/sources";
import type { Freshness } from "../../../../sync/state/freshness";
import { affectedInWords, triedAgainInWords } from "../../../ui/affected";
import { header, section } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import { titlesOf } from "../../../ui/freshness";
import { counted, ended, listed, sentence } from "../../../ui/text";
import { withSync } from "../health/beside-sources";
import { type ProblemCounts, problemCounts, readState } from "../health/problem-counts";
import { type Known, problems } from "../health/problems";
import { hasButton, partButton, withFirstGreen } from "../layout";
import { waitingPart } from "./waiting-part";

const MAX_PROBLEM = 300;

export interface Attention extends Known {
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
}

/**
 * Shows an admin what to do something about: what is wrong, then what waits, each below its heading, a row each with the words or the button
 * that mends it, the first button green that does more than try again what is tried again anyway; nothing where all is well.
 */
export function attentionPart(values: Attention): readonly KnownBlock[] {
  const { freshness } = values;
  const broken = freshness.filter(isBroken);
  const { faults, warnings, findings, ofSources, lastRun, undelivered } = problems(values);
  const unanswered = findings.filter(isUnanswered);
  // A source that can't be read, or missed a sync, has a row, which says one of its problems.
  const beside = {
    faults: ofSources.faults - broken.filter((one) => readState(one) === "fault").length,
    warnings: ofSources.warnings - warnedOf(freshness, findings) - unanswered.length,
  };
  const rows = broken.map((one) => ({ one, row: brokenRow(one, values) }));
  const awaited = new Set<KnownBlock>(rows.flatMap(({ one, row }) => (isAwaited(one, values) ? [row] : [])));
  const isEligible = (block: KnownBlock) => hasButton(block) && !awaited.has(block);
  const wrong = [
    ...rows.map(({ row }) => row),
    ...lastRun,
    ...undelivered,
    ...unanswered.map(unansweredRow),
    ...healthPart(beside),
  ];
  const title = wrong.length === 0 ? [] : [header(problemsInWords({ faults, warnings }, broken))];
  const waiting = waitingPart(values.waiting, { isFirst: !wrong.some(isEligible) });
  return withFirstGreen([...title, ...wrong, ...waiting], isEligible);
}

/** "1 problem: JustCall can't be read; 1 warning": which sources it is that can't be read, where all problems are these. */
function problemsInWords({ faults, warnings }: ProblemCounts, broken: readonly Freshness[]): string {
  const unread = broken.filter((one) => readState(one) === "fault");
  const which = unread.length === faults ? `: ${titlesOf(unread)} can't be read` : "";
  return [
    ...(faults === 0 ? [] : [`${counted(faults, "problem")}${which}`]),
    ...(warnings === 0 ? [] : [counted(warnings, "warning")]),
  ].join("; ");
}

/** Tells whether somebody must look at a source. */
export function isBroken(one: Freshness): boolean {
  const state = readState(one);
  return state === "fault" || state === "warning";
}

/** Tells whether the row of the only source that is wrong says when it is tried again. */
export function isRetrySaid(freshness: readonly Freshness[]): boolean {
  const broken = freshness.filter(isBroken);
  return broken.length === 1 && broken.every(({ state }) => state === "failed");
}

/** Tells whether the next scheduled sync tries it again: to press its button is nothing that has to be done. */
function isAwaited({ state }: Freshness, { next }: Attention): boolean {
  return state === "failed" && next !== null && next !== undefined;
}

/** What is wrong with a source; when the next sync is stands beside the only one that can't be read. */
function brokenRow(one: Freshness, { freshness, next, syncing, ...display }: Attention): SectionBlock {
  const again = isRetrySaid(freshness) ? next : null;
  return withSync(brokenLine(one, { ...display, next: again }), syncing);
}

/** "❌ *Calls and talk time may be missing since Fri 10:10 PM*\nJustCall key refused (401): …. I'll try again tomorrow at 2:30 AM." */
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
