import { overviewOf } from "../../src/goals/figures";
import { day } from "../../src/time/day";
import type { ReaderDay } from "../../src/time/reader-day";
import { someFigures } from "../support/builders/goal-figures";
import { aGoal, type Figure } from "../support/builders/goals";

const today = day("2025-10-10");
const GOALS = [aGoal("m"), aGoal("w", { period: "weekly", targets: [{ from: day("2025-09-01"), target: 100 }] })];
const figure = (before: number, value: number): Figure => ({ userId: "U01", type: "email_quantity", before, value });

/** Of the week's and the month's goal: what there is, how much of it is dated ahead, and what is done today. */
const seen = (figures: readonly Figure[], on: ReaderDay = { today, ended: false }) =>
  overviewOf({ _id: "U01" }, { figures: someFigures({ today, goals: GOALS, figures }), day: on }).goals.map(
    ({ current, datedAhead, pace }) => [current, datedAhead, pace.today?.done],
  );

describe("records dated after today", () => {
  it("are told as a part of their period and of what is done today", () => {
    expect(seen([figure(1, 7), figure(0, 4), figure(-1, 2), figure(-5, 50)])).toEqual([
      [13, 2, 6],
      [63, 52, 56],
    ]);
  });

  it("are none where there are none, nor where the team's next day goes on", () => {
    expect(seen([figure(1, 7), figure(0, 4)])).toEqual(Array(2).fill([11, undefined, 4]));
    const yesterday = { today: day("2025-10-09"), ended: true };
    expect(seen([figure(1, 7), figure(0, 4)], yesterday)).toEqual(Array(2).fill([11, undefined, undefined]));
  });
});
