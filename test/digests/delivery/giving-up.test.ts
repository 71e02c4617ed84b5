import { deliveryLabs } from "../delivery-labs";

describe("a message meets Slack's faults", () => {
  const open = deliveryLabs();

  it.each(["invalid_auth", "token_revoked"])(
    "case 12: %s stops all posting with one alert; rows stay due, and go out once the sign-in is mended",
    async (error) => {
      const lab = await open({ reps: 5 });
      lab.failPosts({ error }, 100);

      await lab.minutes(3);
      const stopped = { posts: lab.posts().length, states: await lab.states() };
      lab.slack.faults.clear();
      Reflect.get(lab.needs.signIn, "mend")();
      await lab.minutes(3);

      expect(stopped).toEqual({ posts: 1, states: ["due", "due", "due", "due", "due"] });
      expect(lab.alerts).toEqual([{ kind: "signed-out", reason: error }]);
      expect(lab.standing()).toHaveLength(5);
      expect(await lab.rows.countDocuments({ state: "sent" })).toBe(5);
    },
  );

  it.each(["channel_not_found", "is_archived", "user_disabled"])(
    "case 13: %s fails that message with its reason, and no other",
    async (error) => {
      const lab = await open({ reps: 3 });
      lab.failPosts({ error });

      await lab.minutes(3);

      const failed = await lab.rows.find({ state: "failed" }).toArray();
      expect(failed).toMatchObject([{ reason: error, attempt: 1 }]);
      expect(lab.posts()).toHaveLength(3);
      expect(lab.standing()).toHaveLength(2);
      expect(lab.alerts).toMatchObject([{ kind: "undelivered", rows: [{ state: "failed", reason: error }] }]);
    },
  );

  it("is tried at most five times when Slack cannot be reached, and then has failed", async () => {
    const lab = await open();
    const unreachable = {
      ...lab.needs.poster,
      post: async () => ({ kind: "unconnected", detail: "refused" }) as const,
    };

    for (let minute = 0; minute < 15; minute += 1) {
      await lab.tick({ poster: unreachable });
      await lab.elapse(60_000);
    }

    expect(await lab.row()).toMatchObject({ state: "failed", attempt: 5 });
    expect(lab.alerts).toHaveLength(1);
  });

  it("stops for the day when more is posted than there are receivers, and the admins are told once", async () => {
    const lab = await open({ reps: 5, needs: { receivers: async () => 3 } });

    await lab.minutes(3);

    expect(lab.standing()).toHaveLength(3);
    expect(lab.alerts).toEqual([{ kind: "too-many-posts", posts: 3, most: 3 }]);
    expect(await lab.rows.countDocuments({ state: "due" })).toBe(2);
  });
});
