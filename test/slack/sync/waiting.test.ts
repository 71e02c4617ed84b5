import type { KnownBlock } from "@slack/types";
import fc from "fast-check";
import { SOURCE_IDS } from "../../../src/metrics/sources";
import { waitingList } from "../../../src/slack/sync/waiting/waiting";
import { waitingInWords, waitingRows } from "../../../src/slack/sync/waiting/waiting-rows";
import { lines, pressable } from "../../support/harness/slack-blocks";

const cents = fc.integer({ min: -10_000_000_00, max: 10_000_000_00 });
const customers = fc.array(
  fc.record({ name: fc.option(fc.string()), records: fc.integer({ min: 1, max: 99 }), amount: cents }),
  { maxLength: 6 },
);
const owners = fc.array(
  fc.record({
    source: fc.constantFrom(...SOURCE_IDS),
    name: fc.string(),
    owner: fc.option(fc.string()),
    records: fc.integer({ min: 0, max: 99 }),
    value: fc.option(cents.map((amount) => amount / 100)),
  }),
  { maxLength: 6 },
);

const dollarsIn = (text: string) => Number(text.replace("−", "-").replace(/[$,]/g, ""));

/** What a row says, whether its button stands beside or below it. */
const wordsOf = (row: readonly KnownBlock[]) => lines(row)[0] ?? "";

describe("what waits for an admin", () => {
  it("comes to the sum of its rows, which are sorted by money and then by records", () => {
    fc.assert(
      fc.property(customers, owners, (untyped, people) => {
        const list = waitingList({ untyped, owners: people });
        const rows = waitingRows(list, { most: 100, isFirst: false });
        const shown = rows.map((row) => dollarsIn(/^⚠️ \*(−?\$[\d,.]+)\*/.exec(wordsOf(row))?.[1] ?? "0"));

        expect(Math.round(shown.reduce((sum, dollars) => sum + dollars, 0) * 100) + 0).toBe(list.cents);
        expect(shown.map(Math.abs)).toEqual(shown.map(Math.abs).sort((a, b) => b - a));
        const given = [...untyped, ...people].reduce((sum, { records }) => sum + records, 0);
        expect(list.records).toBe(given);
        const dollars = people.map(({ records, value }) => (records > 0 ? (value ?? 0) : 0));
        const wanted = untyped.reduce((sum, { amount }) => sum + amount, 0);
        expect(list.cents).toBe(wanted + dollars.reduce((sum, value) => sum + Math.round(value * 100), 0));
        expect(rows).toHaveLength((untyped.length > 0 ? 1 : 0) + people.filter(({ records }) => records > 0).length);
        if (shown.some((one) => one !== 0)) {
          const said = /: (−?\$[\d,.]+)(?: and [\d,]+ (?:record|call|order)s?)? uncredited$/.exec(
            waitingInWords(list) ?? "",
          )?.[1];
          expect(Math.round(dollarsIn(said ?? "") * 100)).toBe(list.cents);
        }
      }),
    );
  });

  it("has a button beside whoever can be matched, and says how somebody gets an id who has none yet", () => {
    const zed = { source: "copper", name: "Zed <b>", owner: null, records: 1, value: null } as const;
    const rows = waitingRows(waitingList({ untyped: [], owners: [zed, { ...zed, owner: "9", records: 2 }] }), {
      most: 9,
      isFirst: true,
    });

    expect(rows.map(wordsOf)).toEqual([
      '⚠️ *2 Copper records* wait for a match: user "Zed &lt;b&gt;"',
      '⚠️ *1 Copper record* waits for a match: user "Zed &lt;b&gt;", run `/sync` again to match them',
    ]);
    expect(pressable(rows.flat())).toEqual(["map"]);
  });

  it("says what the records of an owner are, with the source where it has several kinds", () => {
    const of = (source: "copper" | "justcall") => {
      const owners = [{ source, name: "Zed", owner: "9", records: 2, value: null }];
      return waitingRows(waitingList({ untyped: [], owners }), { most: 9, isFirst: false }).map(wordsOf);
    };

    expect(of("copper")).toEqual(['⚠️ *2 Copper records* wait for a match: user "Zed"']);
    expect(of("justcall")).toEqual(['⚠️ *2 calls* wait for a match: JustCall agent "Zed"']);
  });

  it("always has the customers without an account type among its rows, as no page that has the others lists them", () => {
    const untyped = [{ name: "Ping House", records: 1, amount: 7_550 }];
    const owners = Array.from({ length: 5 }, (_, at) => {
      return { source: "fishbowl", name: `Rep ${at}`, owner: `Rep ${at}`, records: 1, value: 900 - at } as const;
    });
    const sums = (most: number) =>
      waitingRows(waitingList({ untyped, owners }), { most, isFirst: false }).map(
        (row) => /\*(.+?)\*/.exec(wordsOf(row))?.[1],
      );

    expect(sums(4)).toEqual(["$900", "$899", "$898", "$75.50"]);
    expect(sums(1)).toEqual(["$75.50"]);
    expect(sums(0)).toEqual([]);
    expect(sums(6)).toEqual(["$900", "$899", "$898", "$897", "$896", "$75.50"]);
  });

  it("loses no dollars below zero: they have their sum, in a row and in the sentence", () => {
    const credit = { source: "fishbowl", name: "Zed", owner: "Zed", records: 2, value: -120 } as const;
    const untyped = [{ name: "Ping House", records: 1, amount: 12_000 }];
    const list = waitingList({ untyped: [], owners: [credit] });

    expect(waitingRows(list, { most: 9, isFirst: false }).map(wordsOf)).toEqual([
      '⚠️ *−$120* waits for a match: Fishbowl sales rep "Zed", 2 orders',
    ]);
    expect(waitingInWords(list)).toBe("1 thing waits for you: −$120 uncredited");
    expect(waitingInWords(waitingList({ untyped, owners: [credit] }))).toBe("2 things wait for you: $0 uncredited");
  });

  it("is said in a sentence, of money or of records, and not where nothing has records", () => {
    const nobody = { source: "copper", name: "Zed", owner: "9", records: 0, value: null } as const;

    const said = (records: number, value: number | null) =>
      waitingInWords(waitingList({ untyped: [], owners: [{ ...nobody, records, value }] }));
    expect(said(0, null)).toBeNull();
    expect(said(1, null)).toBe("1 thing waits for you: 1 record uncredited");
    expect(said(14, 9120)).toBe("1 thing waits for you: $9,120 uncredited");
    const both = [
      { ...nobody, records: 14, value: 9120 },
      { ...nobody, records: 2 },
    ];
    expect(waitingInWords(waitingList({ untyped: [], owners: both }))).toBe(
      "2 things wait for you: $9,120 and 2 records uncredited",
    );
  });
});
