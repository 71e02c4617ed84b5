import { type Day, day, daysBetween, weekday } from "../../time/day";
import { SAMPLE_WINDOW } from "../sample/dates";
import type { Rep } from "../sample/team";

/** How much a rep does on each day of a week, Monday to Friday. */
export interface Workweek {
  /** In JustCall. */
  readonly calls: readonly number[];
  /** Logged in Copper alone. */
  readonly copperCalls: readonly number[];
  readonly emails: readonly number[];
  /** The day on which nobody answers their calls, 1 for Monday; of the others, one call in three has no answer anyway. */
  readonly unansweredOn?: number;
}

const NONE = [0, 0, 0, 0, 0];

/**
 * The weeks after the sample's month, a story for each rep by the goals of the sample: Ana reaches her calls and lacks emails;
 * Ben leads in calls, but for Wednesdays; Chloé is a few calls short while her deals go on; Dev writes enough and calls
 * too little; Maya manages, and sells beside it.
 */
export const WORKWEEKS: Readonly<Record<Rep, Workweek>> = {
  ana: { calls: [8, 7, 6, 8, 5], copperCalls: NONE, emails: [2, 3, 2, 1, 1] },
  ben: { calls: [11, 10, 4, 11, 10], copperCalls: NONE, emails: [3, 2, 3, 3, 2] },
  chloe: { calls: [4, 3, 4, 2, 3], copperCalls: [0, 1, 0, 1, 0], emails: [2, 3, 2, 2, 2] },
  dev: { calls: [2, 1, 1, 1, 0], copperCalls: NONE, emails: [2, 2, 1, 2, 2], unansweredOn: 2 },
  maya: { calls: [2, 1, 1, 1, 2], copperCalls: NONE, emails: [1, 0, 1, 1, 0], unansweredOn: 2 },
};

/** One order that a rep sells on this day of each week, give or take a fifth. */
export interface WeeklyOrder {
  /** 1 for Monday to 5 for Friday. */
  readonly weekday: number;
  readonly rep: Rep;
  /** A customer of the sample. */
  readonly customer: string;
  readonly dollars: number;
  /** By how many dollars its total has changed when Fishbowl exports it again, with the next day's orders. */
  readonly repricedBy?: number;
}

/** There is one on each day at least, so that no export is empty. */
export const WEEKLY_ORDERS: readonly WeeklyOrder[] = [
  { weekday: 1, rep: "ana", customer: "C-1", dollars: 4_600 },
  { weekday: 1, rep: "chloe", customer: "C-3", dollars: 2_900 },
  { weekday: 2, rep: "ben", customer: "C-2", dollars: 7_800, repricedBy: -240 },
  { weekday: 2, rep: "dev", customer: "C-7", dollars: 700 },
  { weekday: 3, rep: "maya", customer: "C-6", dollars: 5_400 },
  { weekday: 4, rep: "ana", customer: "C-7", dollars: 5_200 },
  { weekday: 4, rep: "ben", customer: "C-3", dollars: 5_100 },
  { weekday: 5, rep: "chloe", customer: "C-1", dollars: 1_850 },
  { weekday: 5, rep: "maya", customer: "C-2", dollars: 1_400 },
];

/** Any Monday that is not after the sample's last day. */
const MONDAY = day("2026-10-26");

/** How many days from Monday to Friday lie between the sample's last day (excluded) and this one (included). */
export function weekdaysSince(of: Day): number {
  return weekdayNumber(of) - weekdayNumber(SAMPLE_WINDOW.to);
}

/** Counts the days from Monday to Friday since `MONDAY`, to this one (included). */
function weekdayNumber(of: Day): number {
  return Math.floor(daysBetween(MONDAY, of) / 7) * 5 + Math.min(weekday(of), 5);
}
