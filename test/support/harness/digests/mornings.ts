import {
  buildDigests,
  digestRows,
  neededRanges,
  type ReportedFiguresByUser,
} from "../../../../src/digests/content/build-digests";
import type { Digest } from "../../../../src/digests/content/digest";
import type { Period } from "../../../../src/goals/goal";
import { figureRanges } from "../../../../src/goals/range-sums";
import type { MetricType } from "../../../../src/metrics/metrics";
import { digestMessage } from "../../../../src/slack/digests/digest-view";
import { addDays, type Day, day, daysBetween, weekday, zoneDays } from "../../../../src/time/day";
import { readerDay, readerDays } from "../../../../src/time/reader-day";
import { localTime, zoneTimes } from "../../../../src/time/time-of-day";
import { WEEK } from "../../../../src/time/work-schedule";
import { rangeSums } from "../../builders/goal-figures";
import { aGoal, type Figure } from "../../builders/goals";
import { aPerson } from "../../builders/people";
import { lines } from "../slack-blocks";

/** One rep's morning at 8:00 AM on their own clock. */
export interface Morning {
  /** Cities of the rep's zone and of the team's. */
  readonly rep: string;
  readonly team: string;
  readonly day: Day;
  readonly period: Period;
  readonly target: number;
  /** What each day of the team's brought by then. */
  readonly figures: (of: Day) => number;
  readonly away?: readonly Day[];
  readonly holidays?: readonly Day[];
  readonly reported?: Digest["reported"];
}

const TYPE: MetricType = "phone_call_quantity";

/** Makes the digest of a morning whose sources were all read just then. */
export function morningDigest({ rep, team, period, target, figures, away = [], holidays = [], ...given }: Morning) {
  const now = zoneTimes(rep).at(given.day, localTime("08:00"));
  const days = zoneDays(team);
  const today = days.dayOf(now);
  const person = aPerson("U01", { tz: rep, schedule: { timeOff: away.map((one) => ({ from: one, to: one })) } });
  const calendar = { week: WEEK, holidays: new Set(holidays) };
  const rows = digestRows([{ _id: "row", to: "U01", day: given.day }], {
    people: [person],
    team: { today, ...calendar },
  });
  const reported: ReportedFiguresByUser = new Map([["U01", given.reported ?? []]]);
  const goals = [aGoal("g", { type: TYPE, period, targets: [{ from: day("2020-01-01"), target }] })];
  const [own, ranges] = [figureRanges([readerDay(given.day, today)]), neededRanges(rows, { goals, reported })];
  const known = figuresUntil(today, figures);
  const digest = buildDigests(rows, {
    figures: {
      days: readerDays(now, days),
      goals,
      sums: rangeSums(known, { today, ranges: own }),
      calendar: { paceDays: "working", ...calendar },
    },
    ...{ sums: rangeSums(known, { today, ranges }).rows, ranges, reported, praised: new Map(), teamZone: team },
    ...{ isFinal: (_type, range) => range.to < today, isRead: (_type, range) => range.to < today },
    calendar: { paceDays: "working", ...calendar },
  }).get("row");
  if (digest === undefined) throw new Error("There is one row");
  return { digest, now, days };
}

/** What the rep reads of their days and their goal, without the plan, the recap and the buttons. */
export function morningLines(morning: Morning): readonly string[] {
  const { digest, now, days } = morningDigest(morning);
  const shown = lines(digestMessage({ digest: { ...digest, recaps: [] }, freshness: [], now, days }).blocks);
  return shown.slice(1, -1).filter((line) => !/^(\*(Today|Left today): |\[)/.test(line));
}

/** A morning as a table has it, with its days as text; several are separated by commas. */
export type MorningRow = Pick<Morning, "rep" | "team" | "period" | "target"> & {
  readonly on: string;
  readonly away?: string;
  readonly holiday?: string;
};

/** What the rep reads on such a morning, of ten calls a weekday. */
export function rowLines({ on, away, holiday, ...row }: MorningRow): readonly string[] {
  const days = (list: string | undefined) => (list === undefined ? [] : list.split(",").map(day));
  const morning = { ...row, day: day(on), away: days(away), holidays: days(holiday) };
  return morningLines({ ...morning, figures: tenADay(morning) });
}

const DAYS_KNOWN = 70;

function figuresUntil(today: Day, figures: Morning["figures"]): readonly Figure[] {
  return Array.from({ length: DAYS_KNOWN }, (_, before) => ({
    ...{ userId: "U01", type: TYPE, before },
    value: figures(addDays(today, -before)),
  }));
}

/** Ten calls a weekday, four so far on the team's date. */
export function tenADay({ rep, team, day: of }: Pick<Morning, "rep" | "team" | "day">): Morning["figures"] {
  const today = zoneDays(team).dayOf(zoneTimes(rep).at(of, localTime("08:00")));
  return (one) => (weekday(one) > 5 ? 0 : daysBetween(one, today) === 0 ? 4 : 10);
}
