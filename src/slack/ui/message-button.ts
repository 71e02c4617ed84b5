import type { Button } from "@slack/types";
import { button } from "./blocks";

/** "Message" beside somebody: Slack opens one's messages with them by the button's link. One in a block. */
export const MESSAGE_PERSON = "message_person";

/**
 * @param workspace Slack's id of the workspace, which the link names.
 * @param isFirst whether it is what to do first on its surface.
 */
export function messageButton(
  { userId, name }: { readonly userId: string; readonly name: string },
  {
    workspace,
    label = "Message",
    isFirst = false,
  }: { readonly workspace: string; readonly label?: string; readonly isFirst?: boolean },
): Button {
  return button(MESSAGE_PERSON, label, {
    url: `slack://user?team=${workspace}&id=${userId}`,
    accessibility_label: `Message ${name}`,
    ...(isFirst ? { style: "primary" as const } : {}),
  });
}
