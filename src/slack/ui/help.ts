import { METRICS } from "../../metrics/metrics";
import { type Message, sectionMessage } from "./blocks";
import { sourceTitles } from "./freshness";

const METRIC_NAMES = `• Metrics: ${METRICS.map(({ name }) => name).join(", ")}`;

/** What help there is on `/goals` besides the overview. */
export type HelpTopic = "why" | "trend" | "digest" | "set" | "team";

/** How `/sync` is used; `fault`, as mrkdwn, says instead what was not understood, on one line. */
export function syncHelp(fault?: string): Message {
  return helpMessage({ topic: "/sync help", fault }, [
    `*\`/sync\`* reads ${sourceTitles()} and brings everyone's numbers up to date.`,
    "• `/sync`: the last 30 days",
    "• `/sync last week`, also `today`, `yesterday`, `this week`, `last month`",
    "• `/sync 7d`: the last seven days, today included · `/sync Oct 5`: from that day to today",
    "• `/sync Oct 1 - Oct 31`: these days, both included",
    "*Your goals*: `/goals` · everything else: `/goals help`",
  ]);
}

/** How `/goals` is used, on one screen: a rep's three commands, then the others, and what is for whoever manages people. */
export function goalsHelp(fault?: string, { manages = false }: { readonly manages?: boolean } = {}): Message {
  return helpMessage({ topic: "/goals help", fault }, [
    "*Three commands do most of it*",
    "• `/goals`: what's left today, and where each goal stands",
    "• `/goals why calls`: the records behind a number, and those left out",
    "• `/sync`: brings every number up to date now",
    "*Also*",
    "• `/goals trend calls`: a chart against your pace",
    "• `/goals digest`: when your morning digest arrives · `/goals log`: who changed your goals",
    "• `/goals board`: the leaderboard, with your rank",
    ...(manages ? MANAGERS_COMMANDS : []),
    `*More on*: ${["why", "trend", "digest", ...(manages ? ["set", "team"] : [])].map((topic) => `\`/goals help ${topic}\``).join(" · ")} · \`/sync help\``,
    "The same numbers are in *Home*, at the top of this app.",
  ]);
}

const MANAGERS_COMMANDS = [
  "*For you as a manager*",
  "• `/goals team`, `/goals @rep`: how others are doing",
  "• `/goals set`: a form for a goal, or in words: `/goals set emails daily 20 @rep`",
];

/** How one part of `/goals` is used; `null` for the overview. */
export function helpOn(topic: HelpTopic | null, reader: { readonly manages?: boolean } = {}): Message {
  return topic === null ? goalsHelp(undefined, reader) : TOPICS[topic]();
}

/** How `/goals digest` is used. */
export function digestHelp(fault?: string): Message {
  return helpMessage({ topic: "/goals help digest", fault }, [
    "*`/goals digest`* says when your next morning digest arrives.",
    "• `/goals digest preview`: what it would say now, only for you",
    "• `/goals digest send`: sends it again after you confirm",
    "• `/goals digest snooze 3d`: none for the next three days; `/goals digest unsnooze` ends that",
    "• `/goals digest at 7:30am`: another time, your time; `/goals digest off` and `/goals digest on`",
  ]);
}

/** How goals are changed by words. */
export function goalEditHelp(fault?: string): Message {
  return helpMessage({ topic: "/goals help set", fault }, [
    "*`/goals set`* opens a form. Nothing changes until you confirm. Managers and admins only.",
    "• `/goals set emails daily 20 @rep`: from the first day, week or month that starts today or later; without `@rep` it's yours",
    "• `/goals set wholesale monthly $100,000 team from Dec 1`, also `100k`, `1.5k`, `next month`",
    "• `/goals set talk time weekly 10h @rep`, also `1h 30m`, `90 min`",
    "• `/goals archive calls weekly @rep`: ends a goal",
    METRIC_NAMES,
  ]);
}

/** How `/goals why` is used. */
export function whyHelp(fault?: string): Message {
  return helpMessage({ topic: "/goals help why", fault }, [
    "*`/goals why calls`* shows the records behind your number in the goal's period or this month, and those left out.",
    "• `/goals why emails yesterday`, also `today`, `this week`, `last week`, `this month`, `last month`, `7d`",
    "• `/goals why talk time Oct 5`, `/goals why wholesale Oct 1 - Oct 31`",
    METRIC_NAMES,
    "• `/goals why calls @rep`: someone else's; `/goals why calls team`, or a team's name: the parts of the team's; `/goals why calls unmatched`: what isn't credited to anyone; managers and admins only",
  ]);
}

/** How `/goals trend` is used. */
export function trendHelp(fault?: string): Message {
  return helpMessage({ topic: "/goals help trend", fault }, [
    "*`/goals trend`* draws your figures over time against your pace; alone, the two goals that are most behind.",
    "• `/goals trend calls`: the last 12 weeks; also `this week`, `last month`, `30 days`, `Oct 1 - Oct 31`",
    "• `/goals trend sales this month`",
    METRIC_NAMES,
    "• `/goals trend calls @rep`, `/goals trend calls team` or a team's name; managers and admins only",
  ]);
}

function teamHelp(): Message {
  return helpMessage({ topic: "/goals help team" }, [
    "*`/goals team`* shows everyone's goals. Managers and admins only.",
    "• `/goals @rep`: one person's goals",
    "• `/goals board`: the leaderboard of your team, or name one: `/goals board west`. Managers can post it where they are",
    "• `/goals log team`, `/goals log team west`, `/goals log @rep`: who changed which goal and when",
  ]);
}

const TOPICS: Readonly<Record<HelpTopic, () => Message>> = {
  why: whyHelp,
  trend: trendHelp,
  digest: digestHelp,
  set: goalEditHelp,
  team: teamHelp,
};

/** The lines; what was not understood is answered on one line, which says where they are. */
function helpMessage(
  { topic, fault }: { topic: string; fault?: string | undefined },
  lines: readonly string[],
): Message {
  return sectionMessage(fault === undefined ? lines.join("\n") : `${fault} More: \`${topic}\`.`);
}

const AND_THEN = "and I'll show what it would change before anything is written.";
const COMMANDS = [
  "Here's what I can do:",
  "• `/goals`: what's left today, and where each goal stands",
  "• `/goals why calls`: the records behind a number",
  "• `/sync`: brings every number up to date now",
  "• `/goals help`: everything else",
];
const FILES = `• Drop a CSV file of Fishbowl's orders here, ${AND_THEN}`;

/** Tells admins how to import orders. */
export const HOW_TO_IMPORT = `Import orders from Fishbowl: drop the CSV file into Messages, ${AND_THEN}`;

/** Answers a message in the DM that is no file. */
export function dmHelp({ imports }: { readonly imports: boolean }): Message {
  return sectionMessage([...COMMANDS, ...(imports ? [FILES] : [])].join("\n"));
}
