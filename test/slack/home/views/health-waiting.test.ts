import type { Finding } from "../../../../src/doctor/finding";
import type { HealthState } from "../../../../src/slack/home/health";
import { MY_PAGE } from "../../../../src/slack/home/location";
import { type AdminHealth, adminHealth } from "../../../../src/slack/home/views/health/health-page";
import { waitingList } from "../../../../src/slack/sync/waiting/waiting";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { day } from "../../../../src/time/day";
import { READING } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

const read = (source: Freshness["source"], other: Partial<Freshness> = {}): Freshness => {
  return { source, asOf: new Date("2026-10-28T18:01:00Z"), state: "fresh", ...other };
};
const page = (health: HealthState, more: Partial<AdminHealth> = {}) =>
  adminHealth({
    ...{ location: { ...MY_PAGE, tab: "admin", part: "health" }, health, freshness: [read("copper")], syncing: null },
    ...{ unmatched: { open: [], mappedSince: [], unknownTo: [] }, isMatched: () => false, nameOf: (id) => id },
    waiting: waitingList({ owners: [], untyped: [] }),
    ...{ runs: [], deliveries: [] },
    ...READING,
    ...more,
  });
const done = (findings: readonly Finding[], more: Partial<AdminHealth> = {}) =>
  page({ kind: "done", by: "U0ALEX", at: new Date("2026-10-28T18:04:00Z"), findings }, more);
const shown = (blocks: ReturnType<typeof page>["blocks"]) => lines(blocks).slice(2);
const lee = { source: "fishbowl", owner: "B. Lee", name: "B. Lee", says: 'Sales rep "B. Lee" is nobody.' } as const;
const salesmen: Finding = {
  ...{ id: "fishbowl-salesmen", state: "warning", says: "Orders wait.", todo: "Match each." },
  owners: [lee, { ...lee, owner: "C. Day", name: "C. Day", says: 'Sales rep "C. Day" is nobody.' }],
};

describe("what is wrong and what waits on the health page", () => {
  it("says of a problem first what people miss, then why, then what to do and when the next sync is", () => {
    const down: Finding = {
      ...{
        id: "justcall-unreachable",
        state: "fault",
        says: "JustCall is down (503).",
        todo: "Nothing to do: it's theirs.",
      },
      sync: { days: "last-30-days", isRemedy: false },
    };
    const freshness = [read("justcall", { state: "failed", stale: true })];
    const next = new Date("2026-10-29T06:30:00Z");

    const { blocks } = done([down], { freshness, next });
    expect(shown(blocks).slice(0, -2)).toEqual([
      "❌ *Calls and talk time may be missing since 2:01 PM EDT*",
      "JustCall is down (503).",
      "Nothing to do: it's theirs, and I'll try again Oct 29, 2:30 AM EDT.",
    ]);
    // Its button is not what to do first, unless no sync is coming.
    expect(JSON.stringify(blocks)).not.toContain('"style":"primary"');
    expect(JSON.stringify(done([down], { freshness }).blocks)).toContain('"style":"primary"');
    const problem = [read("justcall", { state: "failed", problem: "JustCall is down (503)" })];
    expect(shown(page({ kind: "never" }, { freshness: problem, next }).blocks)).toContain(
      "JustCall is down (503). I'll try again Oct 29, 2:30 AM EDT.",
    );
    expect(shown(page({ kind: "never" }, { freshness, next }).blocks).slice(0, -2)).toEqual([
      "❌ *Calls and talk time may be missing since 2:01 PM EDT*",
      "JustCall can't be read. I'll try again Oct 29, 2:30 AM EDT.",
    ]);
  });

  it("says what waits in one line, with the button to the list, before a check and after it, and of nobody twice", () => {
    const owners = [{ ...lee, records: 14, value: 9_120 }];
    const waiting = waitingList({ owners, untyped: [{ name: "Ping House", records: 3, amount: 5_510_300 }] });
    const waits = "⚠️ *2 things wait for you: $64,223 uncredited*";
    const untyped: Finding = { id: "fishbowl-untyped", state: "warning", says: "It waits.", todo: "Set it." };
    const before = page({ kind: "never" }, { waiting });
    const after = done([salesmen, untyped], { waiting, freshness: [read("fishbowl")] });

    expect(shown(before.blocks).slice(1, -2)).toEqual([waits, "✅ *Copper*: up to date as of 2:01 PM EDT"]);
    expect(before.blocks.filter((block) => "accessory" in block)).toMatchObject([
      { accessory: { action_id: "home_admin", text: { text: "See what waits" } } },
    ]);
    expect(lines(after.blocks)[1]).toBe("# Health: 1 warning");
    expect(shown(after.blocks).slice(0, -2)).toEqual([
      "⚠️ *Fishbowl*: needs a look, as of 2:01 PM EDT",
      '• Sales rep "C. Day" is nobody.',
      waits,
    ]);
  });

  it("says before a check, too, how many records count that a source doesn't answer for, and what settles it", () => {
    const freshness = [read("justcall", { unanswered: [{ day: day("2026-10-20"), records: 12 }] })];
    const { blocks } = page({ kind: "never" }, { freshness });

    expect(lines(blocks)[1]).toBe("# Health: 1 warning");
    expect(shown(blocks).slice(0, 3)).toEqual([
      "⚠️ *JustCall*: needs a look, as of 2:01 PM EDT",
      "JustCall doesn't say whether 12 records of Oct 20 still exist; they count until it does.",
      "*What to do:* Run /sync: it settles this once JustCall lists other records of the days it reads. If this stays, look there whether they were deleted.",
    ]);
  });

  it("calls all good only where nothing waits", () => {
    const waiting = waitingList({ owners: [{ ...lee, records: 14, value: 9_120 }], untyped: [] });

    expect(shown(done([]).blocks)[0]).toBe("✅ *All good*");
    expect(shown(done([], { waiting }).blocks)[0]).toBe("✅ *No problems found*");
  });
});
