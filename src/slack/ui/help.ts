import { METRICS } from "../../metrics/metrics";
import { type Message, sectionMessage } from "./blocks";
import { sourceTitles } from "./freshness";

const METRIC_NAMES = `• Metrics: ${METRICS.map(({ name }) => name).join(", ")}`;

/** How `/sync` is used; `fault`, as mrkdwn, says first what was not understood. */
export function syncHelp(fault?: string): Message {
  return helpMessage(fault, [
    `*\`/sync\`* reads ${sourceTitles()} and brings everybody's figures up to date.`,
    "• `/sync`: the last 30 days",
    "• `/sync 7d`: the last seven days, today included",
    "• `/sync today` or `/sync yesterday`",
    "• `/sync 2026-10-01..2026-10-31`: these days, both included",
    "• `/sync 2026-10-05`: from that day to today",
  ]);
}

/** How `/goals` is used. */
export function goalsHelp(fault?: string): Message {
  return helpMessage(fault, [
    "*`/goals`* shows your own goals: where each stands, its target and what that asks of the days left.",
    "• `/goals`: your goals, for your eyes only",
    "• `/goals why calls`: the records behind a figure, and those left out with the reason",
    "• `/goals trend calls`: a chart of them against your pace; also `this month`, `last month`",
    "• `/goals log`: who changed your goals, when, from what and to what",
    "• `/goals digest`: your next morning message; with `preview`, `snooze 3d`, `at 7:30am`, `off` and `on`",
    "• `/goals board`: the leaderboard, for your eyes only; managers can post it where they are",
    "• `/goals help`: this text",
    "For managers and admins:",
    "• `/goals @rep` and `/goals team`: where others stand; `/goals log @rep`, `/goals log team`, `/goals trend calls team`",
    "• `/goals set emails daily 20 @rep`, also `for the team`, `from 2026-12-01`, `$100k`; `/goals set` alone opens a form",
    "• `/goals archive calls weekly @rep`",
    "Home, in this app's own tab, shows the same figures. A manager sets your goals.",
  ]);
}

/** How `/goals digest` is used. */
export function digestHelp(fault: string): Message {
  return helpMessage(fault, [
    "• `/goals digest`: when your next morning message comes",
    "• `/goals digest preview`: what it would say now, for your eyes only",
    "• `/goals digest send`: sends it once more, when you say yes",
    "• `/goals digest snooze 3d`: none for the next three days; `/goals digest unsnooze` takes it back",
    "• `/goals digest at 7:30am`: by your own clock; `/goals digest off` and `/goals digest on`",
  ]);
}

/** How goals are changed by words. */
export function goalEditHelp(fault: string): Message {
  return helpMessage(fault, [
    "• `/goals set emails daily 20 @rep`: from the first day, week or month that begins today or later; without `@rep` it is your own",
    "• `/goals set wholesale monthly $100,000 team from 2026-12-01`, also `100k`, `1.5k`, `next month`",
    "• `/goals archive calls weekly @rep`",
    METRIC_NAMES,
    "• `/goals set` alone opens a form. Nothing is changed before you confirm.",
  ]);
}

/** How `/goals why` is used. */
export function whyHelp(fault?: string): Message {
  return helpMessage(fault, [
    "*`/goals why`* shows the records behind a figure of yours, and those left out with the reason.",
    "• `/goals why calls`: in your goal's period, or this month",
    "• `/goals why e-mails yesterday`, also `today`, `this week`, `last week`, `this month`, `last month`",
    "• `/goals why talk time 2026-10-05`, `/goals why wholesale 2026-10-01..2026-10-31`",
    METRIC_NAMES,
    "• `/goals why calls @rep`: somebody else's, `/goals why calls team` whose parts make up the team's, and `/goals why calls nobody` what counts for no one; for managers and admins",
  ]);
}

/** How `/goals trend` is used. */
export function trendHelp(fault: string): Message {
  return helpMessage(fault, [
    "*`/goals trend`* draws your figures over time against your pace.",
    "• `/goals trend calls`: the last 12 weeks; also `this week`, `last month`, `30 days`, `2026-10-01..2026-10-31`",
    "• `/goals trend sales this month`, `/goals trend`: the two goals that are most behind",
    METRIC_NAMES,
    "• `/goals trend calls @rep`, `/goals trend calls team`: for managers and admins",
  ]);
}

function helpMessage(fault: string | undefined, lines: readonly string[]): Message {
  return sectionMessage([...(fault === undefined ? [] : [fault]), ...lines].join("\n"));
}

const AND_THEN = "and I show what it would change before anything is written.";
const COMMANDS = "I read commands rather than words: type `/sync` or `/goals help`.";
const FILES = `Drop a CSV file of Fishbowl's orders here, ${AND_THEN}`;

/** Tells admins how to import orders. */
export const HOW_TO_IMPORT = `Orders out of Fishbowl: drop the CSV file into Messages, ${AND_THEN}`;

/** Answers a message in the DM that is no file. */
export function dmHelp({ imports }: { readonly imports: boolean }): Message {
  return sectionMessage(imports ? `${COMMANDS} ${FILES}` : COMMANDS);
}
