import { countedDays } from "../../../goals/calendar";
import { overviewOf } from "../../../goals/figures";
import { periodOf } from "../../../goals/goal";
import type { GoalLine, TeamMember } from "../../../goals/overview";
import {
  type GoalHistory,
  goalHistories,
  historyMonth,
  historyRanges,
  latestMonthsBack,
  monthBack,
} from "../../../goals/trends/history";
import type { Freshness } from "../../../sync/state/freshness";
import { readDays } from "../../../sync/state/read-days";
import type { Day, DayRange } from "../../../time/day";
import { firstOpenDay, type ReaderDay, readerDays } from "../../../time/reader-day";
import type { SlackDeps } from "../../deps";
import { freshnessOf } from "../../ui/freshness";
import { readableDays } from "./readable-days";

/** What somebody's goals came to in a month. */
export interface MonthHistory {
  readonly month: DayRange;
  readonly histories: readonly GoalHistory[];
  /** The goals' periods that go on and stand in this month. */
  readonly running: readonly GoalLine[];
  /** The week that goes on, where the month does and the week stands in another one. */
  readonly elsewhere?: DayRange | undefined;
  /** The month's holidays, with those of its weeks that reach beyond it; the earliest first. */
  readonly holidays?: readonly Day[];
  /** The days of past periods that are not synced and that a sync may bring, the earliest first. */
  readonly unread: readonly DayRange[];
  /** Whether a later month has begun. */
  readonly isPast: boolean;
  /** How old the figures of the periods that go on are, and those of the periods that are over. */
  readonly freshness: Readonly<Record<"running" | "past", readonly Freshness[]>>;
}

/** A month by how many it lies before the one that goes on, the one that is shown first, or by a day of it. */
export type MonthAsked = { readonly months: number | "latest" } | { readonly month: Day };

function monthOf(asked: MonthAsked, reader: ReaderDay): DayRange {
  if ("month" in asked) return periodOf("monthly", asked.month);
  return monthBack(reader, asked.months === "latest" ? latestMonthsBack(reader) : asked.months);
}

/** Loads what somebody's goals came to in a month, by one query of figures. */
export async function historyOf(
  deps: Pick<SlackDeps, "people" | "overviews" | "freshness" | "days" | "now">,
  { userId, ...asked }: { readonly userId: string } & MonthAsked,
): Promise<MonthHistory> {
  const [person, states] = await Promise.all([deps.people.one(userId), deps.freshness()]);
  const now = deps.now();
  const member: TeamMember = person ?? { _id: userId };
  const reader = readerDays(now, deps.days).of(member);
  const month = monthOf(asked, reader);
  const also = historyRanges(month, reader);
  const figures = await deps.overviews.figures({ now, userId, readers: [member], also });
  const { goals, sums, calendar } = figures;
  const counted = countedDays(member.schedule, calendar);
  const { isRead } = readDays({ states, days: deps.days, now });
  const current = monthBack(reader, 0);
  const goesOn = month.from === current.from;
  // Of a reader whose day has ended for the team, what ended with it is past.
  const open = overviewOf(member, { figures, day: reader }).goals.filter(({ to }) => to >= firstOpenDay(reader));
  const isHere = (line: GoalLine) => historyMonth(line).from === month.from;
  const running = open.filter(isHere);
  const histories = goalHistories(goals, { month, reader, sums, counted, isRead });
  const past = histories.flatMap(({ periods }) => periods);
  const freshness = (lines: readonly Pick<GoalLine, "type">[]) =>
    freshnessOf(
      states,
      lines.map(({ type }) => type),
    );
  return {
    month,
    histories,
    running,
    holidays: [...calendar.holidays].sort(),
    isPast: month.from < current.from,
    unread: readableDays(past, { states, days: deps.days }),
    elsewhere: goesOn ? open.find((line) => !isHere(line)) : undefined,
    freshness: { running: freshness(running), past: freshness(past) },
  };
}
