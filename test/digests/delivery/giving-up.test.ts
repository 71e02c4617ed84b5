import { deliveryHarnesses } from "../../support/harness/digests/deliveries";
import { deliveryPlan, plannedMessages } from "../../support/harness/digests/delivery";

describe("a message meets Slack's faults", () => {
  const open = deliveryHarnesses();

  it.each(["invalid_auth", "token_revoked"])(
    "case 12: %s stops all posting with one alert; rows stay due, and go out once the sign-in is mended",
    async (error) => {
      const harness = await open({ reps: 5 });
      harness.failPosts({ error }, 100);

      await harness.minutes(3);
      const stopped = { posts: harness.posts().length, states: await harness.states() };
      harness.slack.faults.clear();
      Reflect.get(harness.deps.auth, "mend")();
      await harness.minutes(3);

      expect(stopped).toEqual({ posts: 1, states: ["due", "due", "due", "due", "due"] });
      expect(harness.alerts).toEqual([{ kind: "signed-out", reason: error }]);
      expect(harness.standing()).toHaveLength(5);
      expect(await harness.rows.countDocuments({ state: "sent" })).toBe(5);
    },
  );

  it.each(["channel_not_found", "is_archived", "user_disabled"])(
    "case 13: %s fails that message with its reason, and no other",
    async (error) => {
      const harness = await open({ reps: 3 });
      harness.failPosts({ error });

      await harness.minutes(3);

      const failed = await harness.rows.find({ state: "failed" }).toArray();
      expect(failed).toMatchObject([{ reason: error, attempt: 1 }]);
      expect(harness.posts()).toHaveLength(3);
      expect(harness.standing()).toHaveLength(2);
      expect(harness.alerts).toMatchObject([{ kind: "undelivered", rows: [{ state: "failed", reason: error }] }]);
    },
  );

  it("is tried at most five times when Slack cannot be reached, and then has failed", async () => {
    const harness = await open();
    const unreachable = {
      ...harness.deps.poster,
      post: async () => ({ kind: "unconnected", detail: "refused" }) as const,
    };

    for (let minute = 0; minute < 15; minute += 1) {
      await harness.tick({ poster: unreachable });
      await harness.elapse(60_000);
    }

    expect(await harness.row()).toMatchObject({ state: "failed", attempt: 5 });
    expect(harness.alerts).toHaveLength(1);
  });

  it("stops for the day when more is posted than there are receivers, and the admins are told once", async () => {
    const messages = plannedMessages({ users: ["U0R0000", "U0R0001", "U0R0002", "U0R0003", "U0R0004"] });
    const receivers = ["U0R0000", "U0R0001", "U0R0002"];
    const harness = await open({ reps: 5, deps: { plan: async () => ({ messages, receivers }) } });

    await harness.minutes(3);

    expect(harness.standing()).toHaveLength(3);
    expect(harness.alerts).toEqual([{ kind: "too-many-posts", posts: 3, most: 3 }]);
    expect(await harness.rows.countDocuments({ state: "due" })).toBe(2);
  });

  it("drops nobody's when others come and go that morning: whoever was a receiver at any time counts", async () => {
    const [gone, stays, comes] = [["U0R0000", "U0R0001"], ["U0R0002"], ["U0R0003", "U0R0004"]];
    const harness = await open({ reps: 5 });

    await harness.tick({ plan: async () => deliveryPlan(plannedMessages({ users: gone })) });
    await harness.tick({ plan: async () => deliveryPlan(plannedMessages({ users: [...stays, ...comes] })) });

    expect(harness.standing()).toHaveLength(5);
    expect(harness.alerts).toEqual([]);
  });
});
