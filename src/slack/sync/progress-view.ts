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
  running: "being read",
  done: "done",
  failed: "failed",
  off: "switched off",
  untouched: "not part of this sync",
};
const GOAL_WORDS: Readonly<Record<StepState, string>> = {
  ...SOURCE_WORDS,
  waiting: "after the sources",
  running: "being updated",
};

/** `Copper ✅ · JustCall ⏳ · Fishbowl ⏳ · Goals ⏸`, and the same in words. `range`: "29 Sep – 28 Oct". */
export function syncProgressMessage(progress: Progress, range: string): Message {
  if (progress.elsewhere === true) return elsewhereMessage(range);
  const words = progressWords(progress);
  return {
    text: `Syncing ${range}: ${words}`,
    blocks: [section(`*Syncing ${range}*\n${progressLine(progress)}`), context(words)],
  };
}

function elsewhereMessage(range: string): Message {
  const words = "A sync of these days is running in another process of Paceline; its report follows.";
  return { text: `Syncing ${range}: ${words}`, blocks: [section(`*Syncing ${range}*`), context(words)] };
}

/** "Copper ✅ · JustCall ⏳ · Fishbowl ⏳ · Goals ⏸". */
export function progressLine(progress: Progress): string {
  const sources = SOURCE_IDS.map((source) => `${SOURCES[source].title} ${SIGNS[progress[source]]}`);
  return [...sources, `Goals ${SIGNS[progress.goals]}`].join(" · ");
}

function progressWords(progress: Progress): string {
  const sources = SOURCE_IDS.map((source) => `${SOURCES[source].title} ${SOURCE_WORDS[progress[source]]}`);
  return [...sources, `Goals ${GOAL_WORDS[progress.goals]}`].join(", ");
}
