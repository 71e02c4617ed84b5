import type { ActionsBlock, Button } from "@slack/types";
import type { GoalLine } from "../../goals/overview";
import type { Trend } from "../../goals/trends/trends";
import { METRICS, type MetricType } from "../../metrics/metrics";
import type { Why } from "../../why/why";
import { button, plainText } from "../ui/blocks";
import { pageButtons } from "../ui/pagination";
import { metricNoun, plainForeign } from "../ui/text";
import { encodeWhyQuestion, encodeWhyQuestions, type WhyQuestion } from "./payload";

/** "Why?" beside a goal, and the buttons between the pages of its answer. */
export const WHY_GOAL = "why_goal";
/** The menu of figures on pages that were drawn before one button asked of all. */
export const WHY_PICK = "why_pick";
/** The menu of a modal, which shows another of the figures that its button asks of. */
export const WHY_FIGURE = "why_figure";
export const WHY_PREVIOUS = "why_previous";
export const WHY_NEXT = "why_next";
export const WHY_LEFT_OUT = "why_left_out";
/** "Export CSV": the records as a file. */
export const WHY_EXPORT = "why_export";

/**
 * "Why?" for the days of a goal, or of a trend, as they are shown beside it, even if it is pressed later; beside a sum of
 * individual goals it asks of those who have one alone.
 */
export function whyButton(figure: AskedFigure, whose = "me"): Button {
  const value = encodeWhyQuestion(questionOf(figure, whose));
  return button(WHY_GOAL, "Why?", { value, accessibility_label: `Why this number? ${plainForeign(figure.title, 40)}` });
}

/**
 * One "Why?" for several figures: it opens with the first, and a menu leads to the others, of which as many as a button carries are kept from
 * the front. No button where there is no figure.
 */
export function whyButtonOf(figures: readonly AskedFigure[], whose = "me"): readonly Button[] {
  return whyButtonAmong(figures.map((figure) => ({ figure, whose })));
}

/** A figure, and the person or team whose it is, as a question names them. */
export interface WhoseFigure {
  readonly figure: AskedFigure;
  readonly whose: string;
}

/** Asks one "Why?" of figures of several people and teams, whom its menu names. */
export function whyButtonAmong(asked: readonly WhoseFigure[]): readonly Button[] {
  const [first, ...others] = asked;
  if (first === undefined) return [];
  if (others.length === 0) return [whyButton(first.figure, first.whose)];
  const value = encodeWhyQuestions(asked.map(({ figure, whose }) => questionOf(figure, whose)));
  return [button(WHY_GOAL, "Why?", { value, accessibility_label: "Why these numbers?" })];
}

function questionOf({ type, from, to, origin, period, fellIn }: AskedFigure, whose: string): WhyQuestion {
  const sum = origin === "sum" && period !== null ? period : undefined;
  return { whose, type, range: { from, to }, page: 0, sum, fellIn };
}

/** "Why? calls": the same as one of several in a row. */
export function metricWhyButton(goal: AskedFigure, whose = "me"): Button {
  const label = plainText(`Why? ${metricNoun(goal.type, 0)}`);
  return { ...whyButton(goal, whose), action_id: metricWhyId(goal.type), text: label };
}

/** A figure beside which is asked why, with whose goal it stands beside and its period, and the digest that says that it fell. */
export type AskedFigure = Pick<GoalLine, "type" | "title" | "from" | "to"> &
  Partial<Pick<Trend, "origin" | "period">> &
  Pick<WhyQuestion, "fellIn">;

/** Slack takes no id twice in a row of buttons. */
function metricWhyId(type: MetricType): string {
  return `why_${type}`;
}

/** The ids of the buttons that ask of one metric in a row of several. */
export const WHY_METRICS: readonly string[] = METRICS.map(({ type }) => metricWhyId(type));

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
