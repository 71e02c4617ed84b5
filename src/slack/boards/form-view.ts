import type { ModalView, PlainTextOption } from "@slack/types";
import type { Board } from "../../digests/schedule/boards";
import { METRICS } from "../../metrics/metrics";
import { type LeaderboardSettings, MAX_TOP } from "../../teams/leaderboard-settings";
import { WEEKDAY_NAMES } from "../../words/dates";
import { timeInWords } from "../../words/times";
import type { BoardPreview } from "../deps";
import { context, DIVIDER, plainText, section } from "../ui/blocks";
import { field, form } from "../ui/modal";
import { foreign } from "../ui/text";
import { type BoardDraft, encodeBoardDraft } from "./payload";
import { boardName, daysInList, metricsInWords, rankedInWords } from "./settings-view";

/** The form of a board, and the modal that shows how it would look before it is saved. */
export const BOARD_FORM = "board_form";
export const BOARD_CHECK = "board_check";
export const NO_SUCH_BOARD = "That team no longer exists.";

const SWITCH = [option("Posted", "on"), option("Off", "off")];
const ORDERS = [option("Result: calls, dollars, minutes", "value"), option("Percent of own goal", "share")];

/** The form of a team's board; times are those of the company's zone. */
export function boardForm({ teamId, team, settings }: Board, zone: string): ModalView {
  const { on, channel, days, at, metrics, topN, by } = settings;
  const weekdays = WEEKDAY_NAMES.map((name, index) => option(name, `${index + 1}`));
  const kinds = METRICS.map(({ type, title }) => option(title, type));
  const ranks = Array.from({ length: MAX_TOP }, (_, index) => option(`Top ${index + 1}`, `${index + 1}`));
  return form({
    callback: BOARD_FORM,
    title: "Leaderboard",
    submit: "Preview",
    metadata: encodeBoardDraft({ team: teamId, settings, was: settings }),
    blocks: [
      context(`*${foreign(boardName(team))}*: names and results only, never targets.`),
      field("on", {
        label: "Post it",
        element: { type: "radio_buttons", options: SWITCH, ...chosen(SWITCH, on ? "on" : "off") },
      }),
      field("channel", {
        label: "Channel",
        hint: "Paceline joins public channels. Invite it to a private one.",
        element: {
          type: "conversations_select",
          filter: { include: ["public", "private"], exclude_bot_users: true },
          ...(channel === null ? {} : { initial_conversation: channel }),
        },
        optional: true,
      }),
      field("days", {
        label: "Days",
        hint: "Leave all blank for the team's workdays. Never on its holidays.",
        element: { type: "multi_static_select", options: weekdays, ...checked(weekdays, days?.map(String)) },
        optional: true,
      }),
      field("at", { label: "Time", hint: `Time zone: ${zone}`, element: { type: "timepicker", initial_time: at } }),
      field("metrics", {
        label: "Metrics",
        hint: "Leave blank for all that have figures. One alone comes with a bar chart.",
        element: { type: "multi_static_select", options: kinds, ...checked(kinds, metrics) },
        optional: true,
      }),
      field("topN", {
        label: "Ranks shown",
        element: { type: "static_select", options: ranks, ...chosen(ranks, `${topN}`) },
      }),
      field("by", { label: "Ranked by", element: { type: "radio_buttons", options: ORDERS, ...chosen(ORDERS, by) } }),
    ],
  });
}

/** What a change of a board does, and how the board would look now. */
export function boardCheck({
  draft,
  team,
  preview,
}: {
  readonly draft: BoardDraft;
  readonly team: Board["team"];
  readonly preview: BoardPreview;
}): ModalView {
  const lines = [...changes(draft.settings, draft.was), ...(goesOutNow(draft, preview) ? [NOW] : [])];
  return form({
    callback: BOARD_CHECK,
    title: "Preview and save",
    metadata: encodeBoardDraft(draft),
    blocks: [
      section([`*${foreign(boardName(team))}*`, ...lines].join("\n")),
      DIVIDER,
      context(`Preview with the figures so far.${draft.settings.metrics?.length === 1 ? DRAWN : ""}`),
      ...preview.blocks,
    ],
  });
}

const DRAWN = " In the channel, the bars are a chart.";
const NOW = "• Today's goes out there within a few minutes, unless it was already posted there.";

/** Whether a board that is due today may not have been posted where and when it is now. */
function goesOutNow({ settings, was }: BoardDraft, { isDue }: BoardPreview): boolean {
  const when = ({ days, at }: LeaderboardSettings) => `${daysInList(days)} ${at}`;
  return isDue && (!was.on || was.channel !== settings.channel || when(was) !== when(settings));
}

function changes(now: LeaderboardSettings, was: LeaderboardSettings): readonly string[] {
  return [
    ...switchLines(now.on, was.on),
    ...channelLines(now.channel, was.channel),
    ...differing(now, was, ({ days, at }) => `• Posted ${daysInList(days)} at ${timeInWords(at)}`),
    ...differing(now, was, ({ metrics }) => `• Shows ${metricsInWords(metrics)}`),
    ...differing(now, was, ({ topN }) => `• Shows the top ${topN}`),
    ...differing(now, was, ({ by }) => `• Ranks ${rankedInWords(by)}`),
  ];
}

const OFF =
  "• :warning: Turned off: nothing is posted from now on, also not today. `/goals board` still shows it, and what was posted stays.";

function switchLines(now: boolean, was: boolean): readonly string[] {
  if (now) return was ? [] : ["• Posted again"];
  return [was ? OFF : "• Stays off: nothing is posted"];
}

function channelLines(now: string | null, was: string | null): readonly string[] {
  if (now === was) return [];
  if (now === null) return ["• No channel any more"];
  if (was === null) return [`• Posted in <#${now}>`];
  return [`• :warning: Moves from <#${was}> to <#${now}>. What was posted in <#${was}> stays there.`];
}

/** A line where the two differ in it. */
function differing(
  now: LeaderboardSettings,
  was: LeaderboardSettings,
  words: (settings: LeaderboardSettings) => string,
): readonly string[] {
  return words(now) === words(was) ? [] : [words(now)];
}

function option(text: string, value: string): PlainTextOption {
  return { text: plainText(text), value };
}

function chosen(options: readonly PlainTextOption[], value: string) {
  const initial = options.find((one) => one.value === value);
  return initial === undefined ? {} : { initial_option: initial };
}

function checked(options: PlainTextOption[], values: readonly string[] | null | undefined) {
  const initial = options.filter(({ value }) => value !== undefined && values?.includes(value));
  return initial.length === 0 ? {} : { initial_options: initial };
}
