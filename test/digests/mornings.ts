import { dueDigests, type Mornings, type Riser } from "../../src/digests/due";
import { WEEK } from "../../src/goals/calendar";
import type { Day } from "../../src/metrics/day";

export const LA = "America/Los_Angeles";

/** A rep of Los Angeles whom a sync has met long ago. */
export function aRiser(fields: Partial<Riser> = {}): Riser {
  return { _id: "U01", tz: LA, active: true, firstSeen: new Date("2026-01-01T00:00:00Z"), ...fields };
}

/** `now` and `lookedAt` are ISO instants. */
interface Given extends Partial<Omit<Mornings, "now">> {
  readonly now: string;
  readonly lookedAt?: string;
}

/** The mornings of a team of Los Angeles without holidays, whose one rep has a goal. */
export function mornings({ now, ...team }: Omit<Given, "lookedAt">): Mornings {
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
export function due(riser: Partial<Riser>, { lookedAt, ...given }: Given): readonly Day[] {
  const looked = { ...mornings(given), lookedAt: lookedAt === undefined ? null : new Date(lookedAt) };
  return dueDigests([aRiser(riser)], looked).map((one) => one.day);
}
