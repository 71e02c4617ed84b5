import type { WebClient } from "@slack/web-api";
import type { Homes } from "./home/homes";
import type { SlackNeeds } from "./needs";

/** What every listener works with. */
export interface Room {
  readonly needs: SlackNeeds;
  readonly client: WebClient;
  readonly homes: Homes;
}
