import type { Finding } from "../../../../src/doctor/finding";
import { type AdminStart, adminStart } from "../../../../src/slack/home/views/admin-start/start-page";
import { adminHealth } from "../../../../src/slack/home/views/health/health-page";
import { waitingList } from "../../../../src/slack/sync/waiting/waiting";
import { waitingProgress } from "../../../../src/sync/report";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { day } from "../../../../src/time/day";
import { location, READING, tabs } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const AT = new Date("2026-10-28T12:02:00Z");
const MISSED: Freshness = { source: "justcall", asOf: AT, state: "fresh", stale: true };
const DOWN: Freshness = { ...MISSED, state: "failed", problem: "JustCall is down (503)" };
const FOUND_ONE = "❌ *The health check found 1 problem*";
const fault = (id: string): Finding => ({ id, state: "fault", says: "Something is wrong." });
const warning = (id: string): Finding => ({ ...fault(id), state: "warning" });

function start(freshness: readonly Freshness[], findings: readonly Finding[]): AdminStart {
  return {
    ...{ tabs, location, runs: [], syncing: null, deliveries: [], upcoming: null, freshness },
    ...{
      unmatched: { open: [], mappedSince: [], unknownTo: [] },
      isMatched: () => false,
      nameOf: (id) => id,
      zoneOf: () => READING.days.zone,
      ...READING,
    },
    waiting: waitingList({ owners: [], untyped: [] }),
    health: { kind: "done", findings, at: AT, by: "U0ALEX" },
  };
}

describe("the first page of an admin's Home", () => {
  it.each<readonly [string, Parameters<typeof start>, string, readonly string[]]>([
    [
      "a problem of the check alone",
      [[MISSED], [fault("copper-key"), fault("copper-reading-failed")]],
      "# 1 problem; 1 warning",
      [FOUND_ONE],
    ],
    [
      "a problem of the check at a source that only missed a sync, beside its row",
      [[MISSED], [fault("justcall-key-refused")]],
      "# 1 problem",
      [FOUND_ONE],
    ],
    ["a source that only missed a sync", [[MISSED], []], "# 1 warning", []],
    [
      "a source that can't be read, whose row says what the check found",
      [[DOWN], [fault("justcall-unreachable")]],
      "# 1 problem: JustCall can't be read",
      [],
    ],
    [
      "a source that can't be read, and one more problem with it",
      [[DOWN], [fault("justcall-unreachable"), fault("justcall-clock")]],
      "# 2 problems",
      [FOUND_ONE],
    ],
    [
      "a warning of the check alone",
      [[], [warning("slack-clock")]],
      "# 1 warning",
      ["⚠️ *The health check found 1 warning*"],
    ],
    [
      "a warning of the check beside a problem and a source that only missed a sync",
      [[MISSED], [fault("copper-key"), warning("slack-clock"), warning("fishbowl-untyped")]],
      "# 1 problem; 2 warnings",
      ["❌ *The health check found 1 problem and 1 warning*"],
    ],
    [
      "a warning of the check at a source that only missed a sync, whose row says one",
      [[MISSED], [warning("justcall-clock")]],
      "# 1 warning",
      [],
    ],
  ])("counts problems and warnings as the health page does: %s", (_, found, leads, rows) => {
    const values = start(...found);
    const page = lines(adminStart(values).blocks);

    expect(page[3]).toBe(leads);
    expect(lines(adminHealth(values).blocks)[1]).toBe(
      `# Health: ${leads.slice(2).replace(": JustCall can't be read", "")}`,
    );
    expect(page.filter((line) => line.includes("health check"))).toEqual(rows);
    expect(page.join("\n")).not.toMatch(/fine|All good/);
  });

  const show: Finding = {
    ...warning("copper-unmatched"),
    owners: [{ source: "copper", owner: "900207", name: "Trade Show", says: 'No Slack match for "Trade Show".' }],
  };
  const orders: Finding = {
    ...warning("fishbowl-salesmen"),
    owners: [{ source: "fishbowl", owner: "B. Lee", name: "B. Lee", says: "B. Lee isn't matched: 14 orders." }],
  };
  const lee = { source: "fishbowl", owner: "B. Lee", name: "B. Lee", records: 14, value: 9_120 } as const;
  const run: AdminStart["runs"][number] = {
    ...{ _id: "r1", userId: "schedule", trigger: "schedule", status: "done", errors: [] },
    dateRange: { start: "2026-09-29T04:00:00.000Z", end: "2026-10-29T04:00:00.000Z" },
    ...{ startedAt: AT, finishedAt: AT },
  };
  const broken = { ...run, status: "failed", reason: "MongoDB is down" } as const;
  const lost: AdminStart["deliveries"][number] = {
    ...{ kind: "digest", to: "U0ANA", day: day("2026-10-28"), state: "failed", reason: "channel_not_found" },
    cutOffAt: AT,
  };
  const both = (found: readonly Finding[], more: Partial<AdminStart>) => {
    const values = { ...start([], found), runs: [run], ...more };
    return [adminStart(values), adminHealth(values)].map(({ blocks }) => lines(blocks));
  };

  it.each<readonly [string, Parameters<typeof both>, string, string]>([
    ["a last sync that broke", [[], { runs: [broken] }], "1 problem", "The last sync failed"],
    ["a message that did not arrive", [[], { deliveries: [lost] }], "1 warning", "1 message may not have arrived"],
    ["orders of somebody unmatched, older than what waits", [[orders], {}], "1 warning", "needs a look"],
  ])("says so as the health page does of %s", (_, given, count, says) => {
    const [first = [], health = []] = both(...given);

    expect([first[3], health[1]]).toEqual([`# ${count}`, `# Health: ${count}`]);
    expect(health.join("\n")).toContain(says);
    expect([...first, ...health].join("\n")).not.toMatch(/All good|No problems/);
  });

  it("offers no other sync on either page while one runs that its reader asked for", () => {
    const pages = (syncing: AdminStart["syncing"]) => {
      const values = { ...start([DOWN], []), runs: [broken], syncing };
      return [adminStart(values), adminHealth(values)].map(({ blocks }) => pressable(blocks).includes("sync_now"));
    };

    expect([pages(null), pages(waitingProgress())]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it.each<readonly [string, Partial<AdminStart>]>([
    ["without records", {}],
    ["without records, once they are matched", { isMatched: () => true }],
  ])("calls all good as the health page does where a user of a source is matched with nobody, %s", (_, more) => {
    const [first = [], health = []] = both([show], more);

    expect([first[3], health[1], health[2]]).toEqual([
      "✅ *All good.* Nothing waits for you.",
      "# Health",
      "✅ *All good*",
    ]);
    expect(health.filter((line) => line.includes("atch"))).toEqual(
      more.isMatched === undefined ? ["➖ *Not matched in Slack*", '• No Slack match for "Trade Show".'] : [],
    );
  });

  it("counts what waits as no warning, which it is neither on the health page", () => {
    const [first = [], health = []] = both([show, orders], { waiting: waitingList({ owners: [lee], untyped: [] }) });

    expect([first[3], health[1]]).toEqual(["# 1 thing waits for you: $9,120 uncredited", "# Health"]);
  });

  it("says by the last syncs, check or no check, how many records count that a source doesn't answer for", () => {
    const unanswered = [
      { day: day("2026-10-20"), records: 11 },
      { day: day("2026-10-21"), records: 1 },
    ];
    const read: Freshness = { source: "justcall", asOf: AT, state: "fresh", unanswered };
    const found: Finding = { ...warning("justcall-unanswered"), says: "It was 40." };
    const says = "⚠️ JustCall doesn't say whether 12 records of Oct 20–21 still exist; they count until it does.";
    const checked = start([read], [found]);

    for (const values of [checked, { ...checked, health: { kind: "never" } as const }]) {
      expect(lines(adminStart(values).blocks).slice(3, 6)).toEqual(["# 1 warning", says, "No digests coming up"]);
    }
    const missed = start([{ ...read, stale: true }], []);
    const missing = ["⚠️ *Calls and talk time may be missing since 8:02 AM EDT*", "JustCall missed the latest sync."];
    expect(lines(adminStart(missed).blocks).slice(3, 8)).toEqual([
      "# 2 warnings",
      ...missing,
      says,
      "No digests coming up",
    ]);
    expect(lines(adminHealth(missed).blocks)[1]).toBe("# Health: 2 warnings");
    const off = lines(adminStart(start([{ ...read, state: "off" }], [])).blocks);
    expect(off.join("\n")).not.toContain("12 records");
  });
});
