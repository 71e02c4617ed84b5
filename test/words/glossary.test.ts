import { glossaryFaults, textsIn } from "../support/glossary";

describe("the glossary", () => {
  it.each([
    "E-mails",
    "3 e-mails",
    `Mon ${28} Oct`,
    `as of ${14}:05 EDT`,
    `at <!date^1793246400^{time}|${"09"}:05 EDT>`,
    "66 %",
    "683.03 min",
    "since 2026-10-28",
    "Salesman 'B. Lee' is mapped to nobody",
    "its Copper user is nobody in Slack",
    "14 orders for nobody",
    "no salesman",
    "Taken over: 3 new orders",
    "JustCall is out of order (503)",
    "I do not understand “foo”",
    "Everybody's figures",
    "Here you see what today asks",
    "40 of 60 · not all days have been read",
    "the records behind a number, and those left out",
    "Copper answered /leads with something that is no list",
    "Copper answered /leads with something else than leads",
    "orders.csv would change this",
  ])("refuses %j", (text) => {
    expect(glossaryFaults(text)).not.toEqual([]);
  });

  it.each([
    "Emails",
    "Wed, Oct 28, 2:05 PM EDT",
    "Oct 28, 2026",
    "Sep 29 – Oct 28",
    "67%",
    "11h 23m",
    "`/sync 2026-10-01..2026-10-31`",
    'Sales rep "B. Lee" isn\'t matched to anyone',
    "'Salesman' and 'Sales Rep' disagree",
    "`/goals digest at 7:30am`",
    "https://127.0.0.1:3000",
    "Everyone's numbers",
    "some days not synced",
    "Slack asks again today",
  ])("takes %j", (text) => {
    expect(glossaryFaults(text)).toEqual([]);
  });

  it("finds every text of a payload that is read, and none that is a name of ours", () => {
    const payload = {
      action_id: "e-mail",
      text: { type: "mrkdwn", text: "one" },
      elements: [{ accessibility_label: "two", value: "Oct 28" }],
      title: "three",
    };

    expect(textsIn(payload)).toEqual(["one", "two", "three"]);
  });
});
