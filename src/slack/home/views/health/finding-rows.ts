import type { KnownBlock } from "@slack/types";
import { type Finding, NOTHING_TO_DO } from "../../../../doctor/finding";
import { section } from "../../../ui/blocks";
import { syncDaysButton } from "../../../ui/sync-button";
import { fitting } from "./area";
import { ownerRows } from "./owner-rows";

/** After escaping; two of them make a line, which has at most 2,800. */
const MAX_LENGTH = 1_300;

/** Whether a finding has no button of its own. */
export function isPlain({ owners, sync }: Finding): boolean {
  return owners === undefined && (sync === undefined || sync.days === "last-30-days");
}

/** A finding with the buttons that mend it: of each owner, or of the days that a sync reads. */
export function rowsOf(found: Finding, syncing: boolean): readonly KnownBlock[] {
  const { owners, sync } = found;
  if (owners !== undefined) return ownerRows(owners);
  const row = section(findingLine(found, true));
  if (sync === undefined || sync.days === "last-30-days" || syncing) return [row];
  return [{ ...row, accessory: syncDaysButton(sync.days) }];
}

/** "Copper refused the key (401).", one of several behind a bullet, and below it what to do, where no button says it. */
export function findingLine({ says, todo, sync }: Finding, isOneOfMany: boolean): string {
  const what = `${isOneOfMany ? "• " : ""}${fitting(says, MAX_LENGTH)}`;
  if (todo === undefined || sync?.isRemedy === true) return what;
  const label = todo.startsWith(NOTHING_TO_DO) ? "" : "*What to do:* ";
  return `${what}\n${label}${fitting(todo, MAX_LENGTH)}`;
}
