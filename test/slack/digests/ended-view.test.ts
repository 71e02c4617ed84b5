import type { RecapPerson } from "../../../src/digests/content/recap-people";
import { pace } from "../../../src/goals/pace";
import type { Outcome, PastPeriod } from "../../../src/goals/trends/past-period";
import { type TeamPage, teamPage } from "../../../src/slack/home/views/team/team-page";
import { day } from "../../../src/time/day";
import { anOverview, aTeamPage, CALLS, SALES, TEAM_LOCATION } from "../../support/builders/overviews";
import { lines } from "../../support/harness/slack-blocks";

const LATE = { words: "9:30 PM there", weekday: "Mon", hours: "after", left: "2h 30m" } as const;
const FIRST_DAY = { done: 0, today: true, after: 4, over: false } as const;

const past = { ...CALLS, target: 30, value: 16, outcome: "missed" } as const;
const october = { period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;
const aPerson = (userId: string, fields: Partial<RecapPerson>): RecapPerson => {
  return { ...{ userId, missed: [], reached: [], unread: [], behind: [] }, ...fields };
};
const ended = (outcome: Outcome, fields: Partial<PastPeriod> = {}) => {
  const unread = outcome === "unread" ? { unread: [october] } : {};
  return { userId: "", past: { ...past, ...fields, outcome, ...unread }, before: null };
};
const sales = { ...SALES, ...october, target: 9_000, value: 8_025 };
const fresh = { ...CALLS, current: 0, pace: pace({ target: 400, before: 0, current: 0, days: FIRST_DAY }) };

describe("the team's page on the first day of all goals", () => {
  it("says who can still do what today, and in small print what the week and the month that ended came to, and what is not known of them", () => {
    const people = [
      aPerson("UANA", {
        missed: [ended("missed"), ended("missed", { ...sales, value: 120 })],
        reached: [ended("reached", { ...october, type: "lead_progression_a" })],
      }),
      aPerson("UNOOR", { reached: [ended("reached")], unread: [ended("unread", sales)] }),
      aPerson("UDEE", { reached: [ended("reached")] }),
      aPerson("UMAX", { missed: [ended("missed")] }),
    ];
    const team = ["UANA", "UDEE", "UMAX"].map((userId) => {
      const clock = userId === "UANA" ? LATE : null;
      return { userId, name: `Name of ${userId}`, overview: anOverview({ goals: [fresh] }), clock };
    });
    const said = (fields: Partial<TeamPage> = {}) => {
      const page = teamPage(aTeamPage({ people: team, ended: people, reader: "UMAX", ...fields }));
      const shown = lines(page.blocks);
      return shown.slice(
        4,
        shown.findIndex((line) => /^(# Team goals|\[team_everybody\])$/.test(line)),
      );
    };

    expect(said()).toEqual([
      "*Start with <@UANA>* (9:30 PM there)",
      "🎯 Nothing done, 2h 30m left of Mon: 80 calls",
      "Last week: calls 14 short of 30",
      "October: wholesale $8,880 short of $9,000; Fact Finding reached",
      "[why_goal]",
      "[team_person]",
      "*<@UNOOR>*",
      "Last week: calls reached",
      "❔ Wholesale: $8,025 of $9,000 in October so far, not synced Oct 1–31",
      "[why_goal]",
      "[team_person]",
      "❌ You: 14 calls short last week",
      "✅ Reached all of theirs: Name of UDEE",
    ]);
    const months = said({ location: { ...TEAM_LOCATION, period: "monthly" } });
    expect(months.slice(0, 5)).toEqual([
      ...["[team_metric]", "[team_period]"],
      "*Start with <@UANA>* (9:30 PM there)",
      "🎯 Nothing done, 2h 30m left of Mon: 80 calls",
      "October: wholesale $8,880 short of $9,000; Fact Finding reached",
    ]);
    expect(said({ location: { ...TEAM_LOCATION, metric: "email_quantity" } })).toEqual([
      ...["[team_metric]", "[team_period]", "Nobody has a goal here yet."],
    ]);
  });

  it("says of whom to begin with why, where others missed something too, by the order in which they all follow each other", () => {
    const calls = aPerson("UDEE", { missed: [ended("missed")] });
    const both = aPerson("UANA", { missed: [ended("missed"), ended("missed", sales)] });
    const first = (people: readonly RecapPerson[], fields: Partial<TeamPage> = {}) => {
      const team = people.map(({ userId }) => ({
        userId,
        name: userId,
        overview: anOverview({ goals: [fresh] }),
        clock: null,
      }));
      return lines(teamPage(aTeamPage({ people: team, ended: people, ...fields })).blocks).find((line) =>
        line.startsWith("*Start with"),
      );
    };
    const weekly = aPerson("UBEN", { missed: [ended("missed"), ended("missed", { ...october, type: CALLS.type })] });

    const money = "*Start with <@UANA>* (most money short in October)";
    expect(first([both, calls])).toBe(money);
    expect(first([weekly, calls])).toBe("*Start with <@UBEN>* (furthest short last week and in October)");
    expect(first([both, calls], { location: { ...TEAM_LOCATION, period: "weekly" } })).toBe(money);
    expect(first([both])).toBe("*Start with <@UANA>*");
  });
});
