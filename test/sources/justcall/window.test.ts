import { addDays, day } from "../../../src/time/day";
import { justcallCall, justcallCalls, justcallUsers } from "../../support/builders/records/justcall";
import {
  callPages,
  days,
  justcallHarness,
  NOVEMBER,
  range,
  readComplete,
  stopJustCall,
} from "../../support/harness/justcall";
import { windowsOf } from "../../support/harness/vendor-clients";

afterEach(stopJustCall);
const counted = (facts: readonly { type: string; recordId: string }[]) =>
  facts.filter(({ type }) => type === "phone_call_quantity").map(({ recordId }) => recordId);

describe("a window of JustCall", () => {
  it.each([
    [0, 5, true],
    [99, 5, false],
    [100, 5, true],
    [100, 5, false],
    [250, 200, false],
    [1_000, 5, true],
  ])(
    "of one day with %i calls of %i people is read in the requests its pages need",
    async (count, people, totalCount) => {
      const records = { users: justcallUsers(people), calls: justcallCalls(count, { seconds: 20, people }) };
      const { source, justcall } = await justcallHarness({ totalCount, records });
      const one = range("2026-11-02", "2026-11-02");

      const { facts } = await readComplete(await source.open(one), one);

      expect(new Set(counted(facts)).size).toBe(count);
      const more = !totalCount && count > 0 && count % 100 === 0 ? 1 : 0;
      expect(callPages(justcall)).toHaveLength(Math.max(1, Math.ceil(count / 100)) + more);
    },
  );

  it.each([
    [22, 7],
    [8, 7],
    [3, 3],
    [2, 2],
    [1, 1],
  ])("of %i days is begun in %i slices while people are listed, and read in as many", async (length, slices) => {
    const records = { calls: justcallCalls(1_000, { seconds: 1_800 }) };
    const { source, justcall } = await justcallHarness({ records });
    const window = range("2026-11-02", addDays(day("2026-11-01"), length));

    const reading = await source.open(window);
    const listed = 1;
    const begun = reading.usage().pages - listed;
    const { facts } = await readComplete(reading, window);

    const stretches = new Set(callPages(justcall).map(({ query }) => query.from_datetime));
    expect([begun, stretches.size]).toEqual([slices, slices]);
    expect(counted(facts)).toHaveLength(
      records.calls.filter(({ startedAt }) => startedAt >= window.since && startedAt < window.until).length,
    );
  });

  it("of many days is read in slices side by side, and no request holds more than its part", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(2_000, { seconds: 900 }) } });

    const { facts, leftOut, overlap } = await readComplete(await source.open(NOVEMBER));

    expect(new Set(counted(facts)).size).toBe(2_000);
    expect(counted(facts)).toHaveLength(2_000);
    expect(leftOut.size).toBe(0);
    // What arrives while it is read comes after it.
    expect(overlap.filter(({ at }) => at < NOVEMBER.until)).toEqual([]);
    expect(callPages(justcall).length).toBeLessThanOrEqual(2_000 / 100 + 7);
  });

  it.each(["Pacific/Kiritimati", "Etc/GMT+12", "America/Los_Angeles", "UTC"])(
    "case 37: is the same whatever the filter's zone, here %s, to the second",
    async (filterZone) => {
      const one = range("2026-11-10", "2026-11-10");
      const offsets = [-1, 0, 60, 86_340, 86_399, 86_400, 86_460];
      const records = {
        calls: offsets.map((seconds, index) =>
          justcallCall({ id: index, startedAt: new Date(+one.since + seconds * 1_000) }),
        ),
      };
      const { source } = await justcallHarness({ filterZone, records });

      expect(counted((await readComplete(await source.open(one), one)).facts)).toEqual(["1", "2", "3", "4"]);
    },
  );

  it.each([
    ["2026-11-01", "2026-11-24T12:00:00Z", 25],
    ["2026-10-31", "2026-11-24T12:00:00Z", 24],
  ])("%s, about when clocks change, has each of its hours once", async (text, _, hours) => {
    const one = range(text, text);
    const records = {
      calls: Array.from({ length: 30 }, (_, hour) =>
        justcallCall({ id: hour, startedAt: new Date(+one.since + (hour - 2) * 3_600_000) }),
      ),
    };
    const { source } = await justcallHarness({ records });

    const { facts } = await readComplete(await source.open(one), one);

    expect(counted(facts)).toHaveLength(hours);
    expect(new Set(facts.map(({ day }) => day))).toEqual(new Set([text]));
  });

  it.each(["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kolkata"])(
    "tells calls within two minutes of the range's ends, and no others, though the filter is in %s",
    async (filterZone) => {
      const one = range("2026-11-10", "2026-11-10");
      const around = [
        +one.since - 121_000,
        +one.since - 120_000,
        +one.since,
        +one.until - 1_000,
        +one.until,
        +one.until + 120_000,
        +one.until + 121_000,
      ];
      const records = { calls: around.map((at, id) => justcallCall({ id, startedAt: new Date(at) })) };
      const { source } = await justcallHarness({ records, filterZone });

      const { facts, overlap } = await readComplete(await source.open(one), one);

      expect(counted(facts)).toEqual(["2", "3"]);
      expect(counted(overlap)).toEqual(["1", "4", "5"]);
    },
  );

  it("after another asks only from where that ended, and neither loses nor doubles a call", async () => {
    const records = { calls: justcallCalls(600, { seconds: 1_800 }) };
    const { source, justcall } = await justcallHarness({ records });
    const all = range("2026-11-02", "2026-11-14");
    const reading = await source.open(all);
    const found: string[] = [];
    for (let date = 2; date <= 14; date += 1) {
      const text = `2026-11-${String(date).padStart(2, "0")}`;
      found.push(...counted((await readComplete(reading, range(text, text))).facts));
    }

    expect(found).toHaveLength(new Set(found).size);
    expect(found).toEqual(records.calls.filter(({ startedAt }) => startedAt < all.until).map(({ id }) => String(id)));
    // The whole range was begun in vain.
    expect(callPages(justcall).length).toBeLessThanOrEqual(7 + 13 + Math.ceil(600 / 100));
  });

  it.each([true, false])(
    "that holds too many is cut, and its parts lose and double nothing (total: %s)",
    async (totalCount) => {
      const records = { calls: justcallCalls(30_000, { from: "2026-11-02T08:00:00Z", seconds: 15 }) };
      const { source, justcall } = await justcallHarness({ totalCount, records, filterZone: "Asia/Tokyo" });
      const reading = await source.open(range("2026-11-02", "2026-11-08"));
      justcall.resetRequests();

      const reads = await windowsOf(reading, range("2026-11-02", "2026-11-08"));

      expect(reads.length).toBeGreaterThan(1);
      const found = reads.flatMap(({ facts }) => counted(facts));
      expect(found).toHaveLength(30_000);
      expect(new Set(found).size).toBe(30_000);
      expect(justcall.requests.length).toBeLessThanOrEqual(30_000 / 100 + 12);
    },
  );

  it("reaches back three months and refuses a window before", async () => {
    const { source } = await justcallHarness({
      filterZone: "Pacific/Kiritimati",
      records: { calls: justcallCalls(10) },
    });
    const reading = await source.open(range("2026-06-01", "2026-11-24"));
    const from = reading.from ?? new Date(0);

    expect([reading.notices, reading.notes]).toEqual([[], [expect.stringContaining("read from Aug 27 on")]]);
    expect(days.dayOf(from)).toBe("2026-08-27");
    await expect(reading.read(range("2026-06-01", "2026-11-24"))).rejects.toThrow(RangeError);
    expect((await readComplete(reading, { since: from, until: NOVEMBER.until })).facts).toHaveLength(20);
  });
});
