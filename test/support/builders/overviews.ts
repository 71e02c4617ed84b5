import type { GlanceLine, GoalLine, Overview } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
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
