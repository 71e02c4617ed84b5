import { readFileSync } from "node:fs";
import { join } from "node:path";
import { envExample, VARIABLES_TABLE, variablesTable } from "./support/variables";

const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
const scripts: Record<string, string> = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")).scripts;

describe("README", () => {
  it("lists every variable as the code reads it", () => {
    expect(VARIABLES_TABLE.exec(readme)?.[0]).toBe(variablesTable());
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

describe(".env.example", () => {
  it("names every variable with its default; `npm run variables` makes it", () => {
    expect(readFileSync(join(__dirname, "../.env.example"), "utf8")).toBe(envExample());
  });
});
