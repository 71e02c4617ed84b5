import type { KnownBlock, ModalView } from "@slack/types";
import type { BulkChange, BulkOutcome, BulkRequest } from "../../../goals/bulk/bulk-plan";
import { monthBefore } from "../../../goals/bulk/last-month";
import type { GoalChange } from "../../../goals/edit";
import { SAME_TARGET } from "../../../goals/edit-fault";
import type { TargetClash } from "../../../goals/preview";
import { metricOf } from "../../../metrics/metrics";
import type { Day } from "../../../time/day";
import { monthInWords, weekdaysInWords } from "../../../words/dates";
import { exactFigure } from "../../../words/figures";
import { button, context, header, plainText, section, sections } from "../../ui/blocks";
import { form, notice } from "../../ui/modal";
import { counted, foreign, someOf } from "../../ui/text";
import { changeWords, clashInWords, RUNNING_PERIODS } from "../change-view";
import { goalTitle } from "../whose";
import type { PreparedBulk } from "./prepare";

/** The modal that shows goals of several people before they are saved, above the form. */
export const GOALS_CHECK = "goals_check";
/** Sets back all that was saved. */
export const GOALS_UNDO = "goals_undo";

const MAX_NAME_LENGTH = 40;
/** More goals that stay as they are, and more refused, are counted. */
const MAX_LINES = 60;
const MAX_NAMED = 5;
// A form that was saved may be submitted again, by a double press: that nothing was saved would be wrong.
const ALL_SET = "Everything here is set already.";
const NOTHING_LEFT = "Nothing is left to save here.";
const CHANGED = " (⚠️ changed just now)";
const STALE =
  "⚠️ *Something changed while you were looking, so nothing was saved.* Saving would now do this; what is new is marked.";

export interface BulkCheck extends PreparedBulk {
  readonly request: BulkRequest;
  readonly metadata: string;
  /** The company's date. */
  readonly today: Day;
  /** Slack ids of those for whom it is something else than was shown before; absent where nothing was. */
  readonly changed?: ReadonlySet<string>;
}

/** Says who gets what, what it replaces, and who gets nothing and why; saved only where somebody gets something. */
export function bulkCheck({ request, metadata, today, changed, ...prepared }: BulkCheck): ModalView {
  const { outcomes } = prepared;
  const changes = changesOf(outcomes);
  const isAllSet = outcomes.every(isSet);
  const mark = (userId: string) => (!isAllSet && changed?.has(userId) === true ? CHANGED : "");
  const blocks = [
    ...(changed === undefined || changes.length === 0 ? [] : [section(STALE)]),
    header(titleOf(request, today)),
    ...(changed !== undefined && changes.length === 0
      ? [section(isAllSet ? ALL_SET : NOTHING_LEFT)]
      : changesPart(changes, { ...prepared, today, mark, isOne: request.kind === "set" })),
    ...clashPart(request, prepared),
    ...staysPart(prepared, mark),
    ...refusedPart(prepared, mark),
  ];
  const title = "Review and save";
  const review = form({ callback: GOALS_CHECK, title, close: "Back", blocks, metadata });
  if (changes.length > 0) return review;
  // Slack takes a modal without a button to submit where there is nothing to save.
  const { submit: _, ...nothing } = review;
  return { ...nothing, title: plainText("Nothing to save") };
}

/** Tells whether there is nothing to do because it is as it should be. */
function isSet(outcome: BulkOutcome): boolean {
  return outcome.kind === "stays" || (outcome.kind === "refused" && outcome.message === SAME_TARGET);
}

/** Says what was saved, for whom, with Undo; `undo` is the batch as its button carries it. */
export function bulkSaved(
  prepared: PreparedBulk,
  { today, undo }: { readonly today: Day; readonly undo: string },
): ModalView {
  const changes = changesOf(prepared.outcomes);
  const lead = section(`✅ *${counted(changes.length, "goal")} set*`);
  const lines = changes.map((one) => changeRow(one, { ...prepared, today, mark: () => "" }));
  const accessory = button(GOALS_UNDO, "Undo", { value: undo });
  return { ...notice("Saved", ""), blocks: [{ ...lead, accessory }, ...sections(lines), context(TOLD)] };
}

/** Says that all of them were set back, and to what. */
export function bulkUndone(
  lines: readonly GoalChange[],
  { names, today }: Pick<PreparedBulk, "names"> & { readonly today: Day },
): ModalView {
  const rows = lines.map((line) => {
    return `• ${nameOf(line.userId ?? "", names)} (${goalTitle(line)}): ${changeWords(line, today)}.`;
  });
  const lead = `↩️ *Undone.* ${counted(lines.length, "goal")} as before.`;
  return { ...notice("Undone", lead), blocks: [section(lead), ...sections(rows)] };
}

const TOLD = "Each rep hears of it in their next digest. Log: `/goals log`.";

/** The goals that saving changes. */
export function changesOf(outcomes: readonly BulkOutcome[]): readonly BulkChange[] {
  return outcomes.filter((one) => one.kind === "change");
}

/** "Calls, weekly: 60", "Goals of September". */
function titleOf(request: BulkRequest, today: Day): string {
  if (request.kind === "last-month") return `Goals of ${monthInWords(monthBefore(today).from)}`;
  return `${goalTitle(request)}: ${exactFigure(request.target, metricOf(request.type).unit)}`;
}

interface Naming extends Pick<PreparedBulk, "names"> {
  readonly today: Day;
  /** Whether all are one goal, which the title names. */
  readonly isOne?: boolean;
  readonly mark: (userId: string) => string;
}

function changesPart(changes: readonly BulkChange[], naming: Naming): readonly KnownBlock[] {
  const [first] = changes;
  if (first === undefined) return [section("Nobody gets anything new.")];
  const people = new Set(changes.map(({ userId }) => userId)).size;
  const goals = people === changes.length ? "" : `, ${counted(changes.length, "goal")}`;
  const { since } = first.result;
  // One goal mostly starts on the same day for all, which is said once.
  const isShared = naming.isOne === true && changes.every(({ result }) => result.since === since);
  const starting = isShared ? `, starting ${weekdaysInWords({ from: since, to: since }, naming.today)}` : "";
  const title = `*Will be set for ${counted(people, "person", "people")}${goals}${starting}*`;
  const row = isShared ? targetRow : changeRow;
  return [...sections([title, ...changes.map((one) => row(one, naming))]), ...stayingPeriod(changes, naming)];
}

/** "• Ana Torres: 50 → *60*, 10 more", "• Dev Patel: *60*, no target before". */
function targetRow({ userId, goal, result: { from, to } }: BulkChange, { names, mark }: Naming): string {
  const { unit } = metricOf(goal.type);
  const target = `*${exactFigure(to ?? 0, unit)}*`;
  const change = (to ?? 0) - (from ?? 0);
  const than = change > 0 ? "more" : unit === "count" ? "fewer" : "less";
  const said =
    from === null
      ? `${target}, no target before`
      : `${exactFigure(from, unit)} → ${target}, ${exactFigure(Math.abs(change), unit)} ${than}`;
  return `• ${nameOf(userId, names)}: ${said}${mark(userId)}`;
}

/** "• Ana Torres (Calls, weekly): set to *40* starting Mon, Oct 26." */
function changeRow({ userId, goal, result }: BulkChange, { names, today, mark, isOne = false }: Naming): string {
  const said = `${changeWords({ ...result, type: goal.type }, today)}.`;
  return `• ${nameOf(userId, names)}${isOne ? "" : ` (${goalTitle(goal)})`}: ${said}${mark(userId)}`;
}

/** "This week, Mon, Oct 26 – Sun, Nov 1, stays as it is.": the period that runs, where the target begins after it. */
function stayingPeriod(changes: readonly BulkChange[], { today }: Naming): readonly KnownBlock[] {
  const said = changes.flatMap(({ goal: { period }, result: { keeps } }) => {
    if (keeps === undefined) return [];
    const days = period === "daily" ? "" : `, ${weekdaysInWords(keeps, today)},`;
    return [`${RUNNING_PERIODS[period]}${days} stays as it is.`];
  });
  return [...new Set(said)].map(context);
}

/** "⚠️ *Ana Torres, Dev Patel*: *60* a week makes *240* …", once for all of whom the same is true, what cannot be meant first. */
function clashPart(request: BulkRequest, { clashes = new Map(), names }: PreparedBulk): readonly KnownBlock[] {
  if (request.kind !== "set") return [];
  const whose = new Map<string, [clash: TargetClash, names: string[]]>();
  for (const [userId, clash] of clashes) {
    const said = clashInWords(clash, request.type);
    whose.set(said, [clash, [...(whose.get(said)?.[1] ?? []), nameOf(userId, names)]]);
  }
  const sorted = [...whose.values()].sort(([one], [other]) => Number(other.tooMuch) - Number(one.tooMuch));
  return sections(sorted.map(([clash, own]) => clashInWords(clash, request.type, someOf(own, MAX_NAMED))));
}

function staysPart({ outcomes, names }: PreparedBulk, mark: (userId: string) => string): readonly KnownBlock[] {
  const rows = outcomes.flatMap((one) => {
    if (one.kind !== "stays") return [];
    const { unit } = metricOf(one.goal.type);
    const other = one.target === one.lastMonth ? "" : `; last month's was ${exactFigure(one.lastMonth, unit)}`;
    const target = `*${exactFigure(one.target, unit)}*${other}`;
    return [`• ${nameOf(one.userId, names)} (${goalTitle(one.goal)}): ${target}${mark(one.userId)}`];
  });
  return listPart(`*Already set for this month, so ${rows.length === 1 ? "it stays" : "they stay"}*`, rows);
}

function refusedPart({ outcomes, names }: PreparedBulk, mark: (userId: string) => string): readonly KnownBlock[] {
  const rows = outcomes.flatMap((one) => {
    return one.kind === "refused" ? [`• ${nameOf(one.userId, names)}: ${one.message}${mark(one.userId)}`] : [];
  });
  const people = new Set(outcomes.flatMap((one) => (one.kind === "refused" ? [one.userId] : []))).size;
  return listPart(`*Won't be set for ${counted(people, "person", "people")}*`, rows);
}

function listPart(title: string, rows: readonly string[]): readonly KnownBlock[] {
  if (rows.length === 0) return [];
  const more = rows.length - MAX_LINES;
  const rest = more > 0 ? [`and ${more.toLocaleString("en-US")} more`] : [];
  return [...sections([title, ...rows.slice(0, MAX_LINES), ...rest])];
}

function nameOf(userId: string, names: ReadonlyMap<string, string>): string {
  return foreign(names.get(userId) ?? userId, MAX_NAME_LENGTH);
}
