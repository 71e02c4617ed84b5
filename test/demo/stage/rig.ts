import { randomBytes } from "node:crypto";
import { type Demo, startDemo } from "../../../src/demo/demo";
import { demoStage, type Stage } from "../../../src/demo/stage/stage";
import { eventually } from "../../support/built";
import { testUri } from "../../support/database";

/** The whole demo in this process, on a database of its own, with its stage. */
export interface StageRig {
  readonly demo: Demo;
  readonly stage: Stage;
  /** How often what became due was done. */
  readonly ticks: () => number;
  /** Somebody types /sync; resolves to the report's text when it has come to an end. */
  sync(user: string): Promise<string>;
  close(): Promise<void>;
}

export async function stageRig(): Promise<StageRig> {
  const databaseName = `paceline_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const env = { MONGODB_URI: testUri(), LOG_LEVEL: "silent" };
  const demo = await startDemo({ env, say: () => {}, databaseName });
  const { app, clock, farEnds, database } = demo;
  const server = app.server();
  const port = await server.start(0);
  farEnds.slack.connect(`http://127.0.0.1:${port}/slack/events`);
  let ticks = 0;
  const idle = async () => {
    await app.sync.idle();
    await server.idle();
  };
  const tick = async () => {
    ticks += 1;
  };
  const stage = demoStage({ clock, farEnds, db: database.db, days: app.days, idle, tick });
  const sync = async (user: string) => {
    const before = farEnds.slack.allMessages().length;
    await farEnds.slack.command({ user, text: "/sync" });
    const report = await eventually(() =>
      farEnds.slack
        .allMessages()
        .slice(before)
        .find(({ to, text }) => to === undefined && /^\W*Synced/.test(text)),
    );
    await idle();
    return JSON.stringify(report.blocks);
  };
  const close = async () => {
    await server.stop();
    await database.db.dropDatabase();
    await demo.close();
  };
  return { demo, stage, ticks: () => ticks, sync, close };
}
