import { isNewHere } from "../../src/app/first-days";
import { tickCoordinator, tickLog } from "../../src/jobs/tick-store";
import { runStore } from "../../src/sync/run/run-store";
import { testDatabase } from "../support/env/database";

const NOW = new Date("2026-10-29T12:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe("a team is new", () => {
  const test = testDatabase();
  const runs = () => runStore(test.db);
  const isNew = () => isNewHere({ runs: runs(), ticks: tickLog(test.db) }, NOW);
  const ticked = (days: number) =>
    tickCoordinator(test.db, "test").shouldRun(`tick:${daysAgo(days).toISOString()}`, 60_000);
  const ran = (days: number) => {
    const dateRange = { start: "2026-10-01", end: "2026-10-02" };
    return runs().begin({ _id: `${days}`, userId: "cli", trigger: "cli", dateRange, startedAt: daysAgo(days) });
  };

  it("where nothing ever ran, and for three days after", async () => {
    const before = await isNew();
    await ticked(2);
    await ran(2.9);
    await ran(0);

    expect([before, await isNew()]).toEqual([true, true]);
  });

  it("no more after that, even where Paceline was stopped for longer than ticks are kept", async () => {
    await ticked(0);
    await ran(0);
    await ran(20);

    expect(await isNew()).toBe(false);
  });

  it("no more where it ticked for longer and nothing was read", async () => {
    await ticked(4);

    expect(await isNew()).toBe(false);
  });
});
