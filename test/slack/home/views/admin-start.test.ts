import { viewFaults } from "../../../../src/demo/slack/rules/views";
import { type AdminStart, adminStart } from "../../../../src/slack/home/views/admin-start/start-page";
import { waitingList } from "../../../../src/slack/sync/waiting/waiting";
import type { RunSummary } from "../../../../src/sync/run/run-store";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { day } from "../../../../src/time/day";
import { HOSTILE, location, many, READING, tabs } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const AT = new Date("2026-10-28T12:02:00Z");
const TOMORROW = new Date("2026-10-29T12:00:00Z");
const lee = { source: "fishbowl", name: "B. Lee", email: null, owner: "B. Lee", records: 14, value: 9120 } as const;
const desk = { source: "justcall", name: "Front Desk", email: "front.desk@acme.com", value: null } as const;
const RUN: RunSummary = {
  ...{ _id: "r1", userId: "schedule", trigger: "schedule", status: "done", errors: [] },
  dateRange: { start: "2026-09-29T04:00:00.000Z", end: "2026-10-29T04:00:00.000Z" },
  ...{ startedAt: AT, finishedAt: new Date("2026-10-28T12:02:04Z") },
};
const BROKEN: RunSummary = { ...RUN, _id: "r2", status: "failed", reason: "MongoDB is down" };
const RUNNING: RunSummary = { ...RUN, _id: "r3", status: "running", finishedAt: null };
const JUSTCALL_DOWN: Freshness = {
  ...{ source: "justcall", asOf: AT, state: "failed", stale: true },
  problem: "JustCall is down (503)",
};
const JUSTCALL_READ: Freshness = { source: "justcall", asOf: AT, state: "fresh" };
const NOTHING = waitingList({ owners: [], untyped: [] });
const LATE = {
  kind: "digest",
  to: "U0ANA",
  day: day("2026-10-28"),
  state: "unknown",
  reason: null,
  cutOffAt: AT,
} as const;

function start(fields: Partial<AdminStart> = {}): AdminStart {
  return {
    ...{ tabs, location, runs: [RUN], syncing: null, health: { kind: "never" }, deliveries: [] },
    upcoming: { at: TOMORROW, first: ["Ana", "Ben"], later: null },
    freshness: [
      { source: "copper", asOf: AT, state: "fresh" },
      { source: "justcall", asOf: AT, state: "fresh" },
      { source: "fishbowl", asOf: null, state: "never", imported: true },
    ],
    unmatched: { open: [], mappedSince: [], unknownTo: [] },
    waiting: NOTHING,
    isMatched: () => false,
    nameOf: (id) => id,
    zoneOf: () => READING.days.zone,
    ...READING,
    ...fields,
  };
}

const shown = (fields: Partial<AdminStart>) => lines(adminStart(start(fields)).blocks);

describe("the first page of an admin's Home", () => {
  it("is two lines where all is well: sources, last sync and next digests; then the ways to everything, those for every week first", () => {
    const page = shown({});

    expect(page.slice(3, 6)).toEqual([
      "✅ *All good.* Nothing waits for you.",
      "Copper and JustCall OK. Last sync 8:02 AM EDT",
      "Next digests Oct 29, 8:00 AM EDT, for 2 people",
    ]);
    const ended = { ...RUN, finishedAt: new Date(AT.getTime() + 70_000) };
    expect(shown({ runs: [ended] })[4]).toBe("Copper and JustCall OK. Last sync 8:02 AM EDT");
    const quiet = { upcoming: null, runs: [] } as const;
    const rest = "No digests coming up";
    expect(shown(quiet).slice(4, 6)).toEqual(["Copper and JustCall OK", rest]);
    const read = (["copper", "justcall", "fishbowl"] as const).map((source) => ({ ...JUSTCALL_READ, source }));
    expect(shown({ ...quiet, freshness: read }).slice(4, 6)).toEqual(["All 3 sources OK", rest]);
    expect(shown({ ...quiet, freshness: [JUSTCALL_DOWN] })).toContain("No digests coming up");
    expect(page.slice(6).filter((line) => /^[#*]/.test(line))).toEqual([
      "# Manage",
      "*Setup*: who may do what, what is posted, and which days count",
    ]);
    expect(pressable(adminStart(start()).blocks).slice(3)).toEqual([
      "sync_now",
      ...["runs", "imports", "people", "health", "roles", "teams", "boards", "settings"].map((part) => `home_${part}`),
    ]);
  });

  it("says who gets the next digest, and at what hour of theirs", () => {
    const dev = { at: new Date("2026-10-29T02:30:00Z"), first: ["Dev <b>"], later: null };
    const said = (zone: string) => shown({ upcoming: dev, zoneOf: () => zone })[5];

    expect(said("Asia/Kolkata")).toBe("Next digest 10:30 PM EDT, for Dev &lt;b&gt; (8:00 AM there)");
    expect(said("America/New_York")).toBe("Next digest 10:30 PM EDT, for Dev &lt;b&gt;");
  });

  it("leads with what is broken, each with what mends it", () => {
    const owners = [{ ...desk, owner: "front.desk@acme.com", records: 2 }, lee];
    const untyped = [{ name: "Ping <House>", records: 3, amount: 5_510_300 }];
    const broken = {
      freshness: [JUSTCALL_DOWN],
      deliveries: [LATE, { ...LATE, day: day("2026-10-20") }, { ...LATE, state: "sent" as const }],
      unmatched: { open: owners, mappedSince: [{ ...lee, name: "C. Day", userId: "Ana" }], unknownTo: [] },
      waiting: waitingList({ owners, untyped }),
    };
    const page = shown(broken);

    expect(
      page.slice(
        3,
        page.findIndex((line) => line.startsWith("Last sync ")),
      ),
    ).toEqual([
      "# 1 problem: JustCall can't be read; 1 warning",
      expect.stringMatching(/^❌ \*Calls and talk time may be missing since .*8:02 AM EDT.*\*$/),
      "JustCall is down (503).",
      "⚠️ *1 message may not have arrived*",
      "• the digest of <@U0ANA> for Wed, Oct 28 may or may not have arrived, and won't be posted again; ask them, and if it's missing, have them type `/goals digest send`",
      "# 3 things wait for you: $64,223 and 2 calls uncredited",
      "⚠️ *$55,103* from 1 customer with no account type: Ping &lt;House&gt; $55,103",
      "[account_types]",
      '⚠️ *$9,120* waits for a match: Fishbowl sales rep "B. Lee", 14 orders',
      '⚠️ *2 calls* wait for a match: JustCall agent "Front Desk"',
      "Uncredited: in no one's numbers yet, last 30 days",
      "✅ *C. Day* → Ana: credited from the next sync.",
      "[recompute]",
    ]);
    const { blocks } = adminStart(start(broken));
    expect(pressable(blocks).slice(3, 9)).toEqual(["sync_now", "account_types", "map", "map", "recompute", "sync_now"]);
    expect(JSON.stringify(blocks).match(/"style":"primary"/g)).toHaveLength(1);
  });

  it("says what is right beside what is broken, and when the next sync is", () => {
    const copper = { source: "copper", asOf: AT, state: "fresh" } as const;
    const waits = { source: "fishbowl", asOf: null, state: "never", imported: true } as const;
    const page = (fields: Partial<AdminStart>) =>
      shown({ freshness: [JUSTCALL_DOWN, copper, waits], ...fields }).join("\n");

    expect(page({ next: new Date("2026-10-29T06:30:00Z") })).toMatch(
      /JustCall is down \(503\)\. I'll try again .*Oct 29, 2:30 AM EDT.*\.\nCopper is up to date\. Last sync /,
    );
    expect(page({ next: null })).toMatch(/\nCopper is up to date\. Last sync /);
    expect(shown({ next: TOMORROW }).join("\n")).not.toContain("Next sync");
  });

  it("has one button named Sync now, whatever is broken: beside a source and a sync that broke stands Try again", () => {
    const blocks = adminStart(start({ freshness: [JUSTCALL_DOWN], runs: [BROKEN] })).blocks;
    const named = (name: string) => JSON.stringify(blocks).split(`"text":"${name}"`).length - 1;

    expect([named("Sync now"), named("Try again")]).toEqual([1, 2]);
  });

  it.each<readonly [string, Partial<AdminStart>]>([
    [
      "somebody unmatched for whom no record waits",
      { unmatched: { open: [{ ...lee, records: 0 }], mappedSince: [], unknownTo: [] } },
    ],
    [
      "a source that waits for its first import",
      { freshness: [{ source: "fishbowl", asOf: null, state: "fresh", imported: true, stale: true }] },
    ],
    ["a digest that was skipped, since nobody wanted it", { deliveries: [{ ...LATE, state: "skipped" }] }],
    [
      "a digest that is looked up and may be posted again",
      { deliveries: [{ ...LATE, cutOffAt: new Date("2099-01-01T00:00:00Z") }] },
    ],
    ["a sync that broke before the last one, or one that runs", { runs: [RUNNING, RUN, BROKEN] }],
  ])("calls nothing broken that is not: %s", (_, fields) => {
    expect(shown(fields)).toEqual(expect.arrayContaining([expect.stringContaining("All good")]));
  });

  it("says that the last sync that ended broke, why, and what to do, and how to start the first one", () => {
    const page = shown({ runs: [RUNNING, BROKEN, RUN] });

    expect(page[3]).toBe("# 1 problem");
    expect(page[4]).toMatch(/^❌ \*The last sync failed\*, .*8:02 AM EDT.*: MongoDB is down$/);
    expect(page.join("\n")).not.toContain("All good");
    expect(shown({ runs: [] })).toContain("No sync yet. Press *Sync now* to read your data sources.");
  });

  it("stays within Slack's limits with thousands of hostile names, and leads on to the rest", () => {
    const open = many(3_000, (index) => ({
      ...lee,
      name: `${HOSTILE}${index}`,
      owner: `${HOSTILE.slice(0, 400)}${index}`,
    }));
    const view = adminStart(
      start({
        waiting: waitingList({ owners: open, untyped: [{ name: HOSTILE, records: 1, amount: 100 }] }),
        unmatched: { open, mappedSince: open.map((one) => ({ ...one, userId: HOSTILE })), unknownTo: [] },
        deliveries: many(500, () => ({ ...LATE, reason: HOSTILE })),
        freshness: [{ ...JUSTCALL_DOWN, problem: HOSTILE }],
        runs: many(5, () => ({ ...RUN, status: "failed", reason: HOSTILE, userId: HOSTILE })),
        nameOf: () => HOSTILE,
      }),
    );

    expect(viewFaults(view, "home")).toEqual([]);
    expect(JSON.stringify(lines(view.blocks))).not.toMatch(/<!channel>/);
    expect(JSON.stringify(view.blocks)).toContain("See 2,997 more");
  });
});
