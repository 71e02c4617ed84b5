import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { sourceSections } from "../../../src/slack/sync/report-details";
import { syncReportMessage } from "../../../src/slack/sync/report-view";
import { fits } from "../../../src/slack/ui/blocks";
import type { SyncReport, Unmatched } from "../../../src/sync/report";
import { zoneDays } from "../../../src/time/day";
import { aReport, aResult } from "../../support/builders/reports";
import { lines, pressable } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z"), canApprove: true };
const hostile = "<!channel> *x* <http://evil|click>";

/** What is behind *Details*. */
function details({ results }: SyncReport): readonly string[] {
  return lines(sourceSections(results, reading));
}

function words(report: SyncReport): readonly string[] {
  return lines(syncReportMessage(report, reading).blocks);
}

describe("syncReportMessage", () => {
  it("says in words what a good sync brought", () => {
    const report = aReport({
      copper: aResult({
        records: 1204,
        counting: 1180,
        notCounting: { "not over yet": 4, "inbound email": 20 },
        matched: [
          { userId: "U0ANA", name: "Ana" },
          { userId: "U0BOB", name: "Bob" },
        ],
        metrics: { created: 12, updated: 3, unchanged: 40, removed: 1 },
      }),
      justcall: aResult({
        records: 1,
        counting: 1,
        matched: [{ userId: "U0BOB", name: "Bob" }],
        unmatched: [
          { name: "Ana", email: "ana@acme.com", userId: "U0ANA" },
          { name: "Eve", email: "eve@acme.com", records: 1 },
        ],
      }),
      fishbowl: aResult({ unmatched: [{ name: "B. Lee", email: null, records: 14, value: 9120 }] }),
    });

    expect(syncReportMessage(report, reading).text).toBe(
      "✅ Synced Sep 29 – Oct 28. Copper: 1,204 records, 1,180 counted. JustCall: 1 record, counted. Fishbowl: no records.",
    );
    expect(words(report)).toEqual([
      "# ✅ Synced, 2 things wait",
      "*$9,120 and 1 call uncredited*",
      '⚠️ *$9,120* waits for a match: Fishbowl sales rep "B. Lee", 14 orders',
      '⚠️ *1 call* waits for a match: JustCall agent "Eve"',
      "*Copper* ✅ 12 daily totals new, 3 changed, 1 fell to zero",
      "*JustCall* ✅ nothing new",
      "*Fishbowl* ✅ no records",
      "[sync_details]",
      "Synced Sep 29 – Oct 28. As of 2:05 PM EDT",
    ]);
    expect(pressable(syncReportMessage(report, reading).blocks)).toEqual(["map", "map", "sync_details"]);
    expect(JSON.stringify(syncReportMessage(report, reading)).match(/"style":"primary"/g)).toHaveLength(1);
    expect(details(report)).toEqual([
      "*Copper* ✅ as of 2:05 PM EDT",
      "1,204 records, 1,180 counted; not counted: inbound email (20), not over yet (4)",
      "Matched 2 people: Ana, Bob",
      "Daily totals: 12 new, 3 changed, 1 fell to zero, 40 unchanged",
      "*JustCall* ✅ as of 2:05 PM EDT",
      "1 record, counted",
      "Matched 1 person: Bob",
      '• No Slack match for JustCall agent "Eve" (eve@acme.com): 1 record',
      "• JustCall has no user with ana@acme.com",
      "Daily totals: 0 unchanged",
      "*Fishbowl* ✅ as of 2:05 PM EDT",
      "no records",
      "No one matched",
      '• Sales rep "B. Lee" isn\'t matched to anyone: 14 orders, $9,120',
      "Daily totals: 0 unchanged",
    ]);
  });

  it("names what waits for an account type too, the most money first, with the button that says how to set it", () => {
    const fishbowl = aResult({
      unmatched: [{ name: "B. Lee", email: null, owner: "B. Lee", records: 14, value: 9120 }],
    });
    const untyped = [
      { name: "Ping <House>", records: 8, amount: 5_510_300 },
      { name: "B", records: 1, amount: 7_550 },
      { name: null, records: 1, amount: 100 },
    ];
    const { blocks } = syncReportMessage(aReport({ fishbowl }), { ...reading, untyped });

    expect(lines(blocks.filter(({ type }) => type !== "actions")).slice(1, 4)).toEqual([
      "*$64,299.50 uncredited*",
      "⚠️ *$55,179.50* from 3 customers with no account type: Ping &lt;House&gt; $55,103, B $75.50 and 1 more",
      '⚠️ *$9,120* waits for a match: Fishbowl sales rep "B. Lee", 14 orders',
    ]);
    expect(pressable(blocks)).toEqual(["account_types", "map", "sync_details"]);
    expect(JSON.stringify(blocks).match(/"style":"primary"/g)).toHaveLength(1);
  });

  it("shows four things that wait at most, those with most records first, and says where the rest is", () => {
    const unmatched = Array.from({ length: 9 }, (_, at) => ({ name: `Rep ${at}`, email: null, records: at }));

    expect(words(aReport({ fishbowl: aResult({ unmatched }) })).slice(1, 7)).toEqual([
      "*36 orders uncredited*",
      '⚠️ *8 orders* wait for a match: Fishbowl sales rep "Rep 8"',
      '⚠️ *7 orders* wait for a match: Fishbowl sales rep "Rep 7"',
      '⚠️ *6 orders* wait for a match: Fishbowl sales rep "Rep 6"',
      '⚠️ *5 orders* wait for a match: Fishbowl sales rep "Rep 5"',
      "4 more: see *Admin* in Home",
    ]);
  });

  it("says how old the figures of a switched-off source are, and what is good to know of the others", () => {
    const report = aReport({
      copper: aResult({ off: true, asOf: "2026-10-24T02:10:00.000Z" }),
      justcall: aResult({ notes: ["JustCall gives calls of the last three months only."] }),
    });

    expect(words(report)).toContain("*Copper* ➖ off; figures from Fri 10:10 PM EDT");
    expect(details(report).slice(1, 6)).toEqual([
      "*JustCall* ✅ as of 2:05 PM EDT",
      "no records",
      "No one matched",
      "Daily totals: 0 unchanged",
      "JustCall gives calls of the last three months only.",
    ]);
  });

  it("says how many records count though their source doesn't say whether they still exist", () => {
    const report = aReport({ justcall: aResult({ unanswered: 12 }), copper: aResult({ unanswered: 1 }) });

    expect(words(report).slice(1, 4)).toEqual([
      "*Copper*, *JustCall*, and *Fishbowl* ✅ no records",
      "Copper doesn't say whether 1 record still exists; it counts until it does.",
      "JustCall doesn't say whether 12 records still exist; they count until it does.",
    ]);
  });

  it("says behind Details how many records were counted, and why the others are not", () => {
    const kinds = ["Void", "Estimate", "Expired", "Cancelled"].map((kind, at) => [`order is ${kind}`, 9 - at]);
    const notCounting = { ...Object.fromEntries(kinds), a: 3, b: 2, c: 1 };
    const report = aReport({ fishbowl: aResult({ records: 76, counting: 40, notCounting }) });

    expect(words(report)).toContain("*Copper* and *JustCall* ✅ no records");
    expect(words(report)).toContain("*Fishbowl* ✅ nothing new");
    expect(details(report)).toContain(
      "76 records, 40 counted; not counted: 9 void orders, 8 estimates, 7 expired orders, 6 canceled orders, a (3), b (2), c (1)",
    );
  });

  it("cuts lists short and says how many more there are", () => {
    const matched = Array.from({ length: 24 }, (_, index) => ({ userId: `U${index}`, name: `Rep ${index}` }));
    const shown = Array.from({ length: 12 }, (_, index) => `Rep ${index}`).join(", ");

    expect(details(aReport({ copper: aResult({ matched }) }))).toContain(`Matched 24 people: ${shown} and 12 more`);
  });

  it.each([
    ["hostile", hostile.repeat(20)],
    ["nothing but ampersands", "&".repeat(400)],
    ["ordinary", "Maximiliane Featherstonehaugh"],
  ])("stays within Slack's limits with 1,000 people whose names are %s", (_case, name) => {
    const matched = Array.from({ length: 1000 }, (_, index) => ({ userId: `U${index}`, name }));
    const unmatched: Unmatched[] = matched.map(({ userId }) => ({
      name,
      email: `${name}@acme.com`,
      userId,
      records: 9,
    }));
    const notCounting = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`reason ${index} ${name}`, 3]));
    const source = aResult({ matched, unmatched, notCounting });
    const errors = Array.from({ length: 100 }, () => ({
      source: "slack" as const,
      kind: "bug",
      message: name.repeat(9),
    }));

    const message = syncReportMessage(aReport({ copper: source, justcall: source, fishbowl: source, errors }), reading);

    const sections = sourceSections(aReport({ copper: source, justcall: source, fishbowl: source }).results, reading);

    expect(fits(message)).toBe(true);
    expect(blockFaults(sections, "modal")).toEqual([]);
    expect(JSON.stringify([message, sections])).not.toMatch(/<!(?!date)|<http/);
  });

  it("lets no name ping, link or format", () => {
    const report = aReport({
      copper: aResult({ matched: [{ userId: "U1", name: hostile }] }),
      fishbowl: aResult({ unmatched: [{ name: hostile, email: null }] }),
    });

    expect(details(report).filter((line) => line.includes("channel"))).toEqual([
      "Matched 1 person: &lt;!channel&gt; ∗x∗ &lt;http://evil|click&gt;",
      '• Sales rep "&lt;!channel&gt; ∗x∗ &lt;http://evil|click&gt;" isn\'t matched to anyone',
    ]);
  });
});
