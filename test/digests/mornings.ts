import { type DigestScheduleContext, dueDigests, type Recipient } from "../../src/digests/schedule/digest-schedule";
import { WEEK } from "../../src/goals/calendar";
import type { Day } from "../../src/time/day";

export const LA = "America/Los_Angeles";

/** A rep of Los Angeles whom a sync has met long ago. */
export function aRiser(fields: Partial<Recipient> = {}): Recipient {
  return { _id: "U01", tz: LA, active: true, firstSeen: new Date("2026-01-01T00:00:00Z"), ...fields };
}

/** `now` and `lookedAt` are ISO instants. */
interface Given extends Partial<Omit<DigestScheduleContext, "now">> {
  readonly now: string;
  readonly lookedAt?: string;
}

/** The mornings of a team of Los Angeles without holidays, whose one rep has a goal. */
export function mornings({ now, ...team }: Omit<Given, "lookedAt">): DigestScheduleContext {
  return {
    teamZone: LA,
    week: WEEK,
    holidays: new Set(),
    withGoals: new Set(["U01"]),
    ...team,
    now: new Date(now),
  };
}

/** The days for which a person's digest is due. */
export function due(riser: Partial<Recipient>, { lookedAt, ...given }: Given): readonly Day[] {
  const looked = { ...mornings(given), lookedAt: lookedAt === undefined ? null : new Date(lookedAt) };
  return dueDigests([aRiser(riser)], looked).map((one) => one.day);
}
