import { ownChanges, ownChangesInWords } from "../../../src/slack/sync/own-changes-view";
import { syncReportMessage } from "../../../src/slack/sync/report-view";
import { day, zoneDays } from "../../../src/time/day";
import { CALLS_GLANCE } from "../../support/builders/overviews";
import { aReport, aResult } from "../../support/builders/reports";
import { lines } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const rep = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };

describe("a report that a rep reads", () => {
  it.each(["credentials", "throttled", "unreachable", "unexpected-answer", "settings", "bug", "another"])(
    "names no variable to a rep, and says what %s means to them",
    (kind) => {
      const message = "JustCall refuses the key (401): an admin renews JUSTCALL_API_KEY";
      const report = aReport({ errors: [{ source: "justcall", kind, message }] });
      const shown = lines(syncReportMessage(report, rep).blocks);

      expect(shown.filter((line) => /[A-Z]+_[A-Z_]+/.test(line))).toEqual([]);
      expect(shown.find((line) => line.startsWith("• *JustCall*: "))).toBeDefined();
    },
  );

  it("says what changed for them, and of each source how it came out, but nobody's name", () => {
    const glance = { ...CALLS_GLANCE, month: 1237 };
    const sales = { ...CALLS_GLANCE, type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" } as const;
    const own = ownChanges({ today, glance: [CALLS_GLANCE] }, { today, glance: [glance, { ...sales, month: 4850 }] });
    const unmatched = [{ name: "B. Lee", email: null }];

    const shown = lines(syncReportMessage(aReport({ fishbowl: aResult({ unmatched }) }), { ...rep, own }).blocks);

    expect(shown[1]).toBe("*New for you this month*: +3 calls · +$4,850 wholesale");
    expect(shown.slice(2, 5).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "*Copper* ✅",
      "*JustCall* ✅",
      "*Fishbowl* ✅",
    ]);
    expect(shown.filter((line) => line.includes("B. Lee"))).toEqual([]);
  });

  it.each([
    [1234, 1234, "Nothing changed in your figures this month."],
    [1235, 1234, "*New for you this month*: -1 call"],
  ])("says of %i calls that became %i: %s", (was, is, words) => {
    const of = (month: number) => ({ today, glance: [{ ...CALLS_GLANCE, month }] });

    expect(ownChangesInWords(ownChanges(of(was), of(is)) ?? [])).toBe(words);
  });

  it("says nothing of what changed across the end of a month, whose figures begin anew", () => {
    const next = { today: day("2026-11-01"), glance: [{ ...CALLS_GLANCE, month: 3 }] };
    const own = ownChanges({ today: day("2026-10-31"), glance: [CALLS_GLANCE] }, next);

    const shown = lines(syncReportMessage(aReport(), { ...rep, own }).blocks);

    expect(shown[1]).toMatch(/^\*Copper\* ✅/);
    expect(shown.filter((line) => /New for you|Nothing changed/.test(line))).toEqual([]);
    expect(ownChanges({ ...next, today: day("2026-11-30") }, next)).toEqual([]);
  });
});
