import { type Fakes, startFakes } from "../../src/demo/fakes";
import { seed } from "../../src/demo/sample/sample-month";
import { addDays } from "../../src/time/day";
import { bigMonth, recentWeeks } from "../support/builders/big-months";
import { ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { freePort } from "../support/env/free-port";
import { eventually } from "../support/wait";

const ANA = "U0REP00000";
const now = () => new Date();

describe("the built process with webhooks", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built;
  let env: Record<string, string>;

  beforeEach(async () => {
    const recent = recentWeeks(now());
    const month = bigMonth({ reps: 2, mails: 10, copperCalls: 10, justcallCalls: 20 }, recent);
    fakes = await startFakes(month, now);
    const goal = { _id: "g1", userId: ANA, type: "phone_call_quantity", period: "monthly" } as const;
    const goals = [
      { ...goal, targets: [{ from: addDays(recent.window.to, -300), target: 400 }], current: 0, active: true },
    ];
    await seed(test.db, { ...month, goals });
    const port = await freePort();
    const own = {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      TEAM_TIMEZONE: ZONE,
      SYNC_ON_START: "off",
    };
    env = { ...fakes.env, ...own, MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
    built = runBuilt("main.js", { env });
    await eventually(() => /"port":(\d+)/.exec(built.out())?.[1]);
    fakes.slack.connect(`${env.PUBLIC_URL}/slack/events`);
  });
  afterEach(async () => {
    built.child.kill("SIGTERM");
    expect(await built.ended()).toBe(0);
    await fakes.close();
    for (const secret of [env.COPPER_WEBHOOK_SECRET, env.JUSTCALL_API_SECRET])
      expect(built.out()).not.toContain(secret);
  });

  const webhooks = async (action: string, more: Record<string, string> = {}) => {
    const run = runBuilt("cli/index.js", { args: ["webhooks", action], env: { ...env, ...more } });
    return { code: await run.ended(), out: run.out(), err: run.err() };
  };
  const figure = () => /([\d,]+) of 400/.exec(JSON.stringify(fakes.slack.home(ANA) ?? {}))?.[1];

  it("shows a new call in an open App Home without anybody typing /sync", async () => {
    const authorization = `Bearer ${env.API_TOKEN}`;
    await fetch(`${env.PUBLIC_URL}/api/sync-all`, { method: "POST", headers: { authorization } });
    await fakes.slack.openHome(ANA);
    const before = await eventually(figure);
    const installed = await webhooks("install");
    const [like] = fakes.justcall.account.calls
      .all()
      .filter(({ agentId }) => agentId === fakes.justcall.account.users.all()[0]?.id);
    if (like === undefined) throw new Error("Ana has calls");

    fakes.justcall.account.calls.add({ ...like, id: 9_000_001, startedAt: new Date(now().getTime() - 1_000) });

    expect(installed).toMatchObject({ code: 0 });
    expect(await eventually(() => (figure() === before ? null : figure()))).toBe(String(Number(before) + 1));
    expect(await test.db.collection("sync_runs").countDocuments()).toBe(1);
  });

  it("installs, names and takes back what the vendors tell it, and moves Copper to the next secret", async () => {
    const { account } = fakes.copper;
    const other = { target: "https://other.example/hook", type: "task", event: "new", secret: null, headers: null };
    account.subscriptions.add({ ...other, id: 17_000, created_at: 0 });

    const none = await webhooks("status");
    await webhooks("install");
    const all = await webhooks("status");
    const next = { COPPER_WEBHOOK_SECRET: `${env.COPPER_WEBHOOK_SECRET},the-next-secret-of-copper` };
    const outdated = await webhooks("status", next);
    await webhooks("install", next);
    const secrets = account.subscriptions.all().flatMap(({ headers }) => Object.values(headers ?? {}));
    const moved = await webhooks("status", next);
    const removed = await webhooks("remove");

    expect([none.code, all.code, outdated.code, moved.code, removed.code]).toEqual([1, 0, 1, 0, 0]);
    expect(none.out).toMatch(/copper: .*missing.*activity_log\/new.*\njustcall: .*call\.completed/);
    expect(all.out).toMatch(
      /copper: 6 webhooks active for \S+\/webhooks\/copper.*\njustcall: 4 webhooks active for \S+/,
    );
    expect(new Set(secrets)).toEqual(new Set(["the-next-secret-of-copper"]));
    expect(secrets).toHaveLength(6);
    expect(account.subscriptions.all().map(({ target }) => target)).toEqual([other.target]);
    expect(fakes.justcall.account.subscriptions.size).toBe(0);
    for (const { out, err } of [none, all, outdated, moved])
      expect(out + err).not.toMatch(/next-secret|demo-copper-webhook/);
    // Seven processes one after the other.
  });

  it("says what is missing before it asks anybody: 2 without an address, 1 for a refused key", async () => {
    const { PUBLIC_URL, ...homeless } = env;
    const run = runBuilt("cli/index.js", { args: ["webhooks", "install"], env: homeless });
    expect([await run.ended(), run.err()]).toEqual([2, expect.stringContaining("PUBLIC_URL is not set")]);

    const refused = await webhooks("install", { COPPER_API_KEY: "a wrong key" });
    const misspelt = await webhooks("instal");

    expect([refused.code, misspelt.code]).toEqual([1, 2]);
    expect(refused.out).toMatch(/copper: Copper key refused \(401\).*COPPER_API_KEY\njustcall: \d webhooks active/);
    expect(PUBLIC_URL).toBeDefined();
  });
});
