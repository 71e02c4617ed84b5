import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { isPerson } from "../../src/demo/slack/state/members";
import { day } from "../../src/time/day";
import { bigMonth } from "../support/builders/big-months";
import { ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { typedCommand } from "../support/harness/built/rush";
import { eventually } from "../support/wait";

const HELD = join(__dirname, "../support/env/held-loop.js");
const COMMANDS = 60;

describe("the built process, whose event loop is held", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built;
  let env: Readonly<Record<string, string>>;
  let folder: string;
  let port: string;
  beforeEach(async () => {
    const window = { from: day("2026-10-01"), to: day("2026-10-02") };
    const month = bigMonth({ reps: 20, mails: 1, copperCalls: 0, justcallCalls: 0 }, { window, now: new Date() });
    fakes = await startFakes(month, () => new Date());
    folder = mkdtempSync(join(tmpdir(), "held-"));
    const mongo = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
    const held = { NODE_OPTIONS: `--require ${HELD}`, HELD_UNTIL: join(folder, "released"), TMPDIR: folder };
    const quiet = { TEAM_TIMEZONE: ZONE, PORT: "0", NIGHTLY_SYNC_AT: "off", SYNC_ON_START: "off" };
    env = { ...fakes.env, ...mongo, ...held, ...quiet };
    built = runBuilt("main.js", { env });
    port = await eventually(() => /"port":(\d+)/.exec(built.out())?.[1]);
    fakes.slack.connect(`http://127.0.0.1:${port}/slack/events`);
  });
  afterEach(async () => {
    built.child.kill("SIGKILL");
    await built.ended();
    await fakes.close();
    rmSync(folder, { recursive: true });
  });

  it("acknowledges all of a rush, repetitions too, and answers each once, though it is told to stop meanwhile", async () => {
    const target = { url: `http://127.0.0.1:${port}`, env: fakes.env, slack: fakes.slack };
    const people = fakes.slack.members().filter(isPerson);
    const commands = Array.from({ length: COMMANDS }, (_, at) => {
      return typedCommand(target, { user: people[at % people.length]?.id ?? "", text: "help", at });
    });
    built.child.kill("SIGUSR2");
    await eventually(() => built.out().includes("held\n"));

    const statuses = await Promise.all(commands.map((send) => send()));
    const repeated = await Promise.all(commands.slice(0, 10).map((send) => send()));
    built.child.kill("SIGTERM");
    const before = fakes.slack.responses.length;
    writeFileSync(join(folder, "released"), "");
    const code = await built.ended();

    expect([...statuses, ...repeated]).toEqual(Array(COMMANDS + 10).fill(200));
    expect([before, code]).toEqual([0, 0]);
    expect(fakes.slack.responses.map(({ status }) => status)).toEqual(Array(COMMANDS).fill(200));
    expect(new Set(fakes.slack.responses.map(({ url }) => url)).size).toBe(COMMANDS);
    expect(built.out()).not.toMatch(/"level":(?:50|60)/);
    expect(built.out()).not.toContain("Stopped before");
  });

  it("ends with 1 and in order when its front ends, and where another listens already", async () => {
    const second = runBuilt("main.js", { env: { ...env, PORT: port } });
    const refused = await second.ended();

    built.child.kill("SIGHUP");

    expect([refused, await built.ended()]).toEqual([1, 1]);
    expect(second.err()).toContain("EADDRINUSE");
    expect(built.out()).toMatch(/"level":50.*Nobody can reach the process any more/);
    expect(built.out()).toContain('"msg":"stopped"');
  });
});
