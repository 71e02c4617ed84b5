import { shortWeek, type TeamCalendar } from "../../goals/calendar";
import { type GoalFigures, overviewOf } from "../../goals/figures";
import type { Goal } from "../../goals/goal";
import { byPerson, ownFigures } from "../../goals/teams/team-figures";
import type { PastFigures } from "../../goals/trends/past-period";
import type { UserSum } from "../../metrics/metric-store";
import type { MetricType } from "../../metrics/metrics";
import type { Person } from "../../people/person";
import type { Day, DayRange } from "../../time/day";
import { readerDay, readerZone } from "../../time/reader-day";
import type { WorkWeek } from "../../time/work-schedule";
import type { DueRow, RecapSpan, ReportedFigure } from "../planned-message";
import { recapSpans } from "../schedule/recap-spans";
import { workdaysOf } from "../schedule/recipient";
import { type Digest, type DigestInput, digest, digestRanges, type PastDays, pastDays } from "./digest";
import { comparedFigures } from "./month-to-date";
import { recap, recapRanges } from "./recap";

/** A digest that is to be made, and for whom. */
export interface DigestRow {
  readonly id: string;
  readonly person: Person;
  readonly day: Day;
  readonly past: PastDays;
  /** The week and the month that it looks back on. */
  readonly recaps: readonly RecapSpan[];
  /** Those that have ended by the reader's clock and go on for the team: the next digest tells them, whatever clock it goes by then. */
  readonly waiting: readonly RecapSpan[];
}

interface TeamDays {
  /** The team's date. */
  readonly today: Day;
  readonly week: WorkWeek;
  readonly holidays: ReadonlySet<Day>;
}

/** A digest that is asked for: for whom, and of which date. */
export interface WantedDigest extends Pick<DueRow, "_id" | "to" | "day"> {
  /** Weeks and months that it looks back on before those of its day. */
  readonly overdue?: readonly RecapSpan[];
  /** Those of its day that a message before said already. */
  readonly told?: readonly RecapSpan[];
  /** Those that it looks back on instead of its day's. */
  readonly looksBackOn?: readonly RecapSpan[];
}

/** Makes of each row what its digest is about; rows of people who are no longer known are skipped. */
export function digestRows(
  rows: readonly WantedDigest[],
  { people, team }: { readonly people: readonly Person[]; readonly team: TeamDays },
): readonly DigestRow[] {
  const known = new Map(people.map((person) => [person._id, person]));
  return rows.flatMap(({ _id: id, to, day, overdue = [], told = [], looksBackOn }) => {
    const person = known.get(to);
    if (person === undefined) return [];
    const clocks = { teamToday: team.today, calendar: workdaysOf(person, team) };
    const others = without(recapSpans(day, clocks), [...overdue, ...told]);
    // What was left to this one may go on for the team yet.
    const recaps = (looksBackOn ?? [...overdue, ...others]).filter(({ to }) => to < team.today);
    const ended = recapSpans(day, { ...clocks, teamToday: day });
    const waiting = team.today < day ? without(ended, [...recaps, ...told]) : [];
    return [{ id, person, day, past: pastDays(day, clocks), recaps, waiting }];
  });
}

function without(spans: readonly RecapSpan[], others: readonly RecapSpan[]): readonly RecapSpan[] {
  return spans.filter((span) => !others.some(({ period, from }) => period === span.period && from === span.from));
}

/** The figures that digests reported lately, the oldest first, by Slack id. */
export type ReportedFiguresByUser = ReadonlyMap<string, readonly ReportedFigure[]>;

/** Lists every range of days that these digests take sums of, each once. */
export function neededRanges(
  rows: readonly DigestRow[],
  { goals, reported }: { readonly goals: readonly Goal[]; readonly reported: ReportedFiguresByUser },
): readonly DayRange[] {
  const goalsOf = byPerson(goals);
  const all = rows.flatMap(({ person, day, past, recaps }) => {
    const looked = recapRanges(recaps, goalsOf.get(person._id) ?? []);
    return [...digestRanges(day, past), ...looked, ...comparedFigures(reported.get(person._id) ?? [])];
  });
  return [...new Map(all.map(({ from, to }) => [keyOf({ from, to }), { from, to }])).values()];
}

/** Builds the digests by their rows' ids. `sums` holds everybody's, in the order of `ranges`. */
export function buildDigests(
  rows: readonly DigestRow[],
  given: {
    readonly figures: GoalFigures;
    readonly sums: readonly UserSum[];
    readonly ranges: readonly DayRange[];
    readonly reported: ReportedFiguresByUser;
    /** What each person was praised for before. */
    readonly praised: ReadonlyMap<string, ReadonlySet<string>>;
    readonly isFinal: DigestInput["isFinal"];
    readonly isRead: PastFigures["isRead"];
    /** Holds the holidays of the weeks and months that are looked back on. */
    readonly calendar: TeamCalendar;
    readonly teamZone: string;
  },
): ReadonlyMap<string, Digest> {
  const { figures, sums, ranges, reported, praised, isFinal, isRead, calendar, teamZone } = given;
  const teamToday = figures.days.team.today;
  const own = ownFigures(figures);
  const sum = sumOf(sums, ranges);
  const rowsOf = byPerson(sums);
  return new Map(
    rows.map(({ id, person, day, past, recaps, waiting }) => {
      const mine = own(person._id);
      const seen = readerDay(day, teamToday);
      const ownSums = { ranges, rows: rowsOf.get(person._id) ?? [] };
      const lookedBack = { person, goals: mine.goals, sums: ownSums, calendar, isRead, today: day };
      const made = digest({
        ...{ day, ended: seen.ended, zone: readerZone(person, teamZone), past, isFinal },
        lines: overviewOf(person, { figures: mine, day: seen }).goals,
        shortWeek: shortWeek(day, { schedule: person.schedule, calendar: figures.calendar }),
        goals: mine.goals,
        sum: sum(person._id),
        reported: reported.get(person._id) ?? [],
        praised: praised.get(person._id) ?? new Set(),
        recaps: recaps.map((span) => recap(span, lookedBack)).filter((one) => one !== null),
      });
      return [id, waiting.length === 0 ? made : { ...made, recapsWaiting: waiting }];
    }),
  );
}

function sumOf(sums: readonly UserSum[], ranges: readonly DayRange[]) {
  const positions = new Map(ranges.map((range, index) => [keyOf(range), index]));
  const own = new Map(sums.map((one) => [`${one.userId} ${one.type}`, one.sums]));
  return (userId: string) => (type: MetricType, range: DayRange) =>
    own.get(`${userId} ${type}`)?.[positions.get(keyOf(range)) ?? -1] ?? 0;
}

function keyOf({ from, to }: DayRange): string {
  return `${from} ${to}`;
}
