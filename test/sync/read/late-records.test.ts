import type { Fact } from "../../../src/metrics/fact";
import { nightlyDays } from "../../../src/sync/state/look-back";
import { addDays, day, daysBetween } from "../../../src/time/day";
import { justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const FIRST = day("2026-10-01");
const LATE = 6;

describe("the nightly sync of a team whose calls are logged late", () => {
  const test = testDatabase();
  type Harness = ReturnType<typeof threeSources>;

  const call = (n: number): Fact[] =>
    justcallFacts(String(n), { at: `${addDays(FIRST, n)}T18:00:00Z`, owner: ANA_EMAIL });
  /** The night after so many days: what is listed then is read as far back as the night looks. */
  async function night(harness: Harness, n: number): Promise<number> {
    const today = addDays(FIRST, n);
    harness.clock.now = new Date(`${today}T09:30:00Z`);
    const { from, to } = nightlyDays(await harness.parts.states.all(new Set(["fishbowl"])), { today, days });
    await harness.sync(from, to);
    return daysBetween(from, to) + 1;
  }
  /** Calls are listed on the morning after; from the fourteenth day on a week later. */
  const listed = (n: number) => Array.from({ length: n }, (_, of) => of).filter((of) => of < 14 || of + LATE < n);
  const nights = async (harness: Harness, [first, last]: readonly [number, number]) => {
    const read: number[] = [];
    for (let n = first; n <= last; n += 1) {
      harness.justcall.facts = listed(n).flatMap(call);
      read.push(await night(harness, n));
    }
    return read;
  };

  it("reads three days while they come in time, and from the week's long sync on that finds some late as many as that", async () => {
    const harness = threeSources(test.db);

    const read = await nights(harness, [8, 28]);

    const week = (usual: number) => [30, ...Array.from({ length: 6 }, () => usual)];
    expect(read).toEqual([...week(3), ...week(3), ...week(9)]);
    const calls = Object.keys(await cellsOf(test.db)).filter((id) => id.includes("phone_call"));
    expect(calls).toHaveLength(listed(28).length);
    expect(harness.logged.filter(({ message }) => message.startsWith("records come late"))).toEqual([
      {
        level: "info",
        fields: { source: "justcall", days: 9 },
        message: "records come late; the nightly sync reads more days",
      },
    ]);
  });

  it("does not take what a setting changed for late", async () => {
    const harness = threeSources(test.db);
    await nights(harness, [8, 14]);
    harness.justcall.reading = { configFingerprint: "other settings" };
    const found = call(2).map((fact) => ({ ...fact, recordId: "found" }));
    harness.justcall.facts = [...listed(15).flatMap(call), ...found];

    await night(harness, 15);

    expect(await night(harness, 16)).toBe(3);
  });
});
