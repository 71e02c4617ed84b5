import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { bySource, SOURCE_IDS } from "../../src/metrics/sources";
import { allSources } from "../../src/sources/all";
import { fishbowlCollections } from "../../src/sources/fishbowl/orders-store";
import { zoneDays } from "../../src/time/day";
import { unsealed } from "../support/fakes/unsealed";

const ROOM = join(__dirname, "../../src/sources");
const FOLDERS = readdirSync(ROOM, { withFileTypes: true }).flatMap((entry) =>
  existsSync(join(ROOM, entry.name, "index.ts")) ? [entry.name] : [],
);
const manual = (folder: string) => readFileSync(join(ROOM, folder, "README.md"), "utf8");

/** What every source must do. */
const BAR = [
  "real fixture per kind of record",
  "`check()` tells bad key, no access and not reachable apart",
  "same window read twice gives the same store",
  "edited, voided and deleted records lower the number",
  "a record we cannot read is counted and named, and does not stop the page",
  "429 with and without Retry-After",
  "a range longer than the vendor allows",
  "rows with equal timestamps at a page or window edge",
  "works, breaks, recovers: one notice each way",
  "manual says key, limits, what counts, which date, known gaps",
];

describe("the list of sources", () => {
  it("holds each folder's source, in the order people see them", () => {
    const vendor = {
      baseUrl: "http://127.0.0.1:9",
      apiKey: "",
      seal: unsealed,
      days: zoneDays("UTC"),
      clock: () => 0,
      log: { debug() {} },
      now: () => new Date(0),
      ...{ userEmail: "", stages: { a: [], b: [], c: [] }, apiSecret: "", plan: "team" as const },
    };
    // Nobody connects: only what the sources are called is asked.
    const collections = fishbowlCollections(new MongoClient(vendor.baseUrl.replace("http", "mongodb")).db("none"));

    const sources = allSources(bySource(() => ({ ...vendor, collections })));

    expect(sources.map(({ id }) => id)).toEqual([...SOURCE_IDS]);
    expect([...FOLDERS].sort()).toEqual([...SOURCE_IDS].sort());
  });
});

describe.each(FOLDERS)("the manual of %s", (folder) => {
  it("answers the bar line by line: done, or exempt and why", () => {
    const section = manual(folder).split("## The bar")[1] ?? "";
    const rows = [...section.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map(([, rule = "", state = ""]) => ({
      rule,
      state,
    }));
    const [head, line, ...answers] = rows;

    expect([head?.rule, line?.rule.replaceAll("-", "")]).toEqual(["rule", ""]);
    expect(answers.map(({ rule }) => rule)).toEqual(BAR);
    expect(answers.filter(({ state }) => !/^(done: `.+|exempt: .{8,})$/.test(state))).toEqual([]);
  });

  it("names a test that exists for each done", () => {
    const section = manual(folder).split("## The bar")[1] ?? "";
    const done = [...section.matchAll(/\| done: (.+?) +\|$/gm)].map(([, tests = ""]) => tests);
    const named = done.flatMap((tests) => tests.split("; ")).map((test) => /^`(test\/[\w./-]+)`: "(.+)"$/.exec(test));
    const missing = named.filter((one) => {
      const [, file = "", name = ""] = one ?? [];
      const path = join(ROOM, "../..", file);
      return file === "" || !existsSync(path) || !readFileSync(path, "utf8").includes(`"${name}`);
    });

    expect(done.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });

  it("says key, limits, what counts, which date, and known gaps", () => {
    const asked = [...manual(folder).matchAll(/^\| ([A-Z][^|]*?) +\| \S/gm)].map(([, question]) => question);

    expect(asked).toEqual(expect.arrayContaining(["Key", "Limits", "What counts", "Which date", "Whose"]));
    expect(manual(folder)).toMatch(/^(Known gaps: \S|## Known gaps$)/m);
  });

  it("stands beside a schema, a mapping and a source, and beside tests of its own", () => {
    const files = ["index.ts", "schema.ts", "mapping.ts"].map((file) => join(ROOM, folder, file));
    const tests = readdirSync(join(__dirname, folder)).filter((file) => file.endsWith(".test.ts"));

    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(tests.length).toBeGreaterThan(1);
  });
});
