import { eventually } from "../../wait";
import { type DemoHarness, demoHarness } from "./demo";

export interface ControlsHarness extends DemoHarness {
  /** Somebody types /sync; resolves to the report's blocks as text when it has come to an end. */
  sync(user: string): Promise<string>;
  /** A figure of the day on which the demo stands. */
  today(userId: string, type: string): Promise<number>;
  /** The same of October, to the cent. */
  ofMonth(userId: string, type: string): Promise<number>;
}

export async function controlsHarness(options: Parameters<typeof demoHarness>[0] = {}): Promise<ControlsHarness> {
  const harness = await demoHarness(options);
  const { slack } = harness.fakes;
  const sync = async (user: string) => {
    const before = slack.allMessages().length;
    await slack.command({ user, text: "/sync" });
    const report = await eventually(() =>
      slack
        .allMessages()
        .slice(before)
        .find(({ to, text }) => to === undefined && /^\W*Synced/.test(text)),
    );
    await harness.idle();
    return JSON.stringify(report.blocks);
  };
  const values = async (match: object) => {
    const cells = await harness.database.db.collection<{ value: number }>("metrics").find(match).toArray();
    return cells.reduce((cents, { value }) => cents + Math.round(value * 100), 0) / 100;
  };
  const { app, clock } = harness;
  return {
    ...harness,
    sync,
    today: (userId, type) => values({ userId, type, day: app.days.dayOf(clock.now()) }),
    ofMonth: (userId, type) => values({ userId, type, day: { $gte: "2026-10-01" } }),
  };
}

/** Starts a demo before the tests of a `describe`, in which this person has synced, and closes it behind them. */
export function syncedDemo(user: string, prepare: (harness: ControlsHarness) => Promise<unknown> = async () => null) {
  let harness: ControlsHarness | undefined;
  beforeAll(async () => {
    harness = await controlsHarness();
    await prepare(harness);
    await harness.sync(user);
  }, 60_000);
  afterAll(() => harness?.close());
  const demo = (): ControlsHarness => {
    if (harness === undefined) throw new Error("The demo starts before the first test");
    return harness;
  };
  return { demo, move: (id: string) => demo().controls.run(`clock.${id}`, user) };
}
