import { type Fakes, startFakes } from "../../src/demo/fakes";
import { sampleMonth, seed } from "../../src/demo/sample/sample-month";
import type { Finding } from "../../src/doctor/finding";
import { addDays } from "../../src/time/day";
import { bigMonth } from "../support/builders/big-months";
import { days, ZONE } from "../support/builders/team-zone";
import { runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";

const now = () => new Date();

describe("paceline doctor", () => {
  const test = testDatabase();
  let fakes: Fakes | undefined;
  afterEach(() => fakes?.close());

  const started = async (month: ReturnType<typeof bigMonth>) => {
    const ends = await startFakes(month, now);
    fakes = ends;
    await seed(test.db, month);
    return { ...ends.env, MONGODB_URI: test.uri, MONGODB_DATABASE: test.name, TEAM_TIMEZONE: ZONE };
  };
  const run = async (args: string[], env: Record<string, string | undefined>) => {
    const built = runBuilt("cli/index.js", { args, env });
    const code = await built.ended();
    // What it logs stands beside what it says.
    return { code, out: built.out(), err: built.err().replace(/^\{"level":[23]0.*\n/gm, "") };
  };
  const doctor = async (env: Record<string, string | undefined>) => {
    const { code, out, err } = await run(["doctor", "--json"], env);
    expect(err).toBe("");
    const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
    const wrong = findings.filter(({ state }) => state !== "ok");
    return { code, out, wrong, ids: wrong.map(({ id }) => id) };
  };
  const sample = () => {
    const { team, ...month } = sampleMonth();
    return { ...month, team };
  };

  it("names the sample team's planted faults, each with what to do, and ends with 0, as warnings do", async () => {
    const to = days.dayOf(now());
    const { fishbowl, ...month } = sample();
    // The sample's orders stay in October, while the doctor looks back from today.
    const recent = fishbowl.orders.map((order) => (order.dateIssued === null ? order : { ...order, dateIssued: to }));
    const env = await started({ ...month, fishbowl: { ...fishbowl, orders: recent } });
    expect((await run(["sync", "--from", addDays(to, -2), "--to", to], env)).code).toBe(0);

    const { code, wrong } = await doctor(env);

    const said = wrong.map(({ id, says }) => `${id}: ${says}`).join("\n");
    expect(code).toBe(0);
    expect(said).toMatch(
      /^justcall-unmatched: No Slack match for JustCall agent "Front Desk" \(front\.desk@acme\.com\)/m,
    );
    expect(said).toMatch(/^fishbowl-salesmen: .*"B\. Lee": \d+ orders, \$[\d,]+/m);
    expect(said).toMatch(/^justcall-missing-reps: JustCall has no user for .*alex@acme\.com/m);
    expect(wrong.filter(({ state, todo }) => state === "fault" || todo === undefined)).toEqual([]);
  });

  it("ends with 0 when there is nothing to mend, and writes nothing", async () => {
    const to = days.dayOf(now());
    const month = bigMonth(
      { reps: 2, mails: 4, copperCalls: 4, justcallCalls: 4 },
      { window: { from: addDays(to, -29), to }, now: new Date() },
    );
    const env = await started(month);
    expect((await run(["sync", "--from", addDays(to, -29), "--to", to], env)).code).toBe(0);
    const mark = await test.oplogMark();

    const { code, out, wrong } = await doctor(env);

    expect(wrong).toEqual([]);
    expect(code).toBe(0);
    expect(out).toContain('"slack-scopes"');
    expect(await test.oplogWrites(["facts", "metrics", "goals", "users", "settings", "sync_runs"], mark)).toBe(0);
  });

  it("tells a wrong key from one that is too narrow, and prints no secret", async () => {
    const env = await started(sample());
    fakes?.copper.faults.push({
      match: ({ path }) => path === "/opportunities/search",
      times: "always",
      effect: { kind: "status", status: 403 },
    });

    const first = await doctor({ ...env, JUSTCALL_API_SECRET: "a wrong secret of justcall" });
    const second = await doctor({ ...env, SLACK_BOT_TOKEN: "xoxb-wrong", COPPER_API_KEY: "a wrong key of copper" });

    expect(first.ids).toEqual(expect.arrayContaining(["copper-key-too-narrow", "justcall-key-refused"]));
    expect(second.ids).toEqual(expect.arrayContaining(["copper-key-refused", "slack-token-refused", "slack-members"]));
    expect([first.code, second.code]).toEqual([1, 1]);
    expect(first.out + second.out).not.toMatch(/a wrong|xoxb-wrong|demo-copper-key|demo-justcall/);
  });

  it("says which webhooks are missing, and is content once they are installed; it installs none itself", async () => {
    const env = { ...(await started(sample())), PUBLIC_URL: "http://127.0.0.1:9" };

    const unread = await doctor(env);
    await run(["sync", "--days", "1"], env);
    const before = await doctor(env);
    const untouched = fakes?.copper.account.subscriptions.size;
    await run(["webhooks", "install"], env);
    const after = await doctor(env);

    expect(unread.ids.filter((id) => id.includes("webhooks"))).toEqual([]);
    expect(unread.out).toContain("Copper's webhooks come after the start");
    expect(before.ids).toEqual(expect.arrayContaining(["copper-webhooks-missing", "justcall-webhooks-missing"]));
    expect(untouched).toBe(0);
    expect(after.ids.filter((id) => id.includes("webhooks"))).toEqual([]);
    expect(after.out).toContain("Copper: 6 webhooks active");
    expect(before.out + after.out).not.toContain(env.COPPER_WEBHOOK_SECRET);
  });

  it("says so in words, too: the worst first, with what to do, and a count", async () => {
    const env = await started(sample());

    const { code, out } = await run(["doctor"], env);

    expect(code).toBe(0);
    expect(out).toMatch(/^warning {2}.*\n {9}→ .*\n/);
    expect(out).toMatch(/\nok {7}MongoDB \d/);
    expect(out.trimEnd()).toMatch(/\n\d+ problems?, \d+ warnings?, \d+ checks passed$/);
  });

  it("ends with 2 when the environment does not let it begin", async () => {
    const { code, err } = await run(["doctor"], { SLACK_BOT_TOKEN: "xoxb-1", PORT: "seventy" });

    expect([code, err]).toEqual([2, expect.stringContaining("PORT")]);
  });

  it("can be asked in the demo, of the sample team, by its own clock", async () => {
    const env = { MONGODB_URI: test.uri, LOG_LEVEL: "silent" };

    const { code, out } = await run(["demo", "--once", "--doctor"], env);

    expect(code).toBe(0);
    expect(out).toMatch(/"Front Desk"/);
    expect(out).toMatch(/"B\. Lee": 14 orders, \$9,120/);
    expect(out).toContain("0 problems");
    expect(out).toMatch(/ok {7}Our clock agrees with that of Slack, Copper, JustCall\./);
  });
});
