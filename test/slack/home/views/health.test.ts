import { viewFaults } from "../../../../src/demo/slack/rules/views";
import type { Finding } from "../../../../src/doctor/finding";
import type { HealthState } from "../../../../src/slack/home/health";
import { MY_PAGE } from "../../../../src/slack/home/location";
import { type AdminHealth, adminHealth } from "../../../../src/slack/home/views/health/health-page";
import { waitingList } from "../../../../src/slack/sync/waiting/waiting";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { READING } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const HOSTILE = "<!channel> *x* `y` & <https://evil.example|click> ".repeat(60);
const location = { ...MY_PAGE, tab: "admin" as const, part: "health" as const };
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const read = (source: Freshness["source"], other: Partial<Freshness> = {}): Freshness => {
  return { source, asOf: new Date("2026-10-28T18:01:00Z"), state: "fresh", ...other };
};
const FRESH = [read("copper"), read("justcall"), read("fishbowl", { state: "off", asOf: null })];
const NOBODY: Pick<AdminHealth, "unmatched" | "waiting" | "isMatched" | "syncing" | "runs" | "deliveries"> = {
  waiting: waitingList({ owners: [], untyped: [] }),
  ...{ runs: [], deliveries: [] },
  ...{ unmatched: { open: [], mappedSince: [], unknownTo: [] }, isMatched: () => false, syncing: null },
};
const page = (
  health: HealthState,
  { name = "Alex <b>", freshness = FRESH, ...more }: Partial<AdminHealth> & { readonly name?: string } = {},
) => adminHealth({ location, health, freshness, nameOf: () => name, ...NOBODY, ...READING, ...more });
const done = (findings: readonly Finding[], more: Partial<AdminHealth> = {}) =>
  page({ kind: "done", by: "U0ALEX", at: new Date("2026-10-28T18:04:00Z"), findings }, more);
const shown = (blocks: ReturnType<typeof page>["blocks"]) => lines(blocks).slice(2);
const title = (blocks: ReturnType<typeof page>["blocks"]) => lines(blocks)[1];

const key: Finding = {
  id: "copper-key-refused",
  state: "fault",
  says: "Copper refused (401).",
  todo: "Make a new key.",
};
const desk: Finding = {
  id: "justcall-unmatched",
  state: "warning",
  says: "'Front *Desk*' is nobody.",
  todo: "Map it.",
};
const lee = { source: "fishbowl", owner: "B. Lee", name: "B. Lee", says: 'Sales rep "B. Lee" is nobody.' } as const;
const salesmen: Finding = {
  ...{ id: "fishbowl-salesmen", state: "warning", says: "Orders wait.", todo: "Match each." },
  owners: [lee, { ...lee, owner: "C. Day", name: "C. Day", says: 'Sales rep "C. Day" is nobody.' }],
};
const zone: Finding = { id: "zone", state: "ok", says: "Days are those of <Los Angeles>." };

describe("the admin's health page", () => {
  it("says what the check looks at before there was one, and how each source is by the last sync, the worst first", () => {
    const down = read("justcall", { state: "failed", stale: true, problem: "JustCall is down (503)." });
    const { blocks } = page(
      { kind: "never" },
      { freshness: [read("copper"), down, read("fishbowl", { stale: true })] },
    );

    expect(lines(blocks).join("\n")).toContain("It takes a minute or two and changes nothing.");
    expect(pressable(blocks).slice(1)).toEqual(["sync_now", "sync_now", "run_check"]);
    expect(JSON.stringify(blocks).match(/"style":"primary"/g)).toHaveLength(1);
    expect(title(blocks)).toBe("# Health: 1 problem; 1 warning");
    expect(shown(blocks).slice(0, 5)).toEqual([
      "❌ *Calls and talk time may be missing since 2:01 PM EDT*",
      "JustCall is down (503).",
      "⚠️ *Sales may be missing since 2:01 PM EDT*",
      "Fishbowl missed the latest sync.",
      "✅ *Copper*: up to date as of 2:01 PM EDT",
    ]);
  });

  it("keeps the last result while another check runs, and says beside each that it is checked", () => {
    const last = { kind: "done" as const, by: "U0BEN", at: new Date("2026-10-28T18:04:00Z"), findings: [desk] };
    const { blocks } = page({ kind: "running", by: "U0ALEX", since: READING.now, last });

    expect(shown(blocks)).toEqual([
      "⏳ *Checking…* Alex &lt;b&gt; started it at 2:06 PM EDT. Results appear here on their own, within a minute or so.",
      "⚠️ *JustCall*: needs a look, as of 2:01 PM EDT; ⏳ checking…",
      "'Front ∗Desk∗' is nobody.",
      "*What to do:* Map it.",
      "✅ *Copper*: up to date as of 2:01 PM EDT; ⏳ checking…",
      "➖ *Fishbowl*: off",
      "Checked 2 minutes ago by Alex &lt;b&gt; (2:04 PM EDT)",
    ]);
  });

  it("names faults first, each with what to do, then warnings, then how many checks passed, of what has no problem", () => {
    const access: Finding = { id: "copper-access", state: "ok", says: "Copper sees everyone." };
    const { blocks } = done([key, desk, zone, { ...zone, says: "Clocks agree." }, access]);

    expect(shown(blocks)).toEqual([
      "❌ *Copper*: problem, as of 2:01 PM EDT",
      "Copper refused (401).",
      "*What to do:* Make a new key.",
      "⚠️ *JustCall*: needs a look, as of 2:01 PM EDT",
      "'Front ∗Desk∗' is nobody.",
      "*What to do:* Map it.",
      "➖ *Fishbowl*: off",
      "✅ *2 checks passed*",
      "Checked 2 minutes ago by Alex &lt;b&gt; (2:04 PM EDT)",
      "[run_check]",
    ]);
    expect(title(blocks)).toBe("# Health: 1 problem; 1 warning");
  });

  it("lists what passed by what it is about, once that is asked for, and folds it again", () => {
    const token: Finding = { id: "slack-token", state: "ok", says: "Slack accepts the token." };
    const found = [zone, token, { ...zone, says: "Clocks agree." }];
    const open = done(found, { location: { ...location, details: true } });
    const value = (blocks: typeof open.blocks) =>
      /"action_id":"health_details","text":\{"type":"plain_text","text":"(\w+) details","emoji":true\},"value":"([^}]*)/.exec(
        JSON.stringify(blocks),
      );

    expect(shown(open.blocks).slice(4, -2)).toEqual([
      "✅ *3 checks passed*",
      "✅ *Slack*: 1 check",
      "• Slack accepts the token.",
      "✅ *Totals and system*: 2 checks",
      "• Days are those of &lt;Los Angeles&gt;.",
      "• Clocks agree.",
    ]);
    expect(value(open.blocks)?.[1]).toBe("Hide");
    expect(value(open.blocks)?.[2]).toContain('\\"details\\":false');
    expect(value(done(found).blocks)?.[1]).toBe("Show");
    expect(value(done(found).blocks)?.[2]).toContain('\\"details\\":true');
  });

  it("says once what is wrong with a source that the last sync could not read either", () => {
    const failed = { ...key, id: "copper-reading-failed", says: "Copper was last synced at 2; since then it refuses." };

    expect(title(done([key, failed]).blocks)).toBe("# Health: 1 problem");
    expect(shown(done([failed]).blocks).join("\n")).toContain("since then it refuses");
  });

  it("says that all is well when it is", () => {
    const { blocks } = done([zone]);

    expect([title(blocks), shown(blocks)[0]]).toEqual(["# Health", "✅ *All good*"]);
    expect(JSON.stringify(blocks)).toMatch(/"action_id":"run_check"[^}]*}[^}]*"style":"primary"/);
  });

  it("stays within Slack's limits with hundreds of long and hostile findings, and says how many are left out", () => {
    const hostile = (of: Finding) => many(500, () => ({ ...of, says: HOSTILE, todo: HOSTILE }));
    const names = many(40, () => ({ ...lee, name: HOSTILE, owner: HOSTILE.slice(0, 400), says: HOSTILE }));
    const found = [...hostile(key), ...hostile(desk), { ...salesmen, owners: names }, ...hostile(zone)];
    const view = done(found, { location: { ...location, details: true } });

    expect(viewFaults(view, "home")).toEqual([]);
    expect(JSON.stringify(lines(view.blocks))).not.toMatch(/<!channel>|<https/);
    expect(lines(view.blocks).filter((line) => line.startsWith("and "))).toEqual([
      "and 490 more: run `node dist/cli/index.js doctor`",
      "and 490 more: run `node dist/cli/index.js doctor`",
      "and 460 more: run `node dist/cli/index.js doctor`",
    ]);
  });

  it("says who asked while it runs, and why it did not come to its end", () => {
    const running = page({ kind: "running", by: "U0ALEX", since: READING.now, last: null }, { name: HOSTILE });
    const broke = page({ kind: "broke", by: "U0ALEX", at: READING.now, says: "Sorry. Reference: r-1", last: null });

    expect(viewFaults(running, "home")).toEqual([]);
    expect(shown(broke.blocks).slice(0, 3)).toEqual([
      "❌ *The check didn't finish*",
      "Sorry. Reference: r-1",
      "✅ *Copper*: up to date as of 2:01 PM EDT",
    ]);
    expect(broke.blocks.find((block) => "accessory" in block)).toMatchObject({ accessory: { action_id: "run_check" } });
  });
});
