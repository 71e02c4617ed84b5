import type { SectionBlock } from "@slack/types";
import type { GoalLine, TeamLine } from "../../../goals/overview";
import { EVERYONE } from "../../../people/permissions";
import type { Day } from "../../../time/day";
import { weekdayInWords } from "../../../words/dates";
import { context, header, type Message, section, sectionMessage } from "../../ui/blocks";
import {
  type FigureState,
  type FirstSync,
  noDataInWords,
  type StaleMark,
  staleNotes,
  staleSign,
} from "../../ui/freshness";
import { pageButtons } from "../../ui/pagination";
import { counted, foreign, plainForeign, someOf } from "../../ui/text";
import { encodeTeamSubject, whyButton } from "../../why/button-view";
import { goalHead } from "../list-view";
import { paceLine } from "../pace-view";
import { encodeTeamPage } from "../payload";

export const TEAM_PREVIOUS = "team_goals_previous";
export const TEAM_NEXT = "team_goals_next";

/** Goals under one name, ten at most. */
export interface NamedGoals {
  /** `null` for the team as a whole. */
  readonly name: string | null;
  readonly goals: readonly (GoalLine | TeamLine)[];
  /** Whether the group before this one is of the same name. */
  readonly continued: boolean;
}

/** One page of everybody's goals. */
export interface TeamGoalsPage {
  /** Says which figures are stale, and whether there are any at all. */
  readonly state: FigureState;
  readonly today: Day;
  readonly groups: readonly NamedGoals[];
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
}

const MAX_NAME_LENGTH = 40;

/** The goals and the pace of the team and of everybody, for managers. */
export function teamGoalsMessage(team: TeamGoalsPage): Message {
  if (team.people === 0 && team.groups.length === 0) {
    return sectionMessage("No goals yet. Set the first one: `/goals set calls daily 20 @rep`, or `/goals set`.");
  }
  const { today, people, behind, page, pages, groups, state } = team;
  const who = `${people === 1 ? "1 person" : `${people.toLocaleString("en-US")} people`} with goals`;
  if (state.first !== null) return unreadTeam(`${weekdayInWords(today)} · ${who}`, { team, first: state.first });
  const lines = groups.flatMap(({ goals }) => goals);
  const mark = staleSign(state.freshness);
  const place = pages === 1 ? [] : [`page ${page + 1} of ${pages}`];
  const line = [weekdayInWords(today), `${who}, ${behind.toLocaleString("en-US")} behind`, ...place].join(" · ");
  const title = titleOf(team);
  const value = (to: number) => encodeTeamPage({ team: team.team?._id ?? null, page: to });
  return {
    text: `${foreign(title)}: ${line}`,
    blocks: [
      header(title),
      context(line),
      ...staleNotes(lines, state).map(context),
      ...groups.flatMap((group) =>
        group.name === null ? teamSections(group, { team, mark }) : [groupSection(group, mark)],
      ),
      ...[...(typeof team.movers === "string" ? [team.movers] : []), ...otherTeams(team)].map(context),
      context(PRIVATE),
      ...pageButtons({ page, pages, previous: TEAM_PREVIOUS, next: TEAM_NEXT, value }),
    ],
  };
}

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

const PRIVATE = "Only you can see this. Reps see only their own goals.";

/** The team while nothing was ever read: nobody is judged by figures that nobody has. */
function unreadTeam(
  line: string,
  { team, first }: { readonly team: TeamGoalsPage; readonly first: NonNullable<FirstSync> },
): Message {
  const words = noDataInWords(first);
  return {
    text: `${foreign(titleOf(team))}: ${words}`,
    blocks: [header(titleOf(team)), context(line), section(words), context(PRIVATE)],
  };
}

/** The team's own goals, each with the button that says what its figure is the sum of. */
function teamSections(
  { goals, continued }: NamedGoals,
  { team: { team = null }, mark }: { readonly team: TeamGoalsPage; readonly mark: StaleMark },
): readonly SectionBlock[] {
  const whose = encodeTeamSubject(team?._id ?? EVERYONE);
  return [
    section(`*Team goals*${continued ? ", continued" : ""}`),
    ...goals.map((goal) => ({ ...section(goalLine(goal, mark)), accessory: whyButton(goal, whose) })),
  ];
}

function groupSection({ name, goals, continued }: NamedGoals, mark: StaleMark) {
  const title = foreign(name ?? "", MAX_NAME_LENGTH);
  return section(
    [`*${title}*${continued ? ", continued" : ""}`, ...goals.map((goal) => goalLine(goal, mark))].join("\n"),
  );
}

/** "sum of individual goals", "sum of the goals of 4 of 6 people" where some have none. */
export function sumInWords({ summed }: TeamLine): string {
  if (summed === undefined || summed.people === summed.of) return "sum of individual goals";
  return `sum of the goals of ${summed.people.toLocaleString("en-US")} of ${counted(summed.of, "person", "people")}`;
}

function goalLine(goal: GoalLine | TeamLine, mark: StaleMark): string {
  const sum = "origin" in goal && goal.origin === "sum" ? `, ${sumInWords(goal)}` : "";
  return `• ${goalHead(goal)}${mark(goal)} ${goal.period}${sum} · ${paceLine(goal)}`;
}
