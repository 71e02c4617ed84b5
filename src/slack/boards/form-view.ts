import type { KnownBlock, ModalView, PlainTextOption, StaticSelect } from "@slack/types";
import type { Board } from "../../digests/schedule/boards";
import { METRICS, type MetricType } from "../../metrics/metrics";
import { type LeaderboardSettings, MAX_TOP } from "../../teams/leaderboard-settings";
import type { ZoneDays } from "../../time/day";
import { WEEKDAY_NAMES, weekdayInWords } from "../../words/dates";
import { clockTimeWithZone, zonePlace } from "../../words/times";
import { context, plainText, section } from "../ui/blocks";
import { field, form } from "../ui/modal";
import { foreign } from "../ui/text";
import { encodeBoardDraft } from "./payload";
import { boardInWords, boardName, shownInWords } from "./settings-view";

/** The form of a board. */
export const BOARD_FORM = "board_form";
export const NO_SUCH_BOARD = "That team no longer exists.";

const SWITCH = [option("On", "on"), option("Off", "off")];
const ORDERS = [option("Result", "value"), option("Percent of own goal", "share")];

/** How a board's form is opened. */
interface BoardFormOptions {
  /** The days of the company, in whose time zone times are entered. */
  readonly days: ZoneDays;
  /** When it's posted next as it is now; `null` where it is not. */
  readonly next: Date | null;
}

/** The form of a team's board, below when it's posted next: where, when and what is posted, how it ranks, and whether at all. */
export function boardForm({ teamId, team, settings }: Board, { days: companyDays, next }: BoardFormOptions): ModalView {
  const { on, channel, days, at, metrics, by } = settings;
  const posting = field("on", { label: "Posting", element: menu(SWITCH, on ? "on" : "off") });
  return form({
    callback: BOARD_FORM,
    title: "Leaderboard",
    submit: "Preview",
    metadata: encodeBoardDraft({ team: teamId, settings, was: settings }),
    blocks: [
      section(`*${foreign(boardName(team))}*: ${nextPost(settings, { next, days: companyDays })}`),
      context(shownInWords(by)),
      // Of one that is off that is the first question.
      ...(on ? [] : [posting]),
      channelField({ on, channel }),
      field("at", {
        label: `Time (${zonePlace(companyDays.zone)})`,
        element: { type: "timepicker", initial_time: at },
      }),
      daysField(days),
      metricsField(metrics ?? (channel === null ? USUAL_METRICS : null)),
      ...rankFields(settings),
      ...(on ? [posting] : []),
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
    hint: "Leave empty for every workday. Holidays are skipped.",
    element: {
      type: "multi_static_select",
      placeholder: plainText("Every workday"),
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
    hint: "Leave empty for all. Pick one, and it's a chart where three or more people are on it.",
    element: {
      type: "multi_static_select",
      placeholder: plainText("All metrics"),
      options: kinds,
      ...checked(kinds, metrics),
    },
    optional: true,
  });
}

function rankFields({ topN, by }: Pick<LeaderboardSettings, "topN" | "by">): readonly KnownBlock[] {
  const ranks = Array.from({ length: MAX_TOP }, (_, index) => option(`Top ${index + 1}`, `${index + 1}`));
  return [
    field("by", {
      label: "Ranked by",
      hint: "Percent shows people's share of their own goal instead of results. Rank all boards of the same people the same way: both together tell goals.",
      element: menu(ORDERS, by),
    }),
    field("topN", { label: "Places shown", element: menu(ranks, `${topN}`) }),
  ];
}

function option(text: string, value: string): PlainTextOption {
  return { text: plainText(text), value };
}

function menu(options: PlainTextOption[], value: string): StaticSelect {
  const initial = options.find((one) => one.value === value);
  return { type: "static_select", options, ...(initial !== undefined && { initial_option: initial }) };
}

function checked(options: PlainTextOption[], values: readonly string[] | null | undefined) {
  const initial = options.filter(({ value }) => value !== undefined && values?.includes(value));
  return initial.length === 0 ? {} : { initial_options: initial };
}
