import { runStore } from "../../../src/sync/run/run-store";
import { day } from "../../../src/time/day";
import { justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const OLD = "2025-09-23";
const LAST = "2025-09-22";
const call = (id: string, at: string) => justcallFacts(id, { at, owner: ANA_EMAIL });

describe("records that are older than they are kept", () => {
  const test = testDatabase();
  const factDays = async () => [...new Set(await test.db.collection("facts").distinct("day"))].sort();
  const harness = () => {
    const parts = threeSources(test.db);
    // The day of the 22nd is the last of 400 before the 27th of October.
    parts.clock.now = new Date("2026-10-27T12:00:00Z");
    parts.justcall.facts = [
      ...call("1", "2025-09-23T06:30:00Z"),
      ...call("2", "2025-09-23T19:00:00Z"),
      ...call("3", "2026-10-27T10:00:00Z"),
    ];
    return parts;
  };

  it("go by whole days of the team at a day's first run, and the totals of their days stay as they are", async () => {
    const { sync, clock } = harness();
    await sync(LAST, OLD);
    const before = await cellsOf(test.db);
    expect([await factDays(), Object.keys(before).length]).toEqual([[LAST, OLD], 4]);

    clock.now = new Date("2026-10-28T12:00:00Z");
    await sync("2026-10-27", "2026-10-28");
    expect(await factDays()).toEqual([OLD, "2026-10-27"]);
    clock.now = new Date("2026-10-29T12:00:00Z");
    await sync("2026-10-27", "2026-10-29");

    expect(await factDays()).toEqual(["2026-10-27"]);
    expect(await cellsOf(test.db)).toMatchObject(before);
  });

  it("are not read again: a sync of their days takes the others alone, and one of none of them is refused in words", async () => {
    const { sync, clock } = harness();
    await sync(LAST, OLD);
    const before = await cellsOf(test.db);
    clock.now = new Date("2026-10-28T12:00:00Z");
    await sync("2026-10-27", "2026-10-28");

    const report = await sync("2025-09-21", OLD);

    expect(report.dateRange.start).toBe("2025-09-23T07:00:00.000Z");
    expect(await factDays()).toEqual([OLD, "2026-10-27"]);
    expect(await cellsOf(test.db)).toMatchObject(before);
    const refused = "Records before Sep 23 are no longer kept";
    await expect(sync("2025-09-01", LAST)).rejects.toThrow(refused);
    expect((await runStore(test.db).latest(9)).map(({ status }) => status)).toEqual(["done", "done", "done"]);
  });

  it("make no total anew when their day is dirty, and a longer retention brings none back", async () => {
    const { sync, parts, clock } = harness();
    await sync(LAST, OLD);
    const before = await cellsOf(test.db);
    clock.now = new Date("2026-10-29T12:00:00Z");
    await sync("2026-10-27", "2026-10-29");
    await parts.dirtyDays.mark([{ day: day(OLD) }], 1);
    Object.assign(parts, { retentionDays: 500 });

    await sync("2026-10-27", "2026-10-29");

    expect(await cellsOf(test.db)).toMatchObject(before);
    expect(await parts.dirtyDays.all()).toEqual([]);
    expect((await parts.expiry.read()).retainedFrom).toBe("2025-09-24");
  });

  it("are deleted by the next run where a process died between freezing their totals and that", async () => {
    const { sync, parts, clock } = harness();
    await sync(LAST, OLD);
    clock.now = new Date("2026-10-28T12:00:00Z");
    const { deleteBefore } = parts.expiry;
    Object.assign(parts.expiry, { deleteBefore: () => Promise.reject(new Error("killed")) });
    await expect(sync("2026-10-27", "2026-10-28")).rejects.toThrow("killed");
    expect(await factDays()).toEqual([LAST, OLD]);

    Object.assign(parts.expiry, { deleteBefore });
    await sync("2026-10-27", "2026-10-28");

    expect(await factDays()).toEqual([OLD, "2026-10-27"]);
  });
});
