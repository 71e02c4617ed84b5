import { day } from "../../src/metrics/day";
import { sourceStates } from "../../src/sync/source-states";
import { testDatabase } from "../support/database";

const nine = new Date("2025-10-10T09:00:00Z");
const ten = new Date("2025-10-10T10:00:00Z");
const days = { from: day("2025-09-11"), to: day("2025-10-10") };
const none = new Set<never>();

describe("the state of the sources", () => {
  const test = testDatabase();
  const states = () => sourceStates(test.db);
  const complete = (asOf: Date, range = days) => ({ kind: "complete", asOf, days: range }) as const;
  const failed = { kind: "failed", problem: "Copper refused the key (401)." } as const;

  it("is never while nothing was read, and off where it is switched off", async () => {
    expect(await states().all(new Set(["justcall"] as const))).toEqual([
      { source: "copper", asOf: null, state: "never" },
      { source: "justcall", asOf: null, state: "off" },
      { source: "fishbowl", asOf: null, state: "never" },
    ]);
  });

  it("is fresh as of when its last complete reading began", async () => {
    await states().note("copper", complete(nine));
    await states().note("copper", complete(ten));

    expect((await states().all(none))[0]).toEqual({ source: "copper", asOf: ten, state: "fresh" });
  });

  it("keeps the old instant when a reading fails, and says what is wrong", async () => {
    await states().note("copper", complete(nine));
    await states().note("copper", failed);

    expect((await states().all(none))[0]).toEqual({
      source: "copper",
      asOf: nine,
      state: "failed",
      problem: "Copper refused the key (401).",
    });
  });

  it("tells once that a source broke and once that it recovered", async () => {
    const told = [];
    for (const outcome of [complete(nine), failed, failed, complete(ten), complete(ten), failed]) {
      told.push(await states().note("copper", outcome));
    }

    expect(told).toEqual([null, "broke", null, "recovered", null, "broke"]);
  });

  it("keeps one source apart from another", async () => {
    await states().note("copper", failed);

    expect(await states().note("justcall", complete(nine))).toBeNull();
    expect((await states().all(none)).map(({ state }) => state)).toEqual(["failed", "fresh", "never"]);
  });

  it("does not take a source for fresh because an older stretch of days was read again", async () => {
    await states().note("copper", complete(nine));
    await states().note("copper", failed);

    const change = await states().note("copper", complete(ten, { from: day("2025-08-01"), to: day("2025-08-31") }));

    expect(change).toBe("recovered");
    expect((await states().all(none))[0]).toEqual({ source: "copper", asOf: nine, state: "fresh" });
  });
});
