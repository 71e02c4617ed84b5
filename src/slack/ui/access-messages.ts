import type { Act, AdminAct, TeamAct } from "../../people/permissions";
import { type Message, sectionMessage } from "./blocks";
import { sourceTitles } from "./freshness";
import { foreign, someOf } from "./text";

const GUEST =
  "Paceline is for full members of this workspace: it keeps the sales team's figures, and guests have none here. If you think you should have some, ask a workspace admin.";

/** Answers guests and people of other workspaces. */
export function guestMessage(): Message {
  return sectionMessage(GUEST);
}

/** Answers a full member whom no sync has seen yet. */
export function newcomerMessage(): Message {
  return sectionMessage(`We have not met yet: run \`/sync\`, and I will learn who you are in ${sourceTitles()}.`);
}

const MAX_NAMES = 5;

/** Answers somebody who drops a file and may not import it, and names those who may. */
export function notForYouMessage(admins: readonly string[]): Message {
  const names = someOf(
    admins.map((name) => foreign(name)),
    MAX_NAMES,
  );
  const who = admins.length === 0 ? "" : ` Here that is ${names}.`;
  return sectionMessage(`${refusalText({ does: "import-orders" })}${who} Your file was not read.`);
}

const WHY: Readonly<Record<(TeamAct | AdminAct)["does"], string>> = {
  "see-team": "What concerns the whole team is seen and posted by managers and admins: ask one of them.",
  "see-board": "Each team's board is for the team itself: ask your manager.",
  "edit-goals": "Goals are set by managers and admins: tell one of them what you would change.",
  "edit-settings": "The team's settings are changed by admins: tell one of them what you would change.",
  "map-people": "Who is who is settled by admins: tell one of them whom to map.",
  "give-roles": "Roles are given by admins: tell one of them who should be a manager.",
  "forget-people": "Who is forgotten is decided by admins: tell one of them.",
  "import-orders": "Orders are imported by admins: tell one of them.",
  "see-runs": "Past syncs are for admins; `/sync` reports on its own to whoever runs it.",
  "see-health": "Whether all is set up well is checked by admins: tell one of them what seems wrong.",
  "accept-vanished": "Whether records are really gone is said by admins: tell one of them what you know.",
};

/** Refuses in a friendly way. */
export function refusalText(act: Act): string {
  if (act.does !== "see-figures" && act.does !== "change-switches") return WHY[act.does];
  return "That is somebody else's own: only they, managers and admins may.";
}
