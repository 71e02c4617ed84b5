import { randomBytes } from "node:crypto";
import type { DemoControls } from "../../../../src/demo/controls/controls";
import { controlsOf } from "../../../../src/demo/controls/demo-controls";
import { type Demo, startDemo } from "../../../../src/demo/demo";
import { playMorning } from "../../../../src/demo/play-morning";
import { testUri } from "../../env/database";
import { recordedStream, recordSecrets, secretsIn } from "../../env/logs/recorded-logs";

/** The whole demo in this process, on a database of its own: the real app over HTTP, the stand-ins, and their controls. */
export interface DemoHarness extends Demo {
  readonly controls: DemoControls;
  /** Where the app is served. */
  readonly url: string;
  /** How often what became due was done. */
  readonly ticks: () => number;
  /** Resolves when the app is at work on nothing. */
  readonly idle: () => Promise<void>;
}

/**
 * `morning`: it begins as `npm run demo` does, with what the sample's day has brought by 8:00 AM. `rateLimits`: whether
 * Slack's limits a minute hold. `still`: nobody does anything while the clock is moved, and no orders come.
 */
export async function demoHarness({ morning = false, rateLimits = true, still = false } = {}): Promise<DemoHarness> {
  const databaseName = `paceline_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const env = { MONGODB_URI: testUri(), LOG_LEVEL: "debug" };
  const demo = await startDemo({ env, say: () => {}, logTo: { write: recordedStream() }, databaseName, rateLimits });
  const { app, fakes, database } = demo;
  recordSecrets(secretsIn(fakes.env));
  const server = app.server();
  const port = await server.start(0);
  const url = `http://127.0.0.1:${port}`;
  fakes.slack.connect(`${url}/slack/events`);
  const begin = () => playMorning(demo);
  if (morning) await begin();
  let ticks = 0;
  const idle = async () => {
    await app.sync.idle();
    await server.idle();
  };
  const tick = async () => {
    ticks += 1;
    await app.tick();
  };
  const controls = controlsOf(demo, { server, tick, ...(!still && { appUrl: url }), ...(morning && { begin }) });
  const close = async () => {
    await server.stop();
    await database.db.dropDatabase();
    await demo.close();
  };
  return { ...demo, controls, url, ticks: () => ticks, idle, close };
}
