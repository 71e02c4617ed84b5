import type { Source } from "../../sources/source";
import { addDays, type Day } from "../../time/day";
import { MAX_DAYS } from "../date-range";
import type { SaveContext } from "./save-context";

/** Marks days whose records changed and were not read, at most a year back: days ahead are read when they come. */
export async function markUnread(
  changed: readonly Day[],
  { source, context }: { source: Source["id"]; context: Pick<SaveContext, "dirtyDays" | "days" | "fence" | "now"> },
): Promise<void> {
  const { dirtyDays, days, fence, now } = context;
  const today = days.dayOf(now());
  const first = addDays(today, 1 - MAX_DAYS);
  const unread = changed.filter((day) => day >= first && day <= today).map((day) => ({ day, unread: source }));
  if (unread.length === 0) return;
  await fence.check();
  await dirtyDays.mark(unread, fence.token);
}
