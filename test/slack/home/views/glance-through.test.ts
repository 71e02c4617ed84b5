import type { GlanceLine } from "../../../../src/goals/overview";
import type { GlancePast } from "../../../../src/goals/trends/glance-past";
import type { MetricType } from "../../../../src/metrics/metrics";
import { glancePart } from "../../../../src/slack/home/views/my/glance-part";
import { type DayRange, day } from "../../../../src/time/day";
import { aPast, CALLS_LINE, SALES_LINE, sameWeek, THROUGH } from "../../../support/builders/overviews";
import { lines } from "../../../support/harness/slack-blocks";

type IsRead = Parameters<typeof glancePart>[1]["isRead"];

/** What is shown of these, without goals; where nothing is said of what was read, all was. */
function shown(glance: readonly GlanceLine[], isRead: IsRead = () => true) {
  return lines(glancePart(glance, { isRead, goals: [] })).flatMap((line) => line.split("\n"));
}

/** Which metrics are read from a day on. */
function readSince(since: Readonly<Partial<Record<MetricType, string>>>): IsRead {
  return (type, { from }) => from >= (since[type] ?? "");
}

describe("what stands beside this week and month", () => {
  it("compare nothing while a source was not read since the last of these days ended", () => {
    const glance = [SALES_LINE, CALLS_LINE];
    const until = (lastRead: string) => {
      const isRead = (type: MetricType, { to }: DayRange) => type === SALES_LINE.type || to <= lastRead;
      return shown(glance, isRead);
    };

    expect(until("2026-10-27")[2]).toBe("Calls          41       +3         ▂▇▁");
    expect(until("2026-10-26").filter((line) => /^Calls|through/.test(line))).toEqual([
      "Calls          41        –          ▂▇",
      "Calls           1,224        –",
      "*vs last*: same days last week and month. *Bars*: a workday each. Both through Tue, Oct 27. Some bars lack days not synced yet",
    ]);
  });

  it("have no change against last week on a Monday, and none against last month on a first, and the line below says none", () => {
    const begun = (none: Partial<GlancePast>) => shown([{ ...CALLS_LINE, past: { ...aPast(), ...none } }]);

    expect(begun({ week: null })).toEqual([
      "This week  Done  3 workdays",
      "Calls        51         ▂▇▁",
      "This month  To Oct 27  vs last",
      "Calls           1,224       −6",
      "*vs last*: same days last month. *Bars*: a workday each. Both through Tue, Oct 27",
    ]);
    expect(begun({ month: null }).slice(-2)).toEqual([
      "*vs last*: same days last week. *Bars*: a workday each. Both through Tue, Oct 27",
      "*This month*: 1,234 calls",
    ]);
    expect(begun({ week: null, month: null }).slice(2)).toEqual([
      "*Bars*: a workday each, through Tue, Oct 27",
      "*This month*: 1,234 calls",
    ]);
  });

  it("say in one line up to when both go where no day counts after the last bar, and apart where one that does was not read", () => {
    const recent = [3, 9].map((value, at) => ({ day: day(`2026-10-2${at + 2}`), value }));
    const weekend = { ...CALLS_LINE, past: { ...aPast(), recent } };
    const note = (one: GlanceLine, isRead: (range: DayRange) => boolean) =>
      shown([one], (_, range) => isRead(range)).filter((line) => line.includes("through"));

    expect(note(weekend, () => true)).toEqual([
      "*vs last*: same days last week and month. *Bars*: a workday each. Both through Tue, Oct 27",
    ]);
    expect(note(CALLS_LINE, ({ from, to }) => from !== to || to < THROUGH)).toEqual([
      "*vs last*: same days last week and month, through Tue, Oct 27. *Bars*: a workday each, through Mon, Oct 26",
    ]);
    expect(note(CALLS_LINE, ({ from, to }) => from !== to)).toEqual([
      "*vs last*: same days last week and month, through Tue, Oct 27",
    ]);
    expect(note(CALLS_LINE, ({ to }) => to < THROUGH)).toEqual(["*Bars*: a workday each, through Mon, Oct 26"]);
  });
});

describe("the small bars of one's last days", () => {
  const emails = { ...CALLS_LINE, type: "email_quantity", title: "Emails" } as const;
  const note = (of: readonly GlanceLine[], since: Parameters<typeof readSince>[0] = {}) =>
    shown(of, readSince(since))
      .find((line) => line.includes("*Bars*: "))
      ?.replace(/^.*?[*]Bars[*]: /, "");
  const head = (of: readonly GlanceLine[], since: Parameters<typeof readSince>[0] = {}) =>
    shown(of, readSince(since))[0]?.split(/ {2,}/).at(-1);

  it("are of workdays, or of all days where pace counts these", () => {
    expect([head([CALLS_LINE]), note([CALLS_LINE])]).toEqual([
      "3 workdays",
      "a workday each. Both through Tue, Oct 27",
    ]);
    const all = { ...CALLS_LINE, past: aPast("calendar") };
    expect([head([all]), note([all])]).toEqual(["3 days", "a day each. Both through Tue, Oct 27"]);
  });

  it("leave out what was not read, which would look like days without any, and say so where one metric has fewer", () => {
    const since = (mails: string, calls: string) => ({ email_quantity: mails, phone_call_quantity: calls });
    const bars = (mails: string, calls: string) =>
      shown([emails, CALLS_LINE], readSince(since(mails, calls)))
        .slice(0, 3)
        .map((row) => row.split(/ {2,}/).at(-1));

    expect(bars("2026-10-26", "2026-10-26")).toEqual(["2 workdays", "▇▁", "▇▁"]);
    expect(note([emails, CALLS_LINE], since("2026-10-26", "2026-10-26"))).toBe("a workday each, through Tue, Oct 27");
    expect(bars("2026-10-27", "2026-10-27")).toEqual(["1 workday", "▁", "▁"]);
    expect(bars("2026-10-25", "2026-10-28")).toEqual(["3 workdays", "▂▇▁", "–"]);
    expect(note([emails, CALLS_LINE], since("2026-10-25", "2026-10-28"))).toBe(
      "a workday each, through Tue, Oct 27. Some bars lack days not synced yet",
    );
    expect(note([emails, CALLS_LINE], since("2026-10-28", "2026-10-28"))).toBeUndefined();
  });

  it("lack no days where those not synced are of a metric without a row beside them", () => {
    const idle = { ...emails, week: 0, past: { ...aPast(), week: sameWeek(0, 0) } };
    const since = { email_quantity: "2026-10-26" };

    expect(shown([idle, CALLS_LINE], readSince(since))[1]).toBe("Calls          41       +3         ▂▇▁");
    expect(note([idle, CALLS_LINE], since)).toBe("a workday each. Both through Tue, Oct 27");
    const busy = { ...idle, week: 1, past: { ...aPast(), week: sameWeek(1, 0) } };
    expect(note([busy, CALLS_LINE], since)).toContain("Some bars lack days not synced yet");
  });
});
