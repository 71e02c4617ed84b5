import type { KnownBlock } from "@slack/types";
import type { LoadedTeamRecap } from "../../../digests/content/load-team-recaps";
import type { TeamRecapPart } from "../../../digests/content/team-recap";
import { isBehind } from "../../../goals/status";
import { byNeed } from "../../../goals/teams/standings";
import { isNeverRead } from "../../../sync/state/freshness";
import { dayInWords, weekdayInWords, weekdaysInWords } from "../../../words/dates";
import { gapInPeriod, goalFigures, verdictWords } from "../../goals/pace-view";
import { STATUSES, statusCounts } from "../../goals/status-words";
import { coverage } from "../../goals/team/team-rows-view";
import { actions, button, context, DIVIDER, fits, header, sections } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import { staleNotes } from "../../ui/freshness";
import { counted, foreign, plainForeign, someOf } from "../../ui/text";
import type { DigestMessage, DigestValues } from "../digest-view";
import { endedSummary, isFreshStart, pastLines, personIn } from "./team-recap-past-view";

/** Turns Home to a team's page; the value is the team's id. */
export const RECAP_TEAM = "team_recap_open";
/** Switches the recaps off for whoever presses. */
export const RECAP_STOP = "team_recap_stop";

export interface TeamRecapValues
  extends Omit<LoadedTeamRecap, "members">,
    DisplayContext,
    Pick<DigestValues, "homeUrl"> {}

const MAX_NAME_LENGTH = 40;
const MAX_TEAMS = 10;
/** How many lines and names a team has: the first of these with which all teams fit. */
const LENGTHS = [5, 3, 1, 0];

/** Renders what a manager's week begins with: a part a team, who is behind first. */
export function teamRecapMessage(values: TeamRecapValues): DigestMessage {
  const { recap, homeUrl } = values;
  const shown = recap.teams.slice(0, MAX_TEAMS);
  const [only] = shown;
  const whose = shown.length === 1 && only !== undefined ? nameOf(only) : "Your teams";
  const title = `${plainForeign(whose, MAX_NAME_LENGTH)}, week of ${dayInWords(recap.monday)}`;
  const summaries = shown.map((part) => summary(part, shown.length > 1)).join(" ");
  const text = `${foreign(title, 80)}. ${isNeverRead(values.freshness) ? "No data yet." : summaries}`;
  const made = LENGTHS.map((most) => {
    const framed = (url?: string) => [
      header(title),
      ...notes(values).map(context),
      ...shown.flatMap((part, at) => teamBlocks(part, { ...values, most, divided: at > 0, url })),
      ...(recap.teams.length > shown.length
        ? [context(`and ${counted(recap.teams.length - shown.length, "more team")}`)]
        : []),
      ...(url === undefined || shown.length > 1 ? [actions([stopButton()])] : []),
      context("Every week on your first workday. Only you get this."),
    ];
    return { text, blocks: framed(), drawn: framed(homeUrl) };
  });
  const message = made.find((one) => fits({ text, blocks: one.drawn })) ?? made.at(-1);
  const { blocks = [], drawn = [] } = message ?? {};
  return { text: text.slice(0, 3_000), blocks, ...(homeUrl === undefined ? {} : { drawn }) };
}

function nameOf({ name }: TeamRecapPart): string {
  return name ?? "Everyone";
}

/** "West: 3 of 8 behind, 1 away." */
function summary(part: TeamRecapPart, named: boolean): string {
  const { standings, away } = part;
  if (isFreshStart(part.standings))
    return `${named ? `${foreign(nameOf(part), MAX_NAME_LENGTH)}: ` : ""}${endedSummary(part)}.`;
  const [behind, unread] = [standings.behind.length, standings.unread.length];
  const all = behind + unread + standings.onTrack.length;
  const who = named ? `${foreign(nameOf(part), MAX_NAME_LENGTH)}: ` : "";
  const unknown = unread === 0 ? "" : `, ${unread.toLocaleString("en-US")} not synced`;
  const off = away.length === 0 ? "" : `, ${away.length.toLocaleString("en-US")} away`;
  return `${who}${behind.toLocaleString("en-US")} of ${counted(all, "person", "people")} behind${unknown}${off}.`;
}

function notes({ recap, freshness, ...display }: TeamRecapValues): readonly string[] {
  if (isNeverRead(freshness)) return ["No data yet. Figures follow once the first sync is done."];
  const lines = recap.teams.flatMap(({ standings, goals }) => [
    ...standings.behind.flatMap((one) => one.goals),
    ...goals,
  ]);
  return staleNotes(lines, { freshness, ...display });
}

interface PartValues extends TeamRecapValues {
  /** How many lines, and names in a line. */
  readonly most: number;
  readonly divided: boolean;
  readonly url: string | undefined;
}

function teamBlocks(part: TeamRecapPart, values: PartValues): readonly KnownBlock[] {
  const { divided, url, recap } = values;
  const stop = recap.teams.length === 1 ? [stopButton()] : [];
  const name = nameOf(part);
  const lines = isNeverRead(values.freshness) ? awayLine(part, values) : partLines(part, values);
  const heading = recap.teams.length > 1 ? [`*${foreign(name, MAX_NAME_LENGTH)}*`] : [];
  const more =
    url === undefined
      ? context(`Everyone's goals: \`/goals team ${foreign(name.toLowerCase(), MAX_NAME_LENGTH)}\``)
      : actions([
          button(RECAP_TEAM, "See the team", { value: part.teamId, url, accessibility_label: seeInWords(name) }),
          ...stop,
        ]);
  return [...(divided ? [DIVIDER] : []), ...sections([...heading, ...lines]), more];
}

function stopButton() {
  return button(RECAP_STOP, "Stop these", { accessibility_label: "Stop the weekly team recap" });
}

function seeInWords(name: string): string {
  return `See ${foreign(name, MAX_NAME_LENGTH)} in Home`;
}

function partLines(part: TeamRecapPart, values: PartValues): readonly string[] {
  const { behind, onTrack } = part.standings;
  const shown = behind.slice(0, values.most).map((one) => behindLine(one, values));
  const more = behind.length - shown.length;
  const all = behind.length + onTrack.length;
  const ended = [pastLines(part.lastMonth, values), pastLines(part.lastWeek, values)];
  if (isFreshStart(part.standings))
    return apart([...ended, ["Everyone starts at 0 today.", ...awayLine(part, values)]]);
  return apart([
    [
      all === 0 ? "Nobody has a goal yet." : `${standing(behind.length, all)}`,
      ...shown,
      ...(more > 0 && shown.length > 0 ? [`and ${more.toLocaleString("en-US")} more`] : []),
    ],
    ...ended,
    [...goalLines(part, values), ...awayLine(part, values)],
  ]);
}

/** Puts an empty line between groups of lines. */
function apart(groups: readonly (readonly string[])[]): readonly string[] {
  return groups.filter(({ length }) => length > 0).flatMap((group, at) => (at === 0 ? group : ["", ...group]));
}

function standing(behind: number, all: number): string {
  if (behind === 0)
    return `${STATUSES["on-pace"].sign} *Now: nobody is behind*: ${counted(all, "person", "people")} with goals`;
  return `*Now: ${behind.toLocaleString("en-US")} of ${counted(all, "person", "people")} behind*`;
}

const MAX_BEHIND = 2;

/** "🔴 *Ben Okafor*: Wholesale sales *$2,603 behind* this month · Calls *12 behind* this month · and 1 more goal". */
function behindLine({ userId, goals }: TeamRecapPart["standings"]["behind"][number], { names }: PartValues): string {
  const shown = goals.slice(0, MAX_BEHIND).map((goal) => `${foreign(goal.title)} ${gapInPeriod(goal)}`);
  const more = goals.length - shown.length;
  const rest = more > 0 ? [`and ${counted(more, "more goal")}`] : [];
  return `${STATUSES.behind.sign} *${personIn(names, userId)}*: ${[...shown, ...rest].join(" · ")}`;
}

function awayLine({ away }: TeamRecapPart, { names, recap, most }: PartValues): readonly string[] {
  const people = away.map(({ userId, days }) => {
    const when = days.map((range) =>
      range.from === range.to ? weekdayInWords(range.from) : weekdaysInWords(range, recap.monday),
    );
    return `${personIn(names, userId)} (${when.join(", ")})`;
  });
  return people.length === 0 ? [] : [`🏝 *Away this week*: ${someOf(people, most)}`];
}

/** The team's goals that are behind, a line each; the rest in one. */
function goalLines({ goals }: TeamRecapPart, { most }: PartValues): readonly string[] {
  const behind = goals.filter(isBehind).sort(byNeed);
  const shown = behind.slice(0, most).map((line) => {
    const of = coverage(line);
    return `🎯 *${foreign(line.title)}*, ${line.period}${of === null ? "" : `, ${of}`}: ${goalFigures(line)} · ${verdictWords(line)}`;
  });
  const rest = statusCounts(goals.filter((line) => !isBehind(line) || behind.indexOf(line) >= most));
  return [...shown, ...(rest.length > 0 ? [`🎯 *Team goals*: ${rest.join(" · ")}`] : [])];
}
