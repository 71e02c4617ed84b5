import type { WebClient } from "@slack/web-api";
import type { SlackDeps } from "./deps";
import type { Homes } from "./home/homes";

/** What every listener works with. */
export interface SlackContext {
  readonly deps: SlackDeps;
  readonly client: WebClient;
  readonly homes: Homes;
}
