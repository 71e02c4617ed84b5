import { deliveryStore } from "../../../src/digests/delivery/delivery-store";
import { restoredStore } from "../../../src/digests/delivery/restored-store";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { deliveryHarness } from "../../support/harness/digests/delivery";

const signedOut = { isAccepted: async () => false, noteRefused: () => {} };

describe("messages whose time came before the database was restored", () => {
  const test = testDatabase();
  const closing = closedAfterEach();

  it("are posted once, though late, where Slack's history does not have them", async () => {
    const harness = closing(await deliveryHarness(test.db, { reps: 2 }));
    await harness.tick({ auth: signedOut });
    await restoredStore(test.db).record(harness.now());

    await harness.tick();
    expect(harness.posts()).toEqual([]);
    await harness.minutes(4);

    expect(harness.posts()).toHaveLength(2);
    expect(new Set(harness.posts()).size).toBe(2);
    expect(await harness.states()).toEqual(["sent", "sent"]);
  });

  it("are not posted where the history has them, though their rows are gone", async () => {
    const harness = closing(await deliveryHarness(test.db, { reps: 2 }));
    await harness.tick();
    await harness.rows.deleteMany({});
    await restoredStore(test.db).record(harness.now());

    const deliveries = deliveryStore(test.db);
    await harness.tick({ deliveries });
    await harness.elapse(60_000);
    await harness.tick({ deliveries });

    expect(harness.posts()).toHaveLength(2);
    expect(await harness.states()).toEqual(["sent", "sent"]);
  });

  it("leave later ones as they are: these are posted at once", async () => {
    await restoredStore(test.db).record(new Date("2026-10-29T07:00:00Z"));
    const harness = closing(await deliveryHarness(test.db, { reps: 1 }));

    await harness.tick();

    expect(harness.posts()).toHaveLength(1);
  });
});
