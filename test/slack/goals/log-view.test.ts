import type { GoalChange } from "../../../src/goals/edit";
import { goalLogMessage } from "../../../src/slack/goals/log-view";
import { day, zoneDays } from "../../../src/time/day";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };
const CHANGE: GoalChange = {
  _id: "c1",
  goalId: "g1",
  userId: "U0BEN",
  type: "email_quantity",
  period: "daily",
  kind: "set",
  since: day("2026-10-28"),
  from: 15,
  to: 20,
  at: new Date("2026-10-28T18:05:00Z"),
  by: "U0MAX",
};
const plain = {
  title: "Changes to all goals",
  changes: [CHANGE],
  names: new Map([
    ["U0BEN", "Ben"],
    ["U0MAX", "Max"],
  ]),
  named: true,
  page: 0,
  more: false,
  value: (page: number) => `all ${page}`,
};

describe("goalLogMessage", () => {
  it("says who changed which goal of whom when, from what and to what", () => {
    const team: GoalChange = { ...CHANGE, userId: undefined, team: "everyone", by: "U0GONE" };

    expect(lines(goalLogMessage({ ...plain, changes: [CHANGE, team] }, reading).blocks)).toEqual([
      "*Changes to all goals*, newest first",
      "• *Emails, daily* for Ben: 15 → *20* starting Wed, Oct 28 · by Max, 2:05 PM EDT",
      "• *Emails, daily* for the team: 15 → *20* starting Wed, Oct 28 · by U0GONE, 2:05 PM EDT",
      "Only you can see this. Entries are never deleted.",
    ]);
  });

  it("says so when there are none", () => {
    expect(goalLogMessage({ ...plain, changes: [] }, reading).text).toBe("Changes to all goals: none yet.");
    expect(goalLogMessage({ ...plain, changes: [], page: 2 }, reading).text).toBe(
      "Changes to all goals: none earlier.",
    );
  });

  it.each([
    [0, true, ["goal_log_next"]],
    [1, true, ["goal_log_previous", "goal_log_next"]],
    [1, false, ["goal_log_previous"]],
    [0, false, []],
  ])("leads from page %d (more: %j) to %j", (page, more, ways) => {
    const buttons = lines(goalLogMessage({ ...plain, page, more }, reading).blocks).filter((line) =>
      line.startsWith("["),
    );

    expect(buttons).toEqual(ways.map((way) => `[${way}]`));
  });

  it.each(HOSTILE_NAMES)("stays within Slack's limits with names such as %j and big numbers", (name) => {
    const names = new Map([
      ["U0BEN", name],
      ["U0MAX", name],
    ]);
    const change: GoalChange = { ...CHANGE, type: "new_sales_distribution", from: 999_999_999.98, to: 999_999_999.99 };
    const changes = Array.from({ length: 10 }, () => change);

    expect(messageFaults(goalLogMessage({ ...plain, changes, names, page: 99, more: true }, reading))).toEqual([]);
  });
});
