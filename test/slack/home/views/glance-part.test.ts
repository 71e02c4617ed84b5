import type { PaceDays } from "../../../../src/goals/calendar";
import type { GlancePast } from "../../../../src/goals/trends/glance-past";
import type { MetricType } from "../../../../src/metrics/metrics";
import { glancePart } from "../../../../src/slack/home/views/my/glance-part";
import { day } from "../../../../src/time/day";
import { CALLS_GLANCE } from "../../../support/builders/overviews";
import { lines } from "../../../support/harness/slack-blocks";

const NO_DAYS = { from: day("2026-09-01"), to: day("2026-09-01"), value: 0 };
const past = (paceDays: PaceDays): GlancePast => ({
  ...{ lastWeek: NO_DAYS, lastMonth: NO_DAYS, paceDays },
  recent: [3, 9, 0].map((value, at) => ({ day: day(`2026-10-2${at + 3}`), value })),
});

/** The bars of emails and calls, each read from a day on, and what is said of them. */
function bars(since: Readonly<Partial<Record<MetricType, string>>>, paceDays: PaceDays = "working"): readonly string[] {
  const emails = { ...CALLS_GLANCE, type: "email_quantity", title: "Emails" } as const;
  const glance = [emails, CALLS_GLANCE].map((line) => ({ ...line, past: past(paceDays) }));
  const isRead = (type: MetricType, { from }: { readonly from: string }) => from >= (since[type] ?? "");
  return lines(glancePart(glance, { isRead })).map((line) =>
    line.replace(/ · .* today · .*/, "").replace(/^In brackets: [^.]*\. /, ""),
  );
}

describe("the small bars of one's last days", () => {
  it("are of workdays, or of all days where pace counts these", () => {
    expect(bars({}).at(-1)).toBe("Bars: your last 3 workdays, through Sun, Oct 25.");
    expect(bars({}, "calendar").at(-1)).toBe("Bars: your last 3 days, through Sun, Oct 25.");
  });

  it("leave out what was not read, which would look like days without any, and say so where one metric has fewer", () => {
    const since = (emails: string, calls: string) => bars({ email_quantity: emails, phone_call_quantity: calls });

    expect(since("2026-10-24", "2026-10-24")).toEqual([
      "*Emails* ▇▁",
      "*Calls* ▇▁",
      "Bars: your last 2 workdays, through Sun, Oct 25.",
    ]);
    expect(since("2026-10-23", "2026-10-26")).toEqual([
      "*Emails* ▃▇▁",
      "*Calls*",
      "Bars: your last 3 workdays, through Sun, Oct 25. Days not synced yet are skipped.",
    ]);
    expect(since("2026-10-26", "2026-10-26")).toEqual(["*Emails*", "*Calls*"]);
  });
});
