import { subscriptionPlan } from "../../src/sources/subscriptions";
import { copperHarness, stopCopper } from "../support/harness/copper";
import { justcallHarness, stopJustCall } from "../support/harness/justcall";

const TOPICS = ["call.completed", "call.updated"];
const entry = (id: string, topic: string, current = true) => ({ id, topic, current, target: "https://x.example/hook" });

describe("the plan of an installation", () => {
  it("asks for what is missing and leaves what is right", () => {
    const plan = subscriptionPlan([entry("1", "call.completed")], TOPICS);

    expect(plan).toEqual({ add: ["call.updated"], remove: [] });
  });

  it("gives up what is there twice, is not wanted, or is proved by an old secret", () => {
    const [twice, unwanted, old] = [
      entry("2", "call.completed"),
      entry("3", "sms.sent"),
      entry("4", "call.updated", false),
    ];

    const plan = subscriptionPlan([entry("1", "call.completed"), twice, unwanted, old], TOPICS);

    expect(plan).toEqual({ add: ["call.updated"], remove: [twice, unwanted, old] });
  });
});

describe("subscriptions at the vendors", () => {
  afterEach(() => Promise.all([stopCopper(), stopJustCall()]));

  it("are listed, added and removed in Copper, whose answer tells whether the secret is the one to use", async () => {
    const { source, copper } = await copperHarness({}, { webhookSecret: "the secret of these tests" });
    const target = "https://paceline.example.com/webhooks/copper";

    await source.subscriptions?.add({ topic: "opportunity/update", target });
    copper.account.subscriptions.change(copper.account.subscriptions.all()[0]?.id ?? 0, {});
    const listed = await source.subscriptions?.list();
    copper.account.subscriptions.change(Number(listed?.[0]?.id), { headers: { "x-paceline-secret": "another" } });
    const outdated = await source.subscriptions?.list();
    await source.subscriptions?.remove(listed?.[0]?.id ?? "");

    expect(listed).toEqual([{ id: "17066", target, topic: "opportunity/update", current: true }]);
    expect(outdated?.[0]?.current).toBe(false);
    expect(copper.account.subscriptions.size).toBe(0);
  });

  it("need a secret in Copper, which is asked for in words before anything is sent", async () => {
    const { source, copper } = await copperHarness();

    const added = source.subscriptions?.add({ topic: "opportunity/new", target: "https://paceline.example.com/x" });

    await expect(added).rejects.toThrow("set COPPER_WEBHOOK_SECRET");
    expect(copper.requests).toEqual([]);
  });

  it("are listed, added and removed in JustCall", async () => {
    const { source, justcall } = await justcallHarness();
    const target = "https://paceline.example.com/webhooks/justcall";

    await source.subscriptions?.add({ topic: "call.updated", target });
    const listed = await source.subscriptions?.list();
    await source.subscriptions?.remove(listed?.[0]?.id ?? "");

    expect(listed).toEqual([{ id: "501", target, topic: "call.updated", current: true }]);
    expect(justcall.account.subscriptions.size).toBe(0);
  });
});
