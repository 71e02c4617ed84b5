import type { Goal } from "../../../src/goals/goal";
import { seriesRanges } from "../../../src/goals/trends/series";
import { teamTrends } from "../../../src/goals/trends/team-trends";
import { memberTrends, type Trend } from "../../../src/goals/trends/trends";
import type { MetricType } from "../../../src/metrics/metrics";
import { EVERYONE } from "../../../src/people/permissions";
import { membershipCuts, piecesOf } from "../../../src/teams/membership";
import type { Team } from "../../../src/teams/team";
import { addDays, day } from "../../../src/time/day";
import { readerDay } from "../../../src/time/reader-day";
import { PLAIN_CALENDAR } from "../../support/builders/calendars";
import { rangeSums } from "../../support/builders/goal-figures";
import { aGoal, type Figure } from "../../support/builders/goals";
import { aTeam } from "../../support/builders/teams";

const TODAY = day("2026-10-28");
const NOW = readerDay(TODAY, TODAY);
const OCTOBER = { from: day("2026-10-01"), to: TODAY };
const ANA = { _id: "U01" };
const BEN = { _id: "U02" };

const CALLS = aGoal("calls", { type: "phone_call_quantity" });
const MAIL = aGoal("mail", { type: "email_quantity" });
const DID: readonly Figure[] = [
  { userId: "U01", type: "phone_call_quantity", before: 1, value: 300 },
  { userId: "U01", type: "email_quantity", before: 1, value: 30 },
  { userId: "U02", type: "phone_call_quantity", before: 1, value: 50 },
  { userId: "U09", type: "phone_call_quantity", before: 1, value: 7 },
];

function asked(goals: readonly Goal[], types: readonly MetricType[] | null = null) {
  const sums = rangeSums(DID, { today: TODAY, ranges: seriesRanges(OCTOBER, NOW) });
  return { figures: { goals, sums, calendar: PLAIN_CALENDAR }, asked: { range: OCTOBER, day: NOW, types }, team: null };
}

const shown = (trends: readonly Trend[]) =>
  trends.map(({ type, period, origin, series: { total } }) => [type, period, origin, total.actual]);

describe("a person's trends", () => {
  it("are one for each goal, the most behind first", () => {
    expect(shown(memberTrends(ANA, asked([CALLS, MAIL, aGoal("b", { userId: "U02" })])))).toEqual([
      ["email_quantity", "monthly", "own", 30],
      ["phone_call_quantity", "monthly", "own", 300],
    ]);
  });

  it("are those of the metrics that are named, with a goal or without", () => {
    const types: readonly MetricType[] = ["phone_call_quantity", "talk_time_minutes"];

    expect(shown(memberTrends(ANA, asked([CALLS, MAIL], types)))).toEqual([
      ["phone_call_quantity", "monthly", "own", 300],
      ["talk_time_minutes", null, "own", 0],
    ]);
  });

  it.each([
    ["archived", { active: false }],
    ["set for later", { targets: [{ from: day("2026-11-01"), target: 5 }] }],
  ])("leave out a goal that is %s", (_case, given) => {
    expect(memberTrends(ANA, asked([{ ...CALLS, ...given }]))).toEqual([]);
  });

  it("ask for nothing on days that are none of theirs", () => {
    const away = { ...ANA, schedule: { timeOff: [OCTOBER] } };

    const [trend] = memberTrends(away, asked([CALLS]));

    expect(trend?.series.total).toMatchObject({ actual: 300, pace: 0 });
  });
});

describe("the team's trends", () => {
  it("are against the goal that is set for the team: everybody's figures count, those of who left too", () => {
    const set = aGoal("t", { team: EVERYONE, type: "phone_call_quantity" });

    expect(shown(teamTrends([ANA, BEN], asked([set, CALLS])))).toEqual([
      ["phone_call_quantity", "monthly", "set", 357],
    ]);
  });

  it("are against the sum of the members' goals where none is set: the figures of those who have them count", () => {
    const goals = [CALLS, aGoal("b", { userId: "U02", type: "phone_call_quantity" }), aGoal("c", { userId: "U09" })];

    const trends = teamTrends([ANA, BEN], asked(goals));

    expect(shown(trends)).toEqual([["phone_call_quantity", "monthly", "sum", 350]]);
    // Two goals of 400 on 20 of October's 22 working days.
    expect(trends[0]?.series.total.pace).toBeCloseTo((800 * 20) / 22, 6);
  });

  it("have the figures of everybody where nobody has a goal", () => {
    expect(shown(teamTrends([ANA], asked([], ["phone_call_quantity"])))).toEqual([
      ["phone_call_quantity", null, "sum", 357],
    ]);
  });

  it("are a named team's by the days of its members, with targets by the same days, so that disjoint teams add up", () => {
    const moved = day("2026-10-15");
    const west = aTeam("west", { members: [{ userId: "U01", from: null, to: addDays(moved, -1) }] });
    const east = aTeam("east", {
      members: [
        { userId: "U01", from: moved },
        { userId: "U02", from: null },
      ],
    });
    const goals = [CALLS, aGoal("b", { userId: "U02", type: "phone_call_quantity" })];
    const whole = { from: OCTOBER.from, to: day("2026-10-31") };
    const of = (team: Team | null) => {
      const cuts = membershipCuts([west, east], whole);
      const ranges = seriesRanges(whole, NOW).flatMap((range) => [range, ...piecesOf(range, cuts)]);
      const sums = { ...rangeSums(DID, { today: TODAY, ranges }), cuts };
      const figures = { goals, sums, calendar: PLAIN_CALENDAR };
      const asked = { range: whole, day: NOW, types: null };
      const named = team === null ? null : { ...team, calendar: PLAIN_CALENDAR };
      return teamTrends([ANA, BEN], { figures, asked, team: named })[0]?.series.total;
    };

    const [all, ofWest, ofEast] = [of(null), of(west), of(east)];

    expect([all?.actual, ofWest?.actual, ofEast?.actual]).toEqual([350, 0, 350]);
    // Ten of October's 22 working days are before the 15th.
    expect(ofWest?.pace).toBeCloseTo((400 * 10) / 22, 1);
    expect((ofWest?.pace ?? 0) + (ofEast?.pace ?? 0)).toBeCloseTo(all?.pace ?? 0, 6);
  });

  it("are against the goal that is set for the named team alone", () => {
    const west = { ...aTeam("west", { people: ["U02"] }), calendar: PLAIN_CALENDAR };
    const set = ["west", EVERYONE].map((team) => aGoal(`t-${team}`, { team, type: "phone_call_quantity" }));

    expect(shown(teamTrends([ANA, BEN], { ...asked([...set, CALLS]), team: west }))).toEqual([
      ["phone_call_quantity", "monthly", "set", 50],
    ]);
  });
});
