import { type Fakes, startFakes } from "../../src/demo/fakes";
import { type SampleMonth, sampleMonth, seed } from "../../src/demo/sample/sample-month";
import { addDays } from "../../src/time/day";
import { bigMonth, recentWeeks } from "../support/builders/big-months";
import { ZONE } from "../support/builders/team-zone";
import { runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

const SIZE = { reps: 3, mails: 90, copperCalls: 30, justcallCalls: 150 };

/**
 * Weeks up to yesterday, since processes go by the machine's clock and JustCall keeps three months: a fixed month would grow too old.
 * People with orders and goals are the sample's.
 */
function recentMonth(now: Date) {
  const span = recentWeeks(now);
  const { team, overrides, fishbowl, goals } = sampleMonth();
  const orders = fishbowl.orders.map((order, index) => {
    return order.dateIssued === null ? order : { ...order, dateIssued: addDays(span.window.from, index % 28) };
  });
  const big = bigMonth(SIZE, span);
  const own = { team: [...big.team, ...team], overrides, goals, fishbowl: { ...fishbowl, orders } };
  const month: SampleMonth = { ...big, ...own };
  return { month, options: ["--from", span.window.from, "--to", span.window.to] };
}

describe("the command line", () => {
  const test = testDatabase();
  const now = () => new Date();
  let fakes: Fakes;
  let options: readonly string[];

  beforeEach(async () => {
    const recent = recentMonth(now());
    options = recent.options;
    // What arrives comes now, which is after the month.
    fakes = await startFakes(recent.month, now);
    await seed(test.db, recent.month);
  });
  afterEach(() => fakes.close());

  const env = () => ({ ...fakes.env, MONGODB_URI: test.uri, MONGODB_DATABASE: test.name, TEAM_TIMEZONE: ZONE });
  const sync = (...args: string[]) => runBuilt("cli/index.js", { args: ["sync", ...options, ...args], env: env() });
  /** All that a sync decides, without the marks of when and by which run it was written. */
  const decided = async () => {
    const collections = ["facts", "metrics", "goals"].map((name) =>
      test.db
        .collection(name)
        .find({}, { projection: { createdAt: 0, updatedAt: 0, asOf: 0, "metadata.asOf": 0 } })
        .sort({ _id: 1 })
        .toArray(),
    );
    return Promise.all(collections);
  };

  it("ends with 0 and the result as JSON on standard output alone", async () => {
    const run = sync("--json");

    expect(await run.ended()).toBe(0);
    expect(JSON.parse(run.out())).toMatchObject({
      success: true,
      userId: "cli",
      results: { justcall: { records: SIZE.justcallCalls }, fishbowl: { records: 59 } },
    });
  });

  it("prints what is stored about somebody as JSON, and names nobody whom it does not know", async () => {
    const run = runBuilt("cli/index.js", { args: ["export", "Maya Brooks"], env: env() });
    const unknown = runBuilt("cli/index.js", { args: ["forget", "Maya", "--yes"], env: env() });

    expect([await run.ended(), await unknown.ended()]).toEqual([0, 2]);
    expect(JSON.parse(run.out())).toMatchObject({
      person: [{ name: "Maya Brooks" }],
      salesmen: [{ _id: "M. Brooks" }],
    });
    expect(unknown.err()).toContain('No one, or more than one person, is called "Maya"');
  });

  it("ends with 1 when a source fails, and says what to do", async () => {
    fakes.justcall.faults.push({ times: "always", effect: { kind: "status", status: 401 } });
    const run = sync();

    expect(await run.ended()).toBe(1);
    expect(run.out()).toMatch(/justcall: .*401.*JUSTCALL_API_KEY/);
    expect(run.out() + run.err()).not.toContain(fakes.env.JUSTCALL_API_SECRET);
  });

  it("ends with 2 and names all faults of the environment at once, showing no value", async () => {
    const wrong = { ...env(), PORT: "seventy", TEAM_TIMEZONE: "Mars/Olympus", SLACK_BOT_TOKEN: undefined };
    const run = runBuilt("cli/index.js", { args: ["sync"], env: wrong });

    expect(await run.ended()).toBe(2);
    for (const name of ["PORT", "TEAM_TIMEZONE", "SLACK_BOT_TOKEN"]) expect(run.err()).toContain(name);
    expect(run.err()).not.toMatch(/seventy|Mars/);
  });

  it.each([[["--days", "zero"]], [["--from", "2026-02-30"]], [["--nonsense"]]])("ends with 2 on %j", async (args) => {
    const run = runBuilt("cli/index.js", { args: ["sync", ...args], env: env() });

    expect(await run.ended()).toBe(2);
    expect(run.err()).not.toContain("at ");
  });

  it("case 30: ends as an undisturbed run would after one that was killed in its middle", async () => {
    const undisturbed = sync();
    expect(await undisturbed.ended()).toBe(0);
    const expected = await decided();
    for (const name of ["facts", "metrics", "sync_runs", "locks"]) await test.db.collection(name).deleteMany({});
    await test.db.collection("goals").updateMany({}, { $set: { current: 0 } });
    fakes.justcall.faults.push({ match: ({ path }) => path.endsWith("/calls"), effect: { kind: "hang" } });

    const killed = sync();
    await eventually(() => test.db.collection("facts").findOne({ source: "copper" }));
    killed.child.kill("SIGKILL");
    expect(await killed.ended()).toBe("SIGKILL");
    fakes.justcall.faults.clear();
    const next = sync();

    expect(await next.ended()).toBe(0);
    expect(await decided()).toEqual(expected);
    expect(await test.db.collection("sync_runs").countDocuments({ status: "failed" })).toBe(1);
    // The lease of the killed run lasts 15 s; the next one waits for its end.
  });
});
