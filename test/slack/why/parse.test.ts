import { parseWhy } from "../../../src/slack/why/command";
import { day } from "../../../src/time/day";

/** A Wednesday. */
const TODAY = day("2026-10-28");
const CALLS = "phone_call_quantity";

describe("whyWords", () => {
  it.each([
    ["why calls", CALLS, null],
    ["Why my “e-mails”?", "email_quantity", null],
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
    ["why", "Which number? Name it behind `why`."],
    ["why <@U0BEN|ben>", "Which number? Name it behind `why`."],
    ["why <!channel> *x*", "I know no metric “&lt;!channel&gt; *x*”."],
    ["why constructor", "I know no metric “constructor”."],
    ["why sales", "Which one: `/goals why wholesale sales` or `/goals why distribution sales`?"],
    ["why stages", "Which one: `/goals why fact finding`, `/goals why contact` or `/goals why closing`?"],
    ["why calls @ben", "Choose the person from the list that Slack opens at `@`."],
    ["why calls someday", "I do not understand the days “someday”."],
    ["why calls <@U0BEN> <@U0ANA>", "I do not understand the days “&lt;@u0ana&gt;”."],
    ["why calls 2026-02-30", "There is no 2026-02-30: write a day as YYYY-MM-DD."],
    ["why calls 2026-10-09..2026-10-01", "2026-10-09 comes after 2026-10-01: write the earlier day first."],
    ["why calls 2026-10-29", "2026-10-29 lies ahead: there is nothing to show yet."],
    ["why calls 2020-01-01..2026-10-01", "2,466 days are too many at once: at most 366."],
    ["why calls 0d", "That is no day at all: ask for at least one."],
    ["why calls 999999d", "999,999 days are too many at once: at most 366."],
  ])("says of %j what is not understood", (text, fault) => {
    expect(parseWhy(text, TODAY)).toEqual({ kind: "fault", fault });
  });
});
