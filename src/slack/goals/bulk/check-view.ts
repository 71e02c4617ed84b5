import type { KnownBlock, ModalView } from "@slack/types";
import type { BulkChange, BulkOutcome, BulkRequest } from "../../../goals/bulk/bulk-plan";
import { SAME_TARGET } from "../../../goals/edit-fault";
import type { TargetClash } from "../../../goals/preview";
import { metricOf } from "../../../metrics/metrics";
import type { Day } from "../../../time/day";
import { exactFigure } from "../../../words/figures";
import { header, plainText, section, sections } from "../../ui/blocks";
import { form } from "../../ui/modal";
import { counted, someOf } from "../../ui/text";
import { clashInWords, saveInWords } from "../change-view";
import { goalTitle } from "../whose";
import type { PreparedBulk } from "./prepare";
import { changeRows, changesOf, type Naming, nameOf, requestTitle, sharedStart } from "./rows-view";

/** The modal that shows goals of several people before they are saved, above the form. */
export const GOALS_CHECK = "goals_check";

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
    header(requestTitle(request, today)),
    ...(changed !== undefined && changes.length === 0
      ? [section(isAllSet ? ALL_SET : NOTHING_LEFT)]
      : changesPart(changes, { ...prepared, today, mark, isOne: request.kind === "set" })),
    ...clashPart(request, prepared),
    ...staysPart(prepared, mark),
    ...refusedPart(prepared, mark),
  ];
  const title = "Review and save";
  const submit = saveInWords([...(prepared.clashes?.values() ?? [])]);
  const review = form({ callback: GOALS_CHECK, title, submit, close: "Back", blocks, metadata });
  if (changes.length > 0) return review;
  // Slack takes a modal without a button to submit where there is nothing to save.
  const { submit: _, ...nothing } = review;
  return { ...nothing, title: plainText("Nothing to save") };
}

/** Tells whether there is nothing to do because it is as it should be. */
function isSet(outcome: BulkOutcome): boolean {
  return outcome.kind === "stays" || (outcome.kind === "refused" && outcome.message === SAME_TARGET);
}

function changesPart(changes: readonly BulkChange[], naming: Naming): readonly KnownBlock[] {
  if (changes.length === 0) return [section("Nobody gets anything new.")];
  const people = new Set(changes.map(({ userId }) => userId)).size;
  const goals = people === changes.length ? "" : `, ${counted(changes.length, "goal")}`;
  const starting = sharedStart(changes, naming) ?? "";
  const title = `*Will be set for ${counted(people, "person", "people")}${goals}${starting}*`;
  return changeRows(changes, { ...naming, title });
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
