import type { GlanceLine } from "../../../../src/goals/overview";
import type { GlancePast } from "../../../../src/goals/trends/glance-past";
import type { MetricType } from "../../../../src/metrics/metrics";
import { glancePart } from "../../../../src/slack/home/views/my/glance-part";
import { day } from "../../../../src/time/day";
import { aPast, CALLS, CALLS_LINE, NO_SALES, SALES, SALES_LINE, sameWeek } from "../../../support/builders/overviews";
import { lines } from "../../../support/harness/slack-blocks";

/** What is shown of these, each metric read from a day on. */
function shown(
  glance: readonly GlanceLine[],
  since: Readonly<Partial<Record<MetricType, string>>> = {},
  goals: Parameters<typeof glancePart>[1]["goals"] = [CALLS],
) {
  const isRead = (type: MetricType, { from }: { readonly from: string }) => from >= (since[type] ?? "");
  return lines(glancePart(glance, { isRead, goals })).flatMap((line) => line.split("\n"));
}

describe("this week and month", () => {
  it("are a table each of the days that have ended: what is done, its change as figures are shown, and the last days as bars, none of today", () => {
    expect(shown([SALES_LINE, CALLS_LINE])).toEqual([
      "This week  To Tue  vs last  3 workdays",
      "Wholesale  $1,250  −$1,750         ▂▇▁",
      "Calls          41       +3         ▂▇▁",
      "This month  To Oct 27  vs last",
      "Wholesale     $16,684     same",
      "Calls           1,224       −6",
      "*vs last*: same days last week and month. *Bars*: a workday each. Both through Tue, Oct 27",
    ]);
  });

  it("are one table and a line where last month was not read, which names what no monthly goal says above", () => {
    const unread = { phone_call_quantity: "2026-09-02", new_sales_wholesale: "2026-09-02" };
    const below = (...goals: Parameters<typeof glancePart>[1]["goals"]) =>
      shown([SALES_LINE, CALLS_LINE], unread, goals);

    expect(below(CALLS)).toHaveLength(5);
    expect(below(CALLS).slice(-2)).toEqual([
      "*vs last*: same days last week. *Bars*: a workday each. Both through Tue, Oct 27",
      "*This month*: $16,684 wholesale, 1,234 calls",
    ]);
    expect(below({ ...CALLS, period: "monthly" }).at(-1)).toBe("*Also this month*: $16,684 wholesale");
    expect(below(...[SALES, CALLS].map((goal) => ({ ...goal, period: "monthly" }) as const)).at(-1)).toMatch(
      /^[*]vs last[*]/,
    );
  });

  it("have no change where the days before were not read, and no column in which nothing stands", () => {
    expect(shown([CALLS_LINE], { phone_call_quantity: "2026-10-28" })).toEqual([
      "This week  Done",
      "Calls        51",
      "*This month*: 1,234 calls",
    ]);
  });

  it("have a row of zero only for what has a goal", () => {
    const rows = (...goals: Parameters<typeof glancePart>[1]["goals"]) =>
      shown(
        [NO_SALES, CALLS_LINE],
        { new_sales_wholesale: "2026-09-02", phone_call_quantity: "2026-09-02" },
        goals,
      ).slice(1, -2);

    expect(rows(CALLS)).toEqual(["Calls          41       +3         ▂▇▁"]);
    expect(rows(CALLS, SALES)).toEqual([
      "Wholesale      $0     same         ▂▇▁",
      "Calls          41       +3         ▂▇▁",
    ]);
  });

  it("call a metric as the lines around them do", () => {
    const find: GlanceLine = { ...CALLS_LINE, type: "lead_progression_a", title: "Fact Finding", month: 2 };

    expect(shown([find], { lead_progression_a: "2026-09-02" }, []).filter((line) => /find/i.test(line))).toEqual([
      "Fact Finding      41       +3         ▂▇▁",
      "*This month*: 2 Fact Finding",
    ]);
  });

  it("have the bars in a table of their own where a phone would break the row", () => {
    const wide = {
      ...SALES_LINE,
      week: 12_345_678,
      past: { ...aPast(), week: sameWeek(12_345_678, 3000.5), recent: tenDays() },
    };
    const said = shown([wide]);

    expect(said[0]).toBe("This week       To Tue       vs last");
    expect(said.slice(4, 6)).toEqual(["           10 workdays", "Wholesale   ▁▁▂▂▃▃▅▅▇▇"]);
    expect(Math.max(...said.slice(0, -1).map(({ length }) => length))).toBeLessThan(46);
  });

  it("name the days of a comparison only where there is one", () => {
    const email = { ...CALLS_LINE, type: "email_quantity", title: "Emails", week: 3 } as const;
    const said = shown([NO_SALES, email], { email_quantity: "2026-10-25" });

    expect(said.slice(0, 3)).toEqual([
      "This week  Done  3 workdays",
      "Emails        3         ▂▇▁",
      "This month  To Oct 27  vs last",
    ]);
    expect(said.at(-1)).not.toContain("last week");
  });

  it("have no row of what was done today alone, which stands above, beside what is compared, else all that is done", () => {
    const first = { ...CALLS_LINE, today: 12, week: 12, past: { ...aPast(), week: sameWeek(0, 0) } };

    expect(shown([SALES_LINE, first], {}, []).slice(0, 3)).toEqual([
      "This week  To Tue  vs last  3 workdays",
      "Wholesale  $1,250  −$1,750         ▂▇▁",
      "This month  To Oct 27  vs last",
    ]);
    expect(shown([first], {}, []).slice(0, 2)).toEqual(["This week  Done  3 workdays", "Calls        12         ▂▇▁"]);
  });

  it("say that nothing is logged yet instead of a table of zeros", () => {
    const idle = { ...CALLS_LINE, today: 0, week: 0 };

    expect(shown([idle]).slice(0, 2)).toEqual([
      "Nothing logged yet this week.",
      "This month  To Oct 27  vs last  3 workdays",
    ]);
    expect(shown([{ ...idle, month: 0 }]).slice(0, 2)).toEqual([
      "Nothing logged yet this week or this month.",
      "       3 workdays",
    ]);
  });
});

function tenDays(): GlancePast["recent"] {
  return Array.from({ length: 10 }, (_, at) => ({ day: day(`2026-10-${10 + at}`), value: at }));
}
