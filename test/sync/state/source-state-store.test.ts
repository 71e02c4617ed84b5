import { sourceStateStore } from "../../../src/sync/state/source-state-store";
import { day } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";

const nine = new Date("2025-10-10T09:00:00Z");
const ten = new Date("2025-10-10T10:00:00Z");
const [from, to] = [day("2025-09-11"), day("2025-10-10")];
const none = new Set<never>();

describe("the state of the sources", () => {
  const test = testDatabase();
  const states = () => sourceStateStore(test.db);
  const complete = (asOf: Date) => ({ kind: "complete", asOf, asOfDay: to, from }) as const;
  const failed = { kind: "failed", problem: "Copper refused the key (401).", from, to, today: to } as const;

  it("is never while nothing was read, and off where it is switched off", async () => {
    expect(await states().all(new Set(["justcall"] as const))).toEqual([
      { source: "copper", asOf: null, state: "never" },
      { source: "justcall", asOf: null, state: "off" },
      { source: "fishbowl", asOf: null, state: "never" },
    ]);
  });

  it("is fresh as of when its last complete reading began, from the first day read on", async () => {
    await states().record("copper", complete(nine));
    await states().record("copper", complete(ten));

    expect((await states().all(none))[0]).toEqual({
      source: "copper",
      asOf: ten,
      from,
      deepOn: to,
      state: "fresh",
    });
  });

  it("keeps the old instant when a reading fails, and says what is wrong", async () => {
    await states().record("copper", complete(nine));
    await states().record("copper", failed);

    expect((await states().all(none))[0]).toEqual({
      source: "copper",
      asOf: nine,
      from,
      deepOn: to,
      state: "failed",
      problem: "Copper refused the key (401).",
      broke: { at: expect.any(Date), msAgo: expect.any(Number), fault: "bug" },
    });
  });

  it("tells since when on the database's clock it is broken, and by what it was last", async () => {
    await states().record("copper", { ...failed, fault: "unreachable" });
    await test.db
      .collection<{ _id: string }>("settings")
      .updateOne({ _id: "source:copper" }, [{ $set: { brokeAt: { $subtract: ["$brokeAt", 60_000] } } }]);
    await states().record("copper", { ...failed, fault: "throttled" });

    const [copper] = await states().all(none);

    expect(copper?.broke?.fault).toBe("throttled");
    expect(Math.floor((copper?.broke?.msAgo ?? 0) / 60_000)).toBe(1);
  });

  it("keeps telling how old the figures are of a source that was switched off", async () => {
    await states().record("copper", complete(nine));

    expect((await states().all(new Set(["copper"] as const)))[0]).toMatchObject({ asOf: nine, state: "off" });
  });

  it("tells once that a source broke and once that it recovered", async () => {
    const reported = [];
    for (const outcome of [complete(nine), failed, failed, complete(ten), complete(ten), failed]) {
      reported.push(await states().record("copper", outcome));
    }

    expect(reported).toEqual([null, "broke", null, "recovered", null, "broke"]);
  });

  it("does not tell of a recovery by a reading that leaves days unread", async () => {
    await states().record("copper", failed);

    expect(await states().record("copper", { ...complete(ten), from: to })).toBeNull();
    expect((await states().all(none))[0]).toMatchObject({ asOf: null, state: "failed" });
  });

  it("keeps one source apart from another", async () => {
    await states().record("copper", failed);

    expect(await states().record("justcall", complete(nine))).toBeNull();
    expect((await states().all(none)).map(({ state }) => state)).toEqual(["failed", "fresh", "never"]);
  });
});
