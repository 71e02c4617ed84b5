import type { App, BlockAction } from "@slack/bolt";
import { ownPlaceAction, postLeaderboardAction, showBoardAction } from "./boards/board";
import { BOARD_POST } from "./boards/board-view";
import { BOARD_CHECK } from "./boards/check-view";
import { boardCheckSubmission, boardSubmission, editBoard, undoBoard } from "./boards/form";
import { BOARD_FORM } from "./boards/form-view";
import { BOARD_PLACE } from "./boards/leaderboard-view";
import { BOARD_SHOW } from "./boards/other-boards";
import { publishBoardAction } from "./boards/post";
import { BOARD_PUBLISH } from "./boards/post-view";
import { BOARD_UNDO } from "./boards/saved-view";
import { BOARD_EDIT } from "./boards/settings-view";
import { goalsCommand } from "./commands/goals";
import { RUN_ACTIONS } from "./commands/run";
import { syncCommand } from "./commands/sync";
import { openHomeAction, resendDigestAction, unsnoozeAction } from "./digests/buttons";
import { OPEN_HOME } from "./digests/digest-view";
import { DIGEST_AGAIN, DIGEST_UNSNOOZE, MY_DIGEST } from "./digests/next-digest-view";
import { RECAP_TEAM } from "./digests/recaps/team-recap-view";
import { exportHistory, exportTeam, exportWhy } from "./exports/buttons";
import { HISTORY_EXPORT, TEAM_EXPORT } from "./exports/export-view";
import { GOALS_CHECK } from "./goals/bulk/check-view";
import { goalsCopy, goalsSeveral } from "./goals/bulk/form";
import { goalsCheckSubmission, goalsCopySubmission, goalsSubmission } from "./goals/bulk/form-submit";
import { GOALS_COPY, GOALS_COPY_FORM, GOALS_FORM } from "./goals/bulk/form-view";
import { GOALS_UNDO } from "./goals/bulk/saved-view";
import { goalsUndo } from "./goals/bulk/undo";
import { goalCancel, goalConfirm, goalUndo } from "./goals/buttons";
import { GOAL_CANCEL, GOAL_CONFIRM, GOAL_UNDO } from "./goals/change-view";
import { goalArchive, goalEdit, goalSet } from "./goals/form";
import { goalCheckSubmission, goalSaveSubmission } from "./goals/form-submit";
import { GOAL_ARCHIVE, GOAL_CHECK, GOAL_EDIT, GOAL_FORM, GOAL_SET, GOALS_SEVERAL } from "./goals/form-view";
import { logPageAction } from "./goals/log";
import { LOG_NEXT, LOG_PREVIOUS } from "./goals/log-view";
import { teamPageAction } from "./goals/team/team";
import { TEAM_NEXT, TEAM_PREVIOUS } from "./goals/team/team-view";
import { TREND_GOAL, TREND_LAST_MONTH, TREND_THIS_MONTH, TREND_WEEKS } from "./goals/trend-button-view";
import { ADMIN_ACTIONS, ADMIN_FORMS } from "./home/admin-listeners";
import type { HomeContext } from "./home/homes";
import { awaySubmission, digestSubmission, myAway, myAwayBack, myDigest, switchRecap } from "./home/my-settings";
import { endIntro, homeOpenedEvent, LINK_ACTIONS, navigate, openTeamAction, whyPicked } from "./home/navigate";
import { teamMore } from "./home/team/more";
import { RECOMPUTE } from "./home/views/admin-people";
import { INTRO_DONE } from "./home/views/intro";
import { NAVIGATION_ACTIONS, TEAM_MORE } from "./home/views/layout";
import { AWAY_FORM, DIGEST_FORM } from "./home/views/my-forms";
import { MY_AWAY, MY_AWAY_BACK, MY_RECAP } from "./home/views/my-settings";
import { importApply, importDiscard } from "./imports/buttons";
import { IMPORT_DETAILS, importDetailsAction } from "./imports/details";
import { handleDm } from "./imports/dm";
import { IMPORT_APPLY, IMPORT_FORGET } from "./imports/preview-view";
import { importUndo } from "./imports/undo";
import { IMPORT_UNDO } from "./imports/undo-view";
import { approveDeletionsAction } from "./sync/approve-deletions";
import { APPROVE_DELETIONS } from "./sync/deletion-button";
import { SYNC_DETAILS, syncDetails } from "./sync/report-details";
import { recomputeAction, SYNC_ACTIONS } from "./sync/run-in-dm";
import { ACCOUNT_TYPES, accountTypes } from "./sync/waiting/account-types";
import { trendDays, trendGoal } from "./trends/buttons";
import {
  WHY_EXPORT,
  WHY_FIGURE,
  WHY_GOAL,
  WHY_LEFT_OUT,
  WHY_METRICS,
  WHY_NEXT,
  WHY_PICK,
  WHY_PREVIOUS,
} from "./why/button-view";
import { whyGoal, whyPage } from "./why/buttons";

/** Every command, action and event that is listened to; `manifest.yml` names the same. */
export const LISTENERS = {
  commands: { "/sync": syncCommand, "/goals": goalsCommand },
  actions: {
    ...SYNC_ACTIONS,
    [RECOMPUTE]: recomputeAction,
    ...RUN_ACTIONS,
    [WHY_GOAL]: whyGoal,
    [WHY_PICK]: whyPicked,
    ...Object.fromEntries(WHY_METRICS.map((id) => [id, whyGoal])),
    [WHY_FIGURE]: whyPage,
    [WHY_PREVIOUS]: whyPage,
    [WHY_NEXT]: whyPage,
    [WHY_LEFT_OUT]: whyPage,
    [WHY_EXPORT]: exportWhy,
    [HISTORY_EXPORT]: exportHistory,
    [TREND_GOAL]: trendGoal,
    [TREND_THIS_MONTH]: trendDays,
    [TREND_LAST_MONTH]: trendDays,
    [TREND_WEEKS]: trendDays,
    [GOAL_CANCEL]: goalCancel,
    [TEAM_PREVIOUS]: teamPageAction,
    [TEAM_NEXT]: teamPageAction,
    [BOARD_SHOW]: showBoardAction,
    [BOARD_PLACE]: ownPlaceAction,
    [DIGEST_AGAIN]: resendDigestAction,
    [DIGEST_UNSNOOZE]: unsnoozeAction,
    [OPEN_HOME]: openHomeAction,
    [LOG_PREVIOUS]: logPageAction,
    [LOG_NEXT]: logPageAction,
  },
  /** The buttons that change a goal, in App Home, in a message or in a modal. */
  goals: {
    [GOAL_SET]: goalSet,
    [GOAL_EDIT]: goalEdit,
    [GOAL_ARCHIVE]: goalArchive,
    [GOAL_CONFIRM]: goalConfirm,
    [GOAL_UNDO]: goalUndo,
    [GOALS_SEVERAL]: goalsSeveral,
    [GOALS_COPY]: goalsCopy,
    [GOALS_UNDO]: goalsUndo,
  },
  /** Buttons and menus in App Home, and below a leaderboard, a sync's report, an alert or a file's preview. */
  home: {
    [BOARD_POST]: postLeaderboardAction,
    [BOARD_PUBLISH]: publishBoardAction,
    [BOARD_EDIT]: editBoard,
    [BOARD_UNDO]: undoBoard,
    [TEAM_EXPORT]: exportTeam,
    [APPROVE_DELETIONS]: approveDeletionsAction,
    [SYNC_DETAILS]: syncDetails,
    [ACCOUNT_TYPES]: accountTypes,
    [IMPORT_APPLY]: importApply,
    [IMPORT_FORGET]: importDiscard,
    [IMPORT_DETAILS]: importDetailsAction,
    [IMPORT_UNDO]: importUndo,
    ...Object.fromEntries(NAVIGATION_ACTIONS.map((way) => [way, navigate])),
    [TEAM_MORE]: teamMore,
    [INTRO_DONE]: endIntro,
    ...LINK_ACTIONS,
    [RECAP_TEAM]: openTeamAction,
    [MY_DIGEST]: myDigest,
    [MY_RECAP]: switchRecap,
    [MY_AWAY]: myAway,
    [MY_AWAY_BACK]: myAwayBack,
    ...ADMIN_ACTIONS,
  },
  forms: {
    [DIGEST_FORM]: digestSubmission,
    [AWAY_FORM]: awaySubmission,
    [GOAL_FORM]: goalSaveSubmission,
    [GOAL_CHECK]: goalCheckSubmission,
    [GOALS_FORM]: goalsSubmission,
    [GOALS_COPY_FORM]: goalsCopySubmission,
    [GOALS_CHECK]: goalsCheckSubmission,
    [BOARD_FORM]: boardSubmission,
    [BOARD_CHECK]: boardCheckSubmission,
    ...ADMIN_FORMS,
  },
  events: { app_home_opened: homeOpenedEvent, "message.im": handleDm },
} as const;

/** Registers all listeners with Bolt. */
export function listen(app: App, context: HomeContext): void {
  const { commands, forms, events } = LISTENERS;
  for (const [name, command] of Object.entries(commands)) app.command(name, command(context));
  const actions = { ...LISTENERS.actions, ...LISTENERS.goals, ...LISTENERS.home };
  for (const [id, action] of Object.entries(actions)) app.action<BlockAction>(id, action(context));
  for (const [id, form] of Object.entries(forms)) app.view(id, form(context));
  app.event("app_home_opened", events.app_home_opened(context));
  app.event("message", events["message.im"](context));
}
