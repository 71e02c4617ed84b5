import type { Person } from "../../../people/person";
import { zoneDays } from "../../../time/day";
import { readerZone } from "../../../time/reader-day";
import { zoneOffset } from "../../../time/zone-offset";
import { weekdayName } from "../../../words/dates";
import { clockTime } from "../../../words/times";
import type { DisplayContext } from "../../ui/dates";

/** Hours of a day at which one writes to somebody without a second thought: from the first on, before the last. */
const REACHABLE_HOURS = { from: 8, until: 18 };

/**
 * Says of whom it is another day than the team's, or an hour outside the usual ones, what time it is there: "9:30 PM there", "3:36 AM Thu
 * there"; `null` of everybody else, and of whoever's clock shows what the team's does.
 */
export function localClocks(
  people: readonly Pick<Person, "_id" | "tz">[],
  { days, now }: DisplayContext,
): (userId: string) => string | null {
  const zones = new Map(people.map((person) => [person._id, readerZone(person, days.zone).zone]));
  const known = new Map<string, string | null>();
  return (userId) => {
    const zone = zones.get(userId) ?? days.zone;
    const said = known.has(zone) ? (known.get(zone) ?? null) : clockIn(zone, { days, now });
    known.set(zone, said);
    return said;
  };
}

function clockIn(zone: string, { days, now }: DisplayContext): string | null {
  const time = clockTime(now, zone);
  const [there, here] = [zoneDays(zone).dayOf(now), days.dayOf(now)];
  if (there !== here) return `${time} ${weekdayName(there)} there`;
  const isReachable = isWithin(new Date(now.getTime() + zoneOffset(zone)(now.getTime())).getUTCHours());
  return isReachable || time === clockTime(now, days.zone) ? null : `${time} there`;
}

function isWithin(hour: number): boolean {
  return hour >= REACHABLE_HOURS.from && hour < REACHABLE_HOURS.until;
}
