import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { SAMPLE_NOW } from "../../src/demo/sample/dates";
import { sampleMonth } from "../../src/demo/sample/sample-month";
import { acquireLease } from "../../src/sync/lease";
import { day } from "../../src/time/day";
import { dayInWords } from "../../src/words/dates";
import { nativeExport, report } from "../support/builders/orders";
import { ZONE } from "../support/builders/team-zone";
import { runBuilt, runFile } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

/** The command goes by the real clock, and syncs what is at most a year old. */
const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);
const date = daysAgo(10);
const lines = (count: number, issued = date) =>
  Array.from({ length: count }, (_, n) => ({
    order: `BIG-${n % Math.ceil(count / 4)}`,
    item: String(n),
    account: `C-${(n % Math.ceil(count / 4)) % 300}`,
    customer: `Customer ${(n % Math.ceil(count / 4)) % 300}`,
    description: "Tonic water, 24 × 0.2 l\nreturnable",
    total: "1,000.10",
    date: issued,
  }));

describe("paceline import orders", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let folder: string;
  beforeEach(async () => {
    fakes = await startFakes(sampleMonth(), () => SAMPLE_NOW);
    folder = await mkdtemp(join(tmpdir(), "paceline-import-"));
  });
  afterEach(async () => {
    await fakes.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]) => {
    const env = { ...fakes.env, MONGODB_URI: test.uri, MONGODB_DATABASE: test.name, TEAM_TIMEZONE: ZONE };
    return runBuilt("cli/index.js", { args: ["import", "orders", ...args], env });
  };
  const aFileOf = async (text: string, name = "orders.csv") => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const orders = () => test.db.collection("fishbowl_sales_orders").countDocuments();

  it("says what the file would change and writes it only with --yes", async () => {
    const path = await aFileOf(report({ order: "1", item: "a", total: "1,000.50", customer: "Tab\u0007 & Co", date }));

    // One after the other, since a file that is read keeps others out.
    const looked = run(path);
    expect(await looked.ended()).toBe(0);
    expect(await run(path).ended()).toBe(0);
    expect(looked.out()).toMatch(/\$1,000\.50 waits for an account type: Tab +& Co/);
    expect(looked.out()).toMatch(/Days that change: .*\n\s+Customers: 1 new/);
    expect(looked.out()).toContain("1 order, $1,000.50 = $0 credited + $1,000.50 waiting");
    expect(looked.err()).toContain("Nothing was written. To apply it, run the same command with --yes.");
    expect(await orders()).toBe(0);
    const yes = run(path, "--yes");

    expect(await yes.ended()).toBe(0);
    expect(yes.out()).toContain(`Applied: 1 new and 0 changed orders; Fishbowl syncs ${dayInWords(day(date))}.`);
    expect(yes.out()).toContain("Copper: not in this sync");
    expect(await orders()).toBe(1);
  });

  it("prints one JSON value with --json", async () => {
    const path = await aFileOf(nativeExport({ number: "1", date }));
    const applied = run(path, "--yes", "--json");

    expect(await applied.ended()).toBe(0);
    expect(JSON.parse(applied.out())).toMatchObject({
      applied: true,
      format: "sales-order export",
      orders: { new: 1 },
      sync: { success: true, userId: "cli", results: { copper: { untouched: true } } },
    });
  });

  it("case 48: ends with 2 for a file that is refused, naming the row, and for one that is not there", async () => {
    const path = await aFileOf(report({ order: "1", item: "a" }, { order: "2", item: "b", total: "\u001b[31mred" }));

    const refused = run(path, "--yes");
    expect(await refused.ended()).toBe(2);
    // One at a time: two imports side by side are told so.
    const missing = run(join(folder, "none.csv"));

    expect(refused.out()).toContain('Row 3: its total price " [31mred" isn\'t a number like 1,234.50');
    expect(refused.out()).toContain("Nothing was applied: 1 row has a problem.");
    expect(await missing.ended()).toBe(2);
    expect(missing.err()).toContain("none.csv: there is no such file");
    expect(await orders()).toBe(0);
  });

  it("ends with 1 while another file is previewed or imported, and says to try again", async () => {
    const path = await aFileOf(report({ order: "1", item: "a", date }));
    const lease = await acquireLease(test.db, { name: "import", owner: "another process" });

    const looked = run(path);
    expect([await looked.ended(), looked.out()]).toEqual([1, ""]);
    await lease?.release();

    expect(looked.err()).toContain("Another import is under way: try again in a minute.");
    expect(await run(path).ended()).toBe(0);
  });

  it("heals with the next sync when it is killed in the middle of its writes", async () => {
    const path = await aFileOf(report(...lines(40_000, daysAgo(200))));
    const dying = run(path, "--yes");
    await eventually(async () => (await orders()) > 0, 90_000);

    dying.child.kill("SIGKILL");
    expect(await dying.ended()).toBe("SIGKILL");
    const half = await orders();
    const env = { ...fakes.env, MONGODB_URI: test.uri, MONGODB_DATABASE: test.name, TEAM_TIMEZONE: ZONE };
    const next = runBuilt("cli/index.js", { args: ["sync", "--days", "1"], env });

    expect(await next.ended()).toBe(0);
    expect([half > 0, half < 10_000]).toEqual([true, true]);
    expect(await orders()).toBe(10_000);
    expect(await test.db.collection("fishbowl_imports").find().toArray()).toMatchObject([{ state: "done" }]);
  }, 240_000);

  it.each([
    ["the per-line report", () => report(...lines(50_000))],
    [
      "Fishbowl's own export",
      () =>
        nativeExport(
          ...Array.from({ length: 12_500 }, (_, n) => ({
            number: `BIG-${n}`,
            date,
            customer: `Customer ${n % 300}`,
            items: Array.from({ length: 3 }, () => ({ price: "1,000.10" })),
          })),
        ),
    ],
  ])(
    "case 48: takes over 50,000 rows of %s within the memory that the server has",
    async (name, text) => {
      const path = await aFileOf(text());
      // Linux hands a process's largest size on to whatever it starts, as maxRSS: VmHWM alone is the process's own.
      const script = `
      require(${JSON.stringify(join(__dirname, "../../dist/cli/index.js"))});
      const own = () => {
        const status = require("node:fs").readFileSync("/proc/self/status", "utf8");
        return Number(/VmHWM:\\s+(\\d+) kB/.exec(status)[1]);
      };
      const peak = process.platform === "linux" ? own : () => process.resourceUsage().maxRSS;
      process.on("exit", () => process.stderr.write("peak " + peak() + " kB"));`;
      await writeFile(join(folder, "measured.js"), script);
      const env = { ...fakes.env, MONGODB_URI: test.uri, MONGODB_DATABASE: test.name, TEAM_TIMEZONE: ZONE };
      const measured = runFile(join(folder, "measured.js"), {
        args: ["import", "orders", path, "--yes", "--json"],
        env: { ...env, NODE_OPTIONS: "--max-old-space-size=192" },
      });

      expect(await measured.ended()).toBe(0);
      expect(JSON.parse(measured.out())).toMatchObject({ applied: true, rows: 50_000, orders: { new: 12_500 } });
      expect(await orders()).toBe(12_500);
      const [, kilobytes = "0"] = /peak (\d+) kB/.exec(measured.err()) ?? [];
      process.stdout.write(`50,000 rows of ${name}: peak ${Math.round(Number(kilobytes) / 1024)} MB\n`);
      expect(Number(kilobytes)).toBeGreaterThan(0);
      expect(Number(kilobytes)).toBeLessThan(300 * 1024);
    },
    240_000,
  );
});
