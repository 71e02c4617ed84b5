import { type Fakes, startFakes } from "../../src/demo/fakes";
import { bigMonth } from "../support/builders/big-months";
import { days, ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

const now = () => new Date();

describe("a process that is told to stop in a sync that takes longer than it may", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built | undefined;
  beforeAll(async () => {
    const today = days.dayOf(now());
    const size = { reps: 1, mails: 1, copperCalls: 1, justcallCalls: 1 };
    fakes = await startFakes(bigMonth(size, { window: { from: today, to: today }, now: now() }), now);
  });
  afterAll(async () => {
    if (built?.child.exitCode === null) built.child.kill("SIGTERM");
    await built?.ended();
    await fakes.close();
  });

  const start = async () => {
    const mongo = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name, TEAM_TIMEZONE: ZONE };
    const quiet = { PORT: "0", NIGHTLY_SYNC_AT: "off", SYNC_ON_START: "off" };
    const server = runBuilt("main.js", { env: { ...fakes.env, ...mongo, ...quiet } });
    built = server;
    const port = await eventually(() => /"port":(\d+)/.exec(server.out())?.[1]);
    fakes.slack.connect(`http://127.0.0.1:${port}/slack/events`);
    return server;
  };
  const messages = (text: RegExp) =>
    fakes.slack.allMessages().filter((message) => message.to === undefined && text.test(message.text));

  it("leaves no message that says for good that the sync runs: the next process says that it didn't finish", async () => {
    const calls = ({ path }: { readonly path: string }) => path.endsWith("/calls");
    fakes.justcall.faults.push({ match: calls, times: "always", effect: { kind: "hang" } });
    const first = await start();
    await fakes.slack.command({ user: "U0REP00000", command: "/sync", text: "1d" });
    await eventually(() => messages(/^Syncing .*JustCall: reading/).length === 1);

    first.child.kill("SIGTERM");
    await first.ended();
    expect(messages(/^Syncing/)).toHaveLength(1);
    await start();

    await eventually(() => messages(/^⚠️ This sync didn't finish/).length === 1);
    expect(messages(/^Syncing/)).toEqual([]);
  }, 90_000);

  it("ends at once when somebody presses Ctrl+C again, a while after the first time", async () => {
    await fakes.slack.command({ user: "U0REP00000", command: "/sync", text: "1d" });
    await eventually(() => messages(/^Syncing .*JustCall: reading/).length === 1);
    const process = built?.child;
    const began = Date.now();

    // Those of the first second and a half are of one press.
    await eventually(() => process?.kill("SIGINT") === false);

    expect(process?.exitCode).toBe(1);
    expect(Date.now() - began).toBeGreaterThan(1_400);
  }, 90_000);
});
