import { parseTrend } from "../../../src/slack/trends/command";
import { day } from "../../../src/time/day";

const TODAY = day("2026-10-28");
const CALLS = ["phone_call_quantity"];

describe("what is typed after /goals trend", () => {
  it.each([
    ["trend", "me", null, null],
    ["trend calls", "me", CALLS, null],
    ["Trends my CALLS?", "me", CALLS, null],
    ["trend calls 12 weeks", "me", CALLS, "12 weeks"],
    ["trend of calls over the last 3 months", "me", CALLS, "last 3 months"],
    ["trend “talk time” this month", "me", ["talk_time_minutes"], "this month"],
    ["trend sales last month", "me", ["new_sales_wholesale", "new_sales_distribution"], "last month"],
    ["trend calls <@U0BEN|ben> 30 days", "U0BEN", CALLS, "30 days"],
    ["trend for the team calls", "team", CALLS, null],
    ["trend last week", "me", null, "last week"],
    ["chart calls 2026–10–01…2026–10–15", "me", CALLS, "2026-10-01...2026-10-15"],
  ])("is understood: %s", (text, whose, types, days) => {
    expect(parseTrend(text, TODAY)).toEqual({ kind: "trend", whose, types, days });
  });

  it.each([
    "trend calls @ben",
    "trend calls 0 weeks",
    "trend calls 53 months",
    "trend calls 2026-11-30",
    "trend bananas",
  ])("is answered by what is wrong with it: %s", (text) => {
    expect(parseTrend(text, TODAY)).toMatchObject({ kind: "fault", fault: expect.stringMatching(/\S{3}/) });
  });
});
