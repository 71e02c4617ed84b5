import fc from "fast-check";
import { cut } from "../../src/sync/window";

const since = new Date("2025-10-01T07:00:00Z");
const lasting = (ms: number) => ({ since, until: new Date(since.getTime() + ms) });
const day = 86_400_000;

describe("cutting a window", () => {
  it("makes as many equal parts as its records ask for", () => {
    const parts = cut(lasting(30 * day), 45_000);

    expect(parts).toEqual([
      { since, until: new Date("2025-10-11T07:00:00Z") },
      { since: new Date("2025-10-11T07:00:00Z"), until: new Date("2025-10-21T07:00:00Z") },
      { since: new Date("2025-10-21T07:00:00Z"), until: new Date("2025-10-31T07:00:00Z") },
    ]);
  });

  it("halves it where nobody tells how many records there are", () => {
    expect(cut(lasting(2 * day), null)).toEqual([
      { since, until: new Date("2025-10-02T07:00:00Z") },
      { since: new Date("2025-10-02T07:00:00Z"), until: new Date("2025-10-03T07:00:00Z") },
    ]);
  });

  it("makes at least two parts, since the window was too large whatever the number says", () => {
    expect(cut(lasting(day), 20_001)).toHaveLength(2);
    expect(cut(lasting(day), 3)).toHaveLength(2);
  });

  it.each([0, 999, 1_000, 1_999])("refuses a window of %d ms: no vendor's filter is finer than a second", (ms) => {
    expect(() => cut(lasting(ms), null)).toThrow(RangeError);
  });

  it("leaves no gap and no overlap, in the order of time, and every part shorter than the whole", () => {
    const records = fc.option(fc.integer({ min: 1, max: 5_000_000 }), { nil: null });

    fc.assert(
      fc.property(fc.integer({ min: 2_000, max: 400 * day }), records, (ms, count) => {
        const whole = lasting(ms);

        const parts = cut(whole, count);

        expect(parts.map((part) => part.since)).toEqual([since, ...parts.slice(0, -1).map(({ until }) => until)]);
        expect(parts.at(-1)?.until).toEqual(whole.until);
        for (const part of parts) {
          const length = part.until.getTime() - part.since.getTime();
          expect(length > 0 && length < ms).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
