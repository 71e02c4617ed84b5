import type { KnownBlock, SectionBlock } from "@slack/types";
import { dayPlan, type GoalLine } from "../../../../goals/overview";
import { type Straggler, standings } from "../../../../goals/teams/standings";
import type { Day } from "../../../../time/day";
import { weekdayInWords } from "../../../../words/dates";
import { figure, neededFigure } from "../../../../words/figures";
import { shortInPeriod, standing } from "../../../goals/pace-view";
import { STATUSES } from "../../../goals/status-words";
import { button, context, header, section } from "../../../ui/blocks";
import type { StaleMark } from "../../../ui/freshness";
import { counted, foreign, someOf } from "../../../ui/text";
import type { HomeLocation } from "../../location";
import { encodeLocation } from "../../payload";
import { TEAM_PERSON } from "../layout";
import type { Teammate } from "../person-page";

/** Somebody who is away today, and through which day. */
export interface AwayToday {
  /** Slack's member id. */
  readonly userId: string;
  readonly name: string;
  readonly through: Day;
}

const MAX_BEHIND = 10;
/** So many of somebody's metrics have a line; where there are more, the last line names them. */
const MAX_METRICS = 3;
const MAX_AWAY = 5;
const MAX_NAME_LENGTH = 40;

interface BehindContext {
  readonly location: HomeLocation;
  readonly away: readonly AwayToday[];
  readonly mark: StaleMark;
  /** Slack id of whoever looks: counted as everywhere else, in words of their own instead of a row. */
  readonly reader?: string | undefined;
}

/** Who needs their manager: whoever is behind in a row each, with all that they are behind in, money first; then how many do not, and who is away. */
export function behindPart(
  people: readonly Teammate[],
  { location, away, mark, reader }: BehindContext,
): readonly KnownBlock[] {
  const { behind: all, onTrack } = standings(people, { type: location.metric, period: location.period });
  const own = all.find(({ userId }) => userId === reader);
  const behind = all.filter((one) => one !== own);
  const known = new Map(people.map((person) => [person.userId, person]));
  const shown = behind.slice(0, MAX_BEHIND);
  const leaves = new Map(away.map(({ userId, through }) => [userId, through]));
  const rows = shown.map((one) => {
    const { userId } = one;
    const { name = userId, overview } = known.get(userId) ?? {};
    return row(one, { name, lines: overview?.goals ?? [], through: leaves.get(userId) ?? null, location, mark });
  });
  const more = behind.length - shown.length;
  return [
    header("Who needs you"),
    ...(rows.length > 0
      ? rows
      : [section(all.length + onTrack.length === 0 ? NO_GOALS : own === undefined ? NOBODY : NOBODY_ELSE)]),
    ...(more > 0 ? [context(`and ${more.toLocaleString("en-US")} more behind`)] : []),
    ...(own === undefined
      ? []
      : [context(`${STATUSES.behind.sign} You're behind in ${counted(own.goals.length, "goal")}`)]),
    ...(onTrack.length > 0
      ? [context(`${STATUSES["on-pace"].sign} On track: ${onTrackInWords(onTrack, reader)}`)]
      : []),
    ...(away.length > 0 ? [context(`🏝 Away today: ${awayInWords(away)}`)] : []),
  ];
}

const NOBODY = "Nobody is behind.";
const NOBODY_ELSE = "Nobody besides you is behind.";
const NO_GOALS = "Nobody has a goal here yet.";

/** "3 people", "3 people, with you", "you". */
function onTrackInWords(userIds: readonly string[], reader: string | undefined): string {
  const all = counted(userIds.length, "person", "people");
  if (reader === undefined || !userIds.includes(reader)) return all;
  return userIds.length === 1 ? "you" : `${all}, with you`;
}

interface Row {
  readonly name: string;
  /** All their goals, behind or not, as their own Home plans today. */
  readonly lines: readonly GoalLine[];
  /** The last day on which they are away; `null` for whoever is not. */
  readonly through: Day | null;
  readonly location: HomeLocation;
  readonly mark: StaleMark;
}

/**
 * "*@Ben Okafor*" and below it a line a metric: "🔴 Wholesale · *$4,850 short* this month · $0 of $1,212 today". A mention on a page
 * pings nobody, and leads to the person and a message to them.
 */
function row({ userId, goals }: Straggler, { name, lines: all, through, location, mark }: Row): SectionBlock {
  const metrics = [...new Set(goals.map(({ type }) => type))].map((type) => goals.filter((goal) => goal.type === type));
  const shown = metrics.length <= MAX_METRICS ? metrics : metrics.slice(0, MAX_METRICS - 1);
  const folded = metrics.slice(shown.length).map((own) => foreign(own[0]?.title ?? ""));
  const gone = through === null ? "" : ` · 🏝 through ${weekdayInWords(through)}`;
  const lines = [
    `*<@${userId}>*${gone}`,
    ...shown.map((own) => metricLine(own, { all, mark })),
    ...(folded.length === 0 ? [] : [`+${folded.length} more: ${folded.join(", ")}`]),
  ];
  return {
    ...section(lines.join("\n")),
    accessory: button(TEAM_PERSON, "Goals", {
      value: encodeLocation({ ...location, person: userId }),
      accessibility_label: `Goals of ${name}`.slice(0, 75),
    }),
  };
}

/** "🔴 Calls · *40 short* this month, *17 short* this week · 3 of 16 today": all that is behind of a metric, the first need first. */
function metricLine(
  goals: readonly GoalLine[],
  { all, mark }: { readonly all: readonly GoalLine[]; readonly mark: StaleMark },
): string {
  const [worst] = goals;
  if (worst === undefined) return "";
  const today = doneToday(all.filter(({ type }) => type === worst.type));
  const short = goals.map(shortInPeriod).join(", ");
  return [`${standing(worst).sign} ${foreign(worst.title)}`, `${short}${mark(worst)}`, ...today].join(" · ");
}

/** "0 of 121 today", of the goal of a metric that asks the most of today, on pace or not; nothing where today asks for nothing. */
function doneToday(goals: readonly GoalLine[]): readonly string[] {
  return dayPlan(goals).map(({ done, target, unit }) => `${figure(done, unit)} of ${neededFigure(target, unit)} today`);
}

function awayInWords(away: readonly AwayToday[]): string {
  const each = away.map(
    ({ name, through }) => `${foreign(name, MAX_NAME_LENGTH)} (through ${weekdayInWords(through)})`,
  );
  return someOf(each, MAX_AWAY);
}
