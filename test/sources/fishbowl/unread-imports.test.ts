import { fishbowlSource } from "../../../src/sources/fishbowl";
import { fishbowlCollections } from "../../../src/sources/fishbowl/orders-store";
import { fishbowlParts } from "../../../src/sources/fishbowl/parts";
import { day, zoneDays } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";
import { allDaysRetained, IMPORT_SETTINGS, readRepsOf } from "../../support/harness/fishbowl-import";

const days = zoneDays("America/Los_Angeles");
const october = days.instantsOf({ from: day("2025-10-01"), to: day("2025-10-31") });

describe("the Fishbowl source", () => {
  const test = testDatabase();
  afterEach(() => test.db.dropDatabase());

  it.each([
    ["no import waits for its sync", [], true],
    [
      "one does whose days are read now, and one that touched none",
      [{ from: "2025-10-01", to: "2025-10-31" }, null],
      true,
    ],
    ["one does whose days are not all read", [{ from: "2025-09-30", to: "2025-10-02" }], false],
  ] as const)("knows that what it does not read has not changed where %s", async (_, unread, gapless) => {
    const at = new Date("2025-10-09T15:00:00Z");
    await test.db.collection<{ _id: string; at: Date }>("settings").insertOne({ _id: "fishbowl:import", at });
    const unreadImports = async () =>
      unread.map((one) => (one === null ? null : { from: day(one.from), to: day(one.to) }));

    const session = await fishbowlSource({ collections: fishbowlCollections(test.db), days, unreadImports }).open(
      october,
    );

    expect(session.gapless).toBe(gapless);
  });

  it.each([
    ["written", false],
    ["pending", false],
    ["done", true],
  ] as const)("asks the imports themselves: one that is %s", async (state, gapless) => {
    const { config } = fishbowlParts({
      ...{ db: test.db, days, baseUrl: undefined, username: undefined, password: undefined },
      ...{ money: IMPORT_SETTINGS.money, firstRetained: allDaysRetained, readReps: readRepsOf(test.db) },
      ...{ now: () => new Date(), clock: Date.now, log: memoryLog(), pseudonyms: async () => (name) => name },
    });
    const at = new Date("2025-10-09T15:00:00Z");
    await test.db.collection<{ _id: string; at: Date }>("settings").insertOne({ _id: "fishbowl:import", at });
    const touched = { from: day("2025-09-30"), to: day("2025-10-02") };
    await test.db.collection("fishbowl_imports").insertOne({ state, at, days: touched });

    expect((await fishbowlSource(config).open(october)).gapless).toBe(gapless);
  });
});
