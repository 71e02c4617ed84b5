import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { commandLine } from "../src/cli/commands";
import { LISTENERS } from "../src/slack/listeners";
import { code, files } from "./support/source-files";

const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
const section = readme.split(/^## /m).find((part) => part.startsWith("Commands\n")) ?? "";
const rows = section.split("\n").filter((line) => line.startsWith("| `"));

/** The commands without commands of their own, by what is typed: `import orders`. */
function leaves(command: Command, path: readonly string[] = []): readonly (readonly [string, Command])[] {
  return command.commands.flatMap((one) => {
    const typed = [...path, one.name()];
    return one.commands.length > 0 ? leaves(one, typed) : [[typed.join(" "), one] as const];
  });
}

describe("README's table of the command line", () => {
  const known = new Map(leaves(commandLine({ out() {}, err() {} })));
  /** A row's commands: its own, and others that it names. */
  const named = rows.flatMap((row) => {
    const [, typed] = /^\| `(?:npm run|node dist\/cli\/index\.js) ([^`]+)`/.exec(row) ?? [];
    if (typed === undefined) return [];
    const others = [...row.matchAll(/`([a-z]+) [A-Z]+`/g)].map(([, name = ""]) => name);
    return [{ row, names: [typed, ...others].map((text) => text.replace(/ (?:-- .*|[A-Z]+|install)$/, "")) }];
  });

  it("has every command that there is, and no other", () => {
    // The demo stands above, since it is how one begins.
    const all = [
      ...named.flatMap(({ names }) => names),
      ...(readme.includes("npm run demo -- --once") ? ["demo"] : []),
    ];

    expect(all.sort()).toEqual([...known.keys()].sort());
  });

  it.each(named)("names only options that the command has: $names.0", ({ row, names }) => {
    const options = names.flatMap((name) => known.get(name)?.options.map(({ long }) => long) ?? []);

    expect((row.match(/--[a-z][a-z-]*/g) ?? []).filter((option) => !options.includes(option))).toEqual([]);
  });

  it("names what webhooks can be asked for", () => {
    const row = rows.find((one) => one.includes("webhooks install")) ?? "";
    const [argument] = known.get("webhooks")?.registeredArguments ?? [];

    expect(argument?.argChoices?.filter((choice) => !row.includes(choice))).toEqual([]);
  });
});

describe("README's table of routes", () => {
  it("has every route that is served, and no other", () => {
    const served = files
      .filter((file) => /^(web\/|slack\/platform\/request-bounds\.ts$)/.test(file))
      .flatMap((file) => [...code(file).matchAll(/(?:\bpath: |\bPATH = )"(\/[^"]+)"/g)].map(([, path = ""]) => path));
    const shown = rows.flatMap((row) => [...row.matchAll(/`(?:GET |POST )?(\/[a-z]+(?:\/[\w-]+)*)`/g)]);
    const slash = Object.keys(LISTENERS.commands);
    const routes = shown.map(([, path = ""]) => path).filter((path) => !slash.includes(path));

    expect(served).toContain("/slack/events");
    expect([...new Set(routes)].sort()).toEqual([...new Set(served)].sort());
  });
});

describe("README's table of what is typed in Slack", () => {
  const typed = rows.flatMap((row) => [...row.matchAll(/`\/(?:sync|goals)(?: ([a-z]+))?/g)]).map(([, word]) => word);

  it("has every command that is listened to", () => {
    const commands = Object.keys(LISTENERS.commands);

    expect(commands.filter((command) => !rows.some((row) => row.startsWith(`| \`${command}\``)))).toEqual([]);
  });

  it("has every subcommand of /goals by the word that it is suggested by", () => {
    const [, list = ""] = /const SUGGESTED = \[([^\]]*)\]/.exec(code("slack/commands/suggest-command.ts")) ?? [];
    const words = [...list.matchAll(/"(\w+)"/g)].map(([, word]) => word);

    expect(words.length).toBeGreaterThan(5);
    // It is the same as a board, under its long name.
    expect(words.filter((word) => word !== "leaderboard" && !typed.includes(word))).toEqual([]);
  });

  it("has every subcommand of /goals digest by the word that it is suggested by", () => {
    const [, list = ""] = /nearestWord\(.*\[$([^\]]*)\]/m.exec(code("slack/digests/parse.ts")) ?? [];
    const words = [...list.matchAll(/"(\w+)/g)].map(([, word = ""]) => word);
    const row = rows.find((one) => one.startsWith("| `/goals digest`")) ?? "";

    expect(words.length).toBeGreaterThan(5);
    expect(words.filter((word) => !new RegExp(`\`${word}\\b`).test(row))).toEqual([]);
  });
});
