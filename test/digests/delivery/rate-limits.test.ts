import { deliveryHarnesses } from "../../support/harness/digests/deliveries";
import { NOON } from "../../support/harness/digests/delivery";

const POST = "chat.postMessage";

describe("a message meets Slack's faults", () => {
  const open = deliveryHarnesses();

  it("case 9: a 429 in the middle of 50: all arrive once, in order, and nothing is posted during the pause", async () => {
    const harness = await open({ reps: 50 });
    harness.slack.faults.push({ method: POST, times: 20, outcome: {} });
    harness.failPosts({ status: 429, retryAfter: 3 });

    await harness.minutes(5);

    const posts = harness.slack.calls.filter(({ method }) => method === POST);
    const order = (await harness.rows.find().sort({ order: 1 }).toArray()).map(({ to }) => to);
    const pauses = posts.slice(1).map(({ at }, index) => at.getTime() - (posts[index]?.at.getTime() ?? 0));
    expect(harness.posts().filter((to, index, all) => all[index + 1] !== to)).toEqual(order);
    expect(posts).toHaveLength(51);
    // The few real milliseconds of the calls themselves count on the database's clock, too.
    expect(pauses[20]).toBeGreaterThan(2_800);
    expect(harness.standing()).toHaveLength(50);
    expect(await harness.rows.findOne({ spared: 1 })).toMatchObject({ attempt: 2, state: "sent" });
  });

  it.each([
    ["none", undefined, 30_000],
    ["0", 0, 1_000],
    ["-1", -1, 1_000],
    ["86400", 86_400, 300_000],
  ])("case 10: a 429 with Retry-After %s pauses within 1 and 300 seconds", async (_name, retryAfter, ms) => {
    const harness = await open();
    harness.failPosts({ status: 429, retryAfter });

    await harness.minutes(8);

    const [refused, taken] = harness.slack.calls.filter(({ method }) => method === POST);
    const pause = (taken?.at.getTime() ?? 0) - (refused?.at.getTime() ?? 0);
    expect(harness.posts()).toHaveLength(2);
    expect(Math.abs(pause - ms)).toBeLessThan(ms === 300_000 ? 61_000 : 1_000);
    expect(await harness.states()).toEqual(["sent"]);
  });

  it("case 10: refused until noon it is missed, not posted afterwards, and the admins are told once", async () => {
    const harness = await open();
    harness.failPosts({ status: 429, retryAfter: 86_400 }, 1_000);
    await harness.moveTo(new Date(NOON.getTime() - 10 * 60_000));

    await harness.minutes(30);
    harness.slack.faults.clear();
    await harness.minutes(10);

    expect(harness.standing()).toEqual([]);
    expect(await harness.row()).toMatchObject({ state: "missed" });
    expect(harness.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: "U0R0000", state: "missed" }] }]);
  });
});
