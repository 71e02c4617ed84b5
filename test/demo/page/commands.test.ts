import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { COMMANDS, commandOf, parseTyped, suggestedCommands } from "../../../src/demo/page/composer/commands";

const manifest = parse(readFileSync(join(__dirname, "../../../manifest.yml"), "utf8"));

describe("the composer", () => {
  it("offers each command in the words of manifest.yml", () => {
    const declared = manifest.features.slash_commands.map(
      (each: { command: string; description: string; usage_hint: string }) => ({
        command: each.command,
        description: each.description,
        usage: each.usage_hint,
      }),
    );

    expect(COMMANDS).toEqual(declared);
  });

  it.each([
    ["/", ["/sync", "/goals"]],
    ["/S", ["/sync"]],
    ["/sync", ["/sync"]],
    ["/sync ", []],
    ["/x", []],
    ["hello /sync", []],
  ])("offers for %j: %j", (typed, commands) => {
    expect(suggestedCommands(typed).map(({ command }) => command)).toEqual(commands);
  });

  it("hints how a complete command goes on", () => {
    expect(commandOf("/sync 7")?.command).toBe("/sync");
    expect(commandOf("/syn")).toBeNull();
  });

  it.each([
    ["  ", { kind: "nothing" }],
    [" /sync 7d ", { kind: "command", text: "/sync 7d" }],
    ["/goals", { kind: "command", text: "/goals" }],
    ["/dance now", { kind: "refused", why: "/dance is not a command here. Try /sync or /goals." }],
    ["Hello", { kind: "words", text: "Hello" }],
  ] as const)("does with %j what is right", (typed, what) => {
    expect(parseTyped(typed)).toEqual(what);
  });
});
