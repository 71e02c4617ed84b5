import type { ResponseUrls } from "../http/response-urls";
import type { World } from "../state/world";
import type { Sender } from "./sender";

/** What people's doings need: the workspace, the way to the app, and the way back. */
export interface Desk {
  readonly world: World;
  readonly sender: Sender;
  readonly responseUrls: ResponseUrls;
  /** How long Slack waits before each time it sends an unanswered event again; empty when it does not. */
  readonly retryEventsAfterMs: readonly number[];
}
