import type { GoalStore } from "../../goals/goal-store";
import type { HolidayBook } from "../../goals/holidays";
import { ownTeamSettings, type TeamSettings } from "../../goals/team-settings";
import type { TeamSettingsStore } from "../../goals/team-settings-store";
import type { PeopleStore } from "../../people/people-store";
import type { Team } from "../../teams/team";
import { addDays, type Day, type ZoneDays, zoneDays } from "../../time/day";
import { readerZone } from "../../time/reader-day";
import type { ClosedDaysStore } from "../delivery/closed-days-store";
import type { DeliveryDeps } from "../delivery/ports";
import { isResend } from "../planned-message";
import { type Board, type BoardReader, workOfBoard } from "./boards";
import { dueDigests, type NextDigest, nextDigestSlot, type UpcomingDigests, upcomingDigests } from "./digest-schedule";
import type { LastCheckStore } from "./last-check-store";
import {
  BOARD_DAYS_AHEAD,
  boardReceivers,
  boardSlotToday,
  dueLeaderboards,
  nextBoardAt,
  type ScheduledBoard,
} from "./leaderboard-schedule";
import { type DigestScheduleContext, noDigestOn } from "./recipient";
import { boardStillWanted, boardTeamOf, digestStillWanted, resendStillWanted } from "./still-wanted";
import { dueTeamRecaps, recapReceivers, recapStillWanted } from "./team-recaps";
import type { DigestSlot } from "./wall-clock";
import { changedZones, digestsLostByMoves } from "./zone-moves";

export interface DigestScheduleDeps {
  readonly people: Pick<PeopleStore, "all" | "one" | "setDigestZones">;
  readonly goals: Pick<GoalStore, "owners">;
  readonly settings: Pick<TeamSettingsStore, "read">;
  readonly book: Pick<HolidayBook, "of">;
  readonly days: ZoneDays;
  readonly lastCheck: LastCheckStore;
  readonly boards: BoardReader;
  readonly closedDays: ClosedDaysStore;
}

/** Loads who is due when; a few queries each, however many people there are. */
export interface DigestSchedule extends Pick<DeliveryDeps, "plan" | "stillWanted"> {
  next(userId: string, now: Date): Promise<NextDigest>;
  /** Tells whether this board's time of today has come and not passed, posted or not. */
  boardIsDue(board: Board, now: Date): Promise<boolean>;
  /** When this board is due today, and until when it's posted; `null` on a day on which it is not. */
  boardToday(board: Board, now: Date): Promise<DigestSlot | null>;
  /** The next instant at which this board is due; `null` where it is not posted. */
  nextBoard(board: Board, now: Date): Promise<Date | null>;
  /** The day by somebody's own clock. */
  today(userId: string, now: Date): Promise<Day>;
  /** Slack ids of the admins. */
  admins(): Promise<readonly string[]>;
  /** The next digests: whose is due first, and how many have theirs within a day from then on; `null` where none is in sight. */
  upcoming(now: Date): Promise<UpcomingDigests | null>;
  /** The instants between these (the last one included) at which somebody's digest or a board falls due, in their order. */
  dueBetween(after: Date, until: Date): Promise<readonly Date[]>;
}

/** Holidays are loaded this far ahead, as far as a next digest is searched for. */
const DAYS_AHEAD = 77;
/** Holidays are loaded since the Monday of anybody's yesterday. */
const DAYS_BACK = 9;

export function loadDigestSchedule({
  people,
  goals,
  settings,
  book,
  days,
  lastCheck,
  boards,
  closedDays,
}: DigestScheduleDeps): DigestSchedule {
  const common = async (now: Date): Promise<DigestScheduleContext & { readonly company: TeamSettings }> => {
    const today = days.dayOf(now);
    const [withGoals, team] = await Promise.all([goals.owners(), settings.read()]);
    const holidays = book.of(team, { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) });
    return {
      now,
      teamZone: days.zone,
      company: team,
      week: team,
      holidays: new Set(holidays.map(({ day }) => day)),
      withGoals,
    };
  };
  /** Each board with its team's own days around now, and so many ahead. */
  const scheduled = (
    all: readonly Board[],
    { now, company, ahead = 0 }: { now: Date; company: TeamSettings; ahead?: number },
  ) =>
    all.map((board): ScheduledBoard => {
      const own = ownTeamSettings(workOfBoard(board), company);
      const range = { from: addDays(days.dayOf(now), -2), to: addDays(days.dayOf(now), ahead) };
      return { board, week: own, holidays: new Set(book.of(own, range).map(({ day }) => day)) };
    });
  return {
    plan: async (now) => {
      const [everybody, lastCheckAt, allBoards, context] = await Promise.all([
        people.all(),
        lastCheck.last(),
        boards.all(),
        common(now),
      ]);
      const due = { ...context, lastCheckAt, teams: teamsOf(allBoards) };
      const receivers = everybody.filter(({ _id, active }) => active && context.withGoals.all.has(_id));
      return {
        messages: [
          ...dueLeaderboards(scheduled(allBoards, context), due),
          ...digestsLostByMoves(everybody, due),
          ...dueTeamRecaps(everybody, due),
          ...dueDigests(everybody, due),
        ],
        receivers: [
          ...boardReceivers(allBoards),
          ...recapReceivers(everybody, due.teams),
          ...receivers.map(({ _id }) => _id),
        ],
        record: async () => {
          await people.setDigestZones(changedZones(everybody, context.teamZone));
          await lastCheck.record(now);
        },
      };
    },
    stillWanted: async (row, now) => {
      if (row.kind === "board") {
        const [board, company] = await Promise.all([boards.one(boardTeamOf(row)), settings.read()]);
        const week = board === null ? company : ownTeamSettings(workOfBoard(board), company);
        return boardStillWanted(row, { board, week });
      }
      const [person, context] = await Promise.all([people.one(row.to), common(now)]);
      if (row.kind === "recap") {
        return recapStillWanted(row, { person, ...context, teams: teamsOf(await boards.all()) });
      }
      return isResend(row) ? resendStillWanted({ person }) : digestStillWanted(row, { person, ...context });
    },
    boardIsDue: async (board, now) => {
      const context = { now, company: await settings.read() };
      return dueLeaderboards(scheduled([board], context), { now, teamZone: days.zone, lastCheckAt: null }).length > 0;
    },
    boardToday: async (board, now) => {
      const [one] = scheduled([board], { now, company: await settings.read() });
      return one === undefined ? null : boardSlotToday(one, { now, teamZone: days.zone });
    },
    nextBoard: async (board, now) => {
      const [one] = scheduled([board], { now, company: await settings.read(), ahead: BOARD_DAYS_AHEAD });
      return one === undefined ? null : nextBoardAt(one, { now, teamZone: days.zone });
    },
    next: async (userId, now) => {
      const [person, context] = await Promise.all([people.one(userId), common(now)]);
      const { zone, own } = readerZone({ tz: person?.tz ?? null }, days.zone);
      if (person?.firstSeen === undefined) return { slot: null, none: "not-met", zone, own };
      const today = zoneDays(zone).dayOf(now);
      const closed = await closedDays.of(userId, [addDays(today, -1), today, addDays(today, 1)]);
      const slot = nextDigestSlot(person, { ...context, closed });
      if (slot !== null) return { slot, isDue: slot.dueAt <= now, zone, own };
      return { slot, none: noDigestOn(person, { ...context, day: today }) ?? "day-off", zone, own };
    },
    today: async (userId, now) => {
      const person = await people.one(userId);
      return zoneDays(readerZone({ tz: person?.tz ?? null }, days.zone).zone).dayOf(now);
    },
    admins: async () =>
      (await people.all()).filter(({ role, active }) => role === "admin" && active).map(({ _id }) => _id),
    upcoming: async (now) => {
      const [everybody, context] = await Promise.all([people.all(), common(now)]);
      return upcomingDigests(everybody, context);
    },
    dueBetween: async (after, until) => {
      const [everybody, allBoards, context] = await Promise.all([people.all(), boards.all(), common(after)]);
      const digests = everybody.map((person) =>
        person.firstSeen === undefined ? undefined : nextDigestSlot(person, context)?.dueAt,
      );
      const posted = scheduled(allBoards, { ...context, ahead: BOARD_DAYS_AHEAD }).map((board) =>
        nextBoardAt(board, { now: after, teamZone: days.zone }),
      );
      const instants = [...digests, ...posted].flatMap((at) => (at && at <= until ? [at.getTime()] : []));
      return [...new Set(instants)].sort((a, b) => a - b).map((instant) => new Date(instant));
    },
  };
}

function teamsOf(boards: readonly Board[]): readonly Team[] {
  return boards.flatMap(({ team }) => team ?? []);
}
