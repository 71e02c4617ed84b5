import type { Recap } from "../../../src/digests/content/recap";
import { digestMessage } from "../../../src/slack/digests/digest-view";
import { day } from "../../../src/time/day";
import { morningDigest, tenADay } from "../../support/harness/digests/mornings";
import { lines } from "../../support/harness/slack-blocks";

/** Ten calls each weekday, against so many a week, read on the Monday of Oct 26, with recaps made of the week's. */
function digestWith(target: number, changed: (recap: Recap) => readonly Recap[]) {
  const zones = { rep: "America/New_York", team: "America/New_York" } as const;
  const morning = { ...zones, day: day("2026-10-26"), period: "weekly" } as const;
  const { digest, ...values } = morningDigest({ ...morning, target, figures: tenADay(morning) });
  return digestMessage({ ...values, freshness: [], digest: { ...digest, recaps: digest.recaps.flatMap(changed) } });
}
const monthly = (recap: Recap): Recap => ({ ...recap, period: "monthly" });

describe("a digest on the first workday of a week and a month", () => {
  it("draws the month alone on a morning that looks back on a week as well", () => {
    const { blocks, drawn = [] } = digestWith(60, (recap) => [recap, monthly(recap)]);

    const kinds = drawn.map(({ type }) => type).filter((kind) => kind === "header" || kind === "data_visualization");
    expect(kinds).toEqual(["header", "header", "data_visualization"]);
    expect(lines(blocks).filter((line) => line.endsWith("by Fri, Oct 23"))).toHaveLength(1);
  });

  it("says beside a month of its week just its own goals, in short, and the rest in small print", () => {
    const { blocks } = digestWith(50, (recap) => {
      const emails = recap.lines.map((line) => ({ ...line, type: "email_quantity", title: "Emails" }) as const);
      const days = { reached: 1, counted: 5, unread: 0 };
      return [
        { ...recap, lines: [...recap.lines, ...emails.map((line) => ({ ...line, goal: null, value: 9, days }))] },
        monthly(recap),
      ];
    });

    const shown = lines(blocks);
    const at = shown.indexOf("*Last week, Oct 19–25*: reached 1 of 1 weekly goal");
    expect(shown.filter((line) => line.startsWith("*Done"))).toEqual([]);
    expect(shown.slice(at, at + 5)).toEqual([
      "*Last week, Oct 19–25*: reached 1 of 1 weekly goal",
      "✅ *Calls*: 50 of 50, 100%; 🔥 8+ weeks in a row",
      "Also, without a weekly goal: 9 emails",
      // The days before are of that week: said once, with it.
      "Friday and the weekend: 10 calls",
      "# October: reached 1 of 1 monthly goal",
    ]);
  });

  it("names a month that it looks back on", () => {
    const { blocks } = digestWith(60, (recap) => [monthly(recap)]);

    expect(lines(blocks)).toContain("# October: reached 0 of 1 monthly goal");
  });
});
