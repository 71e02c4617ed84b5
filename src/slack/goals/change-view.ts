import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { EditResult, GoalChange, GoalKey } from "../../goals/edit";
import type { DatedTarget, Period } from "../../goals/goal";
import type { EditPreview, TargetClash } from "../../goals/preview";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { addDays, type Day } from "../../time/day";
import { datedInWords, monthName, weekdaysInWords } from "../../words/dates";
import { exactFigure, figure } from "../../words/figures";
import { actions, button, context, type Message, section, sectionMessage } from "../ui/blocks";
import { capitalized } from "../ui/text";
import { paceLine } from "./pace-view";
import { encodeDraft, type GoalDraft } from "./payload";
import { type GoalOwner, goalOf, goalTitle } from "./whose";

export const GOAL_CONFIRM = "goal_confirm";
export const GOAL_CANCEL = "goal_cancel";
export const GOAL_UNDO = "goal_undo";

const MAX_PLANNED = 3;
const STALE = "⚠️ *This goal changed while you were looking.* Your change would now do this:";

export const NOTHING_CHANGED = "Nothing was changed.";

/** A change as it would be, with the buttons that make it or not. */
export function previewMessage(shown: ShownChange, { today, stale = false }: { today: Day; stale?: boolean }): Message {
  const { draft } = shown;
  const value = encodeDraft(draft);
  const label = draft.edit.kind === "archive" ? "Archive" : "Confirm";
  const style = draft.edit.kind === "archive" ? "danger" : "primary";
  const buttons = actions([button(GOAL_CONFIRM, label, { value, style }), button(GOAL_CANCEL, "Cancel")]);
  const blocks = previewBlocks(shown, { today, stale });
  const note = context("Nothing changes until you confirm. Only you can see this.");
  return { text: changeLine(shown, today), blocks: [...blocks, buttons, note] };
}

/** What a change would do: the target, where it leaves the pace, and what is planned for later. */
export function previewBlocks(
  shown: ShownChange,
  { today, stale = false }: { readonly today: Day; readonly stale?: boolean },
): KnownBlock[] {
  const { draft, whose } = shown;
  const lines = [
    `*${goalOf(whose)}: ${goalTitle(draft.key)}*`,
    previewSentence(shown, today),
    ...(keptLine(shown.preview.change, { ...draft.key, today }) ?? paceLines(shown)),
    ...plannedLine(shown, today),
    ...(shown.preview.clash === undefined ? [] : [clashInWords(shown.preview.clash, draft.key.type)]),
  ];
  return [...(stale ? [section(STALE)] : []), section(lines.join("\n"))];
}

/** Says what was changed, with Undo. */
export function madeMessage(made: MadeChange, today: Day): Message {
  const { text, blocks } = sectionMessage(madeWords(made, today));
  return { text: text.replace(/[*]/g, "").replace("\n", ": "), blocks: [...blocks, ...undoButton(made)] };
}

/** What was changed, for whom, and which period stays as it is; as mrkdwn. */
export function madeWords({ change, whose }: Pick<MadeChange, "change" | "whose">, today: Day): string {
  const kept = keptLine(change, { ...change, today }) ?? [];
  return [`✅ *${goalOf(whose)}: ${goalTitle(change)}*`, changeSentence(change, today), ...kept].join("\n");
}

/** Says that a change was undone, which is a change like any other. */
export function undoneMessage({ change, whose }: MadeChange, today: Day): Message {
  return sectionMessage(`↩️ *Undone. ${goalOf(whose)}: ${goalTitle(change)}*\n${changeSentence(change, today)}`);
}

export function undoButton({ undo }: Pick<MadeChange, "undo">): ActionsBlock[] {
  return [actions([button(GOAL_UNDO, "Undo", { value: encodeDraft(undo) })])];
}

/** What changes, as a sentence of its own. */
export function changeSentence(change: Parameters<typeof changeWords>[0], today: Day): string {
  return `${capitalized(changeWords(change, today))}.`;
}

/** "15 → *20* from Wed, Oct 28 on", "set to *20* from …", "archived; the target was 20", "restored at *20*". */
export function changeWords({ kind, from, to, since, type }: EditResult & Pick<GoalKey, "type">, today: Day): string {
  const amount = (target: number | null) => (target === null ? "none" : exactFigure(target, metricOf(type).unit));
  if (kind === "archive") return from === null ? "archived" : `archived; the target was ${amount(from)}`;
  if (kind === "reactivate") return to === null ? "restored" : `restored at *${amount(to)}*`;
  const on = `starting ${weekdaysInWords({ from: since, to: since }, today)}`;
  if (to === null) return `removed: *${amount(from)}* ${on}`;
  return from === null ? `set to *${amount(to)}* ${on}` : `${amount(from)} → *${amount(to)}* ${on}`;
}

function changeLine(shown: ShownChange, today: Day): string {
  const { draft, whose } = shown;
  return `${goalOf(whose)}: ${goalTitle(draft.key)}: ${previewSentence(shown, today).replace(/[*]/g, "")} Confirm?`;
}

/** Speaks of what is still to come, unlike the log. */
function previewSentence({ draft, preview }: ShownChange, today: Day): string {
  const { change } = preview;
  if (change.kind !== "archive") return changeSentence({ ...change, ...draft.key }, today);
  if (change.from === null) return "It ends today.";
  return `Its target of *${exactFigure(change.from, metricOf(draft.key.type).unit)}* ends today.`;
}

/** Names the period that runs. */
export const RUNNING_PERIODS: Readonly<Record<Period, string>> = {
  daily: "Today",
  weekly: "This week",
  monthly: "This month",
};

/** "This week, Mon, Oct 26 – Sun, Nov 1, keeps *50*."; `null` where a change leaves no running period as it is. */
function keptLine(
  { kind, keeps, since }: EditResult,
  { type, period, today }: Pick<GoalKey, "type" | "period"> & { readonly today: Day },
): readonly string[] | null {
  if (keeps === undefined) return null;
  const days =
    period === "daily" ? RUNNING_PERIODS.daily : `${RUNNING_PERIODS[period]}, ${weekdaysInWords(keeps, today)},`;
  if (keeps.target !== null) return [`${days} keeps *${exactFigure(keeps.target, metricOf(type).unit)}*.`];
  if (kind !== "set" || since > addDays(keeps.to, 1)) return ["Nothing changes until then."];
  const begin = weekdaysInWords({ from: keeps.from, to: keeps.from }, today);
  return [`${days} has no target. To start earlier, set it from ${begin}.`];
}

function paceLines({ draft, preview }: ShownChange): readonly string[] {
  const { before, after } = preview;
  if (draft.edit.kind === "archive") {
    return ["It won't be shown or counted anymore. Its history and log stay; setting it again starts fresh."];
  }
  return [
    ...(before === null ? [] : [`• Now: ${standing(before)}`]),
    ...(after === null ? [] : [`• After: ${standing(after)}`]),
  ];
}

function standing(line: NonNullable<ShownChange["preview"]["after"]>): string {
  return `${figure(line.current, line.unit)} of ${exactFigure(line.target, line.unit)}: ${paceLine(line)}`;
}

/** What the button that saves says: "Save anyway" below a warning, as Slack has one color for it. */
export function saveInWords(clashes: readonly TargetClash[]): string {
  return clashes.some(({ tooMuch }) => tooMuch) ? "Save anyway" : "Save";
}

/**
 * "⚠️ *60* a week makes *240* in November; the monthly goal is *90*.", by the weeks that lie in it whole; "⚠️ *20* a week makes at most *120* in
 * November; the monthly goal is *400*.", by all that touch it. Whoever counts weeks in a calendar counts as many. Of what may be a stretch the
 * same behind "ℹ️".
 *
 * @param who whose it is, where it is one of several people's, as mrkdwn.
 */
export function clashInWords({ tooMuch, ...clash }: TargetClash, type: MetricType, who?: string): string {
  const { weekly, monthly, more, weeks, month } = clash;
  const amount = (target: number) => `*${exactFigure(target, metricOf(type).unit)}*`;
  const makes = `${more === "weekly" ? "makes" : "makes at most"} ${amount(weekly * weeks)} in ${monthName(month)}`;
  const whose = who === undefined ? "" : `*${who}*: `;
  return `${tooMuch ? "⚠️" : "ℹ️"} ${whose}${amount(weekly)} a week ${makes}; the monthly goal is ${amount(monthly)}. ${tooMuch ? "One of the two is likely wrong" : "Fine if that's meant"}.`;
}

function plannedLine({ planned, draft }: ShownChange, today: Day): readonly string[] {
  if (planned.length === 0) return [];
  const { unit } = metricOf(draft.key.type);
  const row = ({ from, target }: DatedTarget) => `${exactFigure(target, unit)} from ${datedInWords(from, today)}`;
  const more = planned.length > MAX_PLANNED ? ` and ${planned.length - MAX_PLANNED} more` : "";
  return [`Already scheduled: ${planned.slice(0, MAX_PLANNED).map(row).join(", ")}${more}.`];
}

/** A change that was made, with the one that would set it back. */
export interface MadeChange {
  readonly change: GoalChange;
  readonly whose: GoalOwner;
  readonly undo: GoalDraft;
}

/** What is shown before a change is made. */
export interface ShownChange {
  readonly draft: GoalDraft;
  readonly preview: EditPreview;
  readonly whose: GoalOwner;
  /** Targets that were planned for later and still come. */
  readonly planned: readonly DatedTarget[];
}
