import type { Button } from "@slack/types";
import { METRICS } from "../../metrics/metrics";
import { button } from "./blocks";
import { shownCommand } from "./shown-command";
import { plainForeign } from "./text";

/** Runs a subcommand of `/goals`; its value is what one would type behind that. */
export const GOALS_RUN = "goals_run";

/** Do what `GOALS_RUN` does, beside such a button: Slack takes no id twice in a row of buttons. */
export const GOALS_MINE = "goals_mine";
export const GOALS_OTHERS = "goals_others";
export const GOALS_MORE = "goals_more";
/** What opens the rest of help, in place of the message that has the button. */
export const HELP_MORE = "help more";

/** What a press shows, by the words that it stands for; those that need more words have none. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ["me", "My goals"],
  ["team", "Show team goals"],
  ["board", "Show leaderboard"],
  ["leaderboard", "Show leaderboard"],
  ["digest", "Show my digest"],
  ["digest preview", "Preview my digest"],
  ["trend", "Show my trend"],
  ["log", "Show changes"],
  ["history", "Show my history"],
  ["help", "Show commands"],
  [HELP_MORE, "More commands"],
  ["help why", "How Why? works"],
  ["help trend", "How trends work"],
  ["help digest", "Digest commands"],
  ["help set", "How goals are set"],
  ["help team", "Team commands"],
  ["deliveries", "Show deliveries"],
  ["this month", "Show this month"],
  ["last month", "Show last month"],
  ...METRICS.flatMap(({ name }): readonly (readonly [string, string])[] => [
    [`why ${name}`, `Show ${name}`],
    [`trend ${name}`, `Show ${name} trend`],
  ]),
]);

/** "My goals": what `/goals` alone shows. */
export function myGoalsButton(): Button {
  return button(GOALS_MINE, "My goals", { value: "me" });
}

/** "Show leaderboard" for `board`, the whole command for "why calls last week"; `null` for words that no button stands for. */
export function runButton(words: string): Button | null {
  if (!isRun(words)) return null;
  const command = `/goals ${shownCommand(words)}`;
  const label = LABELS.get(words) ?? (command.length > MAX_SHOWN ? "Show it" : plainForeign(command, MAX_SHOWN));
  return button(GOALS_RUN, label, { value: words });
}

/** A longer command is not read on a button. */
const MAX_SHOWN = 50;
const MAX_WORDS = 200;
/** What only shows something, whatever follows. */
const SHOWS = /^(?:why|trend|team|board|leaderboard|log|this month|last month|history) /;

function isRun(words: string): boolean {
  return LABELS.has(words) || (SHOWS.test(words) && words.length <= MAX_WORDS);
}

/**
 * Reads what a button runs: nothing that changes anything.
 *
 * @throws {RangeError} for a value that no button of ours carries.
 */
export function decodeRun(value: string): string {
  if (!isRun(value)) throw new RangeError(`${JSON.stringify(value)} is run by no button`);
  return value;
}
