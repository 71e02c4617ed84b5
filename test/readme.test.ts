import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DEFAULT_RETENTION_DAYS, indexesOf } from "../src/database/indexes";
import { code, files } from "./support/source-files";
import { envExample, VARIABLES_TABLE, variablesTable } from "./support/variables";

const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
const scripts: Record<string, string> = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")).scripts;

describe("README", () => {
  it("keeps to what a user needs: at most 200 lines", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(200);
  });

  it("lists every variable as the code reads it", () => {
    expect(VARIABLES_TABLE.exec(readme)?.[0]).toBe(variablesTable());
  });

  it("names only scripts that exist", () => {
    const named = [...readme.matchAll(/npm (?:run )?(build|start|demo|test|sync|bench|check|lint|types)\b/g)].map(
      ([, name]) => name,
    );

    expect(named.filter((name) => name === undefined || scripts[name] === undefined)).toEqual([]);
  });

  it("names no script whose own files are missing", () => {
    const named = Object.values(scripts).flatMap((script) => script.match(/\b(?:src|test)\/[\w./-]+/g) ?? []);

    // What is run from build/ is compiled first.
    const missing = named.filter((path) => !existsSync(join(__dirname, "..", path.replace(/\.js$/, ".ts"))));
    expect(missing.filter((path) => !existsSync(join(__dirname, "..", path)))).toEqual([]);
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

const INDEXES = indexesOf(DEFAULT_RETENTION_DAYS);
const SRC = join(__dirname, "../src");
const manuals = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
const manual = readFileSync(join(SRC, "README.md"), "utf8");

describe("a README of src", () => {
  it.each(manuals)("names only files and folders that exist: %s", (file) => {
    const named = [
      ...readFileSync(join(SRC, file), "utf8").matchAll(/`([\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:tsx?|md|yml)))`/g),
    ];
    const places = [join(SRC, dirname(file)), SRC, join(SRC, "..")];
    const missing = named.flatMap(([, path = ""]) => (places.some((at) => existsSync(join(at, path))) ? [] : [path]));

    expect(missing).toEqual([]);
  });

  it("stands in each room that has rooms of its own", () => {
    const divided = ["sources", "sync", "digests", "slack", "database", "demo"];

    expect(divided.filter((room) => !manuals.includes(`${room}/README.md`))).toEqual([]);
  });
});

describe("src/README", () => {
  it("says where to look, and the name is there", () => {
    const rows = [...section("Where to look").matchAll(/^\|.*\| `([\w./-]+)` *\| `(\w+)` *\|$/gm)];

    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(([, file = "", name = ""]) => !new RegExp(`\\b${name}\\b`).test(code(file)))).toEqual([]);
  });

  it("names every room", () => {
    const rooms = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());

    expect(rooms.map(({ name }) => name).filter((name) => !section("Rooms").includes(`\`${name}/\``))).toEqual([]);
  });

  it("has every collection, which files open it, and its indexes", () => {
    expect(describedCollections()).toEqual(collections());
  });
});

describe("the table of what is kept how long", () => {
  const rows = [...section("What is kept how long").matchAll(/^\| (`.*?`) +\| (.*?) +\|$/gm)];
  const kept = rows.flatMap(([, names = "", words = ""]) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name = ""]) => [name, words] as const),
  );

  it("names every collection once", () => {
    expect(kept.map(([name]) => name).sort()).toEqual(Object.keys(collections()).sort());
  });

  it("says of each how long the indexes keep it, and what follows DATA_RETENTION_DAYS", () => {
    const other = indexesOf(DEFAULT_RETENTION_DAYS + 1);
    const says = kept.map(([name, words]) => [name, /^\d+ (?:days|minutes)(?: \*)?/.exec(words)?.[0] ?? "for good"]);
    const holds = kept.map(([name]) => {
      const seconds = (indexes: typeof INDEXES) =>
        indexes[name]?.find((one) => one.expireAfterSeconds)?.expireAfterSeconds;
      const expiry = seconds(INDEXES);
      if (expiry === undefined) return [name, "for good"];
      return [name, `${lifetime(expiry)}${seconds(other) === expiry ? "" : " *"}`];
    });

    expect(says).toEqual(holds);
  });
});

interface Collection {
  readonly opened: readonly string[];
  readonly indexes: readonly string[];
}

function section(title: string): string {
  return manual.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? "";
}

/** Reads the collections from the README. */
function describedCollections(): Readonly<Record<string, Collection>> {
  const parts = section("Data")
    .split(/^### `/m)
    .slice(1);
  const inBackticks = (line = "") =>
    [...line.matchAll(/`[^`]+`(?: unique| for \d+ (?:days|minutes)| by a collation)?/g)].map(([text]) => text);
  return Object.fromEntries(
    parts.map((part) => {
      const line = (label: string) => part.split("\n").find((one) => one.startsWith(`- ${label}: `));
      const opened = inBackticks(line("opened by")).map((file) => file.replaceAll("`", ""));
      return [part.slice(0, part.indexOf("`")), { opened: opened.sort(), indexes: inBackticks(line("indexes")) }];
    }),
  );
}

/** Reads the collections from the code. */
function collections(): Readonly<Record<string, Collection>> {
  const opened = new Map<string, string[]>();
  for (const file of files.filter((one) => !/^(demo|database)\//.test(one))) {
    const names = [...code(file).matchAll(/\bcollection(?:<.*?>)?\(\s*"(\w+)"/g)].map(([, name = ""]) => name);
    for (const name of new Set(names)) opened.set(name, [...(opened.get(name) ?? []), file]);
  }
  return Object.fromEntries(
    [...new Set([...opened.keys(), ...Object.keys(INDEXES)])].map((name) => [
      name,
      { opened: (opened.get(name) ?? []).sort(), indexes: (INDEXES[name] ?? []).map(indexInWords) },
    ]),
  );
}

/** `userId -at`, with `unique` or how long its documents are kept. */
function indexInWords({ key, unique, expireAfterSeconds, collation }: (typeof INDEXES)[string][number]): string {
  const fields = Object.entries(key).map(([field, direction]) => (direction === -1 ? `-${field}` : field));
  const days = expireAfterSeconds === undefined ? "" : ` for ${lifetime(expireAfterSeconds)}`;
  return `\`${fields.join(" ")}\`${unique ? " unique" : ""}${days}${collation ? " by a collation" : ""}`;
}

function lifetime(seconds: number): string {
  return seconds < 86_400 ? `${seconds / 60} minutes` : `${seconds / 86_400} days`;
}
