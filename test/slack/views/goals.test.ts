import { fits } from "../../../src/slack/views/fits";
import { goalsMessage } from "../../../src/slack/views/goals";
import { anOverview, CALLS } from "../overviews";

describe("goalsMessage", () => {
  it("gives each goal one line with its figures and its period", () => {
    const lines =
      "*Calls*: 51 of 400 · weekly, Mon 26 Oct – Sun 1 Nov\n*Wholesale sales*: $9,120.50 of $9,000 · daily, Wed 28 Oct";
    expect(goalsMessage(anOverview())).toEqual({
      text: "Your goals: Calls 51 of 400 (weekly, Mon 26 Oct – Sun 1 Nov); Wholesale sales $9,120.50 of $9,000 (daily, Wed 28 Oct)",
      blocks: [{ type: "section", text: { type: "mrkdwn", text: lines, verbatim: true } }],
    });
  });

  it("says who sets goals when there are none", () => {
    expect(goalsMessage(anOverview({ goals: [] })).text).toBe(
      "No goals yet: a manager sets them. As soon as you have one, it is here with where it stands.",
    );
  });

  it("stays within Slack's limits with 1,000 goals, and says how many more there are", () => {
    const message = goalsMessage(anOverview({ goals: Array.from({ length: 1000 }, () => CALLS) }));

    expect(message.blocks.at(-1)).toEqual({
      type: "context",
      elements: [{ type: "mrkdwn", text: "and 970 more goals", verbatim: true }],
    });
    expect(fits(message)).toBe(true);
  });
});
