import { addDays, type Day, isZone, type ZoneDays, zoneDays } from "./day";

/** The date on somebody's own clock, and whether the team's day of that date, whose figures it has, has ended. */
export interface ReaderDay {
  readonly today: Day;
  readonly ended: boolean;
}

/** The zone whose clock somebody goes by, and whether it is their own: the team's where Slack knows none of theirs. */
export function readerZone(
  { tz }: { readonly tz?: string | null | undefined },
  teamZone: string,
): { readonly zone: string; readonly own: boolean } {
  return tz != null && isZone(tz) ? { zone: tz, own: true } : { zone: teamZone, own: false };
}

/** What day it is for whom, at one instant. */
export interface ReaderDays {
  /** The team's own date, which has not ended. */
  readonly team: ReaderDay;
  /** The day of somebody in this zone; the team's for whoever has none. */
  of(person: { readonly tz?: string | null | undefined }): ReaderDay;
}

/** What day it is for whom at this instant; a thousand people of one zone ask its calendar once. */
export function readerDays(now: Date, team: ZoneDays): ReaderDays {
  const teamToday = team.dayOf(now);
  const known = new Map<string, ReaderDay>();
  const dayIn = (zone: string): ReaderDay => {
    const found = known.get(zone) ?? readerDay(zoneDays(zone).dayOf(now), teamToday);
    known.set(zone, found);
    return found;
  };
  return { team: readerDay(teamToday, teamToday), of: (person) => dayIn(readerZone(person, team.zone).zone) };
}

/** A reader's date as seen from the team's: the team's days end in their order. */
export function readerDay(today: Day, teamToday: Day): ReaderDay {
  return { today, ended: today < teamToday };
}

/** Today while it goes on, else the day after. */
export function firstOpenDay({ today, ended }: ReaderDay): Day {
  return ended ? addDays(today, 1) : today;
}

/** The last day that has ended in the team's zone, whatever a reader's clock shows. */
export function lastEndedDay({ team }: Pick<ReaderDays, "team">): Day {
  return addDays(team.today, -1);
}
