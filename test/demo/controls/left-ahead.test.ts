import { emptyIfAhead } from "../../../src/demo/left-ahead";
import { REPS } from "../../../src/demo/sample/team";
import { syncedDemo } from "../../support/harness/demo/controls";

const ANA = REPS.ana.slack;

describe("a demo that is started again on the data of the last one", () => {
  const { demo, move } = syncedDemo(ANA);
  /** Begins as the next start does, and counts what it finds. */
  const startAgain = async () => {
    const { db } = demo().database;
    await emptyIfAhead(db);
    return { figures: await db.collection("metrics").countDocuments(), orders: await orders() };
  };
  const orders = () => demo().database.db.collection("fishbowl_sales_orders").countDocuments();

  it("keeps it while nobody has moved the clock, whatever happened, and when the clock went back to today", async () => {
    await demo().controls.run("event.call", ANA);
    await move("now");
    const figures = await demo().database.db.collection("metrics").countDocuments();

    expect(figures).toBeGreaterThan(0);
    expect(await startAgain()).toEqual({ figures, orders: 60 });
  });

  it("begins anew after the clock was moved on within the sample's day, and counts none of its later orders", async () => {
    for (let hours = 0; hours < 4; hours += 1) await move("hour");
    await demo().sync(ANA);
    expect(await orders()).toBe(61);
    expect(
      await demo()
        .database.db.collection("facts")
        .countDocuments({ day: { $gt: "2026-10-28" } }),
    ).toBe(0);

    expect(await startAgain()).toEqual({ figures: 0, orders: 0 });
  }, 60_000);

  it("begins anew as well after it ran past midnight by itself", async () => {
    const { db } = demo().database;
    await db.collection("facts").insertOne({ day: "2026-10-28" });
    await emptyIfAhead(db);
    expect(await db.collection("facts").countDocuments()).toBe(1);

    await db.collection("facts").insertOne({ day: "2026-10-29" });
    await emptyIfAhead(db);

    expect(await db.collection("facts").countDocuments()).toBe(0);
  });

  it("keeps what it finds after a reset, which takes the move back", async () => {
    await move("hour");
    await demo().controls.reset();

    expect(await startAgain()).toEqual({ figures: 0, orders: 60 });
  }, 60_000);
});
