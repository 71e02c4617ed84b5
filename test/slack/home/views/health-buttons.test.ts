import type { Finding } from "../../../../src/doctor/finding";
import { findings } from "../../../../src/doctor/findings";
import { MY_PAGE } from "../../../../src/slack/home/location";
import { type AdminHealth, adminHealth } from "../../../../src/slack/home/views/health/health-page";
import { waitingList } from "../../../../src/slack/sync/waiting/waiting";
import { waitingProgress } from "../../../../src/sync/report";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { day } from "../../../../src/time/day";
import { anExamination } from "../../../support/builders/examinations";
import { glossaryFaults, textsIn } from "../../../support/glossary";
import { READING } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const PROGRESS = waitingProgress();
const read = (source: Freshness["source"], other: Partial<Freshness> = {}): Freshness => {
  return { source, asOf: new Date("2026-10-28T18:01:00Z"), state: "fresh", ...other };
};
const done = (found: readonly Finding[], more: Partial<AdminHealth> = {}) =>
  adminHealth({
    ...{ location: { ...MY_PAGE, tab: "admin", part: "health" }, syncing: null },
    health: { kind: "done", by: "U0ALEX", at: new Date("2026-10-28T18:04:00Z"), findings: found },
    ...{ freshness: [], unmatched: { open: [], mappedSince: [], unknownTo: [] }, isMatched: () => false },
    waiting: waitingList({ owners: [], untyped: [] }),
    ...{ runs: [], deliveries: [] },
    nameOf: (id) => id,
    ...READING,
    ...more,
  });
const shown = (blocks: ReturnType<typeof done>["blocks"]) => lines(blocks).slice(2);
/** How much is wrong, or that nothing is. */
const outcome = (blocks: ReturnType<typeof done>["blocks"]) =>
  lines(blocks)[1] === "# Health" ? lines(blocks)[2] : lines(blocks)[1];

const lee = { source: "fishbowl", owner: "B. Lee", name: "B. Lee", says: 'Sales rep "B. Lee" is nobody.' } as const;
const salesmen: Finding = {
  ...{ id: "fishbowl-salesmen", state: "warning", says: "Orders wait.", todo: "Match each." },
  owners: [lee, { ...lee, owner: "C. Day", name: "C. Day", says: 'Sales rep "C. Day" is nobody.' }],
};
const down: Finding = {
  ...{ id: "justcall-unreachable", state: "fault", says: "JustCall is down (503).", todo: "Check the network." },
  sync: { days: "last-30-days", isRemedy: false },
};

describe("the buttons of the admin's health page", () => {
  it("has a row for each who is unmatched, with the button that matches them, until somebody is", () => {
    const freshness = [read("fishbowl")];
    const before = done([salesmen], { freshness });
    const isMatched = (_: string, owner: string) => owner === "B. Lee";
    const after = done([salesmen], { freshness, isMatched });

    expect(shown(before.blocks).slice(0, 3)).toEqual([
      "⚠️ *Fishbowl*: needs a look, as of 2:01 PM EDT",
      '• Sales rep "B. Lee" is nobody.',
      '• Sales rep "C. Day" is nobody.',
    ]);
    expect(pressable(before.blocks).filter((id) => id === "map")).toHaveLength(2);
    expect(JSON.stringify(before.blocks)).toContain('{\\"source\\":\\"fishbowl\\",\\"owner\\":\\"B. Lee\\"}');
    expect(shown(after.blocks).join("\n")).not.toContain("B. Lee");
    expect(pressable(after.blocks).filter((id) => id === "map")).toHaveLength(1);
    expect(outcome(done([salesmen], { isMatched: () => true }).blocks)).toBe("✅ *All good*");
  });

  it("puts a button beside nothing that it does not mend: a place's other findings stand above, by themselves", () => {
    const other: Finding = { id: "fishbowl-map", state: "warning", says: "Gone.", todo: "Unlink." };
    const { blocks } = done([other, salesmen], { freshness: [read("fishbowl")] });
    const buttons = blocks.flatMap((one) => (one.type === "section" && one.accessory ? [one.text?.text] : []));

    expect(buttons).toEqual(['• Sales rep "B. Lee" is nobody.', '• Sales rep "C. Day" is nobody.']);
  });

  it("has a button that tries again beside a source that is down, whose problem is over once a sync has read it", () => {
    const failed = [read("justcall", { state: "failed", problem: "JustCall is down (503)." })];
    const read2 = [read("justcall", { asOf: new Date("2026-10-28T18:05:00Z") })];

    expect(pressable(done([down], { freshness: failed }).blocks)).toContain("sync_now");
    expect(pressable(done([down], { freshness: failed, syncing: PROGRESS }).blocks)).not.toContain("sync_now");
    expect(outcome(done([down], { freshness: [read("justcall")] }).blocks)).toBe("# Health: 1 problem");
    expect(outcome(done([down], { freshness: read2 }).blocks)).toBe("✅ *All good*");
  });

  it("holds that a source of imported orders can't be read until it is, as no sync makes its figures younger", () => {
    const imported = (other: Partial<Freshness>) => [read("fishbowl", { imported: true, ...other })];
    const sync = { days: "last-30-days", isRemedy: true } as const;
    const failing: Finding = {
      ...{
        id: "fishbowl-reading-failed",
        state: "fault",
        says: "Fishbowl's orders can't be read.",
        todo: "Sync.",
        sync,
      },
    };
    const first = (one: Finding, freshness: readonly Freshness[]) => outcome(done([one], { freshness }).blocks);

    expect(first(failing, imported({ state: "failed", problem: "It fails." }))).toBe("# Health: 1 problem");
    expect(first(failing, imported({}))).toBe("✅ *All good*");
    expect(first({ ...failing, id: "fishbowl-never-read" }, imported({ asOf: null, state: "never" }))).toBe(
      "# Health: 1 problem",
    );
    expect(first({ ...failing, id: "fishbowl-never-read" }, imported({}))).toBe("✅ *All good*");
    // Whoever is asked may have failed since, and read before.
    expect(first({ ...failing, id: "fishbowl-unreachable" }, imported({}))).toBe("# Health: 1 problem");
    expect(first(failing, [read("fishbowl")])).toBe("# Health: 1 problem");
  });

  it("has a button that syncs the days that were never read, in place of the words of a command line", () => {
    const sync = { days: { from: day("2026-10-05"), to: day("2026-10-06") }, isRemedy: true };
    const gap: Finding = { id: "copper-gap", state: "warning", says: "Not read: Oct 5.", todo: "npm run sync", sync };
    const { blocks } = done([gap]);

    expect(JSON.stringify(blocks)).toMatch(/Sync these days.*"value":"2026-10-05\.\.2026-10-06"/);
    expect(shown(blocks).join("\n")).not.toContain("npm run sync");
  });

  it("say nothing that is not in our glossary, whatever was found", () => {
    const unowned = [{ owner: "B. Lee", records: 14, amount: 912_000 }];
    const location = { ...MY_PAGE, tab: "admin", part: "health", details: true } as const;

    expect(textsIn(done(findings(anExamination({ unowned })), { location })).flatMap(glossaryFaults)).toEqual([]);
  });
});
