import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase } from "../../src/database/connect";
import { runBuilt, runFile } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { countWrites, lastWrite } from "../support/env/oplog";
import { eventually } from "../support/wait";

const ROOT = join(__dirname, "../..");

describe("npm run demo -- --once --json", () => {
  const test = testDatabase();

  it("syncs the sample month without any key, and writes nothing the second time", async () => {
    const demo = await connectDatabase({ uri: test.uri, name: "paceline_demo", log: { info() {}, warn() {} } });
    const once = async () => {
      const run = runBuilt("cli/index.js", { args: ["demo", "--once", "--json"], env: { MONGODB_URI: test.uri } });
      expect(await run.ended()).toBe(0);
      return JSON.parse(run.out());
    };
    try {
      await demo.db.dropDatabase();

      const first = await once();
      const mark = await lastWrite(demo.client);
      const second = await once();

      expect(first).toMatchObject({
        success: true,
        userId: "cli",
        dateRange: { start: "2026-09-29T07:00:00.000Z", end: "2026-10-29T07:00:00.000Z" },
        results: {
          copper: { success: true },
          justcall: { success: true, records: 285, counting: 281, metrics: { created: 81 } },
          fishbowl: { success: true },
          errors: [],
        },
        summary: { copperSuccess: true, justcallSuccess: true, fishbowlSuccess: true, goalsUpdated: 21, errors: 0 },
      });
      expect(first.results.justcall.matched).toHaveLength(5);
      for (const source of ["copper", "justcall", "fishbowl"]) {
        expect(second.results[source].metrics).toMatchObject({ created: 0, updated: 0, removed: 0 });
      }
      expect(await countWrites(demo.db, ["facts", "metrics", "goals"], mark)).toBe(0);
    } finally {
      await demo.db.dropDatabase();
      await demo.close();
    }
  });
});

describe("npm run demo", () => {
  const test = testDatabase();

  it("prints where the page is, serves it there, and ends when it is told to", async () => {
    const args = ["demo", "--port", "0", "--page-port", "0"];
    const run = runBuilt("cli/index.js", { args, env: { MONGODB_URI: test.uri } });
    const url = await eventually(() => /^Open (http:\/\/127\.0\.0\.1:\d+) in a browser/m.exec(run.out())?.[1], 60_000);

    const [page, controls] = await Promise.all([fetch(url), fetch(`${url}/controls`)]);

    expect(await page.text()).toContain("<title>Paceline demo</title>");
    expect(JSON.parse(await controls.text())).toMatchObject({ zone: "America/Los_Angeles" });
    run.child.kill("SIGTERM");
    expect(await run.ended()).toBe(0);
  });

  it("says what to install where only what production needs is there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "paceline-production-"));
    try {
      await cp(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
      await withoutDevelopment(join(folder, "node_modules"));
      const run = runFile(join(folder, "dist/cli/index.js"), { args: ["demo"], env: { MONGODB_URI: test.uri } });

      expect(await run.ended()).toBe(2);
      expect(run.err()).toContain("run `npm ci`");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** The installed packages as they are, but for those that serve the page. */
async function withoutDevelopment(modules: string): Promise<void> {
  const installed = join(ROOT, "node_modules");
  const names = (await readdir(installed)).filter((name) => !["esbuild", "ws", "preact"].includes(name));
  await mkdir(modules);
  await Promise.all(names.map((name) => symlink(join(installed, name), join(modules, name))));
}
