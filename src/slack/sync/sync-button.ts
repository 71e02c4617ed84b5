import type { Button } from "@slack/types";
import type { DayRange } from "../../time/day";
import { button } from "../ui/blocks";

/** Its value is what one would type after `/sync`; without one it syncs the last 30 days. */
export const SYNC_NOW = "sync_now";

/** Syncs the days of a report once more, or the last 30. */
export function tryAgainButton(range?: DayRange): Button {
  return button(
    SYNC_NOW,
    "Try again",
    range === undefined ? {} : { style: "primary", value: `${range.from}..${range.to}` },
  );
}
