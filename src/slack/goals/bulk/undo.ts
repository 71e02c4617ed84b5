import { type BatchLine, isBatchLine, undoPlan } from "../../../goals/bulk/bulk-undo";
import type { GoalChange } from "../../../goals/edit";
import { can } from "../../../people/permissions";
import { namesOf } from "../../../people/person";
import { firstOpenDay, readerDays } from "../../../time/reader-day";
import type { SlackContext, SlackDeps } from "../../deps";
import type { ActionListener } from "../../middleware/actions";
import { authorizedAction } from "../../middleware/authorized-actions";
import { notice } from "../../ui/modal";
import { foreign, someOf } from "../../ui/text";
import { goalAct } from "../payload";
import { goalTitle } from "../whose";
import { bulkUndone, GOALS_UNDO } from "./saved-view";
import { decodeBatch, type SavedBatch } from "./undo-payload";

/** So long goals that were saved together can be set back together: whoever has seen them by then has begun to work by them. */
const UNDO_MS = 30 * 60_000;
const GONE = "These goals aren't there anymore.";
const NOT_THEIRS = "Only whoever set these goals or an admin can undo that.";
const TOO_LATE = "That was more than 30 minutes ago. Change them with `/goals set`.";
const MAX_NAMED = 10;

/** "Undo" below goals of several people that were saved: all are as they were before, or none where somebody changed one since. */
export const goalsUndo: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: GOALS_UNDO, act: () => goalAct({}) },
  async ({ deps, modals, homes }, { event: { userId: by, value }, modal }) => {
    const saved = decodeBatch(value);
    if (modal === undefined) return;
    const undone = await undoBatch(deps, { by, ...saved });
    const view = undone.ok
      ? bulkUndone(undone.lines, { names: undone.names, today: deps.days.dayOf(deps.now()) })
      : notice("Not undone", undone.fault);
    await modals.views.update({ view_id: modal.id, view });
    if (undone.ok) await homes.refreshOpen([...new Set([by, ...undone.lines.flatMap(({ userId }) => userId ?? [])])]);
  },
);

type Undone =
  | { readonly ok: true; readonly lines: readonly GoalChange[]; readonly names: ReadonlyMap<string, string> }
  /** A sentence says why nothing was undone. */
  | { readonly ok: false; readonly fault: string };

async function undoBatch(deps: SlackDeps, { by, batch, at }: SavedBatch & { readonly by: string }): Promise<Undone> {
  const [actor, everybody, log] = await Promise.all([
    deps.actor(by),
    deps.people.all(),
    deps.goalEdits.batch(batch, at),
  ]);
  const names = namesOf(everybody);
  const lines = log.filter(isBatchLine);
  const [first] = lines;
  if (first === undefined) return refused(GONE);
  const theirs = lines.every(({ userId }) => can(actor, { does: "edit-goals", of: userId }));
  if (!theirs || (first.by !== by && actor.role !== "admin")) return refused(NOT_THEIRS);
  // Two presses are one.
  const before = log.filter(({ undoes }) => undoes === batch);
  if (before.length > 0) return { ok: true, lines: before, names };
  const now = deps.now();
  if (now.getTime() - first.at.getTime() > UNDO_MS) return refused(TOO_LATE);
  const zones = new Map(everybody.map((person) => [person._id, person]));
  const readers = readerDays(now, deps.days);
  const goals = await deps.goalEdits.goalsOf(lines.map(({ userId }) => userId));
  const todayOf = (userId: string) => firstOpenDay(readers.of(zones.get(userId) ?? {}));
  const plan = undoPlan(lines, { goals, todayOf });
  if (plan.kind === "fault") return refused(`${plan.message} Nothing was undone.`);
  if (plan.kind === "changed") return refused(changedInWords(plan.lines, names));
  const editor = { by, at: now, teamToday: deps.days.dayOf(now), undoes: batch };
  const isWritten = (await deps.goalEdits.saveAll(plan.changes, editor)) !== null;
  const after = (await deps.goalEdits.batch(batch, at)).filter(({ undoes }) => undoes === batch);
  if (isWritten) deps.log.info({ by, batch, goals: plan.changes.length }, "Goals of several people were set back");
  return after.length > 0 ? { ok: true, lines: after, names } : refused(changedInWords([], names));
}

function refused(fault: string): Undone {
  return { ok: false, fault };
}

/** "Changed since: Ana Torres (Calls, weekly). Nothing was undone." */
function changedInWords(lines: readonly BatchLine[], names: ReadonlyMap<string, string>): string {
  const goals = lines.map((line) => `${foreign(names.get(line.userId) ?? line.userId, 40)} (${goalTitle(line)})`);
  const which =
    goals.length === 0 ? "Some of these goals were changed just now." : `Changed since: ${someOf(goals, MAX_NAMED)}.`;
  return `${which} Nothing was undone.`;
}
