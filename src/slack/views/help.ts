import { type Message, sectionMessage } from "./blocks";

/** How `/sync` is used; `fault`, as mrkdwn, says first what was not understood. */
export function syncHelp(fault?: string): Message {
  return helpMessage(fault, [
    "*`/sync`* reads Copper, JustCall and Fishbowl and brings everybody's figures up to date.",
    "• `/sync`: the last 30 days",
    "• `/sync 7d`: the last seven days, today included",
    "• `/sync today` or `/sync yesterday`",
    "• `/sync 2026-10-01..2026-10-31`: these days, both included",
    "• `/sync 2026-10-05`: from that day to today",
  ]);
}

/** How `/goals` is used today. */
export function goalsHelp(fault?: string): Message {
  return helpMessage(fault, [
    "*`/goals`* shows your own goals: where each stands, its target and its period.",
    "• `/goals`: your goals, for your eyes only",
    "• `/goals help`: this text",
    "Home, in this app's own tab, shows the same figures. A manager sets your goals.",
  ]);
}

function helpMessage(fault: string | undefined, lines: readonly string[]): Message {
  return sectionMessage([...(fault === undefined ? [] : [fault]), ...lines].join("\n"));
}
