import type { Person } from "../../../people/person";
import { addDays, zoneDays } from "../../../time/day";
import { readerZone } from "../../../time/reader-day";
import { zoneOffset } from "../../../time/zone-offset";
import { weekdayName } from "../../../words/dates";
import { minutesInWords } from "../../../words/durations";
import { clockTime } from "../../../words/times";
import type { DisplayContext } from "../../ui/dates";

/** Hours of a day at which one writes to somebody without a second thought: from the first on, before the last. */
const REACHABLE_HOURS = { from: 8, until: 18 };

/** What time it is where somebody is, and how that day of theirs is named. */
export interface LocalClock {
  /** "9:30 PM there", "3:36 AM Thu there". */
  readonly words: string;
  /** "Mon", where "today" would be read of another day than theirs, or of one that is nearly over; `null` where it is "today". */
  readonly weekday: string | null;
  /** Whether their work has not begun that day, goes on, or is nearly over. */
  readonly hours: "before" | "within" | "after";
  /** "2h 30m", how much of a day that is nearly over is left; `null` of any other. */
  readonly left: string | null;
}

/**
 * Says of whom it is another day than the team's, or an hour outside the usual ones, what time it is there: "9:30 PM there", "3:36 AM Thu
 * there"; `null` of everybody else, and of whoever's clock shows what the team's does.
 */
export function localClocks(
  people: readonly Pick<Person, "_id" | "tz">[],
  { days, now }: DisplayContext,
): (userId: string) => LocalClock | null {
  const zones = new Map(people.map((person) => [person._id, readerZone(person, days.zone).zone]));
  const known = new Map<string, LocalClock | null>();
  return (userId) => {
    const zone = zones.get(userId) ?? days.zone;
    const said = known.has(zone) ? (known.get(zone) ?? null) : clockIn(zone, { days, now });
    known.set(zone, said);
    return said;
  };
}

/** Says by how much somebody's clock is apart from the reader's, "13h 30m ahead", where `localClocks` says what time it is: a message is read at another time than it came. */
export function clocksApart(
  people: readonly Pick<Person, "_id" | "tz">[],
  { reader, ...display }: DisplayContext & { readonly reader?: string | undefined },
): (userId: string) => string | null {
  const clockOf = localClocks(people, display);
  const at = display.now.getTime();
  const offsets = new Map(people.map((one) => [one._id, zoneOffset(readerZone(one, display.days.zone).zone)(at)]));
  const own = offsets.get(reader ?? "") ?? zoneOffset(display.days.zone)(at);
  return (userId) => {
    const ahead = (offsets.get(userId) ?? own) - own;
    if (ahead === 0 || clockOf(userId) === null) return null;
    return `${minutesInWords(Math.abs(ahead) / 60_000)} ${ahead > 0 ? "ahead" : "behind"}`;
  };
}

function clockIn(zone: string, { days, now }: DisplayContext): LocalClock | null {
  const time = clockTime(now, zone);
  const own = zoneDays(zone);
  const [there, here] = [own.dayOf(now), days.dayOf(now)];
  const hours = hoursOf(new Date(now.getTime() + zoneOffset(zone)(now.getTime())).getUTCHours());
  const weekday = weekdayName(there);
  const untilMidnight = own.startOf(addDays(there, 1)).getTime() - now.getTime();
  const left = hours === "after" ? minutesInWords(Math.ceil(untilMidnight / 60_000)) : null;
  if (there !== here) return { words: `${time} ${weekday} there`, weekday, hours, left };
  if (hours === "within" || time === clockTime(now, days.zone)) return null;
  return { words: `${time} there`, weekday: hours === "after" ? weekday : null, hours, left };
}

function hoursOf(hour: number): LocalClock["hours"] {
  if (hour < REACHABLE_HOURS.from) return "before";
  return hour < REACHABLE_HOURS.until ? "within" : "after";
}

/** Tells whether nothing can be expected of somebody's day yet: "0 of 7" would be read as what they have left undone. */
export function isBeforeWork({ clock, done }: { readonly clock: LocalClock | null; readonly done: number }): boolean {
  return clock?.hours === "before" && done === 0;
}
