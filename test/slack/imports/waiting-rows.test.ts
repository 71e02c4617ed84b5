import { importedMessage } from "../../../src/slack/imports/outcome-view";
import { waitingList } from "../../../src/slack/sync/waiting/waiting";
import type { Uncredited } from "../../../src/sources/import-credit";
import { day, zoneDays } from "../../../src/time/day";
import { anImportPreview } from "../../support/builders/order-files/import-previews";
import { aReport } from "../../support/builders/reports";
import { lines, pressable } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:00:00Z") };
const days = { from: day("2026-09-29"), to: day("2026-10-28") };
const within = { from: day("2026-10-19"), to: day("2026-10-28") };

const untyped = (more: Partial<Uncredited> = {}): Uncredited => ({
  ...{ why: "customer has no account type", orders: 3, from: 300, to: 940, named: 2 },
  parts: [
    { name: "Ping <House>", from: 300, to: 300 },
    { name: "Corner Cellar", from: 0, to: 640, added: 1 },
  ],
  added: { orders: 1, total: 640, largest: [{ order: "SO-7", name: "Corner Cellar", total: 640 }] },
  ...more,
});
const unmatched = (...parts: Uncredited["parts"]): Uncredited => {
  const [from, to] = (["from", "to"] as const).map((at) => parts.reduce((sum, part) => sum + part[at], 0));
  return {
    why: "its salesman is mapped to nobody",
    orders: 2,
    from: from ?? 0,
    to: to ?? 0,
    parts,
    named: parts.length,
  };
};
const atHome = waitingList({
  untyped: [
    { name: "Ping <House>", records: 9, amount: 5_510_300 },
    { name: "Corner Cellar", records: 1, amount: 64_000 },
  ],
  owners: [
    { source: "fishbowl", name: "B. Lee", owner: "B. Lee", records: 14, value: 9_120 },
    { source: "copper", name: "C. Poe", owner: "7", records: 2, value: null },
  ],
});

describe("what waits after a file was applied", () => {
  const blocksOf = (uncredited: readonly Uncredited[], { list = atHome, changed = within } = {}) => {
    const preview = anImportPreview({ credit: { ...anImportPreview().credit, uncredited }, days: changed });
    const applied = { preview, applied: true, sync: null };
    return importedMessage(applied, aReport(), { ...reading, waiting: { list, days } }).blocks;
  };
  const said = (...asked: Parameters<typeof blocksOf>) => {
    return lines(blocksOf(...asked)).filter((line) => /account type|wait/.test(line));
  };

  it("is said in the workspace's amounts, with what the file changed of them and the button that mends it", () => {
    const blocks = blocksOf([untyped(), unmatched({ name: "b. lee", from: 20, to: 50 })]);

    expect(lines(blocks).filter((line) => line.includes("wait"))).toEqual([
      "⚠️ *$55,743* waits for an account type, +$640 from this file: Corner Cellar (new: SO-7)",
      '⚠️ *$9,120* waits for a match: Fishbowl sales rep "B. Lee", 14 orders, +$30 from this file',
    ]);
    expect(pressable(blocks)).toEqual(["account_types", "map", "import_details"]);
  });

  it("is said as Home says it where the file left it as it was", () => {
    const same = untyped({ to: 300, parts: [{ name: "Ping <House>", from: 300, to: 300 }], named: 1 });

    expect(said([same, unmatched({ name: "B. Lee", from: 20, to: 20 })])).toEqual([
      "⚠️ *$55,743* from 2 customers with no account type: Ping &lt;House&gt; $55,103, Corner Cellar $640",
      '⚠️ *$9,120* waits for a match: Fishbowl sales rep "B. Lee", 14 orders',
    ]);
  });

  it("has its change for itself where the file changes days that Home's amounts are not of", () => {
    expect(said([untyped()], { changed: { from: day("2026-08-01"), to: day("2026-10-28") } })).toEqual([
      "⚠️ *+$640* waits for an account type: Corner Cellar (new: SO-7)",
      "⚠️ *$55,743* from 2 customers with no account type: Ping &lt;House&gt; $55,103, Corner Cellar $640",
    ]);
  });

  it("is said to be the file's part where Home has no amount for it", () => {
    const nameless = { why: "order has no salesman", orders: 2, from: 80, to: 80, parts: [], named: 0 };
    const reps = [
      { name: "A. Foe", from: 0, to: 90 },
      { name: "X".repeat(501), from: 0, to: -10 },
      { name: "C. Poe", from: 0, to: 5 },
      { name: "D. Roe", from: 0, to: 4 },
    ];
    const list = waitingList({
      untyped: [],
      owners: atHome.all.flatMap((one) => (one.kind === "match" ? one.owner : [])),
    });
    const blocks = blocksOf([untyped(), unmatched(...reps), nameless], { list });

    expect(lines(blocks).filter((line) => /wait|more match/.test(line))).toEqual([
      "⚠️ *$940* in this file (was $300) waits for an account type: Ping &lt;House&gt; $300, Corner Cellar $640 (new: SO-7)",
      '⚠️ *$90* in this file waits for a match: "A. Foe"',
      expect.stringMatching(/^⚠️ \*−\$10\* in this file waits for a match: "X+…"$/),
      '⚠️ *$5* in this file waits for a match: "C. Poe"',
      "1 more match to make: see *Admin* in Home",
      "⚠️ *$80* in this file waits for a sales rep: 2 orders. Set it in Fishbowl and drop a new file here.",
    ]);
    expect(pressable(blocks)).toEqual(["account_types", "map", "map", "import_details"]);
  });

  it("is said to wait no longer where nothing of the file does", () => {
    const gone = untyped({ orders: 0, to: 0, parts: [{ name: "Ping <House>", from: 300, to: 0 }], added: undefined });

    expect(said([gone])).toEqual(["✅ *$300* no longer waits for an account type: Ping &lt;House&gt;"]);
  });

  it("is what the file changes alone where the workspace's amounts are not known", () => {
    const credit = { ...anImportPreview().credit, uncredited: [untyped()] };
    const applied = { preview: anImportPreview({ credit }), applied: true, sync: null };

    expect(lines(importedMessage(applied, null, reading).blocks)).toContain(
      "⚠️ *+$640* waits for an account type: Corner Cellar (new: SO-7)",
    );
  });
});
