import { mongoClient } from "../../../src/database/client";
import { deliver } from "../../../src/digests/delivery/deliver";
import { deliveryStore } from "../../../src/digests/delivery/delivery-store";
import type { DeliveryDeps } from "../../../src/digests/delivery/ports";
import { SEND_RATE, sendRateStore } from "../../../src/digests/delivery/send-rate-store";
import { testDatabase } from "../../support/env/database";
import { type DeliveryHarness, deliveryHarness, postsTo } from "../../support/harness/digests/delivery";

describe("several processes on one database", () => {
  const test = testDatabase();
  let harness: DeliveryHarness;
  const clients: ReturnType<typeof mongoClient>[] = [];
  const open = async (options: Parameters<typeof deliveryHarness>[1]) => {
    harness = await deliveryHarness(test.db, options);
  };
  /** Hands out the same dependencies over a connection of its own. */
  const replica = async (): Promise<DeliveryDeps> => {
    const client = mongoClient(test.uri);
    clients.push(client);
    const db = (await client.connect()).db(test.name);
    return { ...harness.deps, deliveries: deliveryStore(db), sendRate: sendRateStore(db, SEND_RATE) };
  };
  afterEach(async () => {
    await harness.close();
    await Promise.all(clients.splice(0).map((client) => client.close()));
  });

  it("case 14: three that tick at the same moment post each message once", async () => {
    await open({ reps: 30, leaderboards: ["C0BOARD"] });
    const replicas = [await replica(), await replica(), await replica()];
    const { signal } = new AbortController();

    await Promise.all(replicas.map((deps) => deliver(deps, signal)));

    expect(harness.posts()).toHaveLength(31);
    expect(new Set(harness.posts()).size).toBe(31);
    expect(await harness.rows.countDocuments({ state: "sent", attempt: 1 })).toBe(31);
  });

  it("case 15: an old one that drains and a new one that starts at eight post each message once", async () => {
    await open({ reps: 20 });
    const [old, next] = [await replica(), await replica()];
    const [draining, starting] = [new AbortController(), new AbortController()];
    const post: DeliveryDeps["poster"]["post"] = (message) => {
      if (postsTo(harness.slack).length >= 6) draining.abort();
      return old.poster.post(message);
    };

    await Promise.all([
      deliver({ ...old, poster: { ...old.poster, post } }, draining.signal),
      deliver(next, starting.signal),
    ]);
    // What the old one was about to render when the new one looked, the new one's next tick finds.
    await deliver(next, starting.signal);

    expect(harness.posts()).toHaveLength(20);
    expect(new Set(harness.posts()).size).toBe(20);
    expect(await harness.rows.countDocuments({ state: "sending" })).toBe(0);
  });

  it("case 50: one that is stopped claims nothing more, and what is left arrives once later", async () => {
    await open({ reps: 20 });
    const stopping = new AbortController();
    const post: DeliveryDeps["poster"]["post"] = (message) => {
      if (postsTo(harness.slack).length >= 4) stopping.abort();
      return harness.deps.poster.post(message);
    };

    await deliver({ ...harness.deps, poster: { ...harness.deps.poster, post } }, stopping.signal);
    const stopped = { posts: harness.posts().length, held: await harness.rows.countDocuments({ state: "sending" }) };
    await harness.minutes(2);

    expect(stopped).toEqual({ posts: 5, held: 0 });
    expect(harness.posts()).toHaveLength(20);
    expect(new Set(harness.posts()).size).toBe(20);
  });

  it("keeps a pause that one was asked for in all of them", async () => {
    await open({ reps: 5 });
    const [one, other] = [await replica(), await replica()];
    const { signal } = new AbortController();
    const impatient = { sleep: async () => {}, times: { ...harness.deps.times, roundMs: 30_000 } };
    harness.slack.faults.push({ method: "chat.postMessage", times: 1, outcome: { status: 429, retryAfter: 120 } });

    await deliver({ ...one, ...impatient }, signal);
    await deliver({ ...other, ...impatient }, signal);
    const during = harness.posts().length;
    await harness.elapse(121_000);
    await deliver(other, signal);

    expect(during).toBe(1);
    expect(harness.posts()).toHaveLength(6);
    expect(harness.standing()).toHaveLength(5);
  });

  it("posts leaderboards first, then people in an order that no name decides", async () => {
    await open({ reps: 12, leaderboards: ["C0AAA", "C0ZZZ"] });

    await harness.tick();

    const people = harness.posts().slice(2);
    expect(new Set(harness.posts().slice(0, 2))).toEqual(new Set(["C0AAA", "C0ZZZ"]));
    expect([...people].sort()).toEqual([...harness.users]);
    expect(people).not.toEqual([...harness.users]);
  });
});
