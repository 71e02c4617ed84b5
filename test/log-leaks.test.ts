import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runFile } from "./support/env/built";
import { searchLogs } from "./support/env/logs/log-leaks";
import { LOGS_VARIABLE } from "./support/env/logs/recorded-logs";
import { memoryLog } from "./support/fakes/memory-log";

const HEX = "0123456789abcdef".repeat(2);

describe("the search of all logs at the end of a run", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "paceline-leaks-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ["a secret that the test named", 'the key is my \\"own\\" key'],
    ["a secret of the tests", '{"level":20,"said":"copper-key-of-tests"}'],
    ["a secret of a stand-in", `{"level":20,"said":"demo-copper-key-${HEX}"}`],
    ["a token of Slack's", '{"level":20,"said":"xoxb-1234-abcd"}'],
    ["a token of Slack's", '{"level":20,"said":"xapp-1-A-2"}'],
    ["a signature", `{"level":20,"said":"v0=${HEX}${HEX}"}`],
    ["a sign-in", '{"level":20,"headers":{"other":"Bearer abcdef-012345"}}'],
    ["a database's password", '{"level":20,"said":"mongodb://paceline:hunter2@db:27017/?x=1"}'],
    ["a stranger's address", '{"level":20,"said":"Buyer <Jo@Shop.example> called"}'],
  ])("case 54: finds %s, and names whose log it is and the line", async (what, line) => {
    await writeFile(join(folder, "a1-1.log"), `/test/e2e/some.test.ts\n{"level":20,"msg":"fine"}\n${line}\n`);
    await writeFile(join(folder, "a1.secrets"), `${JSON.stringify('my "own" key')}\n`);
    await writeFile(join(folder, "b2-1.log"), "/test/other.test.ts\nnothing here\n");

    expect(searchLogs(folder)).toMatchObject({ files: 2, leaks: [{ of: "/test/e2e/some.test.ts", what, line }] });
  });

  it("lets pass the team's own addresses, what a command prints for whoever runs it, and others' secrets", async () => {
    await writeFile(join(folder, "a1.secrets"), `${JSON.stringify("somebody's own")}\n`);
    const lines = ['{"level":30,"said":"ana@acme.com"}', "Nobody has jo@shop.example", "somebody's own"];
    await writeFile(join(folder, "b2-1.log"), `/test/some.test.ts\n${lines.join("\n")}\n`);

    expect(searchLogs(folder).leaks).toEqual([]);
  });

  it("reads what harnesses and processes of this run log", async () => {
    memoryLog().debug({ mark: "of a harness" }, "kept");
    await runFile("-e", {
      args: ["console.log('out of a process'); console.error('and its errors')"],
      env: {},
    }).ended();

    const kept = process.env[LOGS_VARIABLE] ?? "";
    const own = (await readdir(kept)).map(async (name) => readFile(join(kept, name), "utf8"));
    const texts = (await Promise.all(own)).filter((text) => text.startsWith(`${__filename}\n`));
    expect(texts.sort()).toEqual([
      `${__filename}\nand its errors\n`,
      `${__filename}\nout of a process\n`,
      expect.stringMatching(/\{"level":20,.*"mark":"of a harness","msg":"kept"\}\n$/),
    ]);
  });
});
