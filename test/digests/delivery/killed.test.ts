import { testDatabase } from "../../support/env/database";
import { deliveryProcesses } from "../../support/harness/digests/processes";
import { eventually } from "../../support/wait";

type ProcessLab = Awaited<ReturnType<typeof deliveryProcesses>>;

describe("a process that delivers", () => {
  const test = testDatabase();
  let harness: ProcessLab;
  const open = async (reps: number) => {
    harness = await deliveryProcesses(test, { reps });
  };
  const allSent = () => eventually(harness.sent);
  afterEach(() => harness.close());

  it.each([
    ["case 1", "killed between claim and post", "claimed", 1],
    ["case 2", "killed when Slack has it and nothing is recorded", "posted", 1],
    ["case 2", "killed once it is recorded", "recorded", 1],
  ] as const)("%s: %s, it leaves nothing lost and nothing twice", async (_case, _when, at, posts) => {
    await open(3);
    const killed = await harness.start({ at }).ended();

    harness.start();
    await allSent();

    expect(killed).toBe("SIGKILL");
    expect(harness.posts()).toHaveLength(3 * posts);
    expect(harness.standing()).toHaveLength(3);
  });

  it("case 16: stopped after its claim until another has taken over, it posts nothing when it goes on", async () => {
    await open(1);
    const paused = harness.start({ at: "claimed", signal: "SIGSTOP" });
    await eventually(async () => (await harness.rows.findOne({ state: "sending" })) !== null);
    harness.start();
    await allSent();

    paused.child.kill("SIGCONT");
    await eventually(() => paused.out().includes("Held up between claim and post"));

    expect(harness.posts()).toHaveLength(1);
    expect(await harness.rows.findOne()).toMatchObject({ state: "sent", attempt: 2 });
  });

  it("case 17: stopped inside its call to Slack, its copy shows up late and is taken back, its record is refused", async () => {
    await open(1);
    let slackGoesOn = () => {};
    const until = new Promise<void>((resolve) => {
      slackGoesOn = resolve;
    });
    harness.slack.faults.push({ method: "chat.postMessage", outcome: { until } });
    const paused = harness.start();
    await eventually(() => harness.posts().length === 1);
    paused.child.kill("SIGSTOP");

    harness.start();
    await allSent();
    slackGoesOn();
    await eventually(() => harness.slack.allMessages().length === 2);
    paused.child.kill("SIGCONT");
    await eventually(() => harness.standing().length === 1);

    const [row] = await harness.rows.find().toArray();
    expect(row).toMatchObject({ state: "sent", attempt: 2 });
    expect(harness.standing()[0]?.ts).toBe(harness.slack.allMessages()[0]?.ts);
    expect(harness.posts()).toHaveLength(2);
  });

  it("case 50: told to stop in the middle of 20, it ends with 0, holds nothing, and the rest arrives once later", async () => {
    await open(20);
    const stopped = harness.start();
    await eventually(() => harness.posts().length >= 4);

    stopped.child.kill("SIGTERM");
    const code = await stopped.ended();
    const held = await harness.rows.countDocuments({ state: "sending" });
    const posts = harness.posts().length;
    harness.start();
    await allSent();

    expect([code, held]).toEqual([0, 0]);
    expect(posts).toBeLessThan(20);
    expect(harness.posts()).toHaveLength(20);
    expect(harness.standing()).toHaveLength(20);
  });

  it.each(["render", "claimed"] as const)(
    "case 51: that a message ends every time (%s) leaves it alone after three starts; the others arrive",
    async (at) => {
      await open(4);
      let starts = 0;
      let reported: string | undefined;

      while (reported === undefined) {
        starts += 1;
        const one = harness.start({ at, of: "U0R2" });
        await eventually(() => one.child.signalCode !== null || one.out().includes("told "));
        reported = one.child.signalCode === null ? one.out() : undefined;
      }

      expect(starts).toBe(4);
      expect(reported).toContain("Paceline stopped 3 times while it worked on it");
      expect(harness.standing().map(({ text }) => text.slice(14, 18))).not.toContain("U0R2");
      await eventually(async () => (await harness.rows.countDocuments({ state: "sent" })) === 3);
      expect(await harness.rows.findOne({ to: "U0R2" })).toMatchObject({ state: "failed" });
    },
  );
});
