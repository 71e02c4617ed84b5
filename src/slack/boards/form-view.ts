import type { Button, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Board } from "../../digests/schedule/boards";
import { METRICS, type MetricType } from "../../metrics/metrics";
import { type LeaderboardSettings, MAX_TOP } from "../../teams/leaderboard-settings";
import type { ZoneDays } from "../../time/day";
import { WEEKDAY_NAMES, weekdayInWords } from "../../words/dates";
import { clockTimeWithZone, zoneInWords } from "../../words/times";
import { button, context, plainText, section } from "../ui/blocks";
import { field, form } from "../ui/modal";
import { foreign } from "../ui/text";
import { encodeBoardDraft } from "./payload";
import { boardInWords, boardName, restInWords, shownInWords } from "./settings-view";

/** The form of a board. */
export const BOARD_FORM = "board_form";
/** "Change" in it, beside days, places and ranking: the fields that few boards need. */
export const BOARD_MORE = "board_more";
/** "Back" below how it would look: the form again, with what was entered. */
export const BOARD_BACK = "board_back";
export const NO_SUCH_BOARD = "That team no longer exists.";

const SWITCH = [option("On", "on"), option("Off", "off")];
const ORDERS = [option("Result: calls, dollars, minutes", "value"), option("Percent of own goal", "share")];

/** How a board's form is opened. */
interface BoardFormOptions {
  /** The days of the company, in whose time zone times are entered. */
  readonly days: ZoneDays;
  /** When it's posted next as it is now; `null` where it is not. */
  readonly next: Date | null;
  /** Whether it has what most boards need alone, with the button to the rest. */
  readonly isShort?: boolean | undefined;
  /** How the board is now, where the fields begin with what was entered before. */
  readonly was?: LeaderboardSettings;
}

/**
 * The form of a team's board, below when it's posted next: where, when and what is posted; how it ranks, on which days, and whether at
 * all, on request, with how that is now.
 */
export function boardForm(
  { teamId, team, settings }: Board,
  { days: companyDays, next, isShort = false, was = settings }: BoardFormOptions,
): ModalView {
  const { on, channel, days, at, metrics, topN, by } = settings;
  const whether = field("on", {
    label: "Posting",
    element: { type: "radio_buttons", options: SWITCH, ...chosen(SWITCH, on ? "on" : "off") },
  });
  return form({
    callback: BOARD_FORM,
    title: "Leaderboard",
    submit: "Preview",
    metadata: encodeBoardDraft({ team: teamId, settings, was, ...(isShort && { isShort }) }),
    blocks: [
      section(`*${foreign(boardName(team))}*: ${nextPost(was, { next, days: companyDays })}`),
      // In the long form the ranking's own field says it, which may be changed there.
      ...(isShort ? [context(shownInWords(by))] : []),
      // Of one that is off that is the first question.
      ...(on ? [] : [whether]),
      channelField({ on, channel }),
      field("at", {
        label: "Time",
        hint: `${zoneInWords(companyDays.zone)}.`,
        element: { type: "timepicker", initial_time: at },
      }),
      ...(isShort
        ? [{ ...section(restInWords({ days, topN, by })), accessory: moreButton(teamId) }]
        : [daysField(days)]),
      metricsField(metrics ?? (channel === null ? USUAL_METRICS : null)),
      ...(isShort ? [] : [...rankFields({ topN, by }), ...(on ? [whether] : [])]),
    ],
  });
}

/** "next post *Thu, Oct 29, 8:00 AM PDT*", or why there is none. */
function nextPost(was: LeaderboardSettings, { next, days }: Pick<BoardFormOptions, "next" | "days">): string {
  if (next !== null) return `next post *${weekdayInWords(days.dayOf(next))}, ${clockTimeWithZone(next, days.zone)}*`;
  return was.on && was.channel !== null ? "no post in the next month" : boardInWords(was);
}

function channelField({ on, channel }: Pick<LeaderboardSettings, "on" | "channel">): KnownBlock {
  return field("channel", {
    label: "Channel",
    hint: "A private channel? Invite Paceline to it first.",
    element: {
      type: "conversations_select",
      filter: { include: ["public", "private"], exclude_bot_users: true },
      ...(channel === null ? {} : { initial_conversation: channel }),
    },
    // One that is off may have none yet.
    ...(on || channel !== null ? {} : { optional: true }),
  });
}

function daysField(days: LeaderboardSettings["days"]): KnownBlock {
  const weekdays = WEEKDAY_NAMES.map((name, index) => option(name, `${index + 1}`));
  return field("days", {
    label: "Days",
    hint: "Leave empty for workdays. Holidays are skipped.",
    element: {
      type: "multi_static_select",
      placeholder: plainText("Workdays"),
      options: weekdays,
      ...checked(weekdays, days?.map(String)),
    },
    optional: true,
  });
}

/** What a board is of that is set up for the first time, until somebody picks others. */
const USUAL_METRICS: readonly MetricType[] = ["new_sales_wholesale", "phone_call_quantity", "email_quantity"];

/** None are ticked of a board that shows all, those that are counted some day, too. */
function metricsField(metrics: LeaderboardSettings["metrics"]): KnownBlock {
  const kinds = METRICS.map(({ type, title }) => option(title, type));
  return field("metrics", {
    label: "Metrics",
    hint: "Pick one alone to post a chart.",
    element: {
      type: "multi_static_select",
      placeholder: plainText("All metrics, until you pick some"),
      options: kinds,
      ...checked(kinds, metrics),
    },
    optional: true,
  });
}

/** Opens the other fields, beside what they say now. */
function moreButton(teamId: string): Button {
  return button(BOARD_MORE, "Change", { value: teamId, accessibility_label: "Change days, places, ranking" });
}

function rankFields({ topN, by }: Pick<LeaderboardSettings, "topN" | "by">): readonly KnownBlock[] {
  const ranks = Array.from({ length: MAX_TOP }, (_, index) => option(`Top ${index + 1}`, `${index + 1}`));
  return [
    field("by", {
      label: "Ranked by",
      hint: "Targets are never shown. By percent, results aren't either, so nobody can work out a goal.",
      element: { type: "radio_buttons", options: ORDERS, ...chosen(ORDERS, by) },
    }),
    field("topN", {
      label: "Places shown",
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
