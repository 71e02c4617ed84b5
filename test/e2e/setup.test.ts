import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { valuesOf } from "../../src/cli/setup/env-text";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { addDays } from "../../src/time/day";
import { bigMonth } from "../support/builders/big-months";
import { days, ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

const now = () => new Date();

describe("paceline setup", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let folder: string;
  let built: Built | undefined;
  beforeEach(async () => {
    const to = days.dayOf(now());
    const month = bigMonth(
      { reps: 2, mails: 4, copperCalls: 4, justcallCalls: 4 },
      { window: { from: addDays(to, -29), to }, now: now() },
    );
    fakes = await startFakes(month, now);
    folder = mkdtempSync(join(tmpdir(), "paceline-setup-"));
  });
  afterEach(async () => {
    built?.child.kill("SIGKILL");
    await fakes.close();
    rmSync(folder, { recursive: true });
  });

  const file = () => join(folder, ".env");
  const written = () => valuesOf(readFileSync(file(), "utf8"));
  /** Where the stand-ins are, which nobody is asked for. */
  const addresses = () => {
    const { SLACK_API_URL, COPPER_API_URL, JUSTCALL_API_URL } = fakes.env;
    return { SLACK_API_URL, COPPER_API_URL, JUSTCALL_API_URL, TEAM_TIMEZONE: ZONE, MONGODB_DATABASE: test.name };
  };
  const setup = (args: string[], env: Record<string, string | undefined>) => {
    const run = runBuilt("cli/index.js", { args: ["setup", "--file", file(), ...args], env });
    built = run;
    let seen = 0;
    // What it logs stands beside what it says.
    const said = () => run.err().replace(/^\{"level":[23]0.*\n/gm, "");
    /** Types a line once it is asked for. */
    const type = async (asked: RegExp, line: string) => {
      const from = seen;
      await eventually(() => asked.test(run.out().slice(from)));
      seen = run.out().length;
      run.child.stdin?.write(`${line}\n`);
    };
    return { run, said, type };
  };

  it("goes from nothing to a .env of one's own and a doctor without a problem, over a key that is wrong at first", async () => {
    const { run, type } = setup([], addresses());

    await type(/Can Slack reach this machine/, "n");
    await type(/Bot User OAuth Token/, "xoxb-wrong");
    await type(/✗ Slack refuses this token[\s\S]*Bot User OAuth Token/, fakes.env.SLACK_BOT_TOKEN);
    await type(/✓ Slack accepts[\s\S]*App-level token/, "xapp-none");
    run.child.stdin?.end();
    expect(await run.ended()).toBe(2);
    expect(run.err()).toContain("run the setup again to go on from there");
    expect(written()).toEqual({ SLACK_BOT_TOKEN: fakes.env.SLACK_BOT_TOKEN });
    expect(readFileSync(join(folder, "slack-app.yml"), "utf8")).toContain("socket_mode_enabled: true");

    // A second run goes on; this time there is an address.
    writeFileSync(file(), `# Mine\nMY_OWN=kept\n${readFileSync(file(), "utf8")}`);
    const again = setup([], addresses());
    await again.type(/Can Slack reach this machine/, "y");
    await again.type(/The address/, "http://127.0.0.1:9");
    await again.type(/Not reachable yet[\s\S]*Keep it, and go on/, "");
    await again.type(/Your Slack app must match[\s\S]*Is it pasted/, "y");
    await again.type(/signed in to [\s\S]*SLACK_BOT_TOKEN is set\. Keep/, "");
    await again.type(/Signing Secret/, fakes.env.SLACK_SIGNING_SECRET);
    await again.type(/have a MongoDB/, "y");
    await again.type(/Address/, test.uri);
    await again.type(/use Copper/, "y");
    await again.type(/API key/, fakes.env.COPPER_API_KEY);
    await again.type(/Email address/, fakes.env.COPPER_USER_EMAIL);
    await again.type(/✓ Copper accepts[\s\S]*use JustCall/, "n");
    await again.type(/Fishbowl server/, "n");

    expect([await again.run.ended(), again.said()]).toEqual([0, ""]);
    expect(again.run.out()).toMatch(/\b0 problems/);
    expect(again.run.out()).toContain(`Start it: node --env-file=${file()} `);
    expect(again.run.out()).toMatch(/Copper's webhooks come after the start/);
    expect(written()).toEqual({
      MY_OWN: "kept",
      LOG_LEVEL: "debug",
      ...addresses(),
      SLACK_BOT_TOKEN: fakes.env.SLACK_BOT_TOKEN,
      SLACK_SIGNING_SECRET: fakes.env.SLACK_SIGNING_SECRET,
      PUBLIC_URL: "http://127.0.0.1:9",
      MONGODB_URI: test.uri,
      COPPER_API_KEY: fakes.env.COPPER_API_KEY,
      COPPER_USER_EMAIL: fakes.env.COPPER_USER_EMAIL,
      API_TOKEN: expect.stringMatching(/^[0-9a-f]{48}$/),
      COPPER_WEBHOOK_SECRET: expect.stringMatching(/^[0-9a-f]{48}$/),
    });
    expect(readFileSync(file(), "utf8")).toMatch(/^# Mine\n/);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const secrets = [fakes.env.SLACK_BOT_TOKEN, fakes.env.SLACK_SIGNING_SECRET, fakes.env.COPPER_API_KEY, test.uri];
    for (const secret of secrets) expect(run.out() + again.run.out()).not.toContain(secret);
  });

  it("asks nobody with --yes: writes all that works, or nothing where something does not", async () => {
    const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, JUSTCALL_API_KEY, JUSTCALL_API_SECRET } = fakes.env;
    const keys = { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, JUSTCALL_API_KEY, JUSTCALL_API_SECRET };
    const env = { ...addresses(), MONGODB_URI: test.uri, ...keys };

    writeFileSync(join(folder, "slack-app.yml"), "# Of an earlier version\n");

    const bad = setup(["--yes"], { ...env, JUSTCALL_API_SECRET: "another-secret-of-tests" }).run;
    expect(await bad.ended()).toBe(2);
    expect(bad.out()).toMatch(/✗ JustCall key refused \(401\)[\s\S]*Nothing was written/);
    expect(() => statSync(file())).toThrow("ENOENT");

    const { run: good, said } = setup(["--yes"], env);
    expect([await good.ended(), said()]).toEqual([0, ""]);
    // What nobody may have done at Slack is told until a run was right.
    for (const run of [bad, good]) expect(run.out()).toContain("Your Slack app must match");
    expect(readFileSync(join(folder, "slack-app.yml"), "utf8")).not.toMatch(/^#/);
    expect(written()).toMatchObject(env);
    expect(written().COPPER_API_KEY).toBeUndefined();
    for (const secret of Object.values(keys)) expect(bad.out() + good.out()).not.toContain(secret);
  });
});
