import type { Button } from "@slack/types";
import { METRICS } from "../../metrics/metrics";
import { button } from "./blocks";

/** Runs a subcommand of `/goals`; its value is what one would type behind that. */
export const GOALS_RUN = "goals_run";

/** Does what `GOALS_RUN` does, beside such a button: Slack takes no id twice in a row of buttons. */
export const GOALS_MINE = "goals_mine";

/** What a press shows, by the words that it stands for; those that need more words have none. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ["me", "My goals"],
  ["team", "Show team goals"],
  ["board", "Show leaderboard"],
  ["leaderboard", "Show leaderboard"],
  ["digest", "Show my digest"],
  ["trend", "Show my trend"],
  ["log", "Show changes"],
  ["help", "Show commands"],
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

/** "Show leaderboard" for `board`; `null` for words that no button stands for. */
export function runButton(words: string): Button | null {
  const label = LABELS.get(words);
  return label === undefined ? null : button(GOALS_RUN, label, { value: words });
}

/**
 * Reads what a button runs.
 *
 * @throws {RangeError} for a value that no button of ours carries.
 */
export function decodeRun(value: string): string {
  if (!LABELS.has(value)) throw new RangeError(`${JSON.stringify(value)} is run by no button`);
  return value;
}
