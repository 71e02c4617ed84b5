import type { KnownBlock } from "@slack/types";
import { byMetric } from "../../../goals/metric-goals";
import type { GoalLine, TeamLine } from "../../../goals/overview";
import { EVERYONE } from "../../../people/permissions";
import type { Day } from "../../../time/day";
import { weekdayInWords } from "../../../words/dates";
import { actions, context, fits, header, type Message, section, sectionMessage, sections } from "../../ui/blocks";
import { asOfLine, type FigureState, type FirstSync, noDataInWords } from "../../ui/freshness";
import { pageButtons } from "../../ui/pagination";
import { type StaleMark, staleNotes, staleSign } from "../../ui/stale-marks";
import { foreign, plainForeign, someOf, unbrokenParts } from "../../ui/text";
import { whyButtonAmong } from "../../why/button-view";
import { encodeTeamSubject } from "../../why/payload";
import { metricLine } from "../metric-row-view";
import { encodeTeamPage } from "../payload";
import { askedFigures } from "./asked-figures";
import type { AwayToday } from "./away";
import { behindPart, behindTitle, type NamedMember } from "./behind-view";
import { rowHead } from "./row-head";
import { TOTALS_NOTE, teamRows } from "./team-rows-view";

export const TEAM_PREVIOUS = "team_goals_previous";
export const TEAM_NEXT = "team_goals_next";

/** Somebody's goals under their name, of four metrics at most. */
export interface NamedGoals {
  readonly name: string;
  readonly goals: readonly GoalLine[];
  /** Whether the group before this one is of the same name. */
  readonly continued: boolean;
}

/** One page of everybody's goals. */
export interface TeamGoalsPage {
  /** Says which figures are stale, and whether there are any at all. */
  readonly state: FigureState;
  readonly today: Day;
  readonly groups: readonly NamedGoals[];
  /** The team's own goals, and everybody in it: who of them needs their manager; shown on the first page. */
  readonly goals: readonly TeamLine[];
  readonly members: readonly NamedMember[];
  /** People with goals, and how many of them are behind in one or more. */
  readonly people: number;
  readonly behind: number;
  /** From 0 on. */
  readonly page: number;
  readonly pages: number;
  /** The named team it is about; Everyone where there is none. */
  readonly team?: { readonly _id: string; readonly name: string } | null;
  /** The names of the other teams that the reader may see. */
  readonly others?: readonly string[];
  /** Who is in the team for some days only, and which days count where. */
  readonly movers?: string | null;
  readonly away?: readonly AwayToday[];
  /** Slack id of whoever looks. */
  readonly reader?: string;
  /** Slack's id of the workspace, by which there is a link to each; without it there is none. */
  readonly workspace?: string | null;
}

const MAX_NAME_LENGTH = 40;

/** How many who are behind have a row: the first of these with which Slack takes the message. */
export const ROWS_BEHIND = [10, 6, 3, 0];

/** Who needs their manager now (Home, on a first day of all goals, says who missed what before instead), then everybody's goals in words, last the team's in small print; for managers. */
export function teamGoalsMessage(team: TeamGoalsPage): Message {
  const made = ROWS_BEHIND.map((most) => messageOf(teamGoalsParts(team, { most })));
  return made.find(fits) ?? messageOf(teamGoalsParts(team, { most: 0 }));
}

/** The message in parts, so that a table may stand for people's goals in words. */
export interface TeamGoalsParts {
  readonly text: string;
  /** Who needs their manager. */
  readonly above: readonly KnownBlock[];
  readonly people: readonly KnownBlock[];
  /** The team's goals, and what is said of the whole. */
  readonly below: readonly KnownBlock[];
}

function messageOf({ text, above, people, below }: TeamGoalsParts): Message {
  return { text, blocks: [...above, ...people, ...below] };
}

interface BehindRows {
  /** So many who are behind have a row. */
  readonly most: number;
  /** Whether a row is one line without figures, as above a table of them. */
  readonly brief?: boolean;
}

/** The parts of the message. */
export function teamGoalsParts(team: TeamGoalsPage, rows: BehindRows): TeamGoalsParts {
  if (team.people === 0 && team.goals.length === 0) {
    const { text, blocks } = sectionMessage(NO_GOALS);
    return { text, above: blocks, people: [], below: [] };
  }
  const { today, people, behind, page, pages, groups, state } = team;
  const who = `${people === 1 ? "1 person" : `${people.toLocaleString("en-US")} people`} with goals`;
  if (state.first !== null) return unreadTeam(`${weekdayInWords(today)}: ${who}`, { team, first: state.first });
  const own = page === 0 ? team.goals : [];
  const lines = [...own, ...groups.flatMap(({ goals }) => goals)];
  const mark = staleSign(state.freshness);
  const asOf = asOfLine(state.freshness, state);
  const place = pages === 1 ? "" : `; page ${page + 1} of ${pages}`;
  const line = `${weekdayInWords(today)}: ${who}, ${behind.toLocaleString("en-US")} behind${place}`;
  const notes = [line, ...staleNotes(lines, state)];
  const title = titleOf(team);
  const value = (to: number) => encodeTeamPage({ team: team.team?._id ?? null, page: to });
  return {
    text: `${foreign(title)}, ${line}`,
    above: page === 0 ? behindOf(team, { ...rows, mark, notes }) : [header(title), ...notes.map(context)],
    people: [
      ...(page === 0 && groups.length > 0 ? [header("By person")] : []),
      ...sections(groups.flatMap((group) => groupLines(group, mark))),
    ],
    below: [
      ...teamRows(own, mark),
      ...(page === 0 ? whyRow(team) : []),
      ...[...(typeof team.movers === "string" ? [team.movers] : []), ...otherTeams(team)].map(context),
      context([notesOn(own), ...(asOf === null ? [] : [unbrokenParts(asOf)])].join("\n")),
      ...pageButtons({ page, pages, previous: TEAM_PREVIOUS, next: TEAM_NEXT, value }),
    ],
  };
}

/** One *Why?* for all that stands above it, of which it begins with people's figures: "Why?" below the totals was read as of these alone. */
function whyRow({ members, goals, team = null }: TeamGoalsPage): readonly KnownBlock[] {
  const whose = encodeTeamSubject(team?._id ?? EVERYONE);
  const asked = whyButtonAmong(askedFigures(members, { goals, whose }));
  return asked.length === 0
    ? []
    : [actions(asked.map((one) => ({ ...one, text: { ...one.text, text: WHY_ALL }, accessibility_label: WHY_ALL })))];
}

const WHY_ALL = "Why these numbers?";

const NO_GOALS = "No goals yet. Set the first one: `/goals set calls daily 20 @rep`, or `/goals set`.";

/** "Everyone's goals", "West's goals"; as plain text. */
function titleOf({ team = null }: TeamGoalsPage): string {
  return team === null ? "Everyone's goals" : `${plainForeign(team.name, MAX_NAME_LENGTH)}'s goals`;
}

const MAX_OTHERS = 10;

/** "Your other teams: East, everyone. Type `/goals team East`." */
function otherTeams({ others = [] }: TeamGoalsPage): readonly string[] {
  const names = others.map((name) => foreign(name, MAX_NAME_LENGTH));
  const [first] = names;
  return first === undefined ? [] : [`Other teams: ${someOf(names, MAX_OTHERS)}. Type \`/goals team ${first}\`.`];
}

/** What a sum leaves out, and who sees this. */
function notesOn(own: readonly TeamLine[]): string {
  return own.some(({ origin }) => origin === "sum") ? `${TOTALS_NOTE} ${PRIVATE}` : PRIVATE;
}

const PRIVATE = "Reps see only their own goals.";

/** The team while nothing was ever read: nobody is judged by figures that nobody has. */
function unreadTeam(
  line: string,
  { team, first }: { readonly team: TeamGoalsPage; readonly first: NonNullable<FirstSync> },
): TeamGoalsParts {
  const words = noDataInWords(first);
  return {
    text: `${foreign(titleOf(team))}: ${words}`,
    above: [header(titleOf(team)), context(line), section(words), context(PRIVATE)],
    people: [],
    below: [],
  };
}

/** Who needs their manager, as on their Home, below a heading that names the team. */
function behindOf(
  { members, away = [], reader, team = null, workspace = null }: TeamGoalsPage,
  { notes, ...beside }: BehindRows & { readonly mark: StaleMark; readonly notes: readonly string[] },
): readonly KnownBlock[] {
  const head = rowHead({ people: members, workspace, asks: false });
  const shown = { asked: { metric: null }, head, reader, starts: true };
  return [header(behindTitle(team)), ...notes.map(context), ...behindPart(members, { ...shown, ...beside, away })];
}

/** A line a metric below somebody's name. */
function groupLines({ name, goals, continued }: NamedGoals, mark: StaleMark): readonly string[] {
  const title = foreign(name, MAX_NAME_LENGTH);
  return [
    `*${title}*${continued ? ", continued" : ""}`,
    ...byMetric(goals).map((metric) => `• ${metricLine(metric, mark)}`),
  ];
}
