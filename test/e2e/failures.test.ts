import { join } from "node:path";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { day } from "../../src/time/day";
import { bigMonth } from "../support/builders/big-months";
import { ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

const FAILURES = join(__dirname, "../support/env/failures-on-signal.js");

describe("a failure that nothing waits for", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built;
  let url: string;
  beforeEach(async () => {
    const window = { from: day("2026-10-01"), to: day("2026-10-02") };
    const month = bigMonth({ reps: 1, mails: 1, copperCalls: 0, justcallCalls: 0 }, { window, now: new Date() });
    fakes = await startFakes(month, () => new Date());
    const mongo = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
    const options = { NODE_OPTIONS: `--require ${FAILURES}`, TEAM_TIMEZONE: ZONE, PORT: "0", NIGHTLY_SYNC_AT: "off" };
    built = runBuilt("main.js", { env: { ...fakes.env, ...mongo, ...options } });
    const port = await eventually(() => /"port":(\d+)/.exec(built.out())?.[1]);
    url = `http://127.0.0.1:${port}`;
  });
  afterEach(async () => {
    built.child.kill("SIGKILL");
    await built.ended();
    await fakes.close();
  });

  it("is logged and survived when it is a promise's", async () => {
    built.child.kill("SIGUSR2");
    await eventually(() => built.out().includes("a lost promise"));

    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("is logged when it is an exception, and the process stops in order with 1", async () => {
    built.child.kill("SIGHUP");

    expect(await built.ended()).toBe(1);
    expect(built.out()).toMatch(/"level":50.*a lost exception/);
    expect(built.out()).toContain('"msg":"stopped"');
  });
});
