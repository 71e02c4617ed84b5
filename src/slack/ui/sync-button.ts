import type { Button } from "@slack/types";
import type { DayRange } from "../../time/day";
import { button } from "./blocks";

/** Its value is what one would type after `/sync`; without one it syncs the last 30 days. */
export const SYNC_NOW = "sync_now";

/** Syncs the days of a report once more, or the last 30; green where `isFirst`: nothing else tries them again. */
export function tryAgainButton({ range, isFirst = false }: TryAgain = {}): Button {
  return button(SYNC_NOW, "Try again", {
    ...(isFirst ? { style: "primary" } : {}),
    ...(range === undefined ? {} : { value: encodeDays(range) }),
  });
}

interface TryAgain {
  readonly range?: DayRange;
  readonly isFirst?: boolean;
}

/** Syncs days that were never fully synced, or whose totals are wrong; `label` names them where the words beside it do not. */
export function syncDaysButton(range: DayRange, label = "Sync these days"): Button {
  return button(SYNC_NOW, label, { value: encodeDays(range) });
}

function encodeDays({ from, to }: DayRange): string {
  return `${from}..${to}`;
}
