import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { fishbowlOrders } from "../../../src/demo/sample/fishbowl-orders";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { type ControlsHarness, controlsHarness } from "../../support/harness/demo/controls";
import { eventually } from "../../support/wait";

const ANA = REPS.ana.slack;
const BEN = REPS.ben.slack;

let harness: ControlsHarness;

beforeAll(async () => {
  harness = await controlsHarness();
});
afterAll(() => harness.close());
beforeEach(() => harness.controls.reset());

const actions = () => harness.controls.state().groups.flatMap((group) => group.actions);
const isOn = (id: string) => actions().find((action) => action.id === id)?.on;
const home = (user: string) => JSON.stringify(harness.fakes.slack.home(user)?.blocks ?? null);
const askJustCall = async () => (await fetch(`${harness.fakes.justcall.url}/users`)).status;

describe("the stage", () => {
  it("has clock, events and faults, each with a label and a hint", () => {
    const { groups, now, zone, said, done } = harness.controls.state();

    expect(groups.map(({ id, actions: of }) => [id, of.map((action) => action.id)])).toEqual([
      ["clock", ["clock.hour", "clock.tomorrow", "clock.monday", "clock.now", "clock.change"]],
      ["events", ["event.call", "event.both", "event.void", "event.import"]],
      ["faults", ["fault.justcall-down", "fault.slow", "fault.copper-key", "fault.slack-429"]],
    ]);
    expect(actions().filter(({ label, hint }) => label === "" || !hint.endsWith("."))).toEqual([]);
    expect([now.slice(0, 16), zone]).toEqual(["2026-10-28T21:05", "America/Los_Angeles"]);
    expect([said.length, done]).toEqual([1, {}]);
  });

  it("refuses an action that it does not know, and counts nothing", async () => {
    await expect(harness.controls.run("clock.yesterday", ANA)).rejects.toThrow(RangeError);

    expect(harness.controls.state()).toMatchObject({ done: {}, said: [expect.anything()] });
  });

  it("says what was done, newest first, counts it and calls back", async () => {
    const changes: number[] = [];
    const stop = harness.controls.onChange(() => changes.push(harness.controls.state().said.length));

    for (let hours = 0; hours < 21; hours += 1) await harness.controls.run("clock.hour", ANA);
    const text = await harness.controls.run("event.call", ANA);
    stop();
    await harness.controls.run("event.call", ANA);

    const { said, done } = harness.controls.state();
    expect([said.length, said[1]?.text]).toEqual([20, text]);
    expect(done).toEqual({ "clock.hour": 21, "event.call": 2 });
    expect(changes).toHaveLength(22);
  });
});

describe("the clock", () => {
  it("once moved, draws every Home that is open anew, and no other, and has done what became due", async () => {
    const { slack } = harness.fakes;
    await slack.openHome(ANA);
    await eventually(() => slack.home(ANA));
    const before = harness.ticks();

    const text = await harness.controls.run("clock.monday", ANA);

    expect(text).toContain("Monday, November 2, 8:00 AM PST");
    await eventually(() => home(ANA).includes("Mon, Nov 2") || home(ANA).includes("Mon, Nov 2"));
    expect(slack.home(BEN)).toBeUndefined();
    expect(harness.ticks()).toBe(before + 2);
  });

  it("goes back to where it would be by now", async () => {
    await harness.controls.run("clock.monday", ANA);

    await harness.controls.run("clock.now", ANA);

    expect(harness.clock.now().toISOString().slice(0, 13)).toBe("2026-10-28T21");
  });

  it("turned back does not keep a vendor's allowance spent", async () => {
    const { app, clock } = harness;
    const range = { from: app.days.dayOf(clock.now()), to: app.days.dayOf(clock.now()) };
    await harness.controls.run("clock.monday", ANA);
    for (let count = 0; count < 90; count += 1) await askWithKey();
    expect(await askWithKey()).toBe(429);

    await harness.controls.run("clock.now", ANA);

    expect(await askWithKey()).toBe(200);
    const report = await app.sync.request({ range, userId: "cli", trigger: "cli" });
    expect(report.results.errors).toEqual([]);
  });
});

describe("a fault", () => {
  it("is on until it is switched off, and leaves the others at the same stand-in on", async () => {
    await harness.controls.run("fault.slow", ANA);
    await harness.controls.run("fault.justcall-down", ANA);
    const both = [isOn("fault.slow"), isOn("fault.justcall-down"), await askJustCall()];
    await harness.controls.run("fault.justcall-down", ANA);
    const ended: string[] = [];

    await Promise.all([
      askJustCall().then(() => ended.push("justcall")),
      fetch(`${harness.fakes.copper.url}/account`).then(() => ended.push("copper")),
    ]);

    expect(both).toEqual([true, true, 503]);
    expect([isOn("fault.slow"), isOn("fault.justcall-down")]).toEqual([true, false]);
    expect(ended).toEqual(["copper", "justcall"]);
  });

  it("of Copper's key leaves the figures as they were, and says to an admin alone what to renew", async () => {
    await harness.sync(ANA);
    const before = await harness.ofMonth(ANA, "email_quantity");

    await harness.controls.run("fault.copper-key", ANA);
    const [ofRep, ofAdmin] = [await harness.sync(ANA), await harness.sync(ADMIN.slack)];

    expect(ofRep).toContain("*Copper*: could not be read");
    expect(ofRep).not.toContain("COPPER_API_KEY");
    expect(ofAdmin).toContain("COPPER_API_KEY");
    expect(before).toBeGreaterThan(0);
    expect(await harness.ofMonth(ANA, "email_quantity")).toBe(before);
  });

  it("of Slack's heals after a few calls, and no message is lost", async () => {
    await harness.controls.run("fault.slack-429", ANA);
    const before = isOn("fault.slack-429");

    const report = await harness.sync(ANA);
    await harness.fakes.slack.openHome(ANA);
    await eventually(() => (isOn("fault.slack-429") === false ? true : null));

    expect(before).toBe(true);
    expect(report).toContain("✅ Synced");
  });
});

describe("a reset", () => {
  it("waits for a running sync, and then everything is as it was at the start", async () => {
    const { fakes, database, clock } = harness;
    const { slack } = fakes;
    for (const id of ["event.both", "event.void", "fault.slow", "clock.monday"]) await harness.controls.run(id, ANA);
    for (const each of slack.members()) if (each.id === BEN) slack.putMember({ ...each, deactivated: true });
    await slack.openHome(ANA);
    await slack.command({ user: ANA, text: "/sync" });
    await eventually(() => slack.allMessages().length > 0);

    const text = await harness.controls.reset();

    expect(harness.controls.state()).toMatchObject({ done: {}, said: [{ text }] });
    expect(clock.now().getTime() - SAMPLE_NOW.getTime()).toBeLessThan(60_000);
    expect([slack.allMessages(), slack.modals(ANA), slack.home(BEN)]).toEqual([[], [], undefined]);
    await eventually(() => slack.home(ANA));
    expect(home(ANA)).toContain("No data yet.");
    expect(slack.members().find(({ id }) => id === BEN)?.deactivated).toBe(false);
    expect(isOn("fault.slow")).toBe(false);
    for (const name of ["facts", "metrics", "sync_runs"]) {
      expect(await database.db.collection(name).countDocuments()).toBe(0);
    }
    expect(await database.db.collection("fishbowl_sales_orders").find().sort({ _id: 1 }).toArray()).toEqual(
      fishbowlOrders(),
    );
    expect(await harness.sync(ANA)).toContain("*Your numbers are in.* This month: $14,301 wholesale, ");
  });
});

async function askWithKey(): Promise<number> {
  const { url } = harness.fakes.justcall;
  const { JUSTCALL_API_KEY, JUSTCALL_API_SECRET } = harness.fakes.env;
  const answer = await fetch(`${url}/users`, {
    headers: { authorization: `${JUSTCALL_API_KEY}:${JUSTCALL_API_SECRET}` },
  });
  return answer.status;
}
