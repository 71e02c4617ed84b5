import type { Act, AdminAct, TeamAct } from "../../people/permissions";
import { actions, context, header, type Message, section, sectionMessage } from "./blocks";
import { sourceTitles } from "./freshness";
import { messageButton } from "./message-button";
import { foreign, listed, plainForeign, someOf } from "./text";

const GUEST = "Guests can't use Paceline";
const WHAT_IT_IS = "Paceline shows sales teams their calls, emails, sales, and goals.";
const MAX_ASKED = 2;

const MAX_NAME_LENGTH = 40;

/**
 * Answers guests and people of other workspaces, in App Home as elsewhere: that they cannot use Paceline, which two of `admins` they may ask, with a
 * button to a message to the first of these, and what it is.
 *
 * @param workspace Slack's id of the workspace; without it there is no link to anybody.
 */
export function guestMessage(
  admins: readonly { readonly userId: string; readonly name: string }[] = [],
  workspace: string | null = null,
): Message {
  const named = admins.slice(0, MAX_ASKED).map(({ userId }) => `<@${userId}>`);
  const whom = named.length === 0 ? "a workspace admin" : listed(named, "or");
  const todo = `If you sell for this team, ask ${whom} about access.`;
  const [first] = admins;
  const asking =
    first === undefined || workspace === null
      ? []
      : [messageButton(first, { workspace, label: `Message ${plainForeign(first.name, MAX_NAME_LENGTH)}` })];
  return {
    text: `${GUEST}. ${todo}`,
    blocks: [header(GUEST), section(todo), ...(asking.length === 0 ? [] : [actions(asking)]), context(WHAT_IT_IS)],
  };
}

const SYNC_RUNS = "We haven't met yet, but a sync is running that finds you. Try again in a minute.";

/** Answers a full member whom no sync has seen yet; one that runs is waited for. */
export function newcomerMessage({ syncing }: { readonly syncing: boolean }): Message {
  if (syncing) return sectionMessage(SYNC_RUNS);
  return sectionMessage(`We haven't met yet. Run \`/sync\` and I'll find you in ${sourceTitles()}.`);
}

const MAX_NAMES = 5;

/** Answers somebody who drops a file and may not import it, and names those who may. */
export function notForYouMessage(admins: readonly string[]): Message {
  const names = someOf(
    admins.map((name) => foreign(name)),
    MAX_NAMES,
  );
  const who = admins.length === 0 ? "" : ` Here that's ${names}.`;
  return sectionMessage(`${refusalText({ does: "import-orders" })}${who} Your file wasn't read.`);
}

const WHY: Readonly<Record<(TeamAct | AdminAct)["does"], string>> = {
  "see-team": "Only a team's managers and admins can see and post its figures.",
  "see-board": "Each team's board is only for that team. Ask your manager.",
  "edit-board": "Only a team's managers and admins can change its leaderboard.",
  "edit-goals": "Only a rep's own managers and admins can change their goals. Ask your manager.",
  "edit-settings": "Only admins can change the team's settings.",
  "map-people": "Only admins can match people.",
  "give-roles": "Only admins can change roles.",
  "forget-people": "Only admins can erase people.",
  "import-orders": "Only admins can import orders.",
  "see-runs": "Only admins can see past syncs. `/sync` reports to whoever runs it.",
  "see-health": "Only admins can run the health check.",
  "accept-vanished": "Only admins can confirm that records were deleted.",
};

/** Refuses in a friendly way. */
export function refusalText(act: Act): string {
  if (act.does !== "see-figures" && act.does !== "change-switches") return WHY[act.does];
  return "Only that person, managers and admins can do that.";
}
