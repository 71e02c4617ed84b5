import { METRICS } from "../../../src/metrics/metrics";
import { targetsNow } from "../../../src/slack/goals/bulk/targets-now";
import { day } from "../../../src/time/day";
import { aGoal } from "../../support/builders/goals";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { goalsHarness } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const MONTH = day("2026-10-01");
const OCT_28 = day("2026-10-28");

describe("the form of goals for several people", () => {
  const test = testDatabase();
  const closed = closedAfterEach();

  it("has beside each name the targets of now, and warns before saving of whom a week and a month cannot both be meant", async () => {
    const harness = closed(await goalsHarness(test));
    for (const [userId, target] of [
      ["U0ANA", 90],
      ["U0BEN", 250],
      ["U0NEW", 90],
    ] as const) {
      const key = { userId, type: "phone_call_quantity", period: "monthly" } as const;
      await harness.edit({ key, edit: { kind: "set", target, from: MONTH }, by: "U0NEW" });
    }
    await harness.pressForged("U0MAX", { actionId: "goals_several", value: "" });
    await eventually(() => harness.modal("U0MAX")?.view.callback_id === "goals_form");

    const form = JSON.stringify(harness.modal("U0MAX")?.view);
    expect(form).toContain("Weekly, starts on a Monday");
    expect(form).toContain("Monthly, starts on the 1st");
    expect(form).toContain("Talk time (minutes)");
    expect(form).toContain("From Oct 28, a weekly goal starts Mon, Nov 2, a monthly one Sun, Nov 1.");
    expect(form).toContain('"value":"U0ANA","description":{"type":"plain_text","text":"Monthly: 90 calls"');
    expect(form).not.toContain('"optional":true');
    await harness.slack.submitView({
      user: "U0MAX",
      entries: {
        people: { people: ["U0ANA", "U0BEN", "U0NEW"] },
        ...{ metric: { metric: "phone_call_quantity" }, period: { period: "weekly" }, target: { target: "60" } },
      },
    });

    expect(harness.modalSays("U0MAX").slice(-2)).toEqual([
      "This week, Mon, Oct 26 – Sun, Nov 1, stays as it is.",
      "⚠️ *Ana Torres, Ned Ward*: *60* a week makes *240* in November; the monthly goal is *90*. One of the two is likely wrong.",
    ]);
    expect(JSON.stringify(harness.modal("U0MAX")?.view.submit)).toContain("Save anyway");
  });

  it("says of somebody's targets those in force, as many as Slack takes", () => {
    const goalOf = (fields: Parameters<typeof aGoal>[1]) =>
      aGoal("g", { targets: [{ from: MONTH, target: 40 }], ...fields });
    const weekly = goalOf({ type: "phone_call_quantity", period: "weekly" });
    const many = METRICS.flatMap(({ type }) => [
      goalOf({ type, period: "daily" }),
      goalOf({ type, period: "monthly" }),
    ]);

    expect(targetsNow([], OCT_28)).toBe("No goals now");
    expect(targetsNow([{ ...weekly, active: false }], OCT_28)).toBe("No goals now");
    expect(targetsNow([weekly], day("2026-09-30"))).toBe("No goals now");
    expect(targetsNow([weekly, goalOf({ type: "new_sales_wholesale", period: "monthly" })], OCT_28)).toBe(
      "Monthly: $40 wholesale; weekly: 40 calls",
    );
    expect(targetsNow(many, OCT_28)).toMatch(/^Monthly: \$40 wholesale, .+ \+\d+ more$/);
    expect(targetsNow(many, OCT_28).length).toBeLessThanOrEqual(75);
    // Of five targets with large ones the largest are named.
    const target = (fields: Parameters<typeof aGoal>[1], to: number) =>
      aGoal("g", { targets: [{ from: MONTH, target: to }], ...fields });
    const five = [
      target({ type: "new_sales_wholesale", period: "monthly" }, 100_000),
      target({ type: "phone_call_quantity", period: "weekly" }, 30),
      target({ type: "phone_call_quantity", period: "monthly" }, 110),
      target({ type: "email_quantity", period: "daily" }, 3),
      target({ type: "email_quantity", period: "monthly" }, 60),
    ];
    expect(targetsNow(five.slice(1, 4), OCT_28)).toBe("Monthly: 110 calls; weekly: 30 calls; daily: 3 emails");
    expect(targetsNow(five, OCT_28)).toBe(
      "Monthly: $100,000 wholesale, 110 calls, 60 emails; weekly: 30 calls +1 more",
    );
  });
});
