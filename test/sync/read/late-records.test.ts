import type { Fact } from "../../../src/metrics/fact";
import { nightlyDays } from "../../../src/sync/state/look-back";
import { addDays, day, daysBetween } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";
import { aCall, days } from "../../support/sync-rig";
import { ANA, cellsOf, threeSources } from "../../support/three-sources";

const FIRST = day("2026-10-01");
const LATE = 6;

describe("the nightly sync of a team whose calls are logged late", () => {
  const test = testDatabase();
  type Rig = ReturnType<typeof threeSources>;

  const call = (n: number): Fact[] => aCall(String(n), { at: `${addDays(FIRST, n)}T18:00:00Z`, owner: ANA });
  /** The night after so many days: what is listed then is read as far back as the night looks. */
  async function night(rig: Rig, n: number): Promise<number> {
    const today = addDays(FIRST, n);
    rig.clock.now = new Date(`${today}T09:30:00Z`);
    const { from, to } = nightlyDays(await rig.parts.states.all(new Set(["fishbowl"])), { today, days });
    await rig.sync(from, to);
    return daysBetween(from, to) + 1;
  }
  /** Calls are listed on the morning after; from the fourteenth day on a week later. */
  const listed = (n: number) => Array.from({ length: n }, (_, of) => of).filter((of) => of < 14 || of + LATE < n);
  const nights = async (rig: Rig, [first, last]: readonly [number, number]) => {
    const read: number[] = [];
    for (let n = first; n <= last; n += 1) {
      rig.justcall.facts = listed(n).flatMap(call);
      read.push(await night(rig, n));
    }
    return read;
  };

  it("reads three days while they come in time, and from the week's long sync on that finds some late as many as that", async () => {
    const rig = threeSources(test.db);

    const read = await nights(rig, [8, 28]);

    const week = (usual: number) => [30, ...Array.from({ length: 6 }, () => usual)];
    expect(read).toEqual([...week(3), ...week(3), ...week(9)]);
    const calls = Object.keys(await cellsOf(test.db)).filter((id) => id.includes("phone_call"));
    expect(calls).toHaveLength(listed(28).length);
    expect(rig.logged.filter(({ message }) => message.startsWith("records come late"))).toEqual([
      {
        level: "info",
        fields: { source: "justcall", days: 9 },
        message: "records come late; the nightly sync reads more days",
      },
    ]);
  });

  it("does not take what a setting changed for late", async () => {
    const rig = threeSources(test.db);
    await nights(rig, [8, 14]);
    rig.justcall.reading = { basis: "other settings" };
    const found = call(2).map((fact) => ({ ...fact, recordId: "found" }));
    rig.justcall.facts = [...listed(15).flatMap(call), ...found];

    await night(rig, 15);

    expect(await night(rig, 16)).toBe(3);
  });
});
