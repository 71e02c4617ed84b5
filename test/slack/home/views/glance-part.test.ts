import type { PaceDays } from "../../../../src/goals/calendar";
import type { GlanceLine } from "../../../../src/goals/overview";
import type { GlancePast } from "../../../../src/goals/trends/glance-past";
import type { MetricType } from "../../../../src/metrics/metrics";
import { glancePart } from "../../../../src/slack/home/views/my/glance-part";
import { day } from "../../../../src/time/day";
import { CALLS, CALLS_GLANCE } from "../../../support/builders/overviews";
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
function shown(glance: readonly GlanceLine[], since: Readonly<Partial<Record<MetricType, string>>> = {}) {
  const isRead = (type: MetricType, { from }: { readonly from: string }) => from >= (since[type] ?? "");
  return lines(glancePart(glance, { isRead, goals: [CALLS] }));
}

describe("this week and month", () => {
  it("are a table each, in which the change is that of the figures as they are shown, and the last days are bars", () => {
    expect(shown([SALES_LINE, CALLS_LINE])).toEqual([
      "This week    Done  Goal  vs last  3 days",
      "Wholesale  $1,250     –  −$1,750     ▃▇▁",
      "Calls          51   400       +3     ▃▇▁",
      "This month     Done  vs last",
      "Wholesale   $16,684     same",
      "Calls         1,234       −6",
      "vs last week through Wed, Oct 21 · vs last month through Sep 28 · bars: your last 3 workdays, through Sun, Oct 25",
    ]);
  });

  it("have no change where the days before were not read, and no column in which nothing stands", () => {
    const since = (from: string) => shown([CALLS_LINE], { phone_call_quantity: from });

    expect(since("2026-09-02").slice(2, 5)).toEqual([
      "This month   Done",
      "Calls       1,234",
      "vs last week through Wed, Oct 21 · bars: your last 3 workdays, through Sun, Oct 25",
    ]);
    expect(since("2026-10-26")).toEqual([
      "This week  Done  Goal",
      "Calls        51   400",
      "This month   Done",
      "Calls       1,234",
    ]);
  });

  it("have the bars in a table of their own where a phone would break the row", () => {
    const wide = { ...SALES_LINE, week: 12_345_678, past: { ...past(), recent: tenDays() } };
    const said = shown([wide]);

    expect(said[0]).toBe("This week         Done       vs last");
    expect(said.slice(4, 6)).toEqual(["           last 10 days", "Wholesale    ▁▂▂▃▃▅▅▇▇▇"]);
    expect(Math.max(...said.slice(0, -1).map(({ length }) => length))).toBeLessThan(46);
  });

  it("have the bars in a table of their own where a metric of them has no row in the first", () => {
    const idle = { ...CALLS_LINE, past: { ...past(), lastWeek: { ...LAST_WEEK, value: 0 } } };
    const emails = { ...idle, type: "email_quantity", title: "Emails", week: 0 } as const;
    const said = shown([idle, emails]);

    expect(said.slice(0, 2)).toEqual(["This week  Done  Goal  vs last", "Calls        51   400      +51"]);
    expect(said.slice(-4)).toEqual([
      "        last 3 days",
      "Calls           ▃▇▁",
      "Emails          ▃▇▁",
      expect.anything(),
    ]);
  });

  it("name the days of a comparison only where there is one", () => {
    const nothing = { ...SALES_LINE, week: 0, past: { ...past(), lastWeek: { ...LAST_WEEK, value: 0 } } };
    const email = { ...CALLS_LINE, type: "email_quantity", title: "Emails", week: 3 } as const;
    const said = shown([nothing, email], { email_quantity: "2026-10-23" });

    expect(said.slice(0, 3)).toEqual(["This week  Done", "Emails        3", "This month     Done   vs last"]);
    expect(said.at(-1)).not.toContain("vs last week");
  });

  it("say that nothing is logged yet instead of a table of zeros", () => {
    const idle = { ...CALLS_LINE, today: 0, week: 0 };

    expect(shown([idle])[0]).toBe("Nothing logged yet this week.");
    expect(shown([{ ...idle, month: 0 }]).slice(0, 2)).toEqual([
      "Nothing logged yet this week or this month.",
      "       last 3 days",
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
      .at(-1)
      ?.replace(/.*bars: /, "");

  it("are of workdays, or of all days where pace counts these", () => {
    expect(note([CALLS_LINE])).toBe("your last 3 workdays, through Sun, Oct 25");
    expect(note([{ ...CALLS_LINE, past: past("calendar") }])).toBe("your last 3 days, through Sun, Oct 25");
  });

  it("leave out what was not read, which would look like days without any, and say so where one metric has fewer", () => {
    const since = (mails: string, calls: string) => ({ email_quantity: mails, phone_call_quantity: calls });
    const bars = (mails: string, calls: string) =>
      shown([emails, CALLS_LINE], since(mails, calls))
        .slice(1, 3)
        .map((row) => row.split(/ {2,}/).at(-1));

    expect(bars("2026-10-24", "2026-10-24")).toEqual(["▇▁", "▇▁"]);
    expect(note([emails, CALLS_LINE], since("2026-10-24", "2026-10-24"))).toBe(
      "your last 2 workdays, through Sun, Oct 25",
    );
    expect(bars("2026-10-25", "2026-10-25")).toEqual(["▁", "▁"].map(() => expect.any(String)));
    expect(shown([CALLS_LINE], { phone_call_quantity: "2026-10-25" })[0]).toMatch(/ {2}1 day$/);
    expect(note([CALLS_LINE], { phone_call_quantity: "2026-10-25" })).toBe("your last workday, through Sun, Oct 25");
    expect(bars("2026-10-23", "2026-10-26")).toEqual(["▃▇▁", "–"]);
    expect(note([emails, CALLS_LINE], since("2026-10-23", "2026-10-26"))).toBe(
      "your last 3 workdays, through Sun, Oct 25, without days not synced yet",
    );
    expect(shown([emails, CALLS_LINE], since("2026-10-26", "2026-10-26")).at(-1)).toBe("Calls       1,234");
  });
});
