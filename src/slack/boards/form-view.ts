import type { ModalView, PlainTextOption } from "@slack/types";
import type { Board } from "../../digests/schedule/boards";
import { METRICS } from "../../metrics/metrics";
import { type LeaderboardSettings, MAX_TOP } from "../../teams/leaderboard-settings";
import type { ZoneDays } from "../../time/day";
import { WEEKDAY_NAMES, weekdayInWords } from "../../words/dates";
import { clockTimeWithZone, timeInWords } from "../../words/times";
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
        hint: "Needed to post it. Paceline joins public channels. Invite it to a private one.",
        element: {
          type: "conversations_select",
          filter: { include: ["public", "private"], exclude_bot_users: true },
          ...(channel === null ? {} : { initial_conversation: channel }),
        },
        // One that is off may have none yet.
        ...(channel === null ? { optional: true } : {}),
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

/** Says where and when a board is posted and what changes of it, and shows how it would look now. */
export function boardCheck({
  draft,
  team,
  preview,
  days,
}: {
  readonly draft: BoardDraft;
  readonly team: Board["team"];
  readonly preview: BoardPreview;
  readonly days: ZoneDays;
}): ModalView {
  const { settings, was } = draft;
  const lines = [
    ...postedInWords(settings, { next: preview.next, days }),
    ...changes({ now: settings, was }),
    ...(goesOutNow(draft, preview) ? [NOW] : []),
  ];
  return form({
    callback: BOARD_CHECK,
    title: "Preview and save",
    metadata: encodeBoardDraft(draft),
    blocks: [
      section([`*${foreign(boardName(team))}*`, ...lines].join("\n")),
      DIVIDER,
      context(`This is how it looks with the figures so far.${draft.settings.metrics?.length === 1 ? DRAWN : ""}`),
      ...preview.blocks,
    ],
  });
}

const DRAWN = " In the channel, the bars are a chart.";
const NOW = "• Today's goes out there within a few minutes, unless it was already posted there.";

/** "Posts in <#C01> on workdays at 8:00 AM EDT. Next: Thu, Oct 29."; nothing where it is off. */
function postedInWords(
  { on, channel, days: chosen, at }: LeaderboardSettings,
  { next, days }: { readonly next: Date | null; readonly days: ZoneDays },
): readonly string[] {
  if (!on || channel === null) return [];
  const time = next === null ? timeInWords(at) : clockTimeWithZone(next, days.zone);
  const then = next === null ? "No day of the next month is one." : `Next: *${weekdayInWords(days.dayOf(next))}*.`;
  return [`Posts in <#${channel}> ${daysInList(chosen)} at *${time}*. ${then}`];
}

/** Whether a board that is due today may not have been posted where and when it is now. */
function goesOutNow({ settings, was }: BoardDraft, { isDue }: BoardPreview): boolean {
  const when = ({ days, at }: LeaderboardSettings) => `${daysInList(days)} ${at}`;
  return isDue && (!was.on || was.channel !== settings.channel || when(was) !== when(settings));
}

function changes(both: Change): readonly string[] {
  const { now, was } = both;
  return [
    ...switchLines(now.on, was.on),
    ...channelLines(now.channel, was.channel),
    ...differing(both, { lead: "Posted", words: ({ days, at }) => `${daysInList(days)} at ${timeInWords(at)}` }),
    ...differing(both, { lead: "Shows", words: ({ metrics }) => metricsInWords(metrics) }),
    ...differing(both, { lead: "Shows", words: ({ topN }) => `the top ${topN}` }),
    ...differing(both, { lead: "Ranks", words: ({ by }) => rankedInWords(by) }),
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
  if (now === null) return ["• No channel anymore"];
  // Where it is posted stands above.
  if (was === null) return [];
  return [`• :warning: Moves from <#${was}> to <#${now}>. What was posted in <#${was}> stays there.`];
}

/** What a line begins with, and what it says of settings. */
interface Wording {
  readonly lead: string;
  readonly words: (settings: LeaderboardSettings) => string;
}

interface Change {
  readonly now: LeaderboardSettings;
  readonly was: LeaderboardSettings;
}

/** A line where the two differ in it, with what it was before: "• Shows calls (was: all metrics)". */
function differing({ now, was }: Change, { lead, words }: Wording): readonly string[] {
  return words(now) === words(was) ? [] : [`• ${lead} ${words(now)} (was: ${words(was)})`];
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
