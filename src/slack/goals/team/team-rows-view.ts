import type { KnownBlock } from "@slack/types";
import { byMetric, type MetricGoals } from "../../../goals/metric-goals";
import type { TeamLine, TeamOverview } from "../../../goals/overview";
import { behindIn, firstNeed, type PartBehind } from "../../../goals/teams/standings";
import { actions, context } from "../../ui/blocks";
import type { StaleMark } from "../../ui/stale-marks";
import { counted, foreign } from "../../ui/text";
import { metricWhyButton } from "../../why/button-view";
import { periodFigures, standingRow } from "./standing-row-view";

/** What a team's goals are shown with. */
interface Beside {
  /** The team as the subject of a question. */
  readonly whose: string;
  readonly mark: StaleMark;
  /** The people whose goals are added up. */
  readonly members: TeamOverview["members"];
}

/**
 * The team's own goals in small print, a line a metric: those that were set for it with how they stand, then the sums of individual
 * ones, of which Home says the same; last, by metric, the buttons that say what a figure is the sum of.
 */
export function teamRows(goals: readonly TeamLine[], { whose, mark, members }: Beside): readonly KnownBlock[] {
  if (goals.length === 0) return [];
  const [set, sums] = (["set", "sum"] as const).map((one) => byMetric(goals.filter(({ origin }) => origin === one)));
  const parts = [
    ["*Team goals*", ...(set ?? []).map((metric) => standingRow(metric, { mark }))],
    ["*Team totals* · individual goals added up", ...(sums ?? []).map((metric) => sumRow(metric, { mark, members }))],
  ].filter((lines) => lines.length > 1);
  const asked = byMetric(goals).flatMap((metric) => firstNeed(metric.goals) ?? []);
  return [
    ...parts.map((lines) => context(lines.join("\n"))),
    actions(asked.map((goal) => metricWhyButton(goal, whose))),
  ];
}

/**
 * "*Calls*: 128 of 140 this month, 1 of 2 behind · 9 of 35 this week, 2 of 2 behind": a sum has no verdict of its own, since one
 * person's lead covers another's gap.
 */
function sumRow({ title, goals }: MetricGoals<TeamLine>, { mark, members }: Omit<Beside, "whose">): string {
  const each = [...goals].reverse().map((goal) => `${periodFigures(goal)}${behindInWords(goal, members)}`);
  return `*${foreign(title)}*: ${each.join(" · ")}${goals[0] === undefined ? "" : mark(goals[0])}`;
}

/** ", 1 of 2 behind", of those who have a goal of the metric and period; nothing on a first day, on which nobody has begun. */
function behindInWords({ type, period }: TeamLine, members: Beside["members"]): string {
  const behind = behindIn(members, { type, period });
  return behind === null ? "" : `, ${partInWords(behind)} behind`;
}

/** "1 of 2". */
export function partInWords({ count, of }: PartBehind): string {
  return `${count.toLocaleString("en-US")} of ${of.toLocaleString("en-US")}`;
}

/** "4 of 6 people": of whose goals it is the sum, where some have none; nothing where all have one, or it was set. */
export function coverage({ summed }: TeamLine): string | null {
  if (summed === undefined || summed.people === summed.of) return null;
  return `${summed.people.toLocaleString("en-US")} of ${counted(summed.of, "person", "people")}`;
}
