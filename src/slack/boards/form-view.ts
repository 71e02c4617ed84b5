import type { KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Board } from "../../digests/schedule/boards";
import { METRICS } from "../../metrics/metrics";
import { type LeaderboardSettings, MAX_TOP } from "../../teams/leaderboard-settings";
import { WEEKDAY_NAMES } from "../../words/dates";
import { context, header, plainText } from "../ui/blocks";
import { field, form } from "../ui/modal";
import { foreign } from "../ui/text";
import { encodeBoardDraft } from "./payload";
import { boardName } from "./settings-view";

/** The form of a board. */
export const BOARD_FORM = "board_form";
export const NO_SUCH_BOARD = "That team no longer exists.";

const SWITCH = [option("On", "on"), option("Off", "off")];
const ORDERS = [option("Result: calls, dollars, minutes", "value"), option("Percent of own goal", "share")];

/** The form of a team's board: where, when and what is posted, and whether it is; times are those of the company's zone. */
export function boardForm({ teamId, team, settings }: Board, zone: string): ModalView {
  const { on, channel, days, at, metrics, topN, by } = settings;
  return form({
    callback: BOARD_FORM,
    title: "Leaderboard",
    submit: "Preview",
    metadata: encodeBoardDraft({ team: teamId, settings, was: settings }),
    blocks: [
      context(`*${foreign(boardName(team))}*: names and results only, never targets.`),
      field("on", {
        label: "Posting",
        element: { type: "radio_buttons", options: SWITCH, ...chosen(SWITCH, on ? "on" : "off") },
      }),
      ...whereFields(channel),
      ...whenFields({ days, at }, zone),
      ...whatFields({ metrics, topN, by }),
    ],
  });
}

function whereFields(channel: string | null): readonly KnownBlock[] {
  return [
    header("Where"),
    field("channel", {
      label: "Channel",
      hint: "A private channel? Invite Paceline to it first.",
      element: {
        type: "conversations_select",
        filter: { include: ["public", "private"], exclude_bot_users: true },
        ...(channel === null ? {} : { initial_conversation: channel }),
      },
      // One that is off may have none yet.
      ...(channel === null ? { optional: true } : {}),
    }),
  ];
}

function whenFields({ days, at }: Pick<LeaderboardSettings, "days" | "at">, zone: string): readonly KnownBlock[] {
  const weekdays = WEEKDAY_NAMES.map((name, index) => option(name, `${index + 1}`));
  return [
    header("When"),
    field("days", {
      label: "Days",
      hint: "Holidays are skipped.",
      element: {
        type: "multi_static_select",
        placeholder: plainText("Default: the team's workdays"),
        options: weekdays,
        ...checked(weekdays, days?.map(String)),
      },
      optional: true,
    }),
    field("at", { label: "Time", hint: `${placeOf(zone)} time.`, element: { type: "timepicker", initial_time: at } }),
  ];
}

/** "Los Angeles" of "America/Los_Angeles". */
function placeOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function whatFields({
  metrics,
  topN,
  by,
}: Pick<LeaderboardSettings, "metrics" | "topN" | "by">): readonly KnownBlock[] {
  const kinds = METRICS.map(({ type, title }) => option(title, type));
  const ranks = Array.from({ length: MAX_TOP }, (_, index) => option(`Top ${index + 1}`, `${index + 1}`));
  return [
    header("What"),
    field("metrics", {
      label: "Metrics",
      hint: "One alone gets a chart.",
      element: {
        type: "multi_static_select",
        placeholder: plainText("Default: all metrics with results"),
        options: kinds,
        ...checked(kinds, metrics),
      },
      optional: true,
    }),
    field("by", { label: "Ranked by", element: { type: "radio_buttons", options: ORDERS, ...chosen(ORDERS, by) } }),
    field("topN", {
      label: "Ranks shown",
      element: { type: "static_select", options: ranks, ...chosen(ranks, `${topN}`) },
    }),
  ];
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
