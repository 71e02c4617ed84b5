import { guestMessage } from "../../ui/access-messages";
import { actions, section } from "../../ui/blocks";
import { messageButton } from "../../ui/message-button";
import { plainForeign } from "../../ui/text";
import { type HomePage, page } from "./layout";

const MAX_NAME_LENGTH = 40;

/**
 * App Home of guests and people of other workspaces: whom Paceline is for, whom they may ask, and a message to the first of these.
 *
 * @param workspace Slack's id of the workspace; without it there is no link to anybody.
 */
export function guestPage(
  admins: readonly { readonly userId: string; readonly name: string }[],
  workspace: string | null,
): HomePage {
  const [first] = admins;
  const text = section(guestMessage(admins.map(({ userId }) => userId)).text);
  if (first === undefined || workspace === null) return page([text]);
  const label = `Message ${plainForeign(first.name, MAX_NAME_LENGTH)}`;
  return page([text, actions([messageButton(first, { workspace, label })])]);
}
