import { forgetCommand } from "../../src/cli/person-commands";
import { REPS } from "../../src/demo/sample/team";
import { parseDateRange } from "../../src/sync/date-range";
import { type DemoHarness, demoHarness } from "../support/harness/demo/demo";
import { eventually } from "../support/wait";

const BEN = REPS.ben;
const ANA = REPS.ana;
/** All by which Ben is known anywhere: in Slack, in Copper, in JustCall and on orders. */
const NAMES = [BEN.slack, "Ben Okafor", "ben@acme.com", BEN.salesman, `"${BEN.copper}"`, `:${BEN.copper}`];

describe("a rep who is forgotten", () => {
  let demo: DemoHarness;
  beforeAll(async () => {
    demo = await demoHarness();
  });
  afterAll(() => demo.close());

  const db = () => demo.database.db;
  const sync = () => {
    const range = parseDateRange({}, { days: demo.app.days, now: demo.clock.now() });
    return demo.app.sync.request({ range, userId: "cli", trigger: "cli" });
  };
  /** Names of Ben that documents of any collection hold, each with its collection. */
  async function found(): Promise<readonly string[]> {
    const all: string[] = [];
    for (const { collectionName } of await db().collections()) {
      for await (const document of db().collection(collectionName).find()) {
        const text = JSON.stringify(document).toLowerCase();
        const held = NAMES.filter((name) => text.includes(name.toLowerCase()));
        all.push(...held.map((name) => `${collectionName}: ${name} in ${JSON.stringify(document).slice(0, 300)}`));
      }
    }
    return all;
  }
  /** The team's totals, whoever they are of. */
  async function totals(): Promise<Readonly<Record<string, number>>> {
    const cells = await db().collection("metrics").find().toArray();
    const sums = new Map<string, number>();
    for (const { type, day, source, value } of cells) {
      const key = `${day} ${type} ${source}`;
      sums.set(key, Math.round(((sums.get(key) ?? 0) + value) * 100) / 100);
    }
    return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0).sort());
  }
  /** What `forget` ends with and prints. */
  async function forget(person: string, options: { readonly yes?: boolean } = {}) {
    const printed: string[] = [];
    const terminal = { out: (text: string) => void printed.push(text), err: (text: string) => void printed.push(text) };
    const code = await forgetCommand(person, { options, app: demo.app, terminal });
    return { code, out: printed.join("\n") };
  }
  const owned = () =>
    db()
      .collection("facts")
      .countDocuments({ owner: /^former-/ });

  it("leaves no name, id or address in any collection, keeps the team's totals, and is not brought back", async () => {
    await sync();
    await demo.fakes.slack.command({ user: BEN.slack, command: "/sync", text: "3d" });
    await demo.fakes.slack.command({ user: ANA.slack, command: "/goals", text: "team" });
    await demo.fakes.slack.openHome(BEN.slack);
    await eventually(async () => (await db().collection("sync_runs").countDocuments({ status: "done" })) === 2);
    await demo.controls.run("clock.tomorrow", ANA.slack);
    await demo.idle();
    await sync();
    const [before, exported] = [await totals(), await demo.app.exportPerson(BEN.slack)];
    const collections = new Set((await found()).map((one) => one.slice(0, one.indexOf(":"))));
    expect([...collections].sort()).toEqual(
      expect.arrayContaining([
        "deliveries",
        "facts",
        "fishbowl_sales_orders",
        "metrics",
        "settings",
        "shown_figures",
        "sync_runs",
        "teams",
        "users",
      ]),
    );
    expect(exported?.shownFigures).toMatchObject([{ _id: BEN.slack, month: "2026-10-01" }]);
    const records = exported?.records?.length ?? 0;
    const looked = await forget("@ben okafor");
    expect(looked.code).toBe(0);
    expect(looked.out).toContain(`Erasing Ben Okafor (${BEN.slack}):\n- ${records} records and `);
    expect(looked.out).not.toMatch(/\b0 (daily totals|goals|messages)/);
    expect(await demo.app.exportPerson(BEN.slack)).toEqual(exported);

    const { code, out } = await forget("ben@acme.com", { yes: true });

    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Ben Okafor was erased\. Their totals now belong to former-\w+\.$/),
    ]);
    expect(await found()).toEqual([]);
    expect(await totals()).toEqual(before);
    const kept = await owned();
    expect(kept).toBe(records);
    // Their days in a team stay, so that its past figures do.
    const former = (await demo.app.teams.all()).flatMap(({ members }) => members.map(({ userId }) => userId));
    expect(former.filter((userId) => userId.startsWith("former-"))).toHaveLength(1);
    expect(exported?.teams).toHaveLength(1);

    const report = await sync();
    expect(report.results.errors).toEqual([]);
    expect(report.results.fishbowl.metrics).toMatchObject({ created: 0, updated: 0, removed: 0 });
    expect(await found()).toEqual([]);
    expect(await totals()).toEqual(before);
    expect(await owned()).toBe(kept);
    expect(await demo.app.exportPerson(BEN.slack)).toBeNull();
    expect((await demo.app.doctor()).filter(({ says }) => says.includes("Okafor"))).toEqual([]);
  });

  it("has no right any more, and leaves nothing behind by trying", async () => {
    await demo.fakes.slack.command({ user: BEN.slack, command: "/sync", text: "" });
    await demo.fakes.slack.openHome(BEN.slack);
    await demo.idle();

    expect(await found()).toEqual([]);
    expect(JSON.stringify(demo.fakes.slack.home(BEN.slack))).toContain("Guests can't use Paceline");
  });

  it("is not forgotten by somebody's saying so while a sync runs, nor twice", async () => {
    expect(await demo.app.erasure.erase(BEN.slack)).toBeNull();
    expect(await forget("ben@acme.com", { yes: true })).toMatchObject({
      code: 2,
      out: expect.stringMatching(/^No one/),
    });
    const [, busy] = await Promise.allSettled([
      sync(),
      eventually(
        async () =>
          (await db()
            .collection("locks")
            .countDocuments({ until: { $gt: new Date() } })) === 1,
      ).then(() => demo.app.erasure.erase(ANA.slack)),
    ]);

    expect(busy).toMatchObject({ status: "rejected", reason: { name: "ErasureBusy" } });
    expect(await demo.app.people.one(ANA.slack)).toMatchObject({ name: "Ana Torres" });
  });
});
