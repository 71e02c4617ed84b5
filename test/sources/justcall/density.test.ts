import { SAMPLE_NOW, SAMPLE_WINDOW } from "../../../src/demo/sample/dates";
import { Density } from "../../../src/sources/justcall/density";
import { Call } from "../../../src/sources/justcall/schema";
import { WIRE } from "../../support/builders/records/justcall";
import { startLazyJustCall } from "../../support/fakes/lazy-justcall";
import { days, justcallHarness, stopJustCall } from "../../support/harness/justcall";
import { windowsOf } from "../../support/harness/vendor-clients";

const HOUR_MS = 3_600_000;
const FIRST = { from: 0, to: 1 };
const SECOND = { from: 1, to: 2 };

function at(time: string): Call {
  return { ...Call.parse(WIRE), at: new Date(`2026-11-02T${time}Z`) };
}

describe("how many calls a slice seems to hold", () => {
  it("follows from those that were read after each walk's first page, and the time they lie in", () => {
    const density = new Density();
    density.observe(FIRST, { records: 100, last: at("08:00:00") });
    density.observe(SECOND, { records: 100, last: at("09:00:00") });
    density.observe(FIRST, { records: 400, last: at("10:00:00") });
    density.observe(SECOND, { records: 200, last: at("11:00:00") });

    expect(density.records).toBe(600);
    expect(density.expected(24 * HOUR_MS)).toBe(2_400);
  });

  it("is not told from less than an hour, nor from calls that could not be read", () => {
    const density = new Density();
    density.observe(FIRST, { records: 100, last: at("08:00:00") });
    density.observe(FIRST, { records: 200, last: at("08:00:00") });
    density.observe(FIRST, { records: 300, last: null });

    expect(density.expected(24 * HOUR_MS)).toBe(2_400);
  });
});

describe("a month of 120,000 calls that JustCall names no total of", () => {
  afterEach(stopJustCall);

  it("is given up once and read in parts, each page once", async () => {
    const size = { reps: 100, mails: 0, copperCalls: 0, justcallCalls: 120_000 };
    const lazy = await startLazyJustCall(size, { now: () => SAMPLE_NOW, latencyMs: 0 });
    const { source } = await justcallHarness({}, { baseUrl: lazy.url, now: () => SAMPLE_NOW });
    try {
      const range = days.instantsOf(SAMPLE_WINDOW);

      const reads = await windowsOf(await source.open(range), range);

      const facts = reads.flatMap((read) => read.facts.filter(({ type }) => type === "phone_call_quantity"));
      expect(new Set(facts.map(({ recordId }) => recordId)).size).toBe(120_000);
      expect(facts).toHaveLength(120_000);
      // The users, a window's worth in vain, every page, and of each slice of a part one page that is not full.
      expect(lazy.requests.length).toBeLessThanOrEqual(1 + 210 + 1_200 + 3 * reads.length);
    } finally {
      await lazy.close();
    }
  });
});
