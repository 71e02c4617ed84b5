import { sentence } from "../ui/text";

const MAX_REASON = 100;
const AGAIN = "then press again";

/** What to do about Slack's errors, by whoever posts a board. */
const REMEDIES: Readonly<Record<string, string>> = {
  not_in_channel: `Paceline isn't in that channel and can't join it: type \`/invite @paceline\` there, ${AGAIN}.`,
  channel_not_found: `Slack doesn't show Paceline that channel. If it's private, type \`/invite @paceline\` there, ${AGAIN}.`,
  is_archived: "The channel is archived: unarchive it, or pick another with *Change* or *Leaderboard* on Home.",
  restricted_action: `Only some people may post in that channel: ask a workspace admin to let Paceline, ${AGAIN}.`,
  restricted_action_read_only_channel: `Nobody but admins may post in that channel: ask one to let Paceline, ${AGAIN}.`,
};

/** Says why a board was not posted, and what helps. */
export function postProblem(reason: string | null): string {
  if (reason === null) return "Try again in a few minutes.";
  const known = REMEDIES[reason];
  if (known !== undefined) return known;
  const said = sentence(reason, MAX_REASON);
  return `The reason: ${said}. If it stays, ask an admin to look at \`/goals deliveries\`.`;
}
