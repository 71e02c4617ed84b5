import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { acceptVanished } from "./accept-vanished";
import { goalsCommand } from "./commands/goals";
import { syncCommand } from "./commands/sync";
import { goalChecked, goalEntered } from "./goals/form-submits";
import { logTurn } from "./goals/log-answer";
import { goalArchive, goalBack, goalEdit, goalSet } from "./goals/open-form";
import { goalCancel, goalConfirm } from "./goals/preview-buttons";
import { teamTurn } from "./goals/team-answer";
import { goalUndo } from "./goals/undo-button";
import { ADMIN_ACTIONS, ADMIN_FORMS } from "./home/admin-listeners";
import { go } from "./home/go";
import { awayEntered, myAway, myAwayBack } from "./home/my-away";
import { digestEntered, myDigest } from "./home/my-digest";
import { homeOpened } from "./home/opened";
import { syncNow } from "./home/sync-now";
import { whyGoal } from "./home/why-goal";
import { whyPage } from "./home/why-page";
import { dmWritten } from "./imports/dm-written";
import { importApply, importForget } from "./imports/import-buttons";
import { boardPost, digestAgain } from "./morning-buttons";
import type { Room } from "./room";
import { BOARD_POST, DIGEST_AGAIN } from "./views/ask-first";
import { GOAL_CANCEL, GOAL_CONFIRM, GOAL_UNDO } from "./views/goal-change";
import { GOAL_BACK, GOAL_CHECK, GOAL_FORM } from "./views/goal-form";
import { LOG_NEXT, LOG_PREVIOUS } from "./views/goal-log";
import { RECOMPUTE } from "./views/home/admin-people";
import { AWAY_FORM } from "./views/home/away-form";
import { DIGEST_FORM } from "./views/home/digest-form";
import { GOAL_ARCHIVE, GOAL_EDIT, GOAL_SET } from "./views/home/goal-buttons";
import { MY_AWAY, MY_AWAY_BACK, MY_DIGEST } from "./views/home/my-settings";
import { SYNC_NOW } from "./views/home/sources";
import { WAYS } from "./views/home/tabs";
import { IMPORT_APPLY, IMPORT_FORGET } from "./views/import-preview";
import { TEAM_NEXT, TEAM_PREVIOUS } from "./views/team-goals";
import { ACCEPT_VANISHED } from "./views/vanished";
import { WHY_GOAL, WHY_LEFT_OUT, WHY_NEXT, WHY_PREVIOUS } from "./views/why-button";

/** Every command, action and event that is listened to; `manifest.yml` names the same. */
export const LISTENERS = {
  commands: { "/sync": syncCommand, "/goals": goalsCommand },
  actions: {
    [SYNC_NOW]: syncNow,
    [RECOMPUTE]: syncNow,
    [WHY_GOAL]: whyGoal,
    [WHY_PREVIOUS]: whyPage,
    [WHY_NEXT]: whyPage,
    [WHY_LEFT_OUT]: whyPage,
    [GOAL_CANCEL]: goalCancel,
    [TEAM_PREVIOUS]: teamTurn,
    [TEAM_NEXT]: teamTurn,
    [DIGEST_AGAIN]: digestAgain,
    [LOG_PREVIOUS]: logTurn,
    [LOG_NEXT]: logTurn,
  },
  /** What is pressed to change a goal, in App Home, in a message or in a modal. */
  goals: {
    [GOAL_SET]: goalSet,
    [GOAL_EDIT]: goalEdit,
    [GOAL_ARCHIVE]: goalArchive,
    [GOAL_BACK]: goalBack,
    [GOAL_CONFIRM]: goalConfirm,
    [GOAL_UNDO]: goalUndo,
  },
  /** What is pressed or chosen in App Home, and below a board, a sync's report, an alert or a file's preview. */
  home: {
    [BOARD_POST]: boardPost,
    [ACCEPT_VANISHED]: acceptVanished,
    [IMPORT_APPLY]: importApply,
    [IMPORT_FORGET]: importForget,
    ...Object.fromEntries(WAYS.map((way) => [way, go])),
    [MY_DIGEST]: myDigest,
    [MY_AWAY]: myAway,
    [MY_AWAY_BACK]: myAwayBack,
    ...ADMIN_ACTIONS,
  },
  forms: {
    [DIGEST_FORM]: digestEntered,
    [AWAY_FORM]: awayEntered,
    [GOAL_FORM]: goalEntered,
    [GOAL_CHECK]: goalChecked,
    ...ADMIN_FORMS,
  },
  events: { app_home_opened: homeOpened, "message.im": dmWritten },
} as const;

/** Registers them all. */
export function listen(app: App, room: Room): void {
  for (const [name, command] of Object.entries(LISTENERS.commands)) app.command(name, command(room));
  for (const [id, button] of Object.entries(LISTENERS.actions)) app.action<BlockAction<ButtonAction>>(id, button(room));
  const presses = { ...LISTENERS.goals, ...LISTENERS.home };
  for (const [id, action] of Object.entries(presses)) app.action<BlockAction>(id, action(room));
  for (const [id, form] of Object.entries(LISTENERS.forms)) app.view(id, form(room));
  app.event("app_home_opened", LISTENERS.events.app_home_opened(room));
  app.event("message", LISTENERS.events["message.im"](room));
}
