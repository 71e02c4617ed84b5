import type { ShortWeek } from "../../../src/goals/calendar";
import { myPage } from "../../../src/slack/home/views/my-page";
import { shortWeekWords } from "../../../src/slack/ui/short-week";
import { day } from "../../../src/time/day";
import { anOverview, CALLS } from "../../support/builders/overviews";
import { aMyPage } from "../../support/harness/home";
import { lines } from "../../support/harness/slack-blocks";

const off = (why: ShortWeek["off"][number]["why"], ...days: readonly string[]) =>
  days.map((one) => ({ day: day(one), why }));
const veteransDay = { workdays: 4, off: off("holiday", "2026-11-11") };

describe("a short week", () => {
  it.each<readonly [ShortWeek, string]>([
    [veteransDay, "4 workdays this week: holiday on Wed"],
    [
      { workdays: 1, off: off("away", "2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13") },
      "1 workday this week: off Mon–Tue, Thu–Fri",
    ],
    [
      {
        workdays: 2,
        off: [...off("not-begun", "2026-11-09"), ...off("holiday", "2026-11-11"), ...off("away", "2026-11-13")],
      },
      "2 workdays this week: holiday on Wed, off Fri, Mon before your first day",
    ],
  ])("says how many workdays it has, and why", (week, words) => {
    expect(shortWeekWords(week, [CALLS])).toEqual([words]);
  });

  it("says nothing in other weeks, and nothing to whoever has daily goals alone, which ask for the same each day", () => {
    expect(shortWeekWords(null, [CALLS])).toEqual([]);
    expect(shortWeekWords(undefined, [CALLS])).toEqual([]);
    expect(shortWeekWords(veteransDay, [{ period: "daily" }])).toEqual([]);
  });

  it("is said on Home below what today asks, and not while there are no figures", () => {
    const shown = (fields: Parameters<typeof aMyPage>[0] = {}) =>
      lines(myPage(aMyPage({ overview: { ...anOverview(), shortWeek: veteransDay }, ...fields })).blocks);

    expect(shown().slice(3, 5)).toEqual(["4 workdays this week: holiday on Wed", "Copper updated 2:05 PM EDT"]);
    expect(shown({ first: "running" }).join("\n")).not.toContain("workdays this week");
  });
});
