import { parseWhy } from "../../../src/slack/why/command";
import { day } from "../../../src/time/day";

/** A Wednesday. */
const TODAY = day("2026-10-28");
const CALLS = "phone_call_quantity";

describe("whyWords", () => {
  it.each([
    ["why calls", CALLS, null],
    ["Why my “emails”?", "email_quantity", null],
    ["why calls today", CALLS, ["2026-10-28", "2026-10-28"]],
    ["why calls yesterday", CALLS, ["2026-10-27", "2026-10-27"]],
    ["why calls this week", CALLS, ["2026-10-26", "2026-11-01"]],
    ["why calls for the week", CALLS, ["2026-10-26", "2026-11-01"]],
    ["why talk time last week", "talk_time_minutes", ["2026-10-19", "2026-10-25"]],
    ["why calls this month", CALLS, ["2026-10-01", "2026-10-31"]],
    ["why wholesale last month", "new_sales_wholesale", ["2026-09-01", "2026-09-30"]],
    ["why calls 7d", CALLS, ["2026-10-22", "2026-10-28"]],
    ["why calls last 7 days", CALLS, ["2026-10-22", "2026-10-28"]],
    ["why calls on 2026-10-5", CALLS, ["2026-10-05", "2026-10-05"]],
    ["why calls 2026-10-01..2026-10-31", CALLS, ["2026-10-01", "2026-10-31"]],
    ["why calls 2026-10-01 – 2026-10-31", CALLS, ["2026-10-01", "2026-10-31"]],
    ["why calls from 2026-10-01 to 2026-10-31", CALLS, ["2026-10-01", "2026-10-31"]],
    ["why stage a 2026-10-01…", "lead_progression_a", ["2026-10-01", "2026-10-28"]],
  ])("understands %j", (text, type, ends) => {
    const range = ends === null ? null : { from: ends[0], to: ends[1] };

    expect(parseWhy(text, TODAY)).toEqual({ kind: "why", whose: "me", type, range });
  });

  it.each([
    ["why calls <@U0BEN|ben>", "U0BEN"],
    ["why <@W0BEN> calls", "W0BEN"],
    ["why calls for <@U0BEN|Ben the Lee>", "U0BEN"],
    ["why calls nobody", "nobody"],
    ["why nobody's calls", "nobody"],
  ])("hears in %j whose records are meant", (text, whose) => {
    expect(parseWhy(text, TODAY)).toEqual({ kind: "why", whose, type: CALLS, range: null });
  });

  it.each([
    ["why", "Which metric? For example `/goals why calls`."],
    ["why <@U0BEN|ben>", "Which metric? For example `/goals why calls`."],
    ["why <!channel> *x*", "I don't know “&lt;!channel&gt; *x*”."],
    ["why cals last week", "I don't know “cals last week”. Did you mean `/goals why calls last week`?"],
    ["why tlak time", "I don't know “tlak time”. Did you mean `/goals why talk time`?"],
    ["why constructor", "I don't know “constructor”."],
    ["why sales", "Which one: `/goals why wholesale sales` or `/goals why distribution sales`?"],
    ["why stages", "Which one: `/goals why fact finding`, `/goals why contact`, or `/goals why closing`?"],
    ["why calls @ben", "Type `@` and pick the person."],
    ["why calls someday", "I don't know the days “someday”."],
    ["why calls <@U0BEN> <@U0ANA>", "I don't know the days “&lt;@u0ana&gt;”."],
    ["why calls 2026-02-30", "There's no 2026-02-30. Write a day as 2026-10-28 or Oct 28."],
    ["why calls 2026-10-09..2026-10-01", "Oct 9 is after Oct 1. Put the earlier day first."],
    ["why calls 2026-10-29", "Oct 29 is in the future, so there's nothing to show yet."],
    ["why calls 2020-01-01..2026-10-01", "That's 2,466 days; 366 at most."],
    ["why calls 0d", "Ask for at least one day."],
    ["why calls 999999d", "That's 999,999 days; 366 at most."],
  ])("says of %j what is not understood", (text, fault) => {
    expect(parseWhy(text, TODAY)).toMatchObject({ kind: "fault", fault });
  });
});
