import type { KnownBlock } from "@slack/types";
import type { Board } from "../../digests/schedule/boards";
import { metricOf } from "../../metrics/metrics";
import type { LeaderboardSettings } from "../../teams/leaderboard-settings";
import { weekdayList } from "../../words/dates";
import { timeInWords } from "../../words/times";
import { button, section } from "../ui/blocks";
import { foreign, listed, plainForeign } from "../ui/text";

export const BOARD_EDIT = "board_edit";

const MAX_NAME = 40;

/** "<#C01>, on workdays at 8:00 AM; all metrics, top 3 by result"; as mrkdwn. */
export function boardInWords({ on, channel, days, at, metrics, topN, by }: LeaderboardSettings): string {
  if (!on) return "off";
  if (channel === null) return "no channel yet, so it isn't posted";
  const when = `${daysInList(days)} at ${timeInWords(at)}`;
  return `<#${channel}>, ${when}; ${metricsInWords(metrics)}, ${placesInWords({ topN, by })}`;
}

/** "Posted in <#C01> on workdays at 8:00 AM.", and of one that is off that it's posted by hand alone; as mrkdwn. */
export function postedWhen({ on, channel, days, at }: LeaderboardSettings): string {
  if (!on) return `Its schedule is off: it's in <#${channel}> only when you post it.`;
  return `Posted in <#${channel}> ${daysInList(days)} at ${timeInWords(at)}.`;
}

function placesInWords({ topN, by }: Pick<LeaderboardSettings, "topN" | "by">): string {
  return `top ${topN} ${rankedInWords(by)}`;
}

/** "on workdays", "Mon, Wed". */
export function daysInList(days: LeaderboardSettings["days"]): string {
  return days === null ? "on workdays" : weekdayList(days);
}

/** "all metrics", "calls and emails". */
export function metricsInWords(metrics: LeaderboardSettings["metrics"]): string {
  return metrics === null ? "all metrics" : listed(metrics.map((type) => metricOf(type).name));
}

/** "by result", "by percent of own goal". */
export function rankedInWords(by: LeaderboardSettings["by"]): string {
  return by === "share" ? "by percent of own goal" : "by result";
}

/** "Shows names and results, never targets.": of percents the result beside it would tell the target. */
export function shownInWords(by: LeaderboardSettings["by"]): string {
  return by === "share"
    ? "Shows names and percents of own goals, never results or targets."
    : "Shows names and results, never targets.";
}

/** Each board with the button that changes it. */
export function boardRows(boards: readonly Board[]): readonly KnownBlock[] {
  return boards.map(({ teamId, team, settings }) => {
    const name = team === null ? "Everyone" : foreign(team.name, MAX_NAME);
    const label = `Change ${boardName(team)}`;
    return {
      ...section(`*${name}*: ${boardInWords(settings)}`),
      accessory: button(BOARD_EDIT, "Change", { value: teamId, accessibility_label: label }),
    };
  });
}

/** "West's leaderboard", "Everyone's leaderboard", as plain text. */
export function boardName(team: Board["team"]): string {
  return `${whoseBoard(team)} leaderboard`;
}

/** "West's", "Everyone's", as plain text. */
export function whoseBoard(team: Board["team"]): string {
  return `${team === null ? "Everyone" : plainForeign(team.name, MAX_NAME)}'s`;
}

/** The button on a team's page, for whoever may change its board. */
export function boardButton(teamId: string) {
  return button(BOARD_EDIT, "Leaderboard", { value: teamId, accessibility_label: "Change the leaderboard" });
}
