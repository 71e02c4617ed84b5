import { METRICS } from "../../metrics/metrics";
import { EVERYONE } from "../../people/permissions";
import { isSameBoard, leaderboardSettingsSchema } from "../../teams/leaderboard-settings";
import type { SlackContext } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { modalAction } from "../middleware/authorized-actions";
import { checkedValues, type FormState, fieldValue } from "../middleware/form-values";
import { CLOSE, fieldError, type SubmissionResult, viewSubmission } from "../middleware/submissions";
import { notice } from "../ui/modal";
import { BOARD_CHECK, BOARD_FORM, boardCheck, boardForm, NO_SUCH_BOARD } from "./form-view";
import { boardTeam, decodeBoardDraft } from "./payload";
import { BOARD_EDIT } from "./settings-view";

/** "Change" beside a board, and "Leaderboard" on a team's page; the value is the team's id. */
export const editBoard: (context: SlackContext) => ActionListener = modalAction(
  { doing: BOARD_EDIT, act: ({ value }) => ({ does: "edit-board", team: boardTeam(value) }) },
  async ({ deps }, { value }) => {
    const board = await deps.boards.one(boardTeam(value));
    return board?.active === true ? boardForm(board, deps.days.zone) : notice("Leaderboard", NO_SUCH_BOARD);
  },
);

const act = (_userId: string, form: FormState) => {
  return { does: "edit-board", team: decodeBoardDraft(form.private_metadata)?.team ?? EVERYONE } as const;
};
const gone = (): SubmissionResult => ({ kind: "next", view: notice("Leaderboard", NO_SUCH_BOARD) });

/** What was entered: it is shown as it would look before it is saved. */
export const boardSubmission = viewSubmission({ doing: BOARD_FORM, act }, async ({ deps }, { form }) => {
  const opened = decodeBoardDraft(form.private_metadata);
  if (opened === null) return gone();
  const settings = enteredSettings(form);
  if (settings === null) return fieldError("at", "Pick a time.");
  if (settings.on && settings.channel === null) return fieldError("channel", "Pick a channel, or turn it off.");
  if (isSameBoard(settings, opened.was)) return fieldError("on", "Nothing changed yet.");
  const { team: teamId } = opened;
  const [board, preview] = await Promise.all([
    deps.boards.one(teamId),
    deps.digests.boardPreview({ teamId, settings }),
  ]);
  if (board?.active !== true || preview === null) return gone();
  return {
    kind: "next",
    view: boardCheck({ draft: { ...opened, settings }, team: board.team, preview, days: deps.days }),
  };
});

/** `null` for a time that is none. */
function enteredSettings(form: FormState) {
  const days = checkedValues(form, "days").map(Number);
  const metrics = checkedValues(form, "metrics");
  const entered = {
    on: fieldValue(form, "on") !== "off",
    channel: fieldValue(form, "channel"),
    days: days.length === 0 ? null : days.sort((a, b) => a - b),
    at: fieldValue(form, "at"),
    // Whoever picks all wants those that are counted some day, too.
    metrics: metrics.length === 0 || metrics.length === METRICS.length ? null : inOrder(metrics),
    topN: Number(fieldValue(form, "topN")),
    by: fieldValue(form, "by"),
  };
  return leaderboardSettingsSchema.safeParse(entered).data ?? null;
}

function inOrder(types: readonly string[]): readonly string[] {
  return METRICS.map(({ type }) => type).filter((type) => types.includes(type));
}

/** Saves the board that was shown, unless somebody else changed it since. */
export const boardCheckSubmission = viewSubmission(
  { doing: BOARD_CHECK, act },
  async ({ deps }, { userId: by, form }) => {
    const draft = decodeBoardDraft(form.private_metadata);
    if (draft === null) return gone();
    const { team: teamId, settings, was } = draft;
    const saved = await deps.boards.set(teamId, { settings, was, by, at: deps.now() });
    if (!saved.ok) return { kind: "next", view: notice("Not saved", saved.fault) };
    deps.log.info({ by, teamId, settings }, "A leaderboard was set");
    return CLOSE;
  },
);
