import { type Delivery, newDelivery } from "../../../src/digests/delivery/delivery";
import { deliveryLog } from "../../../src/digests/delivery/delivery-store";
import { addDays } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";
import { plannedMessages } from "../../support/harness/digests/delivery";

const DAY_MS = 86_400_000;

describe("the messages that did not arrive", () => {
  const test = testDatabase();
  const rows = () => test.db.collection<Delivery>("deliveries");
  /** What became of a digest to each, so many days before. */
  const digests = (users: readonly string[], before: number, state: Delivery["state"]) =>
    plannedMessages({ users }).map((planned): Delivery => {
      const dueAt = new Date(planned.dueAt.getTime() - before * DAY_MS);
      return { ...newDelivery({ ...planned, day: addDays(planned.day, -before), dueAt }), state, body: "{}" };
    });

  it("are all told from a day on, behind however many that arrived, without what they said", async () => {
    const everybody = Array.from({ length: 1_300 }, (_, at) => `U${at}`);
    await rows().insertMany([
      ...digests(everybody, 0, "sent"),
      ...digests(["U1"], 1, "failed"),
      ...[...digests(["U2"], 2, "missed"), ...digests(["U3"], 2, "unknown"), ...digests(["U4"], 2, "skipped")],
      ...digests(["U5"], 4, "failed"),
    ]);
    const [first] = digests(["U1"], 1, "failed");
    if (first === undefined) throw new RangeError("There is one");

    const told = await deliveryLog(test.db).undelivered(addDays(first.day, -2));

    const { kind, to, day, state, reason, cutOffAt } = first;
    expect(told[0]).toEqual({ kind, to, day, state, reason, cutOffAt });
    expect(
      told
        .slice(1)
        .map((one) => `${one.to} ${one.state}`)
        .sort(),
    ).toEqual(["U2 missed", "U3 unknown"]);
    // The latest of all end before.
    expect((await deliveryLog(test.db).latest()).every(({ state: came }) => came === "sent")).toBe(true);
  });
});
