import { dirname } from "node:path";
import { SOURCE_IDS } from "../src/metrics/sources";
import { code, described, files, imports, room } from "./support/source-files";

/** Who may import whom: a room imports itself and these. */
const GROUND = ["time", "metrics", "words", "people", "teams", "goals"];
const SYNC = ["sync", "sync/totals", "sync/state", "sync/read", "sync/run"];
const SLACK = ["slack/ui", "slack/parse", "slack/platform", "slack/deps", "slack/middleware"];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  config: [],
  database: [],
  // Small things that any room may import, and that know of none.
  lib: [],
  time: [],
  metrics: ["time"],
  // How dates, times, figures and reasons are said: whoever speaks to people imports it.
  words: ["time", "metrics"],
  people: ["metrics", "time"],
  teams: ["metrics", "people", "time"],
  goals: ["metrics", "people", "teams", "time"],
  sources: ["metrics", "time"],
  "sources/http": ["metrics", "sources"],
  ...Object.fromEntries(
    SOURCE_IDS.map((id) => [`sources/${id}`, ["metrics", "time", "words", "sources", "sources/http"]]),
  ),
  // Reads sources without those who were erased, and lets people who run syncs do the same.
  erasure: ["metrics", "people", "time", "sources"],
  sync: ["metrics", "time", "words", "sources"],
  "sync/totals": ["metrics", "people", "time", "words", "sync"],
  "sync/state": ["metrics", "time", "words", "sources", "sync"],
  "sync/read": ["metrics", "time", "sources", "sync", "sync/totals"],
  "sync/run": [...GROUND, "sources", "erasure", "sync", "sync/totals", "sync/state", "sync/read"],
  "sync/webhooks": ["metrics", "people", "time", "sources", ...SYNC],
  why: ["metrics", "people", "time", "sync/state"],
  digests: ["metrics", "time"],
  "digests/delivery": ["metrics", "time", "digests"],
  "digests/schedule": [...GROUND, "digests", "digests/delivery"],
  "digests/content": [...GROUND, "sync/state", "digests", "digests/delivery", "digests/schedule"],
  // Looks at every room below it and is shown by those above: it asks through what it is handed, and decides what it means.
  doctor: ["metrics", "people", "teams", "time", "words", "sources", ...SYNC],
  jobs: ["time", "sync", "sync/state", "digests/delivery"],
  web: [
    ...["metrics", "time", "sources", "sources/copper", "sources/justcall"],
    ...["sync", "sync/state", "sync/run", "digests/delivery"],
  ],
  "slack/ui": [...GROUND, "sync", "sync/state"],
  "slack/parse": [...GROUND, "slack/ui"],
  "slack/platform": ["people", "teams", "time", "doctor", "digests/delivery", "web", "slack/ui"],
  // What every listener is handed: types of all that Slack shows and asks for.
  "slack/deps": [
    ...[
      ...GROUND,
      "erasure",
      "sync",
      "sync/state",
      "sync/run",
      "why",
      "digests/delivery",
      "digests/schedule",
      "doctor",
      "web",
    ],
    ...["slack/ui", "slack/platform"],
  ],
  "slack/middleware": [...GROUND, ...SLACK],
  "slack/sync": [...GROUND, "sync", "sync/run", ...SLACK, "slack/why", "slack/goals"],
  "slack/why": [...GROUND, "why", ...SLACK],
  "slack/goals": [...GROUND, "sync/state", ...SLACK, "slack/why"],
  "slack/exports": [...GROUND, "why", ...SLACK, "slack/why", "slack/goals"],
  "slack/trends": [...GROUND, "sync/state", ...SLACK, "slack/why", "slack/goals"],
  "slack/imports": ["metrics", "people", "time", "words", "sync", ...SLACK, "slack/sync"],
  "slack/boards": [...GROUND, "sync/state", "digests", "digests/schedule", "digests/content", ...SLACK],
  "slack/digests": [
    ...[...GROUND, "sync/state", "digests", "digests/delivery", "digests/schedule", "digests/content"],
    ...[...SLACK, "slack/sync", "slack/why", "slack/goals", "slack/trends", "slack/boards"],
  ],
  "slack/home": [
    ...[...GROUND, "erasure", "sync", "sync/state", "sync/run", "digests/delivery", "digests/schedule", "doctor"],
    ...[...SLACK, "slack/sync", "slack/why", "slack/goals", "slack/exports", "slack/boards"],
    "slack/digests",
  ],
  "slack/commands": [
    ...[...GROUND, ...SLACK, "slack/sync", "slack/why", "slack/goals", "slack/trends", "slack/boards"],
    ...["slack/digests", "slack/exports"],
  ],
  "slack/listeners": [
    ...["slack/sync", "slack/why", "slack/goals", "slack/trends", "slack/imports", "slack/boards", "slack/digests"],
    ...["slack/exports", "slack/home", "slack/commands"],
  ],
  // A thread of its own, and what starts it: the server behind it knows nothing of it.
  "slack/front": ["web", "slack/ui", "slack/platform", "slack/middleware", "slack/app"],
  "slack/app": ["slack/deps", "slack/platform", "slack/middleware", "slack/ui", "slack/home", "slack/listeners"],
};
/** These put the rest together. */
const ROOTS = ["main.ts", "app.ts", "app", "storage.ts", "cli", "demo"];
/** Makes every source, of the environment. */
const MAKES_SOURCES = "sources/all.ts";
const ONLY_IN: readonly (readonly [packages: RegExp, files: RegExp])[] = [
  [/^mongodb$/, /^(database\/|demo\/|app\.ts|.*-store\.ts$|digests\/delivery\/delivery-updates\.ts|sync\/lease\.ts)/],
  [/^@slack\//, /^(slack\/|app\.ts|demo\/slack\/)/],
  [/^axios/, /^sources\/http\/(http|retry)\.ts$/],
  [/^pino$/, /^log\.ts$/],
  [/^node-cron$/, /^jobs\//],
  [/^prom-client$/, /^web\/metrics\//],
  [/^commander$/, /^cli\//],
  [/^leven$/, /^slack\/parse\//],
  [/^date-holidays$/, /^goals\/holidays\.ts$/],
  [/^(preact|slack-message-parser|slack-to-html)(\/|$)/, /^demo\/page\//],
  [/^esbuild$/, /^demo\/page-server\//],
  [/^ws$/, /^demo\/(page-server|slack\/http)\//],
];
/** What reaches outside: files, folders, and the stores by how they end. Everything else is pure. */
const WAITS = [
  ...[
    "main.ts",
    "log.ts",
    "storage.ts",
    "cli/",
    "database/",
    "demo/",
    "-store.ts",
    "lib/sleep.ts",
    "goals/holidays.ts",
  ],
  ...["sources/http/http.ts", "sources/fishbowl/import/file/csv-rows.ts", "sync/lease.ts", "sync/webhooks/worker.ts"],
  ...["jobs/scheduler.ts", "slack/app.ts", "slack/platform/", "slack/digests/poster.ts", "slack/home/homes.ts"],
  "slack/imports/slack-file.ts",
  ...["bounded-queue", "forward", "front-server", "fronted", "warm-agent", "warm-up", "worker"].map(
    (name) => `slack/front/${name}.ts`,
  ),
];

describe("the rooms of src", () => {
  it("import only downwards", () => {
    const wrong = imports.filter(({ of, what, ours, typeOnly }) => {
      if (!ours || ROOTS.includes(room(of)) || room(of) === room(what)) return false;
      if (room(what) === "log.ts") return !typeOnly;
      if (room(what) === "lib") return false;
      if (of === MAKES_SOURCES && /^(sources|config)\//.test(what)) return false;
      return !MAY_IMPORT[room(of)]?.includes(room(what));
    });

    expect(described(wrong)).toEqual([]);
  });

  it("are all named in the table", () => {
    const rooms = new Set(files.map(room));

    expect([...rooms].filter((one) => !(one in MAY_IMPORT) && !ROOTS.includes(one) && one !== "log.ts")).toEqual([]);
  });

  it("know nothing of the demo, nor of what puts them together", () => {
    const wrong = imports.filter(({ of, what, ours }) => {
      if (!ours || room(of) === room(what)) return false;
      if (room(what) === "demo") return room(of) !== "cli";
      return ROOTS.includes(room(what)) && !ROOTS.includes(room(of));
    });

    expect(described(wrong)).toEqual([]);
  });

  it("leave config and database to those who put them together", () => {
    const wrong = imports.filter(
      ({ of, what, ours }) =>
        ours && ["config", "database"].includes(room(what)) && room(of) !== room(what) && !ROOTS.includes(room(of)),
    );
    const others = wrong.filter(({ of }) => of !== MAKES_SOURCES);

    expect(described(others)).toEqual([]);
  });

  it("let the web know of a source only how its webhooks are read", () => {
    const wrong = imports.filter(
      ({ of, what, ours }) => ours && room(of) === "web" && /^sources\/\w+\//.test(what) && !what.endsWith("/webhook"),
    );

    expect(described(wrong)).toEqual([]);
  });

  it("keep each source apart from the others, but for the list of all", () => {
    const wrong = imports.filter(
      ({ of, what, ours }) =>
        ours && /^sources\/(?!http$)/.test(room(what)) && room(of) !== room(what) && of.startsWith("sources/"),
    );

    expect(described(wrong.filter(({ of }) => of !== MAKES_SOURCES))).toEqual([]);
  });

  it("leave it to Slack's middleware to acknowledge, and to /sync, which does so with a text of its own", () => {
    const wrong = files.filter(
      (file) => !/^(slack\/middleware\/|slack\/commands\/sync\.ts$|demo\/)/.test(file) && /\back\(/.test(code(file)),
    );

    expect(wrong).toEqual([]);
  });

  it("hold no circle of imports, types counted", () => {
    const fileOf = (what: string) =>
      [`${what}.ts`, `${what}.tsx`].find((file) => files.includes(file)) ?? `${what}/index.ts`;
    const left = new Map<string, string[]>(files.map((file) => [file, []]));
    for (const { of, what, ours } of imports) if (ours) left.get(of)?.push(fileOf(what));

    for (let before = Number.POSITIVE_INFINITY; left.size < before; ) {
      before = left.size;
      for (const [file, needed] of left) if (!needed.some((one) => left.has(one))) left.delete(file);
    }

    expect([...left.keys()]).toEqual([]);
  });

  it("have no more than 20 files", () => {
    const folders = files.map((file) => dirname(file));

    expect([...new Set(folders)].filter((one) => folders.filter((folder) => folder === one).length > 20)).toEqual([]);
  });
});

describe("packages and the process", () => {
  it.each(ONLY_IN)("%s is imported only where it belongs: %s", (packages, where) => {
    const wrong = imports.filter(({ of, what, ours }) => !ours && packages.test(what) && !where.test(of));

    expect(described(wrong)).toEqual([]);
  });

  it("are far from pure files, which import no driver, nothing of node's but what only computes, and start no timer", () => {
    expect(files.filter(reachesOutside).filter((file) => !WAITS.some((entry) => covers(entry, file)))).toEqual([]);
  });

  it("are named in no list in vain: each entry of what waits names a file that does", () => {
    const needed = (entry: string) => files.some((file) => covers(entry, file) && reachesOutside(file));

    expect(WAITS.filter((entry) => !needed(entry))).toEqual([]);
    expect(ONLY_IN.filter(([packages]) => !imports.some(({ what, ours }) => !ours && packages.test(what)))).toEqual([]);
  });

  it("are loaded at run time where they may be missing", () => {
    expect(described(imports.filter(({ what }) => what.startsWith("mongodb-memory-server")))).toEqual([]);
  });

  it("are loaded with the demo's page only when it is served, since production does not have them", () => {
    const wrong = imports.filter(({ of, what, ours, typeOnly }) => {
      const served = ours && /^demo\/(page|page-server)\//.test(what);
      return served && !typeOnly && !/^demo\/(page|page-server)\//.test(of);
    });

    expect(described(wrong)).toEqual([]);
  });

  it("leave a browser nothing of ours but the page, and what is as simple as it", () => {
    const wrong = imports.filter(({ of, what, ours, typeOnly }) => {
      if (!of.startsWith("demo/page/") || typeOnly) return false;
      return ours ? !/^demo\/(page\/|slack\/json$)/.test(what) : /^node:/.test(what);
    });

    expect(described(wrong)).toEqual([]);
  });

  it("leave the daily totals to the roll-up, which webhooks go through, too", () => {
    const writers = files.filter((file) => /\bmetrics\.save\(/.test(code(file)));

    expect(writers).toEqual(["sync/totals/recompute.ts", "sync/webhooks/apply-records.ts"]);
  });

  it("leave the environment and the clock to main, cli and demo", () => {
    const wrong = files.filter(
      (file) => !/^(main\.ts|cli\/|demo\/)/.test(file) && /process\.env|Date\.now\(|new Date\(\)/.test(code(file)),
    );

    expect(wrong).toEqual([]);
  });
});

const DRIVERS = /^(node:(?!crypto$|util$)|mongodb|axios|@slack\/(bolt|web-api)|pino|node-cron|date-holidays)/;

function reachesOutside(file: string): boolean {
  const driven = imports.some(
    ({ of, what, ours, typeOnly }) => of === file && !ours && !typeOnly && DRIVERS.test(what),
  );
  return driven || /\bset(Timeout|Interval)\(/.test(code(file));
}

/** `slack/platform/`, `main.ts`, `-store.ts`. */
function covers(entry: string, file: string): boolean {
  if (entry.endsWith("/")) return file.startsWith(entry);
  return entry.startsWith("-") ? file.endsWith(entry) : file === entry;
}
