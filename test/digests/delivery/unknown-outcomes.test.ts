import { deliveryHarnesses } from "../../support/harness/digests/deliveries";
import { type greetings, NOON } from "../../support/harness/digests/delivery";

describe("a message meets Slack's faults", () => {
  const open = deliveryHarnesses();

  it("arrives once when nothing goes wrong, and is never posted again", async () => {
    const harness = await open();

    await harness.minutes(5);

    expect(harness.posts()).toEqual(["U0R0000"]);
    expect(await harness.row()).toMatchObject({
      state: "sent",
      attempt: 1,
      late: false,
      ts: harness.standing()[0]?.ts,
    });
  });

  it("case 3: Slack takes it and the connection breaks: it is found, and posted once", async () => {
    const harness = await open();
    harness.failPosts({ accept: true, reset: true });

    await harness.minutes(8);

    expect(harness.posts()).toHaveLength(1);
    expect(harness.standing()).toHaveLength(1);
    expect(await harness.row()).toMatchObject({ state: "sent", channel: "D0R0000", ts: harness.standing()[0]?.ts });
  });

  it.each([
    ["HTTP 500", { status: 500, accept: true }],
    ["HTTP 503 whose body says channel_not_found", { status: 503, error: "channel_not_found", accept: true }],
    ["internal_error", { error: "internal_error", accept: true }],
    ["fatal_error", { error: "fatal_error", accept: true }],
  ])("case 4: Slack takes it and answers %s: it arrives once", async (_name, outcome) => {
    const harness = await open();
    harness.failPosts(outcome);

    await harness.minutes(8);

    expect(harness.posts()).toHaveLength(1);
    expect(await harness.states()).toEqual(["sent"]);
  });

  it("case 5: Slack takes it and answers too late: it arrives once", async () => {
    const harness = await open({ postTimeoutMs: 400 });
    harness.failPosts({ accept: true, hangMs: 900 });

    await harness.minutes(8);

    expect(harness.posts()).toHaveLength(1);
    expect(await harness.states()).toEqual(["sent"]);
  });

  it("case 6: Slack neither takes it nor answers: absent twice, it is posted again within eight minutes", async () => {
    const harness = await open({ postTimeoutMs: 400 });
    harness.failPosts({ hangMs: 900, status: 500 });

    await harness.minutes(8);

    expect(harness.posts()).toHaveLength(2);
    expect(harness.standing()).toHaveLength(1);
    expect(await harness.row()).toMatchObject({ state: "sent", attempt: 2 });
    expect(
      harness.slack.calls.filter(({ method }) => method === "conversations.history").length,
    ).toBeGreaterThanOrEqual(2);
  });

  it("case 7: Slack shows it 45 seconds late: it is waited for, and posted once", async () => {
    const harness = await open();
    harness.slack.delayHistory(45_000);
    harness.failPosts({ accept: true, reset: true });

    await harness.minutes(8);

    expect(harness.posts()).toHaveLength(1);
    expect(await harness.states()).toEqual(["sent"]);
  });

  it("case 8: Slack shows it after it was posted again: the later copy is taken back, with a warning", async () => {
    const harness = await open();
    harness.slack.delayHistory(6 * 60_000);
    harness.failPosts({ accept: true, reset: true });

    await harness.minutes(30);

    const [first, second] = harness.slack.allMessages();
    expect(harness.posts()).toHaveLength(2);
    expect([first?.deletedAt, second?.deletedAt === undefined]).toEqual([undefined, false]);
    expect(await harness.row()).toMatchObject({ state: "sent", ts: first?.ts });
    expect(harness.log.at("warn").map(({ message }) => message)).toContain("A second copy of a message was taken back");
  });

  it("case 11: history cannot be read until the cut-off: never posted again, and the admins are told once", async () => {
    const harness = await open();
    harness.failPosts({ reset: true });
    harness.slack.faults.push({ method: "conversations.history", times: 10_000, outcome: { error: "internal_error" } });
    await harness.minutes(8);
    await harness.moveTo(NOON);

    await harness.minutes(5);

    expect(harness.posts()).toHaveLength(1);
    expect(await harness.states()).toEqual(["unknown"]);
    expect(harness.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: "U0R0000", state: "unknown" }] }]);
  });

  it("posts the same bytes at every attempt, whatever has changed meanwhile", async () => {
    let rendered = 0;
    const render: typeof greetings = async (rows) => {
      rendered += 1;
      return new Map(rows.map(({ _id }) => [_id, { text: `version ${rendered}`, blocks: [] }]));
    };
    const harness = await open({ deps: { render } });
    harness.failPosts({ reset: true });

    await harness.minutes(8);

    const texts = harness.slack.calls
      .filter(({ method }) => method === "chat.postMessage")
      .map(({ args }) => args.text);
    expect(texts).toEqual(["version 1", "version 1"]);
  });
});
