import type { Progress } from "../../../src/sync/report";
import { day } from "../../../src/time/day";
import { aMember } from "../../support/builders/people";
import { justcallCalls } from "../../support/builders/records/justcall";
import { testDatabase } from "../../support/env/database";
import { justcallHarness, stopJustCall } from "../../support/harness/justcall";
import { cellsOf, syncHarness } from "../../support/harness/sync";

const RANGE = { from: day("2026-10-26"), to: day("2026-11-24") };
const MINUTE_MS = 60_000;

describe("a month of JustCall's team plan", () => {
  const test = testDatabase();
  afterEach(stopJustCall);

  /** A call each twelve minutes of the month, and thirty requests a minute. */
  async function month(totalCount: boolean) {
    const calls = justcallCalls(3_600, { from: "2026-10-25T13:00:00Z", seconds: 720 });
    const { justcall, time, source } = await justcallHarness({
      records: { calls },
      burst: 30,
      hourly: 1_800,
      totalCount,
    });
    const members = [1, 2, 3, 4, 5].map((n) => aMember(`UREP${n}`, { email: `rep${n}@acme.com` }));
    const watch = <T extends object>(parts: T) => ({ ...parts, now: time.now });
    const { queue } = syncHarness(test.db, { sources: [source], members, watch });
    const newestRead: { requests: number; waitedMs: number }[] = [];
    const follow = ({ newest, goals }: Progress) => {
      if (newest?.state !== "running" || goals !== "running") return;
      newestRead.push({ requests: justcall.requests.length, waitedMs: time.slept() });
    };
    const { results } = await queue.request({ range: RANGE, userId: "cli", trigger: "cli" }, follow);
    return { results, newestRead, requests: justcall.requests.length, waitedMs: time.slept() };
  }

  it.each([
    ["tells how many calls there are", true],
    ["does not", false],
  ])(
    "has its newest days read before anything must wait, and no minute's allowance idle after that, whether it %s or not",
    async (_how, total) => {
      const { results, newestRead, requests, waitedMs } = await month(total);

      expect(results.errors).toEqual([]);
      expect(results.justcall.counting).toBe(3_505);
      expect(newestRead).toHaveLength(1);
      // The users, the first pages of seven stretches, and six pages of three days with what lies around them.
      expect(newestRead[0]?.requests).toBeLessThanOrEqual(16);
      expect(newestRead[0]?.waitedMs).toBe(0);
      expect(requests).toBeGreaterThan(30);
      expect(waitedMs).toBeLessThan(MINUTE_MS * Math.ceil(requests / 30 - 1) + 2_000);
      expect(
        Object.values(await cellsOf(test.db)).reduce<number>((sum, value) => sum + Number(value), 0),
      ).toBeGreaterThan(0);
    },
  );

  it("is read at once where fewer calls than half a minute's allowance lie in it", async () => {
    const calls = justcallCalls(900, { from: "2026-10-26T13:00:00Z", seconds: 2_800 });
    const { justcall, time, source } = await justcallHarness({ records: { calls }, burst: 30, hourly: 1_800 });
    const told: Progress[] = [];
    const watch = <T extends object>(parts: T) => ({ ...parts, now: time.now });
    const { queue } = syncHarness(test.db, { sources: [source], members: [aMember("U1")], watch });

    await queue.request({ range: RANGE, userId: "cli", trigger: "cli" }, (progress) => told.push(progress));

    expect(told.filter(({ newest }) => newest !== undefined)).toEqual([]);
    expect(justcall.requests.length).toBeLessThanOrEqual(1 + 9 + 7);
    expect(time.slept()).toBe(0);
  });
});
