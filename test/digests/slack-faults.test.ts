import type { SlackFault } from "../../src/demo/slack/http/faults";
import { testDatabase } from "../support/database";
import { type DeliveryLab, deliveryLab, NOON } from "./lab";

const POST = "chat.postMessage";

describe("a message meets Slack's faults", () => {
  const test = testDatabase();
  let lab: DeliveryLab;
  const open = async (options: Parameters<typeof deliveryLab>[1] = {}) => {
    lab = await deliveryLab(test.db, options);
    return lab;
  };
  const fault = (outcome: SlackFault["outcome"], times = 1) => lab.slack.faults.push({ method: POST, times, outcome });
  afterEach(() => lab.close());

  it("arrives once when nothing goes wrong, and is never posted again", async () => {
    await open();

    await lab.minutes(5);

    expect(lab.posts()).toEqual(["U0R0000"]);
    expect(await lab.row()).toMatchObject({ state: "sent", attempt: 1, late: false, ts: lab.standing()[0]?.ts });
  });

  it("case 3: Slack takes it and the connection breaks: it is found, and posted once", async () => {
    await open();
    fault({ accept: true, reset: true });

    await lab.minutes(8);

    expect(lab.posts()).toHaveLength(1);
    expect(lab.standing()).toHaveLength(1);
    expect(await lab.row()).toMatchObject({ state: "sent", channel: "D0R0000", ts: lab.standing()[0]?.ts });
  });

  it.each([
    ["HTTP 500", { status: 500, accept: true }],
    ["HTTP 503 whose body says channel_not_found", { status: 503, error: "channel_not_found", accept: true }],
    ["internal_error", { error: "internal_error", accept: true }],
    ["fatal_error", { error: "fatal_error", accept: true }],
  ])("case 4: Slack takes it and answers %s: it arrives once", async (_name, outcome) => {
    await open();
    fault(outcome);

    await lab.minutes(8);

    expect(lab.posts()).toHaveLength(1);
    expect(await lab.states()).toEqual(["sent"]);
  });

  it("case 5: Slack takes it and answers too late: it arrives once", async () => {
    await open({ postTimeoutMs: 400 });
    fault({ accept: true, hangMs: 900 });

    await lab.minutes(8);

    expect(lab.posts()).toHaveLength(1);
    expect(await lab.states()).toEqual(["sent"]);
  });

  it("case 6: Slack neither takes it nor answers: absent twice, it is posted again within eight minutes", async () => {
    await open({ postTimeoutMs: 400 });
    fault({ hangMs: 900, status: 500 });

    await lab.minutes(8);

    expect(lab.posts()).toHaveLength(2);
    expect(lab.standing()).toHaveLength(1);
    expect(await lab.row()).toMatchObject({ state: "sent", attempt: 2 });
    expect(lab.slack.calls.filter(({ method }) => method === "conversations.history").length).toBeGreaterThanOrEqual(2);
  });

  it("case 7: Slack shows it 45 seconds late: it is waited for, and posted once", async () => {
    await open();
    lab.slack.delayHistory(45_000);
    fault({ accept: true, reset: true });

    await lab.minutes(8);

    expect(lab.posts()).toHaveLength(1);
    expect(await lab.states()).toEqual(["sent"]);
  });

  it("case 8: Slack shows it after it was posted again: the later copy is taken back, with a warning", async () => {
    await open();
    lab.slack.delayHistory(6 * 60_000);
    fault({ accept: true, reset: true });

    await lab.minutes(30);

    const [first, second] = lab.slack.allMessages();
    expect(lab.posts()).toHaveLength(2);
    expect([first?.deletedAt, second?.deletedAt === undefined]).toEqual([undefined, false]);
    expect(await lab.row()).toMatchObject({ state: "sent", ts: first?.ts });
    expect(lab.log.at("warn").map(({ message }) => message)).toContain("A second copy of a message was taken back");
  });

  it("case 9: a 429 in the middle of 50: all arrive once, in order, and nothing is posted during the pause", async () => {
    await open({ reps: 50 });
    lab.slack.faults.push({ method: POST, times: 20, outcome: {} });
    fault({ status: 429, retryAfter: 3 });

    await lab.minutes(5);

    const posts = lab.slack.calls.filter(({ method }) => method === POST);
    const order = (await lab.rows.find().sort({ order: 1 }).toArray()).map(({ to }) => to);
    const pauses = posts.slice(1).map(({ at }, index) => at.getTime() - (posts[index]?.at.getTime() ?? 0));
    expect(lab.posts().filter((to, index, all) => all[index + 1] !== to)).toEqual(order);
    expect(posts).toHaveLength(51);
    // The few real milliseconds of the calls themselves count on the database's clock, too.
    expect(pauses[20]).toBeGreaterThan(2_800);
    expect(lab.standing()).toHaveLength(50);
    expect(await lab.rows.findOne({ spared: 1 })).toMatchObject({ attempt: 2, state: "sent" });
  });

  it.each([
    ["none", undefined, 30_000],
    ["0", 0, 1_000],
    ["-1", -1, 1_000],
    ["86400", 86_400, 300_000],
  ])("case 10: a 429 with Retry-After %s pauses within 1 and 300 seconds", async (_name, retryAfter, ms) => {
    await open();
    fault({ status: 429, retryAfter });

    await lab.minutes(8);

    const [refused, taken] = lab.slack.calls.filter(({ method }) => method === POST);
    const pause = (taken?.at.getTime() ?? 0) - (refused?.at.getTime() ?? 0);
    expect(lab.posts()).toHaveLength(2);
    expect(Math.abs(pause - ms)).toBeLessThan(ms === 300_000 ? 61_000 : 1_000);
    expect(await lab.states()).toEqual(["sent"]);
  });

  it("case 10: refused until noon it is missed, not posted afterwards, and the admins are told once", async () => {
    await open();
    fault({ status: 429, retryAfter: 86_400 }, 1_000);
    await lab.moveTo(new Date(NOON.getTime() - 10 * 60_000));

    await lab.minutes(30);
    lab.slack.faults.clear();
    await lab.minutes(10);

    expect(lab.standing()).toEqual([]);
    expect(await lab.row()).toMatchObject({ state: "missed" });
    expect(lab.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: "U0R0000", state: "missed" }] }]);
  });

  it("case 11: history cannot be read until the cut-off: never posted again, and the admins are told once", async () => {
    await open();
    fault({ reset: true });
    lab.slack.faults.push({ method: "conversations.history", times: 10_000, outcome: { error: "internal_error" } });
    await lab.minutes(8);
    await lab.moveTo(NOON);

    await lab.minutes(5);

    expect(lab.posts()).toHaveLength(1);
    expect(await lab.states()).toEqual(["unknown"]);
    expect(lab.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: "U0R0000", state: "unknown" }] }]);
  });

  it.each(["invalid_auth", "token_revoked"])(
    "case 12: %s stops all posting with one alert; rows stay due, and go out once the sign-in is mended",
    async (error) => {
      await open({ reps: 5 });
      fault({ error }, 100);

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
      await open({ reps: 3 });
      fault({ error });

      await lab.minutes(3);

      const failed = await lab.rows.find({ state: "failed" }).toArray();
      expect(failed).toMatchObject([{ reason: error, attempt: 1 }]);
      expect(lab.posts()).toHaveLength(3);
      expect(lab.standing()).toHaveLength(2);
      expect(lab.alerts).toMatchObject([{ kind: "undelivered", rows: [{ state: "failed", reason: error }] }]);
    },
  );

  it("is tried at most five times when Slack cannot be reached, and then has failed", async () => {
    await open();
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

  it("posts the same bytes at every attempt, whatever has changed meanwhile", async () => {
    let rendered = 0;
    const render: typeof lab.needs.render = async (rows) => {
      rendered += 1;
      return new Map(rows.map(({ _id }) => [_id, { text: `version ${rendered}`, blocks: [] }]));
    };
    await open({ needs: { render } });
    fault({ reset: true });

    await lab.minutes(8);

    const texts = lab.slack.calls.filter(({ method }) => method === POST).map(({ args }) => args.text);
    expect(texts).toEqual(["version 1", "version 1"]);
  });

  it("stops for the day when more is posted than there are receivers, and the admins are told once", async () => {
    await open({ reps: 5, needs: { receivers: async () => 3 } });

    await lab.minutes(3);

    expect(lab.standing()).toHaveLength(3);
    expect(lab.alerts).toEqual([{ kind: "too-many-posts", posts: 3, most: 3 }]);
    expect(await lab.rows.countDocuments({ state: "due" })).toBe(2);
  });
});
