import type { KnownBlock } from "@slack/types";
import type { LoadedTeamRecap } from "../../../digests/content/load-team-recaps";
import { recapPeople } from "../../../digests/content/recap-people";
import type { TeamRecapPart } from "../../../digests/content/team-recap";
import { goalStatus, isBehind } from "../../../goals/status";
import { byNeed } from "../../../goals/teams/standings";
import { isNeverRead } from "../../../sync/state/freshness";
import type { Day } from "../../../time/day";
import { dayInWords, monthName, weekdayInWords, weekdaysInWords } from "../../../words/dates";
import { goalFigures, verdictWords } from "../../goals/pace-view";
import { statusCounts } from "../../goals/status-words";
import { coverage } from "../../goals/team/team-rows-view";
import { actions, button, context, DIVIDER, fits, header, sections } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import { staleNotes } from "../../ui/stale-marks";
import { counted, foreign, plainForeign, someOf } from "../../ui/text";
import type { DigestMessage, DigestValues } from "../digest-view";
import { countsOf, type PeoplePart, peopleLines, startLine } from "./recap-part-view";
import { personIn } from "./recap-people-view";

/** Turns Home to a team's page; the value is the team's id. */
export const RECAP_TEAM = "team_recap_open";
/** Switches the recaps off for whoever presses. */
export const RECAP_STOP = "team_recap_stop";

export interface TeamRecapValues
  extends Omit<LoadedTeamRecap, "members" | "reader">,
    Partial<Pick<LoadedTeamRecap, "reader">>,
    DisplayContext,
    Pick<DigestValues, "homeUrl"> {}

const MAX_NAME_LENGTH = 40;
const MAX_TEAMS = 10;
/** How many lines and names a team has: the first of these with which all teams fit, else the shortest. */
const LENGTHS = [5, 3, 1];
const SHORTEST = 0;

/** Renders what a manager's week begins with: a part a team, each with whom to begin and why. */
export function teamRecapMessage(values: TeamRecapValues): DigestMessage {
  const { recap, homeUrl } = values;
  const shown = recap.teams.slice(0, MAX_TEAMS).map((part): PeoplePart => ({ ...part, people: recapPeople(part) }));
  const [only] = shown;
  const whose = shown.length === 1 && only !== undefined ? nameOf(only) : "Your teams";
  const title = `${plainForeign(whose, MAX_NAME_LENGTH)}${ofWhen(shown, recap.monday)}`;
  const summaries = shown.map((part) => summary(part, { ...values, named: shown.length > 1 })).join(" ");
  const text = `${foreign(title, 80)}. ${isNeverRead(values.freshness) ? "No data yet." : summaries}`;
  const framed = (most: number, url?: string) => [
    // It mostly comes right below one's own digest.
    DIVIDER,
    header(`👥 ${title}`),
    ...notes(values).map(context),
    ...shown.flatMap((part, at) => teamBlocks(part, { ...values, most, divided: at > 0, url })),
    ...(recap.teams.length > shown.length
      ? [context(`and ${counted(recap.teams.length - shown.length, "more team")}`)]
      : []),
    ...(url === undefined || shown.length > 1 ? [actions([stopButton()])] : []),
    context("Every week on your first workday. Only you get this."),
  ];
  const most = LENGTHS.find((one) => fits({ text, blocks: framed(one, homeUrl) })) ?? SHORTEST;
  const drawn = homeUrl === undefined ? {} : { drawn: framed(most, homeUrl) };
  return { text: text.slice(0, 3_000), blocks: framed(most), ...drawn };
}

function nameOf({ name }: TeamRecapPart): string {
  return name ?? "Everyone";
}

/** ": last week and October"; ", week of Oct 26" where nothing ended for anybody. */
function ofWhen(parts: readonly TeamRecapPart[], monday: Day): string {
  const [month] = parts.flatMap(({ lastMonth }) => lastMonth);
  const ended = [
    ...(parts.some(({ lastWeek }) => lastWeek.length > 0) ? ["last week"] : []),
    ...(month === undefined ? [] : [monthName(month.past.from)]),
  ];
  return ended.length === 0 ? `, week of ${dayInWords(monday)}` : `: ${ended.join(" and ")}`;
}

/** "West: Start with Ana Torres: 14 calls short last week." */
function summary(part: PeoplePart, { names, reader, named }: TeamRecapValues & { readonly named: boolean }): string {
  const words = startLine(part, { names, reader }).replaceAll("*", "");
  return `${named ? `${foreign(nameOf(part), MAX_NAME_LENGTH)}: ` : ""}${words}`;
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

function teamBlocks(part: PeoplePart, values: PartValues): readonly KnownBlock[] {
  const { divided, url, recap } = values;
  const stop = recap.teams.length === 1 ? [stopButton()] : [];
  const name = nameOf(part);
  const heading = recap.teams.length > 1 ? [`*${foreign(name, MAX_NAME_LENGTH)}*`] : [];
  const more =
    url === undefined
      ? context(`Everyone's goals: \`/goals team ${foreign(name.toLowerCase(), MAX_NAME_LENGTH)}\``)
      : actions([
          button(RECAP_TEAM, "See the team", { value: part.teamId, url, accessibility_label: seeInWords(name) }),
          ...stop,
        ]);
  const known = !isNeverRead(values.freshness);
  const start = [...heading, ...(known ? [startLine(part, values)] : [])];
  const counts = known && values.most > 0 ? countsOf(part).join(" · ") : "";
  const own = known ? apart([peopleLines(part, values), teamLines(part, values)]) : awayLine(part, values);
  // Of several teams each has few blocks, as a message takes fifty.
  const parts =
    recap.teams.length > 1
      ? sections([...start, ...(counts === "" ? [] : [counts]), ...own])
      : [...sections(start), ...(counts === "" ? [] : [context(counts)]), ...sections(own)];
  return [...(divided ? [DIVIDER] : []), ...parts, more];
}

function stopButton() {
  return button(RECAP_STOP, "Stop these", { accessibility_label: "Stop the weekly team recap" });
}

function seeInWords(name: string): string {
  return `See ${foreign(name, MAX_NAME_LENGTH)} in Home`;
}

function teamLines(part: TeamRecapPart, values: PartValues): readonly string[] {
  const begins = part.goals.every((goal) => goalStatus(goal) === "not-started");
  return [...(begins ? [] : goalLines(part, values)), ...awayLine(part, values)];
}

/** Puts an empty line between groups of lines. */
function apart(groups: readonly (readonly string[])[]): readonly string[] {
  return groups.filter(({ length }) => length > 0).flatMap((group, at) => (at === 0 ? group : ["", ...group]));
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
