import type { KnownBlock } from "@slack/types";
import type { BulkChange, BulkOutcome, BulkRequest } from "../../../goals/bulk/bulk-plan";
import { monthBefore } from "../../../goals/bulk/last-month";
import { metricOf } from "../../../metrics/metrics";
import type { Day } from "../../../time/day";
import { monthInWords, weekdaysInWords } from "../../../words/dates";
import { exactFigure } from "../../../words/figures";
import { context, sections } from "../../ui/blocks";
import { foreign } from "../../ui/text";
import { changeWords, RUNNING_PERIODS } from "../change-view";
import { goalTitle } from "../whose";
import type { PreparedBulk } from "./prepare";

const MAX_NAME_LENGTH = 40;

/** The goals that saving changes. */
export function changesOf(outcomes: readonly BulkOutcome[]): readonly BulkChange[] {
  return outcomes.filter((one) => one.kind === "change");
}

/** "Calls, weekly: 60", "Goals of September": what all of them get. */
export function requestTitle(request: BulkRequest, today: Day): string {
  if (request.kind === "last-month") return `Goals of ${monthInWords(monthBefore(today).from)}`;
  return `${goalTitle(request)}: ${exactFigure(request.target, metricOf(request.type).unit)}`;
}

/** What rows of changes are said by: names, today, and which of them are marked. */
export interface Naming extends Pick<PreparedBulk, "names"> {
  readonly today: Day;
  /** Whether all are one goal, which the title names. */
  readonly isOne?: boolean;
  readonly mark: (userId: string) => string;
}

/** ", starting Mon, Nov 2" of one goal that starts on the same day for all; `null` of several goals or days. */
export function sharedStart(changes: readonly BulkChange[], { today, isOne = false }: Naming): string | null {
  const [first] = changes;
  if (first === undefined || !isOne) return null;
  const { since } = first.result;
  return changes.every(({ result }) => result.since === since)
    ? `, starting ${weekdaysInWords({ from: since, to: since }, today)}`
    : null;
}

/** A line a person below a title, which names the goal or its start where all share them; then the running period that stays as it is. */
export function changeRows(
  changes: readonly BulkChange[],
  { title, ...naming }: Naming & { readonly title: string },
): readonly KnownBlock[] {
  const row = sharedStart(changes, naming) === null ? changeRow : targetRow;
  const lines = [...(title === "" ? [] : [title]), ...changes.map((one) => row(one, naming))];
  return [...sections(lines), ...stayingPeriod(changes, naming)];
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

/** A person's name, cleaned and capped; the id of whoever has none. */
export function nameOf(userId: string, names: ReadonlyMap<string, string>): string {
  return foreign(names.get(userId) ?? userId, MAX_NAME_LENGTH);
}
