import { testDatabase } from "../../support/env/database";
import { eventually } from "../../support/wait";
import { processLab } from "../process-lab";

type ProcessLab = Awaited<ReturnType<typeof processLab>>;

describe("a process that delivers", () => {
  const test = testDatabase();
  let lab: ProcessLab;
  const open = async (reps: number) => {
    lab = await processLab(test, { reps });
  };
  const allSent = () => eventually(lab.sent);
  afterEach(() => lab.close());

  it.each([
    ["case 1", "killed between claim and post", "claimed", 1],
    ["case 2", "killed when Slack has it and nothing is recorded", "posted", 1],
    ["case 2", "killed once it is recorded", "recorded", 1],
  ] as const)("%s: %s, it leaves nothing lost and nothing twice", async (_case, _when, at, posts) => {
    await open(3);
    const killed = await lab.start({ at }).ended();

    lab.start();
    await allSent();

    expect(killed).toBe("SIGKILL");
    expect(lab.posts()).toHaveLength(3 * posts);
    expect(lab.standing()).toHaveLength(3);
  });

  it("case 16: stopped after its claim until another has taken over, it posts nothing when it goes on", async () => {
    await open(1);
    const paused = lab.start({ at: "claimed", signal: "SIGSTOP" });
    await eventually(async () => (await lab.rows.findOne({ state: "sending" })) !== null);
    lab.start();
    await allSent();

    paused.child.kill("SIGCONT");
    await eventually(() => paused.out().includes("Held up between claim and post"));

    expect(lab.posts()).toHaveLength(1);
    expect(await lab.rows.findOne()).toMatchObject({ state: "sent", attempt: 2 });
  });

  it("case 17: stopped inside its call to Slack, its copy shows up late and is taken back, its record is refused", async () => {
    await open(1);
    let slackGoesOn = () => {};
    const until = new Promise<void>((resolve) => {
      slackGoesOn = resolve;
    });
    lab.slack.faults.push({ method: "chat.postMessage", outcome: { until } });
    const paused = lab.start();
    await eventually(() => lab.posts().length === 1);
    paused.child.kill("SIGSTOP");

    lab.start();
    await allSent();
    slackGoesOn();
    await eventually(() => lab.slack.allMessages().length === 2);
    paused.child.kill("SIGCONT");
    await eventually(() => lab.standing().length === 1);

    const [row] = await lab.rows.find().toArray();
    expect(row).toMatchObject({ state: "sent", attempt: 2 });
    expect(lab.standing()[0]?.ts).toBe(lab.slack.allMessages()[0]?.ts);
    expect(lab.posts()).toHaveLength(2);
  });

  it("case 50: told to stop in the middle of 20, it ends with 0, holds nothing, and the rest arrives once later", async () => {
    await open(20);
    const stopped = lab.start();
    await eventually(() => lab.posts().length >= 4);

    stopped.child.kill("SIGTERM");
    const code = await stopped.ended();
    const held = await lab.rows.countDocuments({ state: "sending" });
    const posts = lab.posts().length;
    lab.start();
    await allSent();

    expect([code, held]).toEqual([0, 0]);
    expect(posts).toBeLessThan(20);
    expect(lab.posts()).toHaveLength(20);
    expect(lab.standing()).toHaveLength(20);
  });

  it.each(["render", "claimed"] as const)(
    "case 51: that a message ends every time (%s) leaves it alone after three starts; the others arrive",
    async (at) => {
      await open(4);
      let starts = 0;
      let told: string | undefined;

      while (told === undefined) {
        starts += 1;
        const one = lab.start({ at, of: "U0R2" });
        await eventually(() => one.child.signalCode !== null || one.out().includes("told "));
        told = one.child.signalCode === null ? one.out() : undefined;
      }

      expect(starts).toBe(4);
      expect(told).toContain("Paceline stopped 3 times while it worked on it");
      expect(lab.standing().map(({ text }) => text.slice(14, 18))).not.toContain("U0R2");
      await eventually(async () => (await lab.rows.countDocuments({ state: "sent" })) === 3);
      expect(await lab.rows.findOne({ to: "U0R2" })).toMatchObject({ state: "failed" });
    },
  );
});
