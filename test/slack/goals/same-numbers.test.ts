import type { KnownBlock } from "@slack/types";
import fc from "fast-check";
import { buildDigests, digestRows, neededRanges } from "../../../src/digests/content/build-digests";
import type { GoalEdit } from "../../../src/goals/edit";
import { overviewOf } from "../../../src/goals/figures";
import type { Goal } from "../../../src/goals/goal";
import { editPreview } from "../../../src/goals/preview";
import { teamOverviewOf } from "../../../src/goals/teams/team-figures";
import { digestMessage } from "../../../src/slack/digests/digest-view";
import { previewMessage } from "../../../src/slack/goals/change-view";
import { goalsMessage } from "../../../src/slack/goals/list-view";
import { teamGoalsPage } from "../../../src/slack/goals/team/team";
import { teamGoalsMessage } from "../../../src/slack/goals/team/team-view";
import { MY_PAGE } from "../../../src/slack/home/location";
import { myPage } from "../../../src/slack/home/views/my-page";
import { personPage, teammateRow } from "../../../src/slack/home/views/person-page";
import { addDays, day } from "../../../src/time/day";
import { aSchedule, PLAIN_CALENDAR } from "../../support/builders/calendars";
import { rangeSums, someFigures } from "../../support/builders/goal-figures";
import { aGoal, type Figure } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { aMyPage, READING } from "../../support/harness/home";
import { lines } from "../../support/harness/slack-blocks";

const { week, holidays } = PLAIN_CALENDAR;
const someone = fc.record({
  today: fc.nat(60).map((ahead) => addDays(day("2025-09-15"), ahead)),
  tz: fc.constantFrom("America/Los_Angeles", "Pacific/Kiritimati", null),
  schedule: aSchedule,
  period: fc.constantFrom("daily", "weekly", "monthly"),
  type: fc.constantFrom("phone_call_quantity", "new_sales_wholesale"),
  target: fc.integer({ min: 1, max: 5000 }),
  days: fc.array(fc.record({ before: fc.integer({ min: -1, max: 40 }), value: fc.nat(300) }), { maxLength: 25 }),
});

describe("today's target and the need after today", () => {
  it("are the same two numbers in digest, Home, /goals, the team's pages and the preview of a change, of anybody", () => {
    let asked = 0;
    fc.assert(
      fc.property(someone, ({ today, tz, schedule, period, type, target, days }) => {
        const views = viewsOf({ today, tz, schedule, period, type, target, days });
        const numbers = Object.entries(views).map(([name, text]) => [name, numbersIn(text)] as const);

        const [[, first] = ["", { today: "", after: "" }]] = numbers;
        expect(numbers).toEqual(numbers.map(([name]) => [name, first]));
        if (first.today !== null && first.after !== null) asked += 1;
      }),
      { numRuns: 150 },
    );
    expect(asked).toBeGreaterThan(5);
  });

  it("leave one order for today a metric, the same in digest, Home and /goals: what is done and what is left make the target", () => {
    let left = 0;
    fc.assert(
      fc.property(someone, fc.integer({ min: 1, max: 300 }), (one, daily) => {
        const own = { type: one.type, targets: [{ from: day("2025-01-01"), target: daily }] };
        const { goals, manager, home, digest } = viewsOf(one, [aGoal("h", { ...own, period: "daily" })]);
        const orders = [goals, manager, home, digest].map((text = "") =>
          /\*((?:Left today|(?:To do t|T)oday): [^*]+)\*/.exec(text)?.[1]?.replace("To do today", "Today"),
        );

        expect(orders).toEqual(orders.map(() => orders[0]));
        const said = amountsIn(/: (\S+) (?:calls?|wholesale)$/, orders[0]);
        const [whole] = amountsIn(/\*(\S+) needed today\*/, home);
        const [done, target] = whole === undefined ? amountsIn(/▱ \*(\S+) of (\S+) today\*/, home) : [0, whole];
        if (said.length > 0) expect([Number(done) + Number(said[0])]).toEqual([target]);
        left += said.length;
      }),
      { numRuns: 150 },
    );
    expect(left).toBeGreaterThan(15);
  });

  it("have one form for today in all of these, what it needs while nothing is done, then what is done of that", () => {
    let said = 0;
    fc.assert(
      fc.property(someone, fc.option(fc.integer({ min: 1, max: 300 })), (one, daily) => {
        const own = { type: one.type, targets: [{ from: day("2025-01-01"), target: daily ?? 1 }] };
        const views = viewsOf(one, daily === null ? [] : [aGoal("h", { ...own, period: "daily" })]);

        const others = Object.entries(views).map(([name, text]) => [name, OTHER_FORMS.exec(text)?.[0]]);
        expect(others).toEqual(others.map(([name]) => [name, undefined]));
        said += Object.values(views).filter((text) => /\d needed today/.test(text)).length;
      }),
      { numRuns: 150 },
    );
    expect(said).toBeGreaterThan(100);
  });
});

/** What a text says of a day that is wrong: that nothing is done of an amount, and two forms in one. */
const OTHER_FORMS = /(?<![\d,.])\$?0[hms]? of \S+(?: \d+m)?(?: needed)? today|of \S+(?: \d+m)? needed today/;

/** The amounts that an expression's groups find, without signs and commas; none where it finds nothing. */
function amountsIn(expression: RegExp, text = ""): readonly number[] {
  return (expression.exec(text)?.slice(1) ?? []).map((found) => Number(found.replace(/[$,*]/g, "")));
}

type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;

/** What each view says to or of somebody with one goal, and `more`. */
function viewsOf(
  { today, tz, schedule, period, type, target, days }: Someone,
  more: readonly Goal[] = [],
): Readonly<Record<string, string>> {
  const person = { ...aPerson("U01", { name: "Ana" }), tz, schedule };
  const goal = aGoal("g", { type, period, targets: [{ from: day("2025-01-01"), target }] });
  const did = days.map((one): Figure => ({ userId: "U01", type, ...one }));
  const figures = someFigures({ today, goals: [goal, ...more], figures: did });
  const seen = figures.days.of(person);
  const overview = overviewOf(person, { figures, day: seen });
  const team = teamOverviewOf([person], figures);
  const names = new Map([["U01", "Ana"]]);
  const mine = { userId: "U01", name: "Ana", overview };
  const edit: GoalEdit = { kind: "set", target, from: seen.today };
  const key = { userId: "U01", type, period };
  const change = { kind: "set", since: seen.today, from: null, to: target } as const;
  const preview = editPreview({ key, before: null, planned: { ok: true, goal, change } }, { member: person, figures });
  const shown = { draft: { key, edit, seen: "none" }, preview, whose: { kind: "reader" } as const, planned: [] };
  const rows = digestRows([{ _id: "d", to: "U01", day: seen.today }], {
    people: [person],
    team: { week, holidays, today },
  });
  const ranges = neededRanges(rows, { goals: figures.goals, reported: new Map() });
  const digests = buildDigests(rows, {
    ...{ figures, ranges, reported: new Map(), praised: new Map(), isFinal: () => true, teamZone: "America/New_York" },
    ...{ isRead: () => true, calendar: PLAIN_CALENDAR },
    sums: rangeSums(did, { today, ranges }).rows,
  });
  const digest = digests.get("d");
  if (digest === undefined) throw new Error("There is a digest");
  const textOf = (blocks: readonly KnownBlock[]) => lines(blocks).join("\n");
  const grid = { ...MY_PAGE, tab: "team", metric: type } as const;
  return {
    goals: textOf(goalsMessage(overview).blocks),
    manager: textOf(goalsMessage(overview, { other: { userId: "U01", name: "Ana" } }).blocks),
    team: teamGroup(
      textOf(
        teamGoalsMessage(teamGoalsPage(team, { names, page: 0, state: { freshness: [], first: null, ...READING } }))
          .blocks,
      ),
    ),
    home: goalsOf(textOf(myPage(aMyPage({ overview })).blocks)),
    person: textOf(
      personPage({ ...READING, person: mine, tabs: ["team"], location: grid, edits: false, freshness: [], first: null })
        .blocks,
    ),
    grid: textOf([teammateRow(mine, { at: grid })]),
    preview: textOf(previewMessage(shown, { today: seen.today }).blocks),
    digest: textOf(digestMessage({ digest, freshness: [], ...READING }).blocks),
  };
}

/** Home without what the days have brought in each metric, whatever the goals. */
function goalsOf(text: string): string {
  return text.slice(0, text.indexOf("# This week and month"));
}

/** The person's part of everybody's goals, before that of the team together, which goes by the team's day. */
function teamGroup(text: string): string {
  return text.slice(text.lastIndexOf("*Ana*"), text.indexOf("*Team totals "));
}

/**
 * What is left of today in "16 needed today", "3 of 16 today" or "8 to go today", and "17 a day", "17 tomorrow" or "3 in 22"; `null` where nothing is
 * asked, and after today where that is what today asks, which only the sum says again.
 */
function numbersIn(text: string): { readonly today: number | null; readonly after: string | null } {
  const [done, target] = amountsIn(/(\S+) of (\S+) today\b/, text);
  const [to] = amountsIn(/(\S+) (?:to go|needed) today\b/, text);
  const left = done === undefined || target === undefined ? (to ?? 0) : target - done;
  const [, perDay, few] =
    /([$\d,]+)(?: a day| tomorrow| on (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)|([$\d,]+ in [\d,]+) /.exec(text) ?? [];
  const after = perDay === undefined ? (few ?? null) : `${perDay} a day`;
  const isSame = left > 0 && after?.replace(/[$,]/g, "") === `${target ?? to} a day`;
  return { today: left > 0 ? left : null, after: isSame ? null : after };
}
