import { code, files, imports, room, told } from "./support/source-files";

/** Who may import whom: a room imports itself and these. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  config: [],
  database: [],
  metrics: [],
  people: ["metrics"],
  goals: ["metrics"],
  sources: ["metrics"],
  "sources/copper": ["metrics", "sources"],
  "sources/justcall": ["metrics", "sources"],
  "sources/fishbowl": ["metrics", "sources"],
  sync: ["sources", "metrics", "people", "goals"],
  digests: ["goals", "people", "metrics"],
  // Looks at every room below it and is shown by those above: it asks through what it is handed, and decides what it means.
  doctor: ["sync", "sources", "people", "metrics"],
  slack: ["doctor", "digests", "sync", "goals", "people", "metrics"],
  web: ["sync", "digests", "people", "metrics", "sources", "sources/copper", "sources/justcall"],
  jobs: ["digests", "sync", "slack", "metrics"],
};
/** These put the rest together. */
const ROOTS = ["main.ts", "app.ts", "app", "storage.ts", "cli", "demo"];
const ONLY_IN: readonly (readonly [packages: RegExp, files: RegExp])[] = [
  [
    /^mongodb$/,
    /^(database\/|demo\/|app\.ts|.*store[^/]*\.ts$|.*ledger[^/]*\.ts$|sync\/(runs|source-states|lock)\.ts)/,
  ],
  [/^mongodb-memory-server/, /^(database|demo)\//],
  [/^@slack\//, /^(slack\/|app\.ts|demo\/slack\/)/],
  [/^axios/, /^sources\/(http|retry)\.ts$/],
  [/^pino$/, /^log\.ts$/],
  [/^node-cron$/, /^jobs\//],
  [/^commander$/, /^cli\//],
  [/^date-holidays$/, /^goals\/holidays\.ts$/],
  [/^(preact|slack-message-parser|slack-to-html)(\/|$)/, /^demo\/page\//],
  [/^esbuild$/, /^demo\/page-server\//],
  [/^ws$/, /^demo\/(page-server|slack\/http)\//],
];
const PURE =
  /(^|\/)(mapping|rollup|roster|matching|periods|figures|team-figures|calendar|pace|edit|preview|rights|due|(?:[a-z]+-)?findings|unread-days|digest|everybodys-digests|board-due|players|sync-first|leaderboard|delivery-times|outcome|after-post|settle|posting-pace|local-time|nightly|duplicates|window|lateness|day|day-tallies|days-together|density|fact-changes)\.ts$|\/views\//;

describe("the rooms of src", () => {
  it("import only downwards", () => {
    const wrong = imports.filter(({ of, what, ours, typeOnly }) => {
      if (!ours || ROOTS.includes(room(of)) || room(of) === room(what)) return false;
      if (room(what) === "log.ts") return !typeOnly;
      if (of === "sources/all.ts" && what.startsWith("sources/")) return false;
      return !MAY_IMPORT[room(of)]?.includes(room(what));
    });

    expect(told(wrong)).toEqual([]);
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

    expect(told(wrong)).toEqual([]);
  });

  it("leave config and database to those who put them together", () => {
    const wrong = imports.filter(
      ({ of, what, ours }) =>
        ours && ["config", "database"].includes(room(what)) && room(of) !== room(what) && !ROOTS.includes(room(of)),
    );

    expect(told(wrong)).toEqual([]);
  });

  it("let the web know of a source only how its webhooks are read", () => {
    const wrong = imports.filter(
      ({ of, what, ours }) => ours && room(of) === "web" && /^sources\/\w+\//.test(what) && !what.endsWith("/webhook"),
    );

    expect(told(wrong)).toEqual([]);
  });

  it("keep each source apart from the others, but for the list of all", () => {
    const wrong = imports.filter(
      ({ of, what, ours }) =>
        ours && /^sources\//.test(room(what)) && room(of) !== room(what) && of.startsWith("sources/"),
    );

    expect(told(wrong.filter(({ of }) => of !== "sources/all.ts"))).toEqual([]);
  });
});

describe("packages and the process", () => {
  it.each(ONLY_IN)("%s is imported only where it belongs: %s", (packages, where) => {
    const wrong = imports.filter(({ of, what, ours }) => !ours && packages.test(what) && !where.test(of));

    expect(told(wrong)).toEqual([]);
  });

  it("are far from pure files, which import no driver and nothing of node's", () => {
    const drivers = /^(node:|mongodb|axios|@slack\/(bolt|web-api)|pino|node-cron|date-holidays)/;
    const wrong = imports.filter(({ of, what, ours, typeOnly }) => {
      return PURE.test(of) && !of.startsWith("demo/") && !ours && !typeOnly && drivers.test(what);
    });

    expect(told(wrong)).toEqual([]);
  });

  it("are loaded with the demo's page only when it is served, since production does not have them", () => {
    const wrong = imports.filter(({ of, what, ours, typeOnly }) => {
      const served = ours && /^demo\/(page|page-server)\//.test(what);
      return served && !typeOnly && !/^demo\/(page|page-server)\//.test(of);
    });

    expect(told(wrong)).toEqual([]);
  });

  it("leave a browser nothing of ours but the page, and what is as simple as it", () => {
    const wrong = imports.filter(({ of, what, ours, typeOnly }) => {
      if (!of.startsWith("demo/page/") || typeOnly) return false;
      return ours ? !/^demo\/(page\/|slack\/json$)/.test(what) : /^node:/.test(what);
    });

    expect(told(wrong)).toEqual([]);
  });

  it("leave the environment and the clock to main, cli and demo", () => {
    const wrong = files.filter(
      (file) => !/^(main\.ts|cli\/|demo\/)/.test(file) && /process\.env|Date\.now\(|new Date\(\)/.test(code(file)),
    );

    expect(wrong).toEqual([]);
  });
});
