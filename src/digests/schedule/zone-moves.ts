import { digestOf } from "../../people/person-settings";
import { addDays } from "../../time/day";
import { readerZone } from "../../time/reader-day";
import { localTime } from "../../time/time-of-day";
import type { PlannedMessage } from "../planned-message";
import { metBefore } from "./digest-schedule";
import { type DigestScheduleContext, noDigestOn, type Recipient } from "./recipient";
import { clocksOf } from "./wall-clock";

/**
 * Plans the digests that somebody would lose by a move to the east: their morning had not come where they were, and is
 * over where they are. Such a digest comes late while their workday goes on; after that it is planned to be recorded as
 * missed.
 *
 * @param lastCheckAt when it was last checked what is due: by the zones that people were in then.
 */
export function digestsLostByMoves(
  people: readonly Recipient[],
  { lastCheckAt, ...context }: DigestScheduleContext & { readonly lastCheckAt: Date | null },
): readonly PlannedMessage[] {
  if (lastCheckAt === null) return [];
  const { now, teamZone, clocks = clocksOf() } = context;
  return people.flatMap((person) => {
    const { digestZone } = person;
    const { zone } = readerZone(person, teamZone);
    if (digestZone === undefined || digestZone === zone) return [];
    const [before, here] = [clocks(digestZone), clocks(zone)];
    const [at, today] = [localTime(digestOf(person).at), here.days.dayOf(now)];
    return [addDays(today, -1), today]
      .filter((day) => noDigestOn(person, { day, ...context }) === null)
      .filter((day) => before.slot(day, at).dueAt > lastCheckAt)
      .map((day) => here.slot(day, at))
      .filter((slot) => slot.cutOffAt <= now && metBefore(person, slot))
      .map((slot) => ({
        ...{ kind: "digest" as const, to: person._id, ...slot, cutOffAt: here.lateUntil(slot) },
        reason: `they moved to ${zone}, where that morning was over`,
      }));
  });
}

/** The zones that people go by now, where it is not the one they went by at the last check. */
export function changedZones(
  people: readonly Recipient[],
  teamZone: string,
): readonly { readonly userId: string; readonly zone: string }[] {
  return people.flatMap((person) => {
    const { zone } = readerZone(person, teamZone);
    return person.digestZone === zone ? [] : [{ userId: person._id, zone }];
  });
}
