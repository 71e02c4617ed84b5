import type { GoalStore } from "../../goals/goal-store";
import type { HolidayBook } from "../../goals/holidays";
import type { TeamSettingsStore } from "../../goals/team-settings-store";
import type { PeopleStore } from "../../people/people-store";
import { addDays, type Day, type ZoneDays, zoneDays } from "../../time/day";
import { readerZone } from "../../time/reader-day";
import type { DeliveryDeps } from "../delivery/ports";
import { type DigestScheduleContext, dueDigests, type NextDigest, nextDigestSlot } from "./digest-schedule";
import type { LastCheckStore } from "./last-check-store";
import { dueLeaderboards } from "./leaderboard-schedule";
import type { LeaderboardSettingsStore } from "./leaderboard-settings-store";

export interface DigestScheduleDeps {
  readonly people: Pick<PeopleStore, "all" | "one">;
  readonly goals: Pick<GoalStore, "owners">;
  readonly settings: Pick<TeamSettingsStore, "read">;
  readonly book: Pick<HolidayBook, "of">;
  readonly days: ZoneDays;
  readonly lastCheck: LastCheckStore;
  readonly leaderboards: LeaderboardSettingsStore;
}

/** Loads who is due when; a few queries each, however many people there are. */
export interface DigestSchedule extends Required<Pick<DeliveryDeps, "dueMessages" | "recordCheck">> {
  /** Counts the digests and leaderboards that there could be on one of these days. */
  receivers(now: Date): Promise<number>;
  next(userId: string, now: Date): Promise<NextDigest>;
  /** The day by somebody's own clock. */
  today(userId: string, now: Date): Promise<Day>;
  /** Slack ids of the admins. */
  admins(): Promise<readonly string[]>;
  /** The instants between these (the last one included) at which somebody's digest falls due, in their order. */
  dueBetween(after: Date, until: Date): Promise<readonly Date[]>;
}

/** Holidays are loaded this far ahead, as far as a next digest is searched for. */
const DAYS_AHEAD = 62;

export function loadDigestSchedule({
  people,
  goals,
  settings,
  book,
  days,
  lastCheck,
  leaderboards,
}: DigestScheduleDeps): DigestSchedule {
  const common = async (now: Date): Promise<DigestScheduleContext> => {
    const today = days.dayOf(now);
    const [withGoals, team] = await Promise.all([goals.owners(today), settings.read()]);
    const holidays = book.of(team, { from: addDays(today, -2), to: addDays(today, DAYS_AHEAD) });
    return {
      now,
      teamZone: days.zone,
      week: team.workdays,
      holidays: new Set(holidays.map(({ day }) => day)),
      withGoals,
    };
  };
  return {
    dueMessages: async (now) => {
      const [everybody, lastCheckAt, context] = await Promise.all([people.all(), lastCheck.last(), common(now)]);
      const due = { ...context, lastCheckAt };
      return [...dueLeaderboards(await leaderboards.read(), due), ...dueDigests(everybody, due)];
    },
    recordCheck: lastCheck.record,
    receivers: async (now) => {
      const [everybody, { withGoals }] = await Promise.all([people.all(), common(now)]);
      const boards = (await leaderboards.read()).channel === null ? 0 : 1;
      return boards + everybody.filter(({ _id, active }) => active && withGoals.has(_id)).length;
    },
    next: async (userId, now) => {
      const [person, context] = await Promise.all([people.one(userId), common(now)]);
      const zone = readerZone({ tz: person?.tz ?? null }, days.zone);
      return { slot: person === null ? null : nextDigestSlot(person, context), ...zone };
    },
    today: async (userId, now) => {
      const person = await people.one(userId);
      return zoneDays(readerZone({ tz: person?.tz ?? null }, days.zone).zone).dayOf(now);
    },
    admins: async () =>
      (await people.all()).filter(({ role, active }) => role === "admin" && active).map(({ _id }) => _id),
    dueBetween: async (after, until) => {
      const [everybody, context] = await Promise.all([people.all(), common(after)]);
      const instants = everybody.flatMap((person) => {
        const dueAt = person.firstSeen === undefined ? undefined : nextDigestSlot(person, context)?.dueAt;
        return dueAt !== undefined && dueAt <= until ? [dueAt.getTime()] : [];
      });
      return [...new Set(instants)].sort((a, b) => a - b).map((instant) => new Date(instant));
    },
  };
}
