import type { Finding } from "../../../../src/doctor/finding";
import { type AdminStart, adminStart } from "../../../../src/slack/home/views/admin-start/start-page";
import { adminHealth } from "../../../../src/slack/home/views/health/health-page";
import { waitingList } from "../../../../src/slack/sync/waiting/waiting";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { day } from "../../../../src/time/day";
import { location, READING, tabs } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

const AT = new Date("2026-10-28T12:02:00Z");
const MISSED: Freshness = { source: "justcall", asOf: AT, state: "fresh", stale: true };
const DOWN: Freshness = { ...MISSED, state: "failed", problem: "JustCall is down (503)" };
const FOUND_ONE = "❌ *The health check found 1 problem*";
const fault = (id: string): Finding => ({ id, state: "fault", says: "Something is wrong." });
const warning = (id: string): Finding => ({ ...fault(id), state: "warning" });

function start(freshness: readonly Freshness[], findings: readonly Finding[]): AdminStart {
  return {
    ...{ tabs, location, runs: [], syncing: null, deliveries: [], upcoming: null, freshness },
    ...{ unmatched: { open: [], mappedSince: [], unknownTo: [] }, nameOf: (id) => id, ...READING },
    waiting: waitingList({ owners: [], untyped: [] }),
    health: { kind: "done", findings, at: AT, by: "U0ALEX" },
  };
}

describe("the first page of an admin's Home", () => {
  it.each<readonly [string, Parameters<typeof start>, string, readonly string[]]>([
    [
      "a problem of the check alone",
      [[MISSED], [fault("copper-key"), fault("copper-reading-failed")]],
      "# 1 problem · 1 warning",
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
      "# 1 problem",
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
      "# 1 problem · 2 warnings",
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
    expect(lines(adminHealth({ ...values, isMatched: () => false }).blocks)[1]).toBe(`# Health: ${leads.slice(2)}`);
    expect(page.filter((line) => line.includes("health check"))).toEqual(rows);
    expect(page.join("\n")).not.toMatch(/fine|All good/);
  });

  it("says by the last syncs, check or no check, how many records count that a source doesn't answer for", () => {
    const unanswered = [
      { day: day("2026-10-20"), records: 11 },
      { day: day("2026-10-21"), records: 1 },
    ];
    const read: Freshness = { source: "justcall", asOf: AT, state: "fresh", unanswered };
    const found: Finding = { ...warning("justcall-unanswered"), says: "It was 40." };
    const says = "⚠️ JustCall doesn't say whether 12 records of Oct 20 – Oct 21 still exist; they count until it does.";
    const checked = start([read], [found]);

    for (const values of [checked, { ...checked, health: { kind: "never" } as const }]) {
      expect(lines(adminStart(values).blocks).slice(3, 6)).toEqual(["# 1 warning", says, "No digests coming up"]);
    }
    const off = lines(adminStart(start([{ ...read, state: "off" }], [])).blocks);
    expect(off.join("\n")).not.toContain("12 records");
  });
});
