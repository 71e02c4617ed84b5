import { SOURCE_IDS, SOURCES } from "../../metrics/sources";
import type { Progress, StepState } from "../../sync/report";
import { context, type Message, section } from "../ui/blocks";

const SIGNS: Readonly<Record<StepState, string>> = {
  waiting: "⏸",
  running: "⏳",
  done: "✅",
  failed: "❌",
  off: "➖",
  untouched: "➖",
};
const SOURCE_WORDS: Readonly<Record<StepState, string>> = {
  waiting: "waiting",
  running: "reading",
  done: "done",
  failed: "failed",
  off: "off",
  untouched: "not in this sync",
};
const GOAL_WORDS: Readonly<Record<StepState, string>> = {
  ...SOURCE_WORDS,
  running: "updating",
};

/** `Copper ✅ · JustCall ⏳ · Fishbowl ⏳ · Goals ⏸`, and the same in words. `range`: "Sep 29 – Oct 28". */
export function syncProgressMessage(progress: Progress, range: string): Message {
  if (progress.elsewhere === true) return elsewhereMessage(range);
  const words = progressWords(progress);
  return {
    text: `Syncing ${range}: ${words}`,
    blocks: [section(`*Syncing ${range}*\n${progressLine(progress)}`), context(words)],
  };
}

function elsewhereMessage(range: string): Message {
  const words = "A sync of these days is already running elsewhere; its report follows.";
  return { text: `Syncing ${range}: ${words}`, blocks: [section(`*Syncing ${range}*`), context(words)] };
}

/**
 * "Copper ✅ · JustCall ⏳ · Fishbowl ⏳ · Goals ⏸"; where a vendor's limit binds, below "Newest 3 days ✅ · Older days ⏳".
 */
export function progressLine(progress: Progress): string {
  const sources = SOURCE_IDS.map((source) => `${SOURCES[source].title} ${SIGNS[progress[source]]}`);
  const line = [...sources, `Goals ${SIGNS[progress.goals]}`].join(" · ");
  const { newest } = progress;
  if (newest === undefined) return line;
  const older = newest.state === "running" ? "waiting" : "running";
  return `Newest ${newest.days} days ${SIGNS[newest.state]} · Older days ${SIGNS[older]}\n${line}`;
}

function progressWords(progress: Progress): string {
  const sources = SOURCE_IDS.map((source) => `${SOURCES[source].title}: ${SOURCE_WORDS[progress[source]]}`);
  const words = [...sources, `Goals: ${GOAL_WORDS[progress.goals]}`].join(", ");
  return progress.newest === undefined
    ? words
    : `${words}. ${NEWEST_WORDS[progress.newest.state](progress.newest.days)}`;
}

const NEWEST_WORDS: Readonly<Record<NonNullable<Progress["newest"]>["state"], (days: number) => string>> = {
  running: (days) => `The newest ${days} days come first, then older ones`,
  done: (days) => `Figures of the newest ${days} days are up to date; older days follow`,
};
