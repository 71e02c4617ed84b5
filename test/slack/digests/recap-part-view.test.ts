import { recapPeople } from "../../../src/digests/content/recap-people";
import type { PersonsPast } from "../../../src/digests/content/team-recap";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { type Standings, standings } from "../../../src/goals/teams/standings";
import type { PastPeriod } from "../../../src/goals/trends/past-period";
import { METRICS } from "../../../src/metrics/metrics";
import { countsOf, type PeoplePart, peopleWords, startLine } from "../../../src/slack/digests/recaps/recap-part-view";
import { teamRecapMessage } from "../../../src/slack/digests/recaps/team-recap-view";
import { foreign } from "../../../src/slack/ui/text";
import { day, zoneDays } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { many } from "../../support/harness/home";

const MONDAY = day("2026-10-26");
const OCTOBER = { period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;
const names = new Map(["Ana", "Ben", "Cleo"].map((name, at) => [`U0${at + 1}`, name]));

function standingsOf(...goals: readonly GoalLine[]): Standings {
  return standings(goals.map((goal, at) => ({ userId: `U0${at + 1}`, overview: anOverview({ goals: [goal] }) })));
}

function aPart(given: Partial<PeoplePart> = {}): PeoplePart {
  const part = { standings: standingsOf(), lastWeek: [], lastMonth: [], ...given };
  return { teamId: "west", name: "West", away: [], goals: [], people: recapPeople(part), ...part };
}

const SALES_MISSED = { type: SALES.type, unit: SALES.unit, outcome: "missed" } as const;
const ended = (userId: string, given: Partial<PastPeriod> = {}): PersonsPast => {
  const past = { ...CALLS, target: 30, value: 16, outcome: "missed" as const, ...given };
  return { userId, past, before: null };
};

describe("who a team's recap is about", () => {
  const days = { done: 0, today: true, after: 4, over: false };
  const begun: GoalLine = { ...CALLS, current: 0, pace: pace({ target: 400, before: 0, current: 0, days }) };
  const unread: GoalLine = { ...CALLS, unreadSince: MONDAY };

  it("claims of nobody that they are not behind while some are not synced", () => {
    const said = (...goals: readonly GoalLine[]) => startLine(aPart({ standings: standingsOf(...goals) }), { names });

    expect(said(unread, unread)).toBe("Nobody is behind in what is synced.");
    expect(said(begun, unread)).toBe("Nobody is behind in what is synced.");
    expect(said(begun)).toBe("Everyone starts at 0 today.");
    expect(said(SALES)).toBe("Nobody is behind.");
    expect(said()).toBe("Nobody has a goal yet.");
  });

  it("counts whoever is not synced beside whoever is behind", () => {
    expect(countsOf(aPart({ standings: standingsOf(CALLS, unread, unread) }))).toEqual([
      "Now: 1 of 3 people behind, 2 not synced",
    ]);
  });

  it("drops nobody of whom not all is known without a word", () => {
    const said = (count: number, most: number, outcome: PastPeriod["outcome"] = "unread") => {
      const { people, rest } = peopleWords(aPart({ lastWeek: many(count, (at) => ended(`U1${at}`, { outcome })) }), {
        names,
        most,
      });
      return [...people.map(({ words }) => words[0]), ...rest];
    };

    expect(said(12, 5).slice(4)).toEqual(["*<@U14>*", "❔ *7 more not synced*: U15, U16, U17, U18, U19 and 2 more"]);
    expect(said(5, 5)).toEqual(["*<@U10>*", "*<@U11>*", "*<@U12>*", "*<@U13>*", "*<@U14>*"]);
    expect(said(12, 0)).toEqual(["❔ 12 people not synced"]);
    expect(said(30, 3, "missed").slice(2)).toEqual([
      "*<@U12>*",
      "❌ *27 more short of a goal*: U13, U14, U15 and 24 more",
    ]);
    expect(said(30, 0, "missed")).toEqual(["❌ 30 people short of a goal"]);
  });

  it("says of nobody more than a few goals, short or reached", () => {
    const types = METRICS.slice(0, 6).map(({ type }) => type);
    const goals = (outcome: PastPeriod["outcome"]) => types.map((type) => ended("U01", { type, outcome, value: 30 }));
    const { people } = peopleWords(aPart({ lastWeek: [...goals("missed"), ...goals("reached")] }), { names, most: 5 });

    const [{ words, quiet } = { words: [], quiet: [] }] = people;
    expect([words.length, words.at(-1)]).toEqual([6, "and 2 more goals"]);
    expect([quiet.length, quiet.at(-1)]).toEqual([5, "and 2 more metrics"]);
  });

  it("names a metric once that was reached in the week and in the month that ended", () => {
    const week = ended("U01", { value: 32, outcome: "reached" });
    const month = ended("U01", { ...OCTOBER, target: 110, value: 126, outcome: "reached" });
    const { people } = peopleWords(aPart({ lastWeek: [week, ended("U01", SALES_MISSED)], lastMonth: [month] }), {
      names,
      most: 5,
    });

    expect(people[0]?.quiet).toEqual(["✅ Calls: 32 of 30 last week, 126 of 110 in October"]);
  });

  it("counts once what a week lacks where the month that holds it lacks it as well", () => {
    const sales = (userId: string, short: number, given: Partial<PastPeriod> = {}) =>
      ended(userId, { ...SALES, target: 100_000, value: 100_000 - short, outcome: "missed", ...given });
    const lastWeek = [sales("U01", 5_000, { period: "weekly" })];
    const lastMonth = [sales("U01", 5_000, OCTOBER), sales("U02", 8_000, OCTOBER)];

    expect(startLine(aPart({ lastWeek, lastMonth }), { names })).toBe(
      "*Start with Ben*: $8,000 wholesale short in October.",
    );
    const calls = [ended("U01", { value: 15 }), ended("U02", { value: 9 })];
    expect(startLine(aPart({ lastWeek: calls, lastMonth: [ended("U01", { ...OCTOBER, value: 15 })] }), { names })).toBe(
      "*Start with Ben*: 21 calls short last week.",
    );
  });

  it.each(["$& $1", "$$ Co", "$` $'"])("says the name %j as it is, and in a mention none", (name) => {
    const part = aPart({ lastWeek: [ended("U01")] });
    const named = { names: new Map([["U01", name]]), most: 5 };

    expect(startLine(part, named)).toBe(`*Start with ${foreign(name)}*: 14 calls short last week.`);
    expect(peopleWords(part, named).people).toEqual([
      {
        words: ["*Start with <@U01>*", "❌ Calls: *14 short* last week, 16 of 30"],
        quiet: [],
        to: "U01",
        starts: true,
      },
    ]);
  });

  it("is put together once, by a few looks at each person however many there are", () => {
    let looks = 0;
    const lastWeek = many(1_000, (at) =>
      Object.defineProperty(ended(""), "userId", {
        get: () => {
          looks += 1;
          return `U${at}`;
        },
      }),
    );
    const display = { days: zoneDays("America/New_York"), now: new Date("2026-10-26T12:00:00Z") };
    const { people: _, ...team } = aPart();

    teamRecapMessage({
      recap: { monday: MONDAY, teams: [{ ...team, lastWeek }] },
      ...{ names, freshness: [], homeUrl: "slack://app", ...display },
    });

    expect(looks).toBeLessThan(5_000);
  });
});
