import { firstDigestsStore } from "../../../src/digests/content/first-digests-store";
import { deliveryStore } from "../../../src/digests/delivery/delivery-store";
import { deliveryId, type PlannedMessage } from "../../../src/digests/planned-message";
import { peopleStore } from "../../../src/people/people-store";
import { day } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";

describe("who has had no digest yet", () => {
  const test = testDatabase();
  const { commands, db } = monitoredDatabase(test);
  const people = () => peopleStore(test.db);
  const deliveries = () => test.db.collection<{ _id: string }>("deliveries");
  const awaited = async () => [...(await firstDigestsStore(db()).awaited(await people().all()))];
  /** Stores a message as one that ended so. */
  async function ended(given: Partial<PlannedMessage> & Pick<PlannedMessage, "to">, state: "sent" | "failed") {
    const times = { dueAt: new Date("2026-10-01T08:00:00Z"), cutOffAt: new Date(1) };
    const message: PlannedMessage = { kind: "digest", day: day("2025-03-03"), ...times, ...given };
    await deliveryStore(test.db).addPlanned([message]);
    await deliveries().updateOne({ _id: deliveryId(message) }, { $set: { state } });
  }

  it("is whoever none arrived for: neither a failed one, another's, nor another message counts", async () => {
    await people().save([], [aPerson("U1"), aPerson("U10"), aPerson("U2"), aPerson("U3")]);
    await ended({ to: "U10" }, "sent");
    await ended({ to: "U2" }, "failed");
    await ended({ to: "U3", kind: "recap" }, "sent");

    expect(await awaited()).toEqual(["U1", "U2", "U3"]);
  });

  it("forgets nobody whose deliveries are deleted, asks once, and goes with the person", async () => {
    await people().save([], [aPerson("U1")]);
    await ended({ to: "U1" }, "sent");
    expect(await awaited()).toEqual([]);
    await deliveries().deleteMany({});
    commands.length = 0;

    expect(await awaited()).toEqual([]);
    expect(commands).toEqual([]);
    await test.db.collection<{ _id: string }>("users").deleteOne({ _id: "U1" });
    await people().save([], [aPerson("U1")]);
    expect(await awaited()).toEqual(["U1"]);
  });
});
