import { mongoClient } from "../../../src/database/client";
import { deliver } from "../../../src/digests/delivery/deliver";
import { deliveryStore } from "../../../src/digests/delivery/delivery-store";
import type { DeliveryDeps } from "../../../src/digests/delivery/ports";
import { testDatabase } from "../../support/env/database";
import { type DeliveryHarness, deliveryHarness, NOON } from "../../support/harness/digests/delivery";
import { realSleep } from "../../support/wait";

const AFTER_NOON = new Date(NOON.getTime() + 30 * 60_000);

describe("the admins, of messages that did not arrive", () => {
  const test = testDatabase();
  let harness: DeliveryHarness;
  const clients: ReturnType<typeof mongoClient>[] = [];
  const replica = async (): Promise<DeliveryDeps> => {
    const client = mongoClient(test.uri);
    clients.push(client);
    const alertAdmins: DeliveryDeps["alertAdmins"] = async (alert) => {
      // As long as Slack takes.
      await realSleep(100);
      harness.alerts.push(alert);
    };
    return { ...harness.deps, deliveries: deliveryStore((await client.connect()).db(test.name)), alertAdmins };
  };
  beforeEach(async () => {
    harness = await deliveryHarness(test.db, { reps: 3 });
  });
  afterEach(async () => {
    await harness.close();
    await Promise.all(clients.splice(0).map((client) => client.close()));
  });

  it("are told once when several processes start at the same moment after an outage", async () => {
    await harness.moveTo(AFTER_NOON);
    const { signal } = new AbortController();

    await Promise.all([await replica(), await replica(), await replica()].map((deps) => deliver(deps, signal)));

    const told = harness.alerts.flatMap((alert) =>
      alert.kind === "undelivered" ? alert.rows.map(({ to }) => to) : [],
    );
    expect(told.sort()).toEqual(harness.users);
  });
});
