import type { PaceDays } from "../../../../src/goals/calendar";
import type { GlanceLine } from "../../../../src/goals/overview";
import type { GlancePast } from "../../../../src/goals/trends/glance-past";
import type { MetricType } from "../../../../src/metrics/metrics";
import { glancePart } from "../../../../src/slack/home/views/my/glance-part";
import { day } from "../../../../src/time/day";
import { CALLS, CALLS_GLANCE, SALES } from "../../../support/builders/overviews";
import { lines } from "../../../support/harness/slack-blocks";

const LAST_WEEK = { from: day("2026-10-19"), to: day("2026-10-21"), value: 48 };
const LAST_MONTH = { from: day("2026-09-01"), to: day("2026-09-28"), value: 1240 };
const past = (paceDays: PaceDays = "working"): GlancePast => ({
  ...{ lastWeek: LAST_WEEK, lastMonth: LAST_MONTH, paceDays },
  recent: [3, 9, 0].map((value, at) => ({ day: day(`2026-10-2${at + 3}`), value })),
});
const CALLS_LINE: GlanceLine = { ...CALLS_GLANCE, past: past() };
const SALES_LINE: GlanceLine = {
  ...{ type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" },
  ...{ today: 0, week: 1250.75, month: 16_684.5 },
  past: { ...past(), lastWeek: { ...LAST_WEEK, value: 3000.5 }, lastMonth: { ...LAST_MONTH, value: 16_684.2 } },
};

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
  it("are a table each, in which the change is that of the figures as they are shown, and the last days are bars", () => {
    expect(shown([SALES_LINE, CALLS_LINE])).toEqual([
      "This week    Done  vs last  3 workdays",
      "Wholesale  $1,250  −$1,750         ▃▇▁",
      "Calls          51       +3         ▃▇▁",
      "This month     Done  vs last",
      "Wholesale   $16,684     same",
      "Calls         1,234       −6",
      "vs last week through Wed, Oct 21 · vs last month through Sep 28 · bars through Sun, Oct 25",
    ]);
  });

  it("are one table and a line where last month was not read, which names what no monthly goal says above", () => {
    const unread = { phone_call_quantity: "2026-09-02", new_sales_wholesale: "2026-09-02" };
    const below = (...goals: Parameters<typeof glancePart>[1]["goals"]) =>
      shown([SALES_LINE, CALLS_LINE], unread, goals);

    expect(below(CALLS)).toHaveLength(5);
    expect(below(CALLS).slice(-2)).toEqual([
      "vs last week through Wed, Oct 21 · bars through Sun, Oct 25",
      "This month: $16,684 wholesale · 1,234 calls",
    ]);
    expect(below({ ...CALLS, period: "monthly" }).at(-1)).toBe("Also this month: $16,684 wholesale");
    expect(below(...[SALES, CALLS].map((goal) => ({ ...goal, period: "monthly" }) as const)).at(-1)).toMatch(
      /^vs last/,
    );
  });

  it("have no change where the days before were not read, and no column in which nothing stands", () => {
    expect(shown([CALLS_LINE], { phone_call_quantity: "2026-10-26" })).toEqual([
      "This week  Done",
      "Calls        51",
      "This month: 1,234 calls",
    ]);
  });

  it("have a row of zero only for what has a goal", () => {
    const idle = { ...SALES_LINE, week: 0, past: { ...past(), lastWeek: { ...LAST_WEEK, value: 0 } } };
    const rows = (...goals: Parameters<typeof glancePart>[1]["goals"]) =>
      shown([idle, CALLS_LINE], { new_sales_wholesale: "2026-09-02", phone_call_quantity: "2026-09-02" }, goals).slice(
        1,
        -2,
      );

    expect(rows(CALLS)).toEqual(["Calls        51       +3         ▃▇▁"]);
    expect(rows(CALLS, SALES)).toEqual([
      "Wholesale    $0     same         ▃▇▁",
      "Calls        51       +3         ▃▇▁",
    ]);
  });

  it("call a metric as the lines around them do", () => {
    const find: GlanceLine = { ...CALLS_LINE, type: "lead_progression_a", title: "Fact Finding", week: 1, month: 2 };

    expect(shown([find], { lead_progression_a: "2026-09-02" }, []).filter((line) => /find/i.test(line))).toEqual([
      "Fact Finding     1      −47         ▃▇▁",
      "This month: 2 Fact Finding",
    ]);
  });

  it("have the bars in a table of their own where a phone would break the row", () => {
    const wide = { ...SALES_LINE, week: 12_345_678, past: { ...past(), recent: tenDays() } };
    const said = shown([wide]);

    expect(said[0]).toBe("This week         Done       vs last");
    expect(said.slice(4, 6)).toEqual(["           10 workdays", "Wholesale   ▁▂▂▃▃▅▅▇▇▇"]);
    expect(Math.max(...said.slice(0, -1).map(({ length }) => length))).toBeLessThan(46);
  });

  it("name the days of a comparison only where there is one", () => {
    const nothing = { ...SALES_LINE, week: 0, past: { ...past(), lastWeek: { ...LAST_WEEK, value: 0 } } };
    const email = { ...CALLS_LINE, type: "email_quantity", title: "Emails", week: 3 } as const;
    const said = shown([nothing, email], { email_quantity: "2026-10-23" });

    expect(said.slice(0, 3)).toEqual([
      "This week  Done  3 workdays",
      "Emails        3         ▃▇▁",
      "This month     Done   vs last",
    ]);
    expect(said.at(-1)).not.toContain("vs last week");
  });

  it("say that nothing is logged yet instead of a table of zeros", () => {
    const idle = { ...CALLS_LINE, today: 0, week: 0 };

    expect(shown([idle]).slice(0, 2)).toEqual([
      "Nothing logged yet this week.",
      "This month   Done  vs last  3 workdays",
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

describe("the small bars of one's last days", () => {
  const emails = { ...CALLS_LINE, type: "email_quantity", title: "Emails" } as const;
  const note = (of: readonly GlanceLine[], since: Parameters<typeof shown>[1] = {}) =>
    shown(of, since)
      .find((line) => line.includes("bars "))
      ?.replace(/.*bars /, "");
  const head = (of: readonly GlanceLine[], since: Parameters<typeof shown>[1] = {}) =>
    shown(of, since)[0]?.split(/ {2,}/).at(-1);

  it("are of workdays, or of all days where pace counts these", () => {
    expect([head([CALLS_LINE]), note([CALLS_LINE])]).toEqual(["3 workdays", "through Sun, Oct 25"]);
    expect(head([{ ...CALLS_LINE, past: past("calendar") }])).toBe("3 days");
  });

  it("leave out what was not read, which would look like days without any, and say so where one metric has fewer", () => {
    const since = (mails: string, calls: string) => ({ email_quantity: mails, phone_call_quantity: calls });
    const bars = (mails: string, calls: string) =>
      shown([emails, CALLS_LINE], since(mails, calls))
        .slice(0, 3)
        .map((row) => row.split(/ {2,}/).at(-1));

    expect(bars("2026-10-24", "2026-10-24")).toEqual(["2 workdays", "▇▁", "▇▁"]);
    expect(note([emails, CALLS_LINE], since("2026-10-24", "2026-10-24"))).toBe("through Sun, Oct 25");
    expect(bars("2026-10-25", "2026-10-25")).toEqual(["1 workday", "▁", "▁"]);
    expect(bars("2026-10-23", "2026-10-26")).toEqual(["3 workdays", "▃▇▁", "–"]);
    expect(note([emails, CALLS_LINE], since("2026-10-23", "2026-10-26"))).toBe(
      "through Sun, Oct 25, without days not synced yet",
    );
    expect(note([emails, CALLS_LINE], since("2026-10-26", "2026-10-26"))).toBeUndefined();
  });

  it("lack no days where those not synced are of a metric without a row beside them", () => {
    const idle = { ...emails, week: 0, past: { ...past(), lastWeek: { ...LAST_WEEK, value: 0 } } };
    const since = { email_quantity: "2026-10-24" };

    expect(shown([idle, CALLS_LINE], since)[1]).toBe("Calls        51       +3         ▃▇▁");
    expect(note([idle, CALLS_LINE], since)).toBe("through Sun, Oct 25");
    expect(note([{ ...idle, week: 1 }, CALLS_LINE], since)).toContain("without days not synced yet");
  });
});
