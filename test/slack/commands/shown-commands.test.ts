import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseGoals } from "../../../src/slack/commands/parse-goals";
import { syncHelp } from "../../../src/slack/commands/sync-help";
import { parseDigest } from "../../../src/slack/digests/parse";
import { parseArchive, parseSet } from "../../../src/slack/goals/parse-edit";
import { parseSync } from "../../../src/slack/sync/parse";
import { parseTrend } from "../../../src/slack/trends/command";
import type { Message } from "../../../src/slack/ui/blocks";
import { dmHelp } from "../../../src/slack/ui/dm-help";
import { goalsHelp, helpOn } from "../../../src/slack/ui/help";
import { parseWhy } from "../../../src/slack/why/command";
import { day } from "../../../src/time/day";

const README = readFileSync(join(__dirname, "../../../README.md"), "utf8");
const TODAY = day("2026-11-16");

/** What a command is understood as, with a real mention where the example names a person. */
function parsed(command: string) {
  const text = command.replace("@rep", "<@U0BEN|ben>");
  if (text.startsWith("/sync")) return parseSync(text.slice("/sync".length), TODAY);
  const words = text.slice("/goals".length).trim();
  const goals = parseGoals(words);
  switch (goals.kind) {
    case "why":
      return parseWhy(words, TODAY);
    case "trend":
      return parseTrend(words, TODAY);
    case "digest":
      return parseDigest(words);
    case "set":
      return parseSet(words.replace("set ", ""), TODAY);
    case "archive":
      return parseArchive(words.replace("archive ", ""));
    default:
      return goals;
  }
}

function examples(text: string): readonly string[] {
  return [...text.matchAll(/`(\/(?:sync|goals)[^`]*)`/g)].flatMap(([, command]) => command ?? []);
}

describe("a command that people are shown", () => {
  const rows = README.split("\n").filter((line) => /^\| `\/(?:sync|goals)/.test(line));

  it.each(examples(rows.join("\n")))("is understood as the README's table has it: %s", (command) => {
    expect(parsed(command)).not.toMatchObject({ kind: expect.stringMatching(/^(?:fault|unknown)$/) });
  });

  const helps: readonly Message[] = [
    ...[syncHelp(TODAY), goalsHelp(undefined, { manages: true, administers: true }), dmHelp({ imports: true })],
    ...(["more", "why", "trend", "digest", "set", "team"] as const).map((topic) => helpOn(topic)),
  ];

  it.each(["2026-10-28", "2026-11-01", "2027-01-01", "2028-02-29"])(
    "names no day to sync that has not come on %s",
    (date) => {
      const today = day(date);
      const syncs = examples(syncHelp(today).text).filter((command) => command.startsWith("/sync "));

      expect(syncs.map((command) => parseSync(command.slice("/sync".length), today).kind)).not.toContain("fault");
    },
  );

  // `/goals why` alone is the name of the help, and asks which number.
  const typed = helps.flatMap(({ text }) => examples(text)).filter((command) => command !== "/goals why");

  it.each([...new Set(typed)])("is understood as the help has it: %s", (command) => {
    expect(parsed(command)).not.toMatchObject({ kind: expect.stringMatching(/^(?:fault|unknown)$/) });
  });
});
