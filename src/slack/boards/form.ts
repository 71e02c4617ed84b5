import type { Board } from "../../digests/schedule/boards";
import { METRICS } from "../../metrics/metrics";
import { EVERYONE } from "../../people/permissions";
import { isSameBoard, leaderboardSettingsSchema } from "../../teams/leaderboard-settings";
import type { SlackContext, SlackDeps } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { authorizedAction, modalAction } from "../middleware/authorized-actions";
import { checkedValues, type FormState, fieldValue, hasField } from "../middleware/form-values";
import { fieldError, type SubmissionResult, viewSubmission } from "../middleware/submissions";
import { notice } from "../ui/modal";
import { BOARD_CHECK, boardCheck, type CheckedBoard } from "./check-view";
import { BOARD_FORM, boardForm, NO_SUCH_BOARD } from "./form-view";
import { type BoardDraft, boardTeam, decodeBoardDraft } from "./payload";
import { BOARD_UNDO, boardSaved, boardUndone, SAVED_OF_NONE } from "./saved-view";
import { BOARD_EDIT } from "./settings-view";

/** "Change" beside a board, and "Leaderboard" on a team's page; the value is the team's id. */
export const editBoard: (context: SlackContext) => ActionListener = modalAction(
  { doing: BOARD_EDIT, act: ({ value }) => ({ does: "edit-board", team: boardTeam(value) }) },
  async ({ deps }, { value }) => {
    return openBoard(deps, await deps.boards.one(boardTeam(value)));
  },
);

async function openBoard({ digests, days }: Pick<SlackDeps, "digests" | "days">, board: Board | null) {
  if (board?.active !== true) return notice("Leaderboard", NO_SUCH_BOARD);
  return boardForm(board, { next: await digests.nextBoard(board), days });
}

const act = (_userId: string, form: FormState) => {
  return { does: "edit-board", team: decodeBoardDraft(form.private_metadata)?.team ?? EVERYONE } as const;
};
const gone = (): SubmissionResult => ({ kind: "next", view: notice("Leaderboard", NO_SUCH_BOARD) });

/** What was entered: it is shown as it would look before it is saved. */
export const boardSubmission = viewSubmission({ doing: BOARD_FORM, act }, async ({ deps }, { form }) => {
  const opened = decodeBoardDraft(form.private_metadata);
  if (opened === null) return gone();
  const settings = enteredSettings(form, opened);
  if (settings === null) return fieldError("at", "Pick a time.");
  if (settings.on && settings.channel === null) return fieldError("channel", "Pick a channel, or turn it off.");
  if (isSameBoard(settings, opened.was)) return fieldError("channel", "Nothing changed yet.");
  const shown = await checkedBoard(deps, { ...opened, settings });
  return shown === null ? gone() : { kind: "above", view: boardCheck(shown) };
});

/** What comes of a draft as things are now; `null` where its team is gone. */
async function checkedBoard(
  { boards, digests, days }: Pick<SlackDeps, "boards" | "digests" | "days">,
  draft: BoardDraft,
): Promise<CheckedBoard | null> {
  const { team: teamId, settings } = draft;
  const [board, preview] = await Promise.all([boards.one(teamId), digests.boardPreview({ teamId, settings })]);
  return board?.active !== true || preview === null ? null : { draft, team: board.team, preview, days };
}

/** What was entered, and the rest as it was, of a form that has not all fields; `null` for a time that is none. */
function enteredSettings(form: FormState, { was }: BoardDraft) {
  const metrics = checkedValues(form, "metrics");
  const entered = {
    ...was,
    on: fieldValue(form, "on") !== "off",
    channel: fieldValue(form, "channel"),
    at: fieldValue(form, "at"),
    // Whoever picks all wants those that are counted some day, too.
    metrics: metrics.length === 0 || metrics.length === METRICS.length ? null : inOrder(metrics),
    ...(hasField(form, "days") && { days: enteredDays(form) }),
    ...(hasField(form, "topN") && { topN: Number(fieldValue(form, "topN")) }),
    ...(hasField(form, "by") && { by: fieldValue(form, "by") }),
  };
  return leaderboardSettingsSchema.safeParse(entered).data ?? null;
}

function enteredDays(form: FormState): readonly number[] | null {
  const days = checkedValues(form, "days").map(Number);
  return days.length === 0 ? null : days.sort((a, b) => a - b);
}

function inOrder(types: readonly string[]): readonly string[] {
  return METRICS.map(({ type }) => type).filter((type) => types.includes(type));
}

/** Saves the board that was shown, unless somebody else changed it since, and says when it is posted next. */
export const boardCheckSubmission = viewSubmission(
  { doing: BOARD_CHECK, act },
  async ({ deps, homes }, { userId: by, form }) => {
    const draft = decodeBoardDraft(form.private_metadata);
    if (draft === null) return gone();
    const saved = await saveBoard(deps, { draft, by });
    if (typeof saved === "string") return { kind: "next", view: notice("Not saved", saved) };
    const view = saved.shown === null ? notice("Saved", SAVED_OF_NONE) : boardSaved(saved.shown);
    return { kind: "next", view, afterwards: () => homes.refreshOpen([by]) };
  },
);

/** "Undo" below what was saved: the board as it was before, unless somebody else changed it since. */
export const undoBoard: (context: SlackContext) => ActionListener = authorizedAction(
  {
    doing: BOARD_UNDO,
    act: ({ value }) => ({ does: "edit-board", team: decodeBoardDraft(value)?.team ?? EVERYONE }),
  },
  async ({ deps, modals, homes }, { event: { userId: by, value }, modal }) => {
    const draft = decodeBoardDraft(value);
    if (draft === null || modal === undefined) return;
    const saved = await saveBoard(deps, { draft, by });
    await modals.views.update({ view_id: modal.id, view: undoneView(saved) });
    await homes.refreshOpen([by]);
  },
);

function undoneView(saved: SavedBoard) {
  if (typeof saved === "string") return notice("Not undone", saved);
  return saved.shown === null ? notice("Undone", SAVED_OF_NONE) : boardUndone(saved.shown);
}

/** What became of a draft; a sentence says why it was not saved, and one that was saved for a team that is gone by now has nothing to show. */
type SavedBoard = string | { readonly shown: CheckedBoard | null };

/** Sets a board to what a draft says, unless it already is: two presses are one. */
async function saveBoard(
  deps: Pick<SlackDeps, "boards" | "digests" | "days" | "now" | "log">,
  { draft, by }: { readonly draft: BoardDraft; readonly by: string },
): Promise<SavedBoard> {
  const { team: teamId, settings, was } = draft;
  const saved = await deps.boards.set(teamId, { settings, was, by, at: deps.now() });
  if (saved.ok) deps.log.info({ by, teamId, settings }, "A leaderboard was set");
  const shown = await checkedBoard(deps, draft);
  if (saved.ok) return { shown };
  const now = shown === null ? null : await deps.boards.one(teamId);
  return now !== null && isSameBoard(now.settings, settings) ? { shown } : saved.fault;
}
