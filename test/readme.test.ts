import { readFileSync } from "node:fs";
import { join } from "node:path";
import { VARIABLES } from "../src/config/variables";

const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
const scripts: Record<string, string> = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")).scripts;

describe("README", () => {
  it("lists every variable as the code reads it", () => {
    const table = /<!-- variables -->\n([\s\S]*?)<!-- \/variables -->/.exec(readme)?.[1];

    expect(table).toBe(variablesTable());
  });

  it("names only scripts that exist", () => {
    const named = [...readme.matchAll(/npm (?:run )?(build|start|demo|test|sync|bench|check|lint|types)\b/g)].map(
      ([, name]) => name,
    );

    expect(named.filter((name) => name === undefined || scripts[name] === undefined)).toEqual([]);
  });

  it("names only files that exist", () => {
    const named = [...readme.matchAll(/`((?:src|test)\/[\w./-]+)`/g)].flatMap(([, path]) => path ?? []);

    expect(named.length).toBeGreaterThan(4);
    for (const path of named) expect(() => readFileSync(join(__dirname, "..", path))).not.toThrow(/ENOENT/);
  });
});

function variablesTable(): string {
  const rows = Object.entries(VARIABLES).map(([name, { description }]) => `| \`${name}\` | ${description} |`);
  return ["| variable | what it is |", "| --- | --- |", ...rows, ""].join("\n");
}
