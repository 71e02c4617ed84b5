import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { goalsCommand } from "./commands/goals";
import { syncCommand } from "./commands/sync";
import { homeOpened } from "./home/opened";
import { syncNow } from "./home/sync-now";
import { whyGoal } from "./home/why-goal";
import { whyPage } from "./home/why-page";
import type { Room } from "./room";
import { SYNC_NOW } from "./views/home";
import { WHY_GOAL, WHY_LEFT_OUT, WHY_NEXT, WHY_PREVIOUS } from "./views/why-button";

/** Every command, action and event that is listened to; `manifest.yml` names the same. */
export const LISTENERS = {
  commands: { "/sync": syncCommand, "/goals": goalsCommand },
  actions: {
    [SYNC_NOW]: syncNow,
    [WHY_GOAL]: whyGoal,
    [WHY_PREVIOUS]: whyPage,
    [WHY_NEXT]: whyPage,
    [WHY_LEFT_OUT]: whyPage,
  },
  events: { app_home_opened: homeOpened },
} as const;

/** Registers them all. */
export function listen(app: App, room: Room): void {
  for (const [name, command] of Object.entries(LISTENERS.commands)) app.command(name, command(room));
  for (const [id, button] of Object.entries(LISTENERS.actions)) app.action<BlockAction<ButtonAction>>(id, button(room));
  app.event("app_home_opened", LISTENERS.events.app_home_opened(room));
}
