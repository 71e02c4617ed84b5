import { justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { writesSent } from "../../support/env/writes-sent";
import { cellsOf, threeSources } from "../../support/harness/sync";

const CALLS = 600;

describe("facts that a sync finds, and the totals made of them,", () => {
  const test = testDatabase();
  const watched = monitoredDatabase(test);
  const callOn = (id: number, day: string) => justcallFacts(String(id), { at: `${day}T18:00:00Z`, owner: ANA_EMAIL });
  const callsOn = (day: string) => Array.from({ length: CALLS }, (_, id) => callOn(id, day)).flat();
  const cell = (day: string) => `UANA_phone_call_quantity_${day}_justcall`;

  it("are inserted where they are new, and replaced where they are stored, be it on a day that is not read", async () => {
    const { sync, justcall } = threeSources(watched.db());
    justcall.facts = callsOn("2026-10-07");
    const first = writesSent(watched.db());
    await sync("2026-10-07", "2026-10-07");
    first.stop();

    justcall.facts = [...callsOn("2026-10-09"), ...callOn(CALLS, "2026-10-09")];
    const later = writesSent(watched.db());
    const { results } = await sync("2026-10-09", "2026-10-09");
    later.stop();

    expect(results.errors).toEqual([]);
    expect(first.commandsOf("facts")).toEqual({ insert: 2 * CALLS });
    expect(first.commandsOf("metrics")).toEqual({ insert: 2 });
    expect(later.commandsOf("metrics")).toEqual({ insert: 2, update: 2 });
    expect(later.commandsOf("facts")).toEqual({ insert: 2 + 2 * CALLS, update: 2 * CALLS });
    expect(await cellsOf(test.db)).toMatchObject({ [cell("2026-10-07")]: 0, [cell("2026-10-09")]: CALLS + 1 });
  });

  it("are replaced only after the day that their record was re-dated from is marked", async () => {
    const harness = threeSources(test.db);
    harness.justcall.facts = callsOn("2026-10-07");
    await harness.sync("2026-10-07", "2026-10-07");
    const leftThere: number[] = [];
    const { mark } = harness.parts.dirtyDays;
    const watching: typeof mark = async (dirty, asOf) => {
      const days: readonly string[] = dirty.map(({ day }) => day);
      if (days.includes("2026-10-07"))
        leftThere.push(await test.db.collection("facts").countDocuments({ day: "2026-10-07" }));
      return mark(dirty, asOf);
    };
    Object.assign(harness.parts.dirtyDays, { mark: watching });
    harness.justcall.facts = [...callOn(0, "2026-10-09"), ...callOn(CALLS, "2026-10-09")];

    await harness.sync("2026-10-09", "2026-10-09");

    expect(leftThere).toEqual([2 * CALLS]);
    expect(await cellsOf(test.db)).toMatchObject({ [cell("2026-10-07")]: CALLS - 1, [cell("2026-10-09")]: 2 });
  });

  it("are replaced where another run stored them meanwhile", async () => {
    const harness = threeSources(test.db);
    harness.justcall.facts = callsOn("2026-10-07");
    const { mark } = harness.parts.dirtyDays;
    const raced = threeSources(test.db);
    const racing: typeof mark = async (dirty, asOf) => {
      await raced.parts.facts.save({ write: callsOn("2026-10-06"), gone: [] }, 0);
      return mark(dirty, asOf);
    };
    Object.assign(harness.parts.dirtyDays, { mark: racing });

    const { results } = await harness.sync("2026-10-07", "2026-10-07");

    expect(results.errors).toEqual([]);
    expect(await cellsOf(test.db)).toMatchObject({ [cell("2026-10-07")]: CALLS });
    expect(await test.db.collection("facts").countDocuments({ day: "2026-10-07" })).toBe(2 * CALLS);
  });
});
