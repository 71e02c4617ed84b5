import type { KnownBlock } from "@slack/types";
import type { TeamLine } from "../../../goals/overview";
import { EVERYONE } from "../../../people/permissions";
import type { Freshness } from "../../../sync/state/freshness";
import type { Day } from "../../../time/day";
import { weekdayInWords } from "../../../words/dates";
import { boardButton } from "../../boards/settings-view";
import { exportButton } from "../../exports/export-view";
import { editButtons, setButton } from "../../goals/form-view";
import { goalFigures } from "../../goals/list-view";
import { needInWords, verdictCounts, verdictWords } from "../../goals/pace-view";
import type { PickableTeam } from "../../goals/team/team-choice";
import { actions, context, header, section, sections } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import {
  type FirstSync,
  freshnessLine,
  noDataInWords,
  type StaleMark,
  staleMark,
  staleNotes,
  staleSign,
} from "../../ui/freshness";
import { counted, foreign, plainForeign, someOf } from "../../ui/text";
import { encodeTeamSubject, whyButton } from "../../why/button-view";
import type { HomeLocation, Tab } from "../location";
import { encodeLocation } from "../payload";
import { goalCards, goalCardWithTrend } from "./figures";
import { type HomePage, page, pager, tabs } from "./layout";
import { type Teammate, teammateRow } from "./person-page";
import { metricMenu, teamMenu } from "./team-menus";

const PEOPLE_A_PAGE = 12;

const MAX_TEAM_GOALS = 16;
const SUMS_WITH_WHY = 24;
const MAX_NAMES = 10;
const MAX_TEAM_NAME = 60;

export interface TeamPage extends DisplayContext {
  readonly today: Day;
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  /** Everybody who has figures or goals, in the order in which they are shown. */
  readonly people: readonly Teammate[];
  /** Names of the active people who have neither. */
  readonly others: readonly string[];
  readonly team: readonly TeamLine[];
  readonly first: FirstSync;
  readonly freshness: readonly Freshness[];
  /** Whether the reader may change goals: only then is there any button that does. */
  readonly edits: boolean;
  /** Whether the reader may change the team's leaderboard. */
  readonly setsBoard?: boolean;
  /** The named team that it shows; `null` for Everyone. */
  readonly of?: { readonly _id: string; readonly name: string } | null;
  /** The teams that the reader may see. */
  readonly choices?: readonly PickableTeam[];
  /** Who is in the team for some days only, and which days count where. */
  readonly movers?: string | null;
}

/** Everybody's pace, a line each, and the team's goals; `location` says which metric and which page. */
export function teamPage(values: TeamPage): HomePage {
  const { location, people, team, today, edits, first, of: named = null } = values;
  const of = <T extends { readonly type: string }>(lines: readonly T[]) =>
    lines.filter(({ type }) => location.metric === null || type === location.metric);
  const all = of(people.flatMap(({ overview }) => overview.goals));
  return page(
    [
      ...tabs(values.tabs, "team"),
      header(named === null ? "Team" : plainForeign(named.name, MAX_TEAM_NAME)),
      context(
        [
          weekdayInWords(today),
          counted(people.length, "person", "people"),
          ...(first === null ? verdictCounts(all) : []),
        ].join(" · "),
      ),
      actions([
        ...teamMenu(values),
        metricMenu(location),
        ...(edits ? [setButton()] : []),
        exportButton(named?._id ?? EVERYONE),
        ...(values.setsBoard === true ? [boardButton(named?._id ?? EVERYONE)] : []),
      ]),
      ...(first === null ? figuresPart(values, of(team)) : [section(noDataInWords(first))]),
      context(
        values.freshness.map((one) => freshnessLine(one, values)).join(" · ") || "No data source is connected yet.",
      ),
    ],
    encodeLocation(location),
  );
}

function figuresPart(values: TeamPage, team: readonly TeamLine[]): readonly KnownBlock[] {
  const notes = staleNotes([...team, ...values.people.flatMap(({ overview }) => overview.goals)], values);
  return [
    ...teamGoals(team, values),
    header("People"),
    ...notes.map(context),
    ...peoplePart(values),
    ...othersPart(values.others),
    ...(typeof values.movers === "string" ? [context(values.movers)] : []),
  ];
}

function teamGoals(
  lines: readonly TeamLine[],
  { edits, freshness, of = null, ...display }: TeamPage,
): readonly KnownBlock[] {
  if (lines.length === 0) return [];
  const set = lines.filter(({ origin }) => origin === "set");
  const sums = lines.filter(({ origin }) => origin === "sum");
  const mark = staleMark(freshness, display);
  const team = of?._id ?? EVERYONE;
  const whose = encodeTeamSubject(team);
  const card = (line: TeamLine) =>
    goalCardWithTrend(line, { whose, mark, more: edits ? editButtons(line, { team }) : [] });
  return [
    header("Team goals"),
    ...goalCards(set, { most: MAX_TEAM_GOALS, card }),
    ...(sums.length === 0
      ? []
      : [context("Sum of individual goals (no team goal set)"), ...sumRows(sums, { whose, mark })]),
  ];
}

/** The first sums each with their button, the rest as few blocks as hold them. */
function sumRows(
  lines: readonly TeamLine[],
  { whose, mark }: { readonly whose: string; readonly mark: StaleMark },
): readonly KnownBlock[] {
  const words = (line: TeamLine) =>
    `${foreign(line.title)}, ${line.period}: *${goalFigures(line)}*${mark(line)} · ${standing(line)}`;
  const [asked, rest] = [lines.slice(0, SUMS_WITH_WHY), lines.slice(SUMS_WITH_WHY)];
  return [
    ...asked.map((line) => ({ ...section(words(line)), accessory: whyButton(line, whose) })),
    ...sections(rest.map(words)),
  ];
}

/** "🔴 behind · 3 of 16 today, or 17 a day after". */
function standing(line: TeamLine): string {
  return [verdictWords(line), needInWords(line)].filter((words) => words !== "").join(" · ");
}

function peoplePart({ people, location, freshness, tabs: shownTabs }: TeamPage): readonly KnownBlock[] {
  if (people.length === 0) {
    const then = shownTabs.includes("admin") ? "Unmatched people are on the *Admin* page." : "";
    return [section(`No figures or goals yet. Run \`/sync\` to match people. ${then}`.trimEnd())];
  }
  const pages = Math.ceil(people.length / PEOPLE_A_PAGE);
  const at = { ...location, page: Math.min(location.page, pages - 1) };
  const shown = people.slice(at.page * PEOPLE_A_PAGE, (at.page + 1) * PEOPLE_A_PAGE);
  const mark = staleSign(freshness);
  const count = pages === 1 ? [] : [context(`Page ${at.page + 1} of ${pages}`)];
  return [...shown.map((one) => teammateRow(one, { at, mark })), ...count, ...pager(at, pages)];
}

function othersPart(others: readonly string[]): readonly KnownBlock[] {
  if (others.length === 0) return [];
  const names = others.map((name) => foreign(name, 40));
  return [context(`No goals or figures yet: ${someOf(names, MAX_NAMES)}`)];
}
