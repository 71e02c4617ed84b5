import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
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
import type { Prepared } from "../support/harness/built/sender";
import { eventually } from "../support/wait";

const HELD = join(__dirname, "../support/env/held-loop.js");
const COMMANDS = 60;
/** Whoever has no token is answered so often a minute with why. */
const STRANGERS = 60;
/** A folder that a process has the socket of its server in. */
const isOurs = (name: string) => name.startsWith("paceline-");

describe("the built process behind its front", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built;
  let folder: string;
  let port: string;

  beforeAll(async () => {
    const window = { from: day("2026-10-01"), to: day("2026-10-02") };
    const month = bigMonth({ reps: 20, mails: 1, copperCalls: 0, justcallCalls: 0 }, { window, now: new Date() });
    fakes = await startFakes(month, () => new Date());
    folder = mkdtempSync(join(tmpdir(), "held-"));
    await start();
  });
  afterAll(async () => {
    built.child.kill("SIGKILL");
    await built.ended();
    await fakes.close();
    rmSync(folder, { recursive: true });
  });

  const run = (listening: string) => {
    const mongo = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
    const held = { NODE_OPTIONS: `--require ${HELD}`, HELD_UNTIL: join(folder, "released"), TMPDIR: folder };
    const quiet = { TEAM_TIMEZONE: ZONE, PORT: listening, NIGHTLY_SYNC_AT: "off", SYNC_ON_START: "off" };
    return runBuilt("main.js", { env: { ...fakes.env, ...mongo, ...held, ...quiet } });
  };
  const start = async () => {
    built = run("0");
    port = await eventually(() => /"port":(\d+)/.exec(built.out())?.[1]);
  };
  const sent = async ({ url, headers, body }: Prepared) => (await fetch(url, { method: "POST", headers, body })).status;
  /** Asks without a token, from an address of this machine. */
  const stranger = async (localAddress: string) => {
    const headers = { "x-paceline-client-address": `10.0.0.${Math.random()}` };
    const asked = request({ host: "127.0.0.1", port, path: "/api/sync-all", method: "POST", localAddress, headers });
    const [answer]: IncomingMessage[] = await once(asked.end(), "response");
    return answer?.resume().statusCode;
  };

  it("counts strangers by the address that they come from, whatever they say it is", async () => {
    const many = await Promise.all(Array.from({ length: STRANGERS + 1 }, () => stranger("127.0.0.1")));

    expect(many.filter((status) => status === 401)).toHaveLength(STRANGERS);
    expect(many.filter((status) => status === 429)).toHaveLength(1);
    expect(await stranger("127.0.0.2")).toBe(401);
  });

  it("acknowledges a whole rush while its event loop is held, and answers each once, though it is told to stop then", async () => {
    const target = { url: `http://127.0.0.1:${port}`, env: fakes.env, slack: fakes.slack };
    const people = fakes.slack.members().filter(isPerson);
    const commands = Array.from({ length: COMMANDS }, (_, at) =>
      typedCommand(target, { user: people[at % people.length]?.id ?? "", text: "help", at }),
    );
    built.child.kill("SIGUSR2");
    await eventually(() => built.out().includes("held\n"));

    const statuses = await Promise.all(commands.map(sent));
    const repeated = await Promise.all(commands.slice(0, 10).map(sent));
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

  it("ends with 2 where another listens already, and in order with 1 when its front ends", async () => {
    await start();
    const second = run(port);
    const refused = await second.ended();
    const folders = [readdirSync(folder).filter(isOurs).length];

    built.child.kill("SIGHUP");

    expect([refused, await built.ended()]).toEqual([2, 1]);
    expect([...folders, readdirSync(folder).filter(isOurs).length]).toEqual([1, 0]);
    expect(second.err()).toMatch(/EADDRINUSE.*: another Paceline may listen there\. Stop it, or set PORT or HOST\.\n$/);
    expect(second.err()).not.toContain("    at ");
    expect(built.out()).toMatch(/"level":50.*Nobody can reach the process any more/);
    expect(built.out()).toContain('"msg":"stopped"');
  });
});
