import { METRICS } from "../../metrics/metrics";
import { actions, type Message, section, sectionMessage } from "./blocks";
import { runButton } from "./run-button";

const METRIC_NAMES = `Metrics: ${METRICS.map(({ name }) => name).join(", ")}`;

/** What help there is on `/goals` besides the overview. */
export type HelpTopic = "more" | "why" | "trend" | "digest" | "set" | "team";

/** What was meant by what was not understood, as it would be typed behind `/goals`: a button runs it. */
interface Meant {
  readonly near?: string | null;
}

/** Who reads help: whether they manage people, and whether they administer Paceline. */
export interface HelpReader {
  readonly manages?: boolean;
  readonly administers?: boolean;
}

/** How `/goals` is used, in a few lines: what it is for, a rep's three commands, and what is for whoever manages people. */
export function goalsHelp(fault?: string, { near, ...reader }: Meant & HelpReader = {}): Message {
  return helpMessage({ topic: "/goals help", fault, near }, [DAILY_COMMANDS, ...theirCommands(reader), SAME_NUMBERS]);
}

/** All commands: those of the short help, and below a rep's three their others. */
function moreHelp(reader: HelpReader): Message {
  const parts = [DAILY_COMMANDS, OTHER_COMMANDS, ...theirCommands(reader), SAME_NUMBERS];
  return helpMessage({ topic: "/goals help more" }, parts);
}

const DAILY_COMMANDS = [
  "*Ask me what's left today, and why.*",
  "• `/goals`: what's left today, goal by goal",
  "• `/goals why calls`: which calls count",
  "• `/sync`: the newest numbers",
];
const OTHER_COMMANDS = [
  "*More commands*",
  "• `/goals trend calls`: a chart with your pace",
  "• `/goals last month`: goals reached and missed",
  "• `/goals board`: leaderboard, your place",
  "• `/goals digest`: your morning digest, to snooze or turn off",
  "• `/goals log`: who changed your goals",
];
const SAME_NUMBERS = ["*Home*, in this app, has the same numbers."];

function theirCommands({ manages = false, administers = false }: HelpReader): readonly (readonly string[])[] {
  const theirs = [...(manages ? MANAGERS_COMMANDS : []), ...(administers ? ADMINS_COMMANDS : [])];
  return theirs.length === 0 ? [] : [[`*For ${administers ? "managers and admins" : "managers"}*`, ...theirs]];
}

const MANAGERS_COMMANDS = [
  "• `/goals team`: who's behind, and on what",
  "• `/goals @rep`: one person's goals",
  "• `/goals set`: sets or changes a goal",
];
const ADMINS_COMMANDS = [
  "• `/goals deliveries`: which messages went out",
  "• Drop Fishbowl's orders as a CSV in our DM to import them",
];

/** How one part of `/goals` is used; `null` for the overview. */
export function helpOn(topic: HelpTopic | null, reader: HelpReader = {}): Message {
  return topic === null ? goalsHelp(undefined, reader) : TOPICS[topic](reader);
}

/** How `/goals digest` is used. */
export function digestHelp(fault?: string, { near }: Meant = {}): Message {
  return helpMessage({ topic: "/goals help digest", fault, near }, [
    [
      "*Your morning digest*",
      "• `/goals digest`: when the next one arrives",
      "• `/goals digest preview`: what it would say now, only for you",
      "• `/goals digest send`: sends it again after you confirm",
      "• `/goals digest at 7:30am`: another time, your time",
    ],
    [
      "*Snooze it or turn it off*, as *Snooze* below it and Home > *Settings* do",
      "• `/goals digest snooze 3d`: none for the next three days",
      "• `/goals digest unsnooze`: ends a snooze",
      "• `/goals digest off`: turns it off",
      "• `/goals digest on`: turns it on again",
    ],
  ]);
}

/** How goals are changed by words. */
export function goalEditHelp(fault?: string): Message {
  return helpMessage({ topic: "/goals help set", fault }, [
    [
      "*Setting goals* is for managers and admins. Nothing changes until you confirm.",
      "• `/goals set`: opens a form",
      "• `/goals set emails daily 20 @rep`: starts today or with the next week or month; without a name it's yours",
      "• `/goals set wholesale monthly 100k team`: one goal for the whole team",
      "• `/goals set calls weekly 60 from Dec 1`: or from next month",
      "• `/goals archive calls weekly @rep`: ends a goal",
    ],
    ["Targets: 400, $100,000, 1.5k, 10h, 1h 30m, 90 min", METRIC_NAMES],
  ]);
}

/** How `/goals why` is used. */
export function whyHelp(fault?: string, { near }: Meant = {}): Message {
  return helpMessage({ topic: "/goals help why", fault, near }, [
    [
      "*Why?* shows the records behind a number, and what doesn't count.",
      "• `/goals why calls`: this goal's period, or this month",
      "• `/goals why emails yesterday`: or today, this week, last week, this month, last month",
      "• `/goals why talk time 7d`: the last seven days",
      "• `/goals why wholesale Oct 1 - Oct 31`: those days, both included",
      METRIC_NAMES,
    ],
    [
      "*For managers and admins*",
      "• `/goals why calls @rep`: someone else's",
      "• `/goals why calls team`: a team's, by person; or the team's name",
      "• `/goals why calls unmatched`: what isn't credited to anyone",
    ],
  ]);
}

/** How `/goals trend` is used. */
export function trendHelp(fault?: string, { near }: Meant = {}): Message {
  return helpMessage({ topic: "/goals help trend", fault, near }, [
    [
      "*Trends* chart your figures against your pace.",
      "• `/goals trend`: the two goals you're most behind on",
      "• `/goals trend calls`: the last 12 weeks",
      "• `/goals trend sales this month`: or this week, last month, 30 days",
      "• `/goals trend calls Oct 1 - Oct 31`: those days, both included",
      METRIC_NAMES,
    ],
    [
      "*For managers and admins*",
      "• `/goals trend calls @rep`: someone else's",
      "• `/goals trend calls team`: a team's; or the team's name",
    ],
  ]);
}

function teamHelp(): Message {
  return helpMessage({ topic: "/goals help team" }, [
    [
      "*Your team* is for managers and admins.",
      "• `/goals team`: everyone's goals, most behind first",
      "• `/goals @rep`: one person's goals",
      "• `/goals board`: your team's leaderboard, which you can post",
      "• `/goals board west`: another team's",
      "• `/goals log team`: who changed the team's goals",
      "• `/goals log @rep`: who changed one person's goals",
    ],
  ]);
}

const TOPICS: Readonly<Record<HelpTopic, (reader: HelpReader) => Message>> = {
  more: moreHelp,
  why: () => whyHelp(),
  trend: () => trendHelp(),
  digest: () => digestHelp(),
  set: () => goalEditHelp(),
  team: teamHelp,
};

/**
 * Help by topic, a block each, one command a line; what was not understood is answered on one line, which says where help is, with a
 * button that runs what was meant.
 */
export function helpMessage(
  { topic, fault, near = null }: Meant & { topic: string; fault?: string | undefined },
  parts: readonly (readonly string[])[],
): Message {
  if (fault !== undefined) {
    const said = sectionMessage(`${fault} More: \`${topic}\`.`);
    const run = near === null ? null : runButton(near);
    return run === null ? said : { ...said, blocks: [...said.blocks, actions([run])] };
  }
  return {
    text: parts.map((lines) => lines.join("\n")).join("\n"),
    blocks: parts.map((lines) => section(lines.join("\n"))),
  };
}
