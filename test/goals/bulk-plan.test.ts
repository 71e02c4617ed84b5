import { type BulkPerson, bulkPlan, planVersion } from "../../src/goals/bulk/bulk-plan";
import { isMonthEnding, lastMonthTarget } from "../../src/goals/bulk/last-month";
import { planEdit } from "../../src/goals/plan-edit";
import { day } from "../../src/time/day";
import { aGoal } from "../support/builders/goals";

const today = day("2025-11-12");
const WEEKLY = { type: "phone_call_quantity", period: "weekly" } as const;
const SET = { kind: "set", ...WEEKLY, target: 60, from: null } as const;
const NOBODY = new Map<string, never>();

function person(userId: string, given: Partial<BulkPerson> = {}): BulkPerson {
  return { userId, today, refusal: null, goals: [], ...given };
}

function weekly(userId: string, target: number) {
  return aGoal(`${userId} calls`, { userId, ...WEEKLY, targets: [{ from: day("2025-09-01"), target }] });
}

describe("goals of several people", () => {
  it("are each what setting that goal alone would be, by their own day, and begin where their own period does", () => {
    const people = [
      person("U01"),
      person("U02", { goals: [weekly("U02", 50)] }),
      person("U03", { today: day("2025-11-10"), goals: [weekly("U03", 50)] }),
    ];

    const outcomes = bulkPlan(SET, { people, archivedOn: NOBODY, teamToday: today });

    for (const [index, outcome] of outcomes.entries()) {
      const { userId, today: own, goals } = people[index] ?? person("none");
      const alone = planEdit({
        ...{ goal: goals[0] ?? null, key: { userId, ...WEEKLY }, today: own },
        edit: { kind: "set", target: 60, from: own },
      });
      expect(outcome).toMatchObject({ kind: "change", goal: alone.ok && alone.goal, result: alone.ok && alone.change });
    }
    expect(outcomes.map((one) => one.kind === "change" && [one.result.from, one.result.since])).toEqual([
      [null, "2025-11-17"],
      [50, "2025-11-17"],
      [50, "2025-11-10"],
    ]);
  });

  it("of last month are those of the company's, also for whom that month goes on yet", () => {
    const [first, last] = [day("2025-11-01"), day("2025-10-31")];
    const targets = [{ from: day("2025-01-01"), target: 400 }];
    const goals = [
      aGoal("september's", { targets, active: false }),
      aGoal("october's", { ...WEEKLY, targets, active: false }),
      aGoal("both months'", { type: "talk_time_minutes", targets, active: false }),
    ];
    const archivedOn = new Map([
      ["september's", day("2025-10-01")],
      ["october's", last],
      ["both months'", last],
    ]);

    const outcomes = bulkPlan(
      { kind: "last-month" },
      { people: [person("U01", { today: last, goals })], archivedOn, teamToday: first },
    );

    expect(outcomes.map((one) => one.kind === "change" && [one.goal._id, one.result.since])).toEqual([
      ["both months'", "2025-11-01"],
      ["october's", "2025-10-27"],
    ]);
  });

  it("are refused for whom it says so, before anything of theirs is looked at, and where nothing would change", () => {
    const people = [
      person("U01", { refusal: "Has left the team.", goals: [weekly("U01", 60)] }),
      person("U02", { goals: [weekly("U02", 60)] }),
    ];

    expect(bulkPlan(SET, { people, archivedOn: NOBODY, teamToday: today })).toEqual([
      { kind: "refused", userId: "U01", message: "Has left the team." },
      { kind: "refused", userId: "U02", message: "That's already the target." },
    ]);
  });

  it("of last month come back where they ended since, from the start of the period that runs; what this month has stays", () => {
    const ended = aGoal("ended", { targets: [{ from: day("2025-01-01"), target: 400 }], active: false });
    const longAgo = aGoal("long ago", { period: "daily", active: false });
    const raised = weekly("U01", 50);
    const targets = [...raised.targets, { from: day("2025-11-03"), target: 80 }];
    const people = [person("U01", { goals: [ended, longAgo, { ...raised, targets }] }), person("U02")];
    const archivedOn = new Map([
      ["ended", day("2025-11-03")],
      ["long ago", day("2025-10-01")],
    ]);

    expect(bulkPlan({ kind: "last-month" }, { people, archivedOn, teamToday: today })).toMatchObject([
      { kind: "stays", userId: "U01", goal: { _id: "U01 calls" }, target: 80, lastMonth: 50 },
      {
        kind: "change",
        goal: { _id: "ended", targets: [{ from: "2025-11-01", target: 400 }], active: true },
        result: { kind: "set", since: "2025-11-01", from: null, to: 400 },
      },
      { kind: "refused", userId: "U02", message: "Had no goals last month." },
    ]);
  });

  it("have another version once a goal, a target, a refusal or whose it is changes", () => {
    const plan = (given: Partial<BulkPerson>, target = 60) =>
      planVersion(
        bulkPlan({ ...SET, target }, { people: [person("U01", given)], archivedOn: NOBODY, teamToday: today }),
      );
    const planned = weekly("U01", 50);
    const later = { ...planned, targets: [...planned.targets, { from: day("2025-12-01"), target: 90 }] };

    const versions = [
      ...[plan({}), plan({}, 61), plan({ goals: [planned] }), plan({ goals: [later] }), plan({ refusal: "No." })],
      planVersion(bulkPlan(SET, { people: [person("U02")], archivedOn: NOBODY, teamToday: today })),
    ];

    expect(new Set(versions).size).toBe(versions.length);
    expect(plan({ goals: [planned] })).toBe(versions[2]);
  });
});

describe("a goal's target of last month", () => {
  const goal = (active: boolean) =>
    aGoal("g", {
      period: "daily",
      active,
      targets: [
        { from: day("2025-10-01"), target: 10 },
        { from: day("2025-10-31"), target: 20 },
        { from: day("2025-11-01"), target: 30 },
      ],
    });

  it.each([
    ["of one that runs is that of the month's last day", true, null, 20],
    ["of one that ended this month, too", false, "2025-11-01", 20],
    ["of one that ended on the last day is that of the day before", false, "2025-10-31", 10],
    ["of one that ended on the second day is that of the first", false, "2025-10-02", 10],
    ["is none of one that ended on the first day", false, "2025-10-01", null],
    ["is none of one that ended nobody knows when", false, null, null],
  ])("%s", (_rule, active, archivedOn, target) => {
    const given = { today, archivedOn: archivedOn === null ? null : day(archivedOn) };

    expect(lastMonthTarget(goal(active), given)).toBe(target);
  });
});

describe("a goal's target of a last month in which it was archived for some days", () => {
  it.each([
    ["that of the last day on which it was not", "2025-10-20", 10],
    ["none where it was on all of them", "2025-10-01", null],
  ])("is %s", (_rule, from, target) => {
    const pauses = [{ from: day(from), to: day("2025-11-05") }];
    const targets = [
      { from: day("2025-10-01"), target: 10 },
      { from: day("2025-10-31"), target: 20 },
    ];
    const goal = { ...aGoal("g", { period: "daily", active: true, targets }), pauses };

    expect(lastMonthTarget(goal, { today, archivedOn: null })).toBe(target);
  });
});

describe("a month that is nearly over", () => {
  it.each([
    ["2026-10-24", false],
    ["2026-10-25", true],
    ["2026-10-31", true],
    ["2026-11-01", false],
    ["2027-02-21", false],
    ["2027-02-22", true],
  ])("on %s: %s", (today, isEnding) => {
    expect(isMonthEnding(day(today))).toBe(isEnding);
  });
});
