import type { KnownBlock } from "@slack/types";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import type { SlackMessage } from "../../../src/demo/slack/state/messages";
import { type DemoRig, demoRig } from "../../support/demo-rig";
import { eventually } from "../eventually";
import { lines, pressable } from "../lines";

export type ImportsLab = Awaited<ReturnType<typeof importsLab>>;

export const ALEX = ADMIN.slack;
export const ANA = REPS.ana.slack;
/** The day in the lab. */
const MONTH = ["2026-10-01", "2026-10-31"] as const;

/** The real app on the demo's far ends, after a first sync: Alex is an admin, Ana a rep. */
export async function importsLab() {
  const rig: DemoRig = await demoRig();
  const { app, farEnds, database, clock } = rig.demo;
  const { slack } = farEnds;
  const range = { from: app.days.dayOf(clock.now()), to: app.days.dayOf(clock.now()) };
  await app.sync.request({ range, userId: ALEX, trigger: "slack" });
  const dm = (user: string) => slack.messages(slack.dm(user)).filter(({ author }) => author === slack.bot.userId);
  const newest = (user: string) => dm(user).at(-1);
  return {
    rig,
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
      await eventually(() => dm(user).length > before && !/^⏳ Reading/.test(newest(user)?.text ?? "⏳ Reading"));
      await rig.idle();
      return said(newest(user));
    },
    /** Presses a button of the newest message. */
    press(actionId: string, user = ALEX) {
      const message = newest(user);
      if (message === undefined) throw new Error(`${user} was told nothing`);
      return slack.action({ user, from: { messageTs: message.ts, channel: message.channel }, actionId });
    },
    /** Presses Apply and waits until the sync after it has ended. */
    async apply(user = ALEX): Promise<readonly string[]> {
      await this.press("import_apply", user);
      await rig.idle();
      return said(newest(user));
    },
    /** What somebody has sold this month: wholesale and distribution, by `metrics`. */
    async sales(userId: string): Promise<number> {
      const day = { $gte: MONTH[0], $lte: MONTH[1] };
      const cells = await database.db.collection("metrics").find({ userId, source: "fishbowl", day }).toArray();
      return Math.round(cells.reduce((sum, { value }) => sum + Number(value) * 100, 0)) / 100;
    },
    orders: () => database.db.collection("fishbowl_sales_orders").countDocuments(),
    calls: (method: string) => slack.calls.filter((call) => call.method === method),
    close: () => rig.close(),
  };
}

function said(message: SlackMessage | undefined): readonly string[] {
  return lines(blocksOf(message));
}

function blocksOf(message: SlackMessage | undefined): readonly KnownBlock[] {
  return JSON.parse(JSON.stringify(message?.blocks ?? []));
}
