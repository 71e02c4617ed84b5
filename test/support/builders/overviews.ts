import type { PaceDays } from "../../../src/goals/calendar";
import type { GlanceLine, GoalLine, Overview } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import type { GlancePast } from "../../../src/goals/trends/glance-past";
import { MY_PAGE } from "../../../src/slack/home/location";
import type { TeamPage } from "../../../src/slack/home/views/team/team-page";
import { day } from "../../../src/time/day";
import { READING } from "../harness/home";

export const CALLS: GoalLine = {
  goalId: "g1",
  type: "phone_call_quantity",
  title: "Calls",
  unit: "count",
  period: "weekly",
  from: day("2026-10-26"),
  to: day("2026-11-01"),
  current: 51,
  target: 400,
  pace: pace({ target: 400, before: 39, current: 51, days: { done: 2, today: true, after: 2, over: false } }),
  paceDays: "working",
};

export const SALES: GoalLine = {
  goalId: "g2",
  type: "new_sales_wholesale",
  title: "Wholesale sales",
  unit: "dollars",
  period: "daily",
  from: day("2026-10-28"),
  to: day("2026-10-28"),
  current: 9120.5,
  target: 9000,
  pace: pace({ target: 9000, before: 0, current: 9120.5, days: { done: 0, today: true, after: 0, over: false } }),
  paceDays: "working",
};

export const CALLS_GLANCE: GlanceLine = {
  type: "phone_call_quantity",
  title: "Calls",
  unit: "count",
  today: 12,
  week: 51,
  month: 1234,
};

/** Somebody's figures on Wed, Oct 28, 2026. */
export function anOverview(fields: Partial<Overview> = {}): Overview {
  return {
    today: day("2026-10-28"),
    ended: false,
    glance: [CALLS_GLANCE],
    goals: [CALLS, SALES],
    starting: [],
    ...fields,
  };
}

export const TEAM_LOCATION = { ...MY_PAGE, tab: "team" as const };
export const ANA = { userId: "UANA", name: "Ana <!here>", overview: anOverview() };

/** The page of a team of one, who is behind with calls and has reached sales. */
export function aTeamPage(fields: Partial<TeamPage> = {}): TeamPage {
  return {
    today: anOverview().today,
    tabs: ["me", "team"],
    location: TEAM_LOCATION,
    people: [ANA],
    others: [],
    team: [{ ...CALLS, goalId: "t", origin: "set" }],
    freshness: [{ source: "copper", asOf: READING.now, state: "fresh" }],
    first: null,
    syncing: null,
    edits: true,
    ...READING,
    ...fields,
  };
}

/** The last day that has ended, a Tuesday. */
export const THROUGH = day("2026-10-27");

/** Two days of this week and as many of last week. */
export function sameWeek(current: number, before: number): GlancePast["week"] {
  return {
    current: { from: day("2026-10-26"), to: THROUGH, value: current },
    before: { from: day("2026-10-19"), to: day("2026-10-20"), value: before },
  };
}

/** The days of October that have ended and as many of September. */
export function sameMonth(current: number, before: number): GlancePast["month"] {
  return {
    current: { from: day("2026-10-01"), to: THROUGH, value: current },
    before: { from: day("2026-09-01"), to: day("2026-09-27"), value: before },
  };
}

/** What stands beside a week and a month on a Wednesday: 3 more than last week, 6 fewer than last month, and three last days. */
export function aPast(paceDays: PaceDays = "working"): GlancePast {
  return {
    ...{ through: THROUGH, week: sameWeek(41, 38), month: sameMonth(1224, 1230), paceDays },
    recent: [3, 9, 0].map((value, at) => ({ day: day(`2026-10-2${at + 5}`), value })),
  };
}

export const CALLS_LINE: GlanceLine = { ...CALLS_GLANCE, past: aPast() };
export const SALES_LINE: GlanceLine = {
  ...{ type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" },
  ...{ today: 0, week: 1250.75, month: 16_684.5 },
  past: { ...aPast(), week: sameWeek(1250.75, 3000.5), month: sameMonth(16_684.5, 16_684.2) },
};
/** Nothing of it was done this week and on the same days of last week. */
export const NO_SALES: GlanceLine = { ...SALES_LINE, week: 0, past: { ...aPast(), week: sameWeek(0, 0) } };
