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

  it("are planned by the next tick where the database did not answer at the first", async () => {
    const harness = closing(await deliveryHarness(test.db, { reps: 1 }));
    let asked = 0;
    const failing = new Proxy(test.db, {
      get: (of, key) => {
        const value = Reflect.get(of, key);
        if (key !== "collection") return typeof value === "function" ? value.bind(of) : value;
        return (name: string) => {
          const real = of.collection(name);
          if (name !== "settings") return real;
          return Object.assign(Object.create(real), {
            findOne: async (filter: object) => {
              asked += 1;
              if (asked === 1) throw new Error("no primary");
              return real.findOne(filter);
            },
          });
        };
      },
    });
    const deliveries = deliveryStore(failing);

    await harness.tick({ deliveries });
    expect(harness.posts()).toEqual([]);
    await harness.tick({ deliveries });

    expect(harness.posts()).toHaveLength(1);
  });

  it("leave later ones as they are: these are posted at once", async () => {
    await restoredStore(test.db).record(new Date("2026-10-29T07:00:00Z"));
    const harness = closing(await deliveryHarness(test.db, { reps: 1 }));

    await harness.tick();

    expect(harness.posts()).toHaveLength(1);
  });
});
