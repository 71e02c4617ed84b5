import type { KnownBlock } from "@slack/types";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import type { SlackMessage } from "../../../src/demo/slack/state/messages";
import { day } from "../../../src/time/day";
import { eventually } from "../wait";
import { type DemoHarness, demoHarness } from "./demo/demo";
import { lines, pressable } from "./slack-blocks";

export type ImportsHarness = Awaited<ReturnType<typeof importsHarness>>;

export const ALEX: string = ADMIN.slack;
export const ANA: string = REPS.ana.slack;
/** The month in the harness. */
const MONTH = ["2026-10-01", "2026-10-31"] as const;

/** The real app on the demo's stand-ins, after a first sync of Fishbowl: Alex is an admin, Ana a rep. */
export async function importsHarness() {
  const harness: DemoHarness = await demoHarness();
  const { app, fakes, database, clock } = harness;
  const { slack } = fakes;
  const range = { from: day(MONTH[0]), to: app.days.dayOf(clock.now()) };
  const sync = () => app.sync.request({ range, userId: ALEX, trigger: "slack", sources: ["fishbowl"] });
  await sync();
  const dm = (user: string) => slack.messages(slack.dm(user)).filter(({ author }) => author === slack.bot.userId);
  const newest = (user: string) => dm(user).at(-1);
  const pressing = async (actionId: string, message = newest(ALEX)) => {
    if (message === undefined) throw new Error("Alex was told nothing");
    return slack.action({ user: ALEX, from: { messageTs: message.ts, channel: message.channel }, actionId });
  };
  return {
    demo: harness,
    app,
    slack,
    db: database.db,
    now: clock.now,
    dm,
    says: (user = ALEX) => said(newest(user)),
    buttons: (user = ALEX) => pressable(blocksOf(newest(user))),
    /** Drops a file and waits until what is said of it is no longer that it is being read. */
    async drop(text: string | Uint8Array, { user = ALEX, name = "orders.csv" } = {}): Promise<readonly string[]> {
      const before = dm(user).length;
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      await slack.write({ user, text: "", files: [{ name, bytes }] });
      const isSaid = () => dm(user).length > before && !/^⏳ Reading/.test(newest(user)?.text ?? "⏳ Reading");
      // A file of 20 MB takes a while where other tests run beside it.
      await eventually(isSaid, 110_000);
      await harness.idle();
      return said(newest(user));
    },
    /** Presses a button of the newest message. */
    press: (actionId: string) => pressing(actionId),
    /** Presses buttons of the message that is the newest now, as long as they are there. */
    presser: () => {
      const message = newest(ALEX);
      return (actionId: string) => pressing(actionId, message).catch(() => null);
    },
    /** Presses Apply and waits until the sync after it has ended. */
    async apply(): Promise<readonly string[]> {
      await pressing("import_apply");
      await harness.idle();
      return said(newest(ALEX));
    },
    /** What somebody has sold this month: wholesale and distribution, by `metrics`. */
    async sales(userId: string): Promise<number> {
      const of = { userId, source: "fishbowl", day: { $gte: MONTH[0], $lte: MONTH[1] } };
      const cells = await database.db.collection("metrics").find(of).toArray();
      return Math.round(cells.reduce((sum, { value }) => sum + Number(value) * 100, 0)) / 100;
    },
    orders: () => database.db.collection("fishbowl_sales_orders").countDocuments(),
    calls: (method: string) => slack.calls.filter((call) => call.method === method),
    /** Slack's id of the file that was dropped last. */
    fileId: () => String(slack.messages(slack.dm(ALEX)).findLast(({ files }) => files !== undefined)?.files?.[0]?.id),
    /** Begins anew. */
    async reset() {
      await harness.controls.reset();
      await sync();
    },
    close: () => harness.close(),
  };
}

function said(message: SlackMessage | undefined): readonly string[] {
  return lines(blocksOf(message));
}

function blocksOf(message: SlackMessage | undefined): readonly KnownBlock[] {
  return JSON.parse(JSON.stringify(message?.blocks ?? []));
}
