import { mongoClient } from "../../../src/database/client";
import { deliver, postAtOnce } from "../../../src/digests/delivery/deliver";
import { deliveryStore } from "../../../src/digests/delivery/delivery-store";
import type { DeliveryDeps } from "../../../src/digests/delivery/ports";
import { SEND_RATE, sendRateStore } from "../../../src/digests/delivery/send-rate-store";
import type { PlannedMessage } from "../../../src/digests/planned-message";
import { boardPostsStore } from "../../../src/digests/schedule/board-posts-store";
import { testDatabase } from "../../support/env/database";
import { DAY, type DeliveryHarness, deliveryHarness, EIGHT, NOON } from "../../support/harness/digests/delivery";

const BOARD = "C0BOARD";
/** The day's own board, by hand. */
const WANTED: PlannedMessage = { kind: "board", to: BOARD, day: DAY, postedBy: "U0MAX", dueAt: EIGHT, cutOffAt: NOON };
const PRESSED = { wanted: WANTED, receiver: BOARD };

describe("a message that is posted at once", () => {
  const test = testDatabase();
  let harness: DeliveryHarness;
  const clients: ReturnType<typeof mongoClient>[] = [];
  /** No digest is due, so that what is posted is the board. */
  beforeEach(async () => {
    harness = await deliveryHarness(test.db, { reps: 0, leaderboards: [BOARD] });
  });
  afterEach(async () => {
    await harness.close();
    await Promise.all(clients.splice(0).map((client) => client.close()));
  });

  /** A process of its own, over a connection of its own. */
  const another = async (changed: Partial<DeliveryDeps> = {}) => {
    const client = mongoClient(test.uri);
    clients.push(client);
    const db = (await client.connect()).db(test.name);
    const stores = { deliveries: deliveryStore(db), sendRate: sendRateStore(db, SEND_RATE) };
    return { ...harness.deps, ...stores, stateOf: boardPostsStore(db).stateOf, ...changed };
  };
  const states = async () => (await harness.rows.find().sort({ _id: 1 }).toArray()).map(({ state }) => state);

  it("is one in three processes that are asked at the same moment, beside a tick of a fourth", async () => {
    const [one, two, three, ticking] = [await another(), await another(), await another(), await another()];

    await Promise.all([
      ...[one, two, three].map((deps) => postAtOnce(deps, PRESSED)),
      deliver(ticking, new AbortController().signal),
    ]);

    expect(harness.posts()).toEqual([BOARD]);
    expect(await states()).toEqual(["sent"]);
  });

  it("counts as the day's: the schedule has a row of it, and posts no other", async () => {
    await postAtOnce(await another(), PRESSED);

    await harness.minutes(3);

    expect(harness.posts()).toEqual([BOARD]);
    expect(await harness.rows.find().toArray()).toMatchObject([{ _id: `board:${BOARD}:${DAY}`, postedBy: "U0MAX" }]);
  });

  it("is found in Slack's history where its process ends between the post and the record, and never posted twice", async () => {
    const dying = await another();
    const posted = dying.poster.post;
    const ends = new Error("The process ends here");
    const post: typeof posted = async (message) => {
      await posted(message);
      throw ends;
    };
    await expect(postAtOnce({ ...dying, poster: { ...dying.poster, post } }, PRESSED)).rejects.toBe(ends);
    const left = await states();

    // Pressed again meanwhile, in another process that gives up waiting for it at once.
    let reads = 0;
    const clock = () => {
      reads += 1;
      return Date.now() + (reads > 3 ? 60_000 : 0);
    };
    await postAtOnce(await another({ clock }), PRESSED);
    await harness.minutes(8);

    expect(left).toEqual(["sending"]);
    expect(harness.posts()).toEqual([BOARD]);
    expect(await states()).toEqual(["sent"]);
  });

  it.each([
    ["took it and broke the connection", { accept: true, reset: true }],
    ["took it and answered HTTP 500", { accept: true, status: 500 }],
  ])("is looked up, not posted again, where Slack %s", async (_name, outcome) => {
    harness.slack.faults.push({ method: "chat.postMessage", times: 1, outcome });

    await postAtOnce(await another(), PRESSED);
    const before = await states();
    await postAtOnce(await another(), PRESSED);
    await harness.minutes(8);

    expect(before).toEqual(["unknown"]);
    expect(harness.posts()).toEqual([BOARD]);
    expect(await states()).toEqual(["sent"]);
  });

  it("goes out once with a later tick where Slack asks to wait, and holds nobody up meanwhile", async () => {
    harness.slack.faults.push({ method: "chat.postMessage", times: 1, outcome: { status: 429, retryAfter: 120 } });
    const ahead = { at: 0 };
    const sleep: DeliveryDeps["sleep"] = async (ms) => {
      ahead.at += ms;
    };

    await postAtOnce(await another({ clock: () => ahead.at, sleep }), PRESSED);
    const during = { posts: harness.standing().length, states: await states() };
    await harness.minutes(4);

    expect(during).toEqual({ posts: 0, states: ["due"] });
    expect(harness.standing()).toHaveLength(1);
    expect(await states()).toEqual(["sent"]);
  });

  it("is left to the schedule and to the next press where Slack refuses it, and the admins hear nothing", async () => {
    harness.slack.faults.push({ method: "chat.postMessage", times: 1, outcome: { error: "is_archived" } });

    await postAtOnce(await another(), PRESSED);
    const refused = await harness.rows.find().toArray();
    await postAtOnce(await another(), PRESSED);

    expect(refused).toMatchObject([{ state: "skipped", reason: "is_archived", nextAttemptAt: null }]);
    expect(harness.standing()).toHaveLength(1);
    expect([await states(), harness.alerts]).toEqual([["sent"], []]);
  });

  it("is posted beside what else is due, of which it posts nothing", async () => {
    await harness.close();
    harness = await deliveryHarness(test.db, { reps: 2, leaderboards: [BOARD] });
    const planned = (await harness.deps.plan(harness.now())).messages;
    const { deliveries } = harness.deps;
    await deliveries.addPlanned(planned.filter(({ kind }) => kind === "digest"));
    const rendered = { body: '{"text":"Good morning","blocks":[]}', told: [], praised: [] };
    const ids = (await deliveries.unrendered(harness.now())).map(({ _id }) => _id);
    await harness.deps.sendRate.addReceivers(DAY, harness.users);
    await deliveries.endRender(ids, new Map(ids.map((id) => [id, rendered])));

    await postAtOnce(await another(), PRESSED);

    expect(harness.posts()).toEqual([BOARD]);
    expect(await states()).toEqual(["sent", "due", "due"]);
  });

  it("is rendered alone, whatever else waits to be", async () => {
    await harness.close();
    harness = await deliveryHarness(test.db, { reps: 2, leaderboards: [BOARD] });
    const planned = (await harness.deps.plan(harness.now())).messages.filter(({ kind }) => kind === "digest");
    const { deliveries } = harness.deps;
    await deliveries.addPlanned(planned);

    await postAtOnce(await another(), PRESSED);

    expect(await deliveries.unrendered(harness.now())).toHaveLength(planned.length);
  });
});
