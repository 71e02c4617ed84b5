import type { Json } from "../../slack/json";

/** What every block is handed. */
export interface BlockProps {
  readonly block: Json;
  readonly blockId: string;
}
