import { guestMessage } from "../../ui/access-messages";
import { type HomePage, page } from "./layout";

/** App Home of guests and people of other workspaces: what they are answered elsewhere. */
export function guestPage(...asked: Parameters<typeof guestMessage>): HomePage {
  return page(guestMessage(...asked).blocks);
}
