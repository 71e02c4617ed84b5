import type { MetricType, Unit } from "../metrics/metrics";
import type { Day } from "../time/day";
import type { ReaderDay } from "../time/reader-day";
import type { WorkSchedule } from "../time/work-schedule";
import type { PaceDays } from "./calendar";
import type { Period } from "./goal";
import type { Pace } from "./pace";
import type { GlancePast } from "./trends/glance-past";

/**
 * A goal as people see it, everywhere: its period's days, both included, by the clock of whose goal it is, each with the
 * figures of the team's day of that date; figures in the metric's unit.
 */
export interface GoalLine {
  readonly goalId: string;
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  readonly current: number;
  readonly target: number;
  readonly pace: Pace;
  /** Which days its pace counts. */
  readonly paceDays: PaceDays;
  /**
   * The last day that all sources of the metric were read on, where that was before the period, and `null` where one never was: nobody
   * knows what it came to, and where it would be behind, `pace` says nothing of any day. On the team's clock.
   */
  readonly unreadSince?: Day | null;
  /** Today's target of the metric, where another of the person's goals asks for more than this one: to meet it meets both. */
  readonly coveredBy?: number;
  /** The period's only counted day after today, where there is just one. */
  readonly lastDay?: Day | "tomorrow";
  /** What of `current`, and so of what is done today, is of records dated after today; in the metric's unit, never 0. */
  readonly datedAhead?: number;
}

/** A team's goal: one that was set, or the sum of its members' goals of one metric and period, where none was. */
export interface TeamLine extends GoalLine {
  readonly origin: "set" | "sum";
  /** How many people's goals a sum adds up, of how many in the team who have a goal of any kind. */
  readonly summed?: { readonly people: number; readonly of: number };
}

/** What one metric came to today, since Monday and since the first of the month. */
export interface GlanceLine {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly today: number;
  readonly week: number;
  readonly month: number;
  /** What the days before brought; on one's own page alone. */
  readonly past?: GlancePast;
}

/** One person's figures. Every surface reads this and nothing else. */
export interface Overview extends ReaderDay {
  /** One line a metric that the person has figures or goals in, in the order of the METRICS table. */
  readonly glance: readonly GlanceLine[];
  /** Active goals whose first target is in force, in the order of the METRICS table, then daily, weekly, monthly. */
  readonly goals: readonly GoalLine[];
  /** Active goals whose first target lies ahead, the earliest first. */
  readonly starting: readonly StartingGoal[];
}

/** A goal that nothing is asked of yet; `from` is the first day of its first period. */
export interface StartingGoal extends Pick<GoalLine, "type" | "title" | "unit" | "period" | "from" | "target"> {}

/** Somebody whose figures are asked for. */
export interface TeamMember {
  /** Slack's member id. */
  readonly _id: string;
  /** IANA zone of their own clock; they go by the team's without one. */
  readonly tz?: string | null;
  readonly schedule?: WorkSchedule;
}

/** Everybody's figures, all as of one moment. */
export interface TeamOverview {
  /** The team's date. */
  readonly today: Day;
  /** The members that were asked for, in their order. */
  readonly members: readonly { readonly userId: string; readonly overview: Overview }[];
  /**
   * In the order of a person's goals. To a goal that was set counts what everybody did, those who have left too; to a
   * sum, what those did whose goals it sums.
   */
  readonly team: readonly TeamLine[];
  /** The figures of the one reader that was named, in the team or not. */
  readonly own?: Overview;
}
