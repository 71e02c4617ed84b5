import type { Button, KnownBlock } from "@slack/types";
import { actions, button, type Message } from "../ui/blocks";
import { GOALS_MINE, GOALS_MORE, GOALS_OTHERS, GOALS_RUN, HELP_MORE, myGoalsButton, runButton } from "../ui/run-button";
import { SYNC_NOW } from "../ui/sync-button";

interface Reader {
  readonly manages: boolean;
}

/** Help on `/goals` with the commands of each day as buttons below them, a manager's team among them, last what opens the others. */
export function withGoalsButtons(message: Message, reader: Reader): Message {
  const [daily, ...others] = message.blocks;
  if (daily === undefined) return message;
  const row = [...dailyButtons(reader), ...buttonOf(HELP_MORE, GOALS_MORE)];
  return { ...message, blocks: [daily, actions(row), ...others] };
}

/** All commands of `/goals` with the same buttons, and below the others how each part of it works. */
export function withTopicButtons(message: Message, reader: Reader): Message {
  const [daily, more, ...others] = message.blocks;
  if (daily === undefined || more === undefined) return message;
  const topics = [topicRow(["help why", "help trend", "help digest"])];
  const theirs = reader.manages ? [topicRow(["help set", "help team"])] : [];
  return { ...message, blocks: [daily, actions([...dailyButtons(reader)]), more, ...topics, ...others, ...theirs] };
}

function dailyButtons({ manages }: Reader): readonly Button[] {
  const team = manages ? buttonOf("team", GOALS_OTHERS) : [];
  return [myGoalsButton(), ...buttonOf("why calls", GOALS_RUN), button(SYNC_NOW, "Sync now"), ...team];
}

/** Slack takes no id twice in a row. */
const IDS = [GOALS_RUN, GOALS_MINE, GOALS_OTHERS];

function topicRow(topics: readonly string[]): KnownBlock {
  return actions(topics.flatMap((words, at) => buttonOf(words, IDS[at] ?? GOALS_RUN)));
}

function buttonOf(words: string, id: string): readonly Button[] {
  const run = runButton(words);
  return run === null ? [] : [{ ...run, action_id: id }];
}

/** Help on `/sync` with, right below its days, a button that syncs these days, as they would be typed, or the last 30: "Sync last week". */
export function withSyncButton(message: Message, days?: string): Message {
  const sync =
    days === undefined
      ? button(SYNC_NOW, "Sync now", { style: "primary" })
      : button(SYNC_NOW, `Sync ${days}`, { value: days });
  const [first, ...others] = message.blocks;
  return { ...message, blocks: [...(first === undefined ? [] : [first]), actions([sync]), ...others] };
}
