import { monthFigures, type OwnChange, ownChanges } from "../../../src/slack/sync/own/changes";
import { firstFiguresInWords, ownChangesInWords } from "../../../src/slack/sync/own/changes-view";
import { netChanges } from "../../../src/slack/sync/own/since-look";
import { syncReportMessage } from "../../../src/slack/sync/report-view";
import { addDays, day, zoneDays } from "../../../src/time/day";
import { CALLS_GLANCE } from "../../support/builders/overviews";
import { aReport, aResult } from "../../support/builders/reports";
import { lines } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const last = (days: number) => ({ from: addDays(today, 1 - days), to: today });
const SEPTEMBER = { from: day("2026-09-01"), to: day("2026-09-30") };
const synced = (range = last(30)) => ({ range, today, zone: "America/New_York" });
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

  it.each([
    ["justcall", "credentials", "JustCall*: could not be read. Figures stay as they were; your admins have been told."],
    ["justcall", "bug", "JustCall*: could not be updated. An admin should look at the last sync."],
    ["goals", "bug", "The goals*: could not be updated. An admin should look at the last sync."],
    ["slack", "vanished", "The Slack member list*: could not be updated. An admin should look at the last sync."],
  ] as const)("says that admins have been told of a source alone: %s, %s", (source, kind, words) => {
    const shown = lines(syncReportMessage(aReport({ errors: [{ source, kind, message: "It broke" }] }), rep).blocks);

    expect(shown).toContain(`• *${words}`);
  });

  it("says what is left today, what changed for them and how old the figures are, but nobody's name and nothing of goals or of how long it took", () => {
    const glance = { ...CALLS_GLANCE, month: 1237 };
    const sales = { ...CALLS_GLANCE, type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" } as const;
    const after = { today, glance: [glance, { ...sales, month: 4850 }] };
    const own = netChanges(ownChanges({ today, glance: [CALLS_GLANCE] }, after) ?? [], []);
    const unmatched = [{ name: "B. Lee", email: null }];

    const plan = "Left today: 109 calls";

    const shown = lines(syncReportMessage(aReport({ fishbowl: aResult({ unmatched }) }), { ...rep, own, plan }).blocks);

    expect(shown).toEqual([
      "# ✅ Synced",
      "*Left today: 109 calls*",
      "*New for you this month*: +$4,850 wholesale, +3 calls",
      "Synced Sep 29 – Oct 28. Updated 2:05 PM EDT",
    ]);
  });

  it("says quietly as of when each source stands, where all were read and not within minutes", () => {
    const said = (asOf: string) =>
      lines(syncReportMessage(aReport({ fishbowl: aResult({ asOf }) }), rep).blocks).slice(1);

    expect(said("2026-10-28T17:10:00.000Z")).toEqual([
      "Synced Sep 29 – Oct 28. Copper and JustCall as of 2:05 PM EDT, Fishbowl as of 1:10 PM EDT",
    ]);
    expect(said("2026-10-28T18:04:00.000Z")).toEqual([
      "Synced Sep 29 – Oct 28. Copper, JustCall, and Fishbowl as of 2:04 PM EDT",
    ]);
  });

  it("has a line a source where one needs a look, without those that are off", () => {
    const justcall = aResult({ success: false, asOf: "2026-10-24T02:10:00.000Z" });
    const fishbowl = aResult({ off: true, asOf: null });

    expect(lines(syncReportMessage(aReport({ justcall, fishbowl }), rep).blocks).slice(1, 3)).toEqual([
      "*Copper* ✅ as of 2:05 PM EDT",
      "*JustCall* ❌ could not be read; figures are from Fri 10:10 PM EDT",
    ]);
  });

  it.each([
    [1234, 1234, last(30), "Nothing new for you: this month's numbers were already up to date."],
    [1235, 1234, last(30), "*Calls this month*: 1,235 → 1,234 (−1)"],
    // Whoever reads days of last month does not read here that they brought nothing.
    [1234, 1234, SEPTEMBER, "Nothing new for you this month. *History* in Home has the days before."],
    [1234, 1236, SEPTEMBER, "*New for you this month*: +2 calls"],
  ])("says of %i calls that became %i: %s", (was, is, range, words) => {
    const of = (month: number) => ({ today, glance: [{ ...CALLS_GLANCE, month }] });

    const changes = netChanges(ownChanges(of(was), of(is)) ?? [], []);

    expect(ownChangesInWords(changes, synced(range))).toBe(words);
  });

  it("tells what fell before what rose, the sign before the amount", () => {
    const changes = [
      { type: "new_sales_wholesale", unit: "dollars", change: -11_125.6, month: 8_025 },
      { type: "phone_call_quantity", unit: "count", change: 3, month: 70 },
    ] as const;

    expect(ownChangesInWords(netChanges(changes, []), synced())).toBe(
      "*Wholesale this month*: $19,150.60 → $8,025.00 (−$11,125.60)\n*Also new*: +3 calls",
    );
  });

  it("asks why of each figure that fell, over this month, and of no other", () => {
    const own = [
      { type: "new_sales_wholesale", unit: "dollars", change: -11_125.6, month: 8_025 },
      { type: "phone_call_quantity", unit: "count", change: 3, month: 70 },
    ] as const;
    const pressed = (changes: readonly OwnChange[]) =>
      JSON.stringify(syncReportMessage(aReport(), { ...rep, own: netChanges(changes, []) }).blocks).match(
        /"value":"[^"]*"/g,
      );

    expect(pressed(own)).toEqual(['"value":"new_sales_wholesale me 2026-10-01 2026-10-31 0"']);
    expect(pressed(own.slice(1))).toBeNull();
  });

  it("calls nothing new on a first sync, and says what the month has come to, with what was imported before", () => {
    const sales = { ...CALLS_GLANCE, type: "new_sales_wholesale", unit: "dollars", month: 4850 } as const;
    const emails = { ...CALLS_GLANCE, type: "email_quantity", month: 0 } as const;
    const firstFigures = monthFigures({ glance: [sales, CALLS_GLANCE, emails] });

    const shown = lines(syncReportMessage(aReport(), { ...rep, firstFigures }).blocks);

    expect(shown[1]).toBe("*Your numbers are in.* This month: $4,850 wholesale, 1,234 calls");
    expect(firstFiguresInWords([])).toBe("*Your numbers are in.* You have none this month yet.");
  });

  it("says nothing of what changed across the end of a month, whose figures begin anew", () => {
    const next = { today: day("2026-11-01"), glance: [{ ...CALLS_GLANCE, month: 3 }] };
    const own = ownChanges({ today: day("2026-10-31"), glance: [CALLS_GLANCE] }, next);

    expect(own).toBeNull();
    const shown = lines(syncReportMessage(aReport(), { ...rep, own: null }).blocks);

    expect(shown.slice(1)).toEqual(["Synced Sep 29 – Oct 28. Updated 2:05 PM EDT"]);
    expect(ownChanges({ ...next, today: day("2026-11-30") }, next)).toEqual([]);
  });
});
