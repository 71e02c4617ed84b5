import fc from "fast-check";
import { METRICS, type MetricType, metricOf, metricValue } from "../../src/metrics/metrics";
import { type Cell, cellId, type OwnerCell, rollup } from "../../src/metrics/rollup";
import { SOURCE_IDS } from "../../src/metrics/sources";
import { day, zoneDays } from "../../src/time/day";

const days = zoneDays("America/Los_Angeles");
const userOf = (_source: string, owner: string) => (/^[UW]/.test(owner) ? owner.slice(0, 3) : null);
const today = day("2025-10-10");

function sum(given: Partial<OwnerCell> = {}): OwnerCell {
  return { source: "justcall", type: "phone_call_quantity", day: today, owner: "U01", amount: 1, records: 1, ...given };
}

function cell(given: Partial<Cell> = {}): Cell {
  const key = { userId: "U01", type: "phone_call_quantity", day: today, source: "justcall", ...given } as const;
  return {
    _id: cellId(key),
    value: 3,
    date: new Date("2025-10-10T07:00:00Z"),
    metadata: { records: 3, asOf: 1 },
    ...key,
  };
}

const roll = (sums: readonly OwnerCell[], standing: readonly Cell[] = []) => rollup(sums, { standing, userOf, days });
const values = (sums: readonly OwnerCell[]) => roll(sums).changes.map(({ cell: { userId, value } }) => [userId, value]);

describe("a daily total", () => {
  it("is the whole document's content, with the day's first instant in the team's zone", () => {
    expect(roll([sum({ amount: 4, records: 4 })])).toEqual({
      changes: [
        {
          change: "created",
          cell: {
            _id: "U01_phone_call_quantity_2025-10-10_justcall",
            userId: "U01",
            type: "phone_call_quantity",
            value: 4,
            date: new Date("2025-10-10T07:00:00Z"),
            day: "2025-10-10",
            source: "justcall",
            records: 4,
          },
        },
      ],
      unchanged: new Map(),
    });
  });

  it("sums seconds and divides once: three times 20 s is one minute", () => {
    const talk = (owner: string) => sum({ type: "talk_time_minutes", owner, amount: 20 });

    expect(values([talk("U01a"), talk("U01b"), talk("U01c")])).toEqual([["U01", 1]]);
  });

  it("sums cents and divides once: ten times 10 cents is one dollar", () => {
    const order = sum({ source: "fishbowl", type: "new_sales_wholesale", amount: 10 });

    expect(values(Array.from({ length: 10 }, () => order))).toEqual([["U01", 1]]);
    expect(values([{ ...order, amount: 912_029 }])).toEqual([["U01", 9120.29]]);
  });

  it.each([
    ["talk_time_minutes", 100, 1.67],
    ["talk_time_minutes", 1, 0.02],
    ["new_sales_distribution", 1, 0.01],
    ["phone_call_quantity", 7, 7],
  ] as const)("is rounded to two decimals: %s of %d is %d", (type, amount, value) => {
    expect(metricValue(type, amount)).toBe(value);
  });

  it("adds up two owners who are one person", () => {
    expect(
      values([sum({ owner: "U01a", amount: 2 }), sum({ owner: "U01b", amount: 3 }), sum({ owner: "U02" })]),
    ).toEqual([
      ["U01", 5],
      ["U02", 1],
    ]);
  });

  it("is nobody's when its owner is nobody", () => {
    expect(roll([sum({ owner: "stranger@x.example" }), sum({ owner: "__proto__" })])).toEqual({
      changes: [],
      unchanged: new Map(),
    });
  });

  it("has no document while it never was above zero", () => {
    expect(roll([sum({ type: "talk_time_minutes", amount: 0, records: 3 })]).changes).toEqual([]);
  });

  it("stays as 0 once it falls to zero, and is then left alone", () => {
    const standing = cell();

    const [fallen] = roll([], [standing]).changes;
    const { metadata: _, ...rest } = standing;
    expect(fallen).toEqual({ change: "removed", cell: { ...rest, value: 0, records: 0 } });

    const zero = cell({ value: 0, metadata: { records: 0, asOf: 2 } });
    expect(roll([], [zero])).toEqual({ changes: [], unchanged: new Map([["justcall", 1]]) });
  });

  it("is removed also where records are left that come to nothing", () => {
    const standing = cell({ type: "talk_time_minutes" });

    const { changes } = roll([sum({ type: "talk_time_minutes", amount: 0 })], [standing]);

    expect(changes.map(({ change, cell: { value, records } }) => ({ change, value, records }))).toEqual([
      { change: "removed", value: 0, records: 1 },
    ]);
  });

  it("is unchanged when value and records are as they stand", () => {
    expect(roll([sum({ amount: 3, records: 3 })], [cell()])).toEqual({
      changes: [],
      unchanged: new Map([["justcall", 1]]),
    });
  });

  it("is updated when it rises, falls, or comes from other records", () => {
    const change = (amount: number, records: number) => roll([sum({ amount, records })], [cell()]).changes[0]?.change;

    expect([change(4, 4), change(2, 2), change(3, 2)]).toEqual(["updated", "updated", "updated"]);
  });

  it("is written again when the team's zone, and so the day's first instant, changed", () => {
    const standing = cell({ date: new Date("2025-10-10T04:00:00Z") });

    const { changes } = roll([sum({ amount: 3, records: 3 })], [standing]);

    expect(changes.map(({ change, cell: { date } }) => ({ change, date }))).toEqual([
      { change: "updated", date: new Date("2025-10-10T07:00:00Z") },
    ]);
  });

  it("comes out the same in whatever order and parts its facts are summed", () => {
    const part = fc.record({
      source: fc.constantFrom(...SOURCE_IDS),
      type: fc.constantFrom(...METRICS.map(({ type }) => type)),
      day: fc.constantFrom(today, day("2025-10-11")),
      owner: fc.constantFrom("U01a", "U01b", "U02", "nobody"),
      amount: fc.integer({ min: 0, max: 5_000 }),
      records: fc.constant(1),
    });

    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.integer(), (parts, seed) => {
        const shuffled = [...parts].sort((a, b) => ((a.amount * 7 + seed) % 13) - ((b.amount * 7 + seed) % 13));

        expect(byId(roll(together(shuffled)))).toEqual(byId(roll(parts)));
      }),
    );
  });
});

describe("a cell's key", () => {
  it("is different for different cells", () => {
    const keys = ["U01", "U011", "W01"].flatMap((userId) =>
      METRICS.flatMap(({ type }) =>
        SOURCE_IDS.flatMap((source) =>
          ["2025-10-10", "2025-10-11"].map((text) => cellId({ userId, type, day: day(text), source })),
        ),
      ),
    );

    expect(new Set(keys).size).toBe(3 * METRICS.length * 3 * 2);
  });
});

describe("the table of metrics", () => {
  it("has each metric once and no other", () => {
    expect(METRICS.map(({ type }) => metricOf(type).type)).toEqual(METRICS.map(({ type }) => type));
    expect(() => metricOf("__proto__")).toThrow(RangeError);
  });
});

/** The same sums, as many of one owner put together as there are. */
function together(parts: readonly OwnerCell[]): readonly OwnerCell[] {
  const sums = new Map<string, OwnerCell>();
  for (const part of parts) {
    const key = [part.source, part.type, part.day, part.owner].join();
    const before = sums.get(key);
    const added = { amount: part.amount + (before?.amount ?? 0), records: part.records + (before?.records ?? 0) };
    sums.set(key, { ...part, ...added });
  }
  return [...sums.values()];
}

function byId({ changes }: ReturnType<typeof rollup>) {
  const entries = changes.map(({ cell: { _id, ...rest } }): [string, typeof rest & { type: MetricType }] => [
    _id,
    rest,
  ]);
  return new Map(entries);
}
