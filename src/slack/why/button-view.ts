import type { ActionsBlock, Button, StaticSelect } from "@slack/types";
import type { Period } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { PERIODS } from "../../goals/range-sums";
import type { Trend } from "../../goals/trends/trends";
import { isMetricType, METRICS, type MetricType } from "../../metrics/metrics";
import { type Day, type DayRange, day } from "../../time/day";
import type { Why } from "../../why/why";
import { button, plainText } from "../ui/blocks";
import { pageButtons } from "../ui/pagination";
import { capitalized, metricNoun, plainForeign } from "../ui/text";

/** "Why?" beside a goal, and the buttons between the pages of its answer. */
export const WHY_GOAL = "why_goal";
/** The menu of figures to ask of. */
export const WHY_PICK = "why_pick";
export const WHY_PREVIOUS = "why_previous";
export const WHY_NEXT = "why_next";
export const WHY_LEFT_OUT = "why_left_out";
/** "Export CSV": the records as a file. */
export const WHY_EXPORT = "why_export";

/**
 * "Why?" for the days of a goal, or of a trend, as they are shown beside it, even if it is pressed later; beside a sum of
 * individual goals it asks of those who have one alone.
 */
export function whyButton(
  { type, title, from, to, origin, period }: Pick<GoalLine, "type" | "title" | "from" | "to"> & Partial<AskedOf>,
  whose = "me",
): Button {
  const sum = origin === "sum" && period !== null ? period : undefined;
  const value = encodeWhyQuestion({ whose, type, range: { from, to }, page: 0, sum });
  return button(WHY_GOAL, "Why?", { value, accessibility_label: `Why this number? ${plainForeign(title, 40)}` });
}

/** "Why? calls": the same as one of several in a row. */
export function metricWhyButton(goal: Parameters<typeof whyButton>[0], whose = "me"): Button {
  const label = plainText(`Why? ${metricNoun(goal.type, 0)}`);
  return { ...whyButton(goal, whose), action_id: metricWhyId(goal.type), text: label };
}

/** Asks the same in one menu of several metrics, where a row of buttons would be long; one goal at least. */
export function metricWhyPicker(goals: readonly AskedFigure[], whose = "me"): StaticSelect {
  // Goals of one metric for the same days are one question, and a value is in a menu once.
  const byValue = new Map(
    goals.map((goal) => [whyButton(goal, whose).value ?? "", capitalized(metricNoun(goal.type, 0))]),
  );
  const options = [...byValue].map(([value, text]) => ({ text: plainText(text), value }));
  return { type: "static_select", action_id: WHY_PICK, placeholder: plainText("Why this number?"), options };
}

/** A figure beside which is asked why. */
type AskedFigure = Parameters<typeof whyButton>[0];

/** Slack takes no id twice in a row of buttons. */
function metricWhyId(type: MetricType): string {
  return `why_${type}`;
}

/** The ids of the buttons that ask of one metric in a row of several. */
export const WHY_METRICS: readonly string[] = METRICS.map(({ type }) => metricWhyId(type));

/** Names whose goal a figure stands beside, and its period. */
type AskedOf = Pick<Trend, "origin" | "period">;

/** A team as the subject of a question, by its id: `team:west`. */
export function encodeTeamSubject(teamId: string): string {
  return `team:${teamId}`;
}

/** The id of the team that a question is about; `null` where it is about a person or nobody. */
export function decodeTeamSubject(whose: string): string | null {
  return whose.startsWith("team:") ? whose.slice("team:".length) : null;
}

/** The buttons from this page to others, and behind them the one that sends all records where there are any; nothing where there is none of them. */
export function whyPageButtons(why: Why): readonly ActionsBlock[] {
  const { userId, type, range, page, pages, leftOutPage, counting, reasons } = why;
  const whose = userId ?? "nobody";
  const value = (target: number) => encodeWhyQuestion({ whose, type, range, page: target });
  const leftOut =
    leftOutPage !== null && leftOutPage > page + 1
      ? [button(WHY_LEFT_OUT, "See what doesn't count", { value: value(leftOutPage) })]
      : [];
  const sent = counting + reasons.length === 0 ? [] : [whyExportButton({ whose, type, range })];
  return pageButtons({ page, pages, previous: WHY_PREVIOUS, next: WHY_NEXT, value, more: [...leftOut, ...sent] });
}

/** The button that sends what a figure is made of as a file. */
export function whyExportButton(question: Omit<WhyQuestion, "page">): Button {
  const value = encodeWhyQuestion({ ...question, page: 0 });
  return button(WHY_EXPORT, "Export CSV", { value, accessibility_label: "Export these records as a CSV file" });
}

/** The question "Why this number?", as a button carries it. */
export interface WhyQuestion {
  /** A Slack id, `me`, `nobody`, or `team:` with a team's id. */
  readonly whose: string;
  readonly type: MetricType;
  readonly range: DayRange;
  /** From 0 on. */
  readonly page: number;
  /** Set where a team's figure is a sum of individual goals of this period: only who has one counts. */
  readonly sum?: Period | undefined;
}

/** A question as the value of a button: `phone_call_quantity me 2026-10-26 2026-11-01 0`, of a sum with ` sum:weekly` behind it. */
export function encodeWhyQuestion({ whose, type, range, page, sum }: WhyQuestion): string {
  return [type, whose, range.from, range.to, page, ...(sum === undefined ? [] : [`sum:${sum}`])].join(" ");
}

/** @throws {RangeError} for a value that no button of ours carries. */
export function decodeWhyQuestion(value: string): WhyQuestion {
  const [type = "", whose = "", from = "", to = "", page = "", of = ""] = value.split(" ");
  const sum = PERIODS.find((period) => of === `sum:${period}`);
  if (of !== "" && sum === undefined) throw new RangeError(`${JSON.stringify(value)} asks no question`);
  if (!isMetricType(type) || !/^(me|nobody|team:[a-z0-9]{1,20}|[A-Z0-9]+)$/.test(whose) || !/^\d{1,9}$/.test(page)) {
    throw new RangeError(`${JSON.stringify(value)} asks no question`);
  }
  const ends: readonly [Day, Day] = [day(from), day(to)];
  return { whose, type, range: { from: ends[0], to: ends[1] }, page: Number(page), sum };
}
