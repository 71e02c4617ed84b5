import { day } from "../../../src/time/day";
import { callFacts, justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

/** Of the 27th of October the first two of 400 days, of which the first goes on the 28th. In Los Angeles midnight is at 7:00 in UTC. */
const [GOES, STAYS] = ["2025-09-22", "2025-09-23"];

describe("a call of JustCall that is too old to be kept, with a Copper twin beyond midnight that is kept", () => {
  const test = testDatabase();

  it.each([
    [
      "whose day is made anew",
      async ({ parts }: ReturnType<typeof threeSources>) => parts.dirtyDays.mark([{ day: day(STAYS) }], 1),
    ],
    [
      "whose owner is another's and theirs again",
      async ({ parts, sync }: ReturnType<typeof threeSources>) => {
        await parts.people.override("UBEN", { copperUserId: 77 });
        await sync("2026-10-27", "2026-10-28");
        await parts.people.override("UBEN", { copperUserId: null });
      },
    ],
    [
      "whose day is read again",
      async ({ sync }: ReturnType<typeof threeSources>) => {
        await sync(STAYS, "2026-10-28");
      },
    ],
  ])("is counted once still: of one %s", async (_case, happens) => {
    const harness = threeSources(test.db);
    const { copper, justcall, sync, clock, parts } = harness;
    justcall.facts = justcallFacts("9", { at: "2025-09-23T06:59:30Z", owner: ANA_EMAIL });
    copper.facts = callFacts("copper", { recordId: "1", at: "2025-09-23T07:00:30Z", owner: "77", seconds: 60 });
    clock.now = new Date("2026-10-27T12:00:00Z");
    await sync(GOES, STAYS);
    const before = await cellsOf(test.db);
    expect(before).toMatchObject({ [`UANA_phone_call_quantity_${GOES}_justcall`]: 1 });

    clock.now = new Date("2026-10-28T12:00:00Z");
    await sync("2026-10-27", "2026-10-28");
    expect((await parts.expiry.read()).deletedBefore).toBe(STAYS);
    await happens(harness);
    await sync("2026-10-27", "2026-10-28");

    const counted = Object.entries(await cellsOf(test.db)).filter(([id, value]) => id.includes("phone") && value !== 0);
    expect(counted).toEqual([[`UANA_phone_call_quantity_${GOES}_justcall`, 1]]);
    clock.now = new Date("2026-10-29T12:00:00Z");
    await sync("2026-10-27", "2026-10-29");
    expect(await test.db.collection("facts").countDocuments()).toBe(0);
    expect(await cellsOf(test.db)).toMatchObject({ [`UANA_phone_call_quantity_${GOES}_justcall`]: 1 });
  });
});
