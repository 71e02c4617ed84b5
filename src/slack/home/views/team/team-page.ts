import type { KnownBlock } from "@slack/types";
import type { Overview, TeamLine } from "../../../../goals/overview";
import { standings } from "../../../../goals/teams/standings";
import type { Progress } from "../../../../sync/report";
import type { Freshness } from "../../../../sync/state/freshness";
import type { Day } from "../../../../time/day";
import { weekdayInWords } from "../../../../words/dates";
import { type EndedPeople, endedPart } from "../../../digests/recaps/ended-view";
import { freshStart, ownNeedToday, theirToday } from "../../../goals/plan-view";
import { STATUSES } from "../../../goals/status-words";
import type { AwayToday } from "../../../goals/team/away";
import { behindPart, behindTitle } from "../../../goals/team/behind-view";
import { rowHead } from "../../../goals/team/row-head";
import type { PickableTeam } from "../../../goals/team/team-choice";
import { actions, context, header, section } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import { type FirstSync, noDataInWords, updatedParts } from "../../../ui/freshness";
import { pageButtons } from "../../../ui/pagination";
import { staleSign } from "../../../ui/stale-marks";
import { counted, foreign, plainForeign, someOf, unbrokenParts } from "../../../ui/text";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { type HomePage, PAGE_BACK, PAGE_ON, page, tabs } from "../layout";
import { agedPart, oldSourcesPart } from "../my/sources-part";
import { goalsButton, type Teammate, teammateRow } from "../person-page";
import { isAsked } from "./asked";
import { teamGoals } from "./goals-part";
import { FIRST_LIST_PAGE, filtersPart, teamButtons, teamMenuRow } from "./team-buttons";

const PEOPLE_A_PAGE = 12;

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
  /** The progress of the sync that the reader requested; `null` when none is running. */
  readonly syncing: Progress | null;
  /** Whether the reader may change goals: only then is there any button that does. */
  readonly edits: boolean;
  /** Whether the reader may change the team's leaderboard. */
  readonly setsBoard?: boolean;
  /** The named team that it shows; `null` for Everyone. */
  readonly of?: { readonly _id: string; readonly name: string } | null;
  /** The teams that the reader may see. */
  readonly choices?: readonly PickableTeam[];
  /** Who is away today. */
  readonly away?: readonly AwayToday[];
  /** Who is in the team for some days only, and which days count where. */
  readonly movers?: string | null;
  /** What the week and the month that ended came to for each, on the first day of all goals. */
  readonly ended?: EndedPeople;
  /** Slack id of whoever looks: they are counted, and have no row among those who need them. */
  readonly reader?: string;
  /** Slack's id of the workspace, by which there is a link to each; without it there is none. */
  readonly workspace?: string | null;
  /** The reader's own figures. */
  readonly own?: Overview;
}

/** Who needs their manager and the team's goals, or from page 1 on everybody's pace, a line each; `location` says of which metric and period. */
export function teamPage(values: TeamPage): HomePage {
  const { location, first } = values;
  const isList = location.page > 0;
  return page(
    [
      ...tabs(values.tabs, "team"),
      ...teamMenuRow(values),
      header(titleOf(values)),
      context(unbrokenParts(lineOfDay(values))),
      ...(first === null ? agedPart(values, { quiet: true }) : []),
      ...(first === null ? oldSourcesPart(values.freshness, values) : []),
      ...(first === null ? figuresPart(values, isList) : [section(noDataInWords(first)), ...filtersPart(location)]),
      ...(isList ? [] : [actions(teamButtons(values))]),
      ...(values.freshness.every(({ state }) => state === "off") ? [context("No data source is connected yet.")] : []),
    ],
    encodeLocation(location),
  );
}

/** "Who needs you in West", "Everyone's numbers in West"; where there is nothing of either, "West". */
function titleOf({ location, first, people, of: named = null }: TeamPage): string {
  const name = named === null ? null : plainForeign(named.name, MAX_TEAM_NAME);
  if (first !== null || people.length === 0) return name ?? "Team";
  if (location.page === 0) return behindTitle(named);
  return name === null ? "Everyone's numbers" : `Everyone's numbers in ${name}`;
}

/** "Wed, Oct 28: 3 people, 🔴 2 behind. Updated today at 2:05 PM, Fishbowl today at 1:10 PM". */
function lineOfDay(values: TeamPage): string {
  const { today, people, first, freshness } = values;
  const who = `${weekdayInWords(today)}: ${counted(people.length, "person", "people")}`;
  const updated = updatedParts(freshness, values).join(", ");
  return `${who}${first === null ? stateInWords(values) : ""}${updated === "" ? "" : `. ${updated}`}`;
}

/** ", 🔴 2 behind": how many people are, as those below are; ". ⚪ New week: everything starts at 0" on the day on which all goals begin. */
function stateInWords({ people, location, today }: TeamPage): string {
  const goals = people.flatMap(({ overview }) => overview.goals).filter(isAsked(location));
  const fresh = freshStart({ goals, today });
  if (fresh !== null) return `. ${STATUSES["not-started"].sign} ${fresh}`;
  const { behind } = standings(people, { type: location.metric, period: location.period ?? null });
  const { sign, words } = STATUSES.behind;
  return behind.length === 0 ? "" : `, ${sign} ${behind.length.toLocaleString("en-US")} ${words}`;
}

function figuresPart(values: TeamPage, isList: boolean): readonly KnownBlock[] {
  const { location, people, freshness, away = [], movers, ended = [], others } = values;
  const team = values.team.filter(isAsked(location));
  const end = [...othersPart(others), ...(typeof movers === "string" ? [context(movers)] : [])];
  const filters = filtersPart(location);
  if (people.length === 0)
    return [...nobodyPart(values), ...filters, ...teamGoals(team, { ...values, members: people }), ...end];
  if (isList) return [...filters, ...peoplePart(values), ...end];
  const { workspace = null } = values;
  const head = rowHead({
    ...{ people, workspace, isAsked: isAsked(location) },
    last: (person) => [goalsButton(person, location)],
  });
  const shown = { asked: location, head, reader: values.reader };
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const clocks = new Map(people.map(({ userId, clock = null }) => [userId, clock]));
  return [
    ...filters,
    ...behindPart(people, {
      ...{ ...shown, away, mark: staleSign(freshness), starts: true },
      // The rest of a manager's goals is on their own page.
      plan: values.own === undefined ? null : ownNeedToday(values.own),
      instead: endedPart(ended, {
        ...shown,
        names,
        clockOf: (userId) => clocks.get(userId) ?? null,
        also: (userId) => todayOf(userId, values),
      }),
    }),
    ...teamGoals(team, { ...values, members: people }),
    ...end,
  ];
}

/** What today asks of somebody of the team, and what is done of it. */
function todayOf(userId: string, { people }: TeamPage): readonly string[] {
  return people
    .filter((person) => person.userId === userId)
    .flatMap(({ overview, clock }) => theirToday(overview, clock).map(unbrokenParts));
}

function nobodyPart({ tabs: shownTabs }: TeamPage): readonly KnownBlock[] {
  const then = shownTabs.includes("admin") ? "Unmatched people are on the *Admin* page." : "";
  return [section(`No figures or goals yet. Run \`/sync\` to match people. ${then}`.trimEnd())];
}

/** A page of everybody's rows: the first is page 1 of the location, since 0 is who needs their manager. */
function peoplePart({ people, location, freshness }: TeamPage): readonly KnownBlock[] {
  const pages = Math.ceil(people.length / PEOPLE_A_PAGE);
  const shownPage = Math.min(location.page, pages);
  const at = { ...location, page: shownPage };
  const shown = people.slice((shownPage - FIRST_LIST_PAGE) * PEOPLE_A_PAGE, shownPage * PEOPLE_A_PAGE);
  const mark = staleSign(freshness);
  const value = (to: number) => encodeLocation({ ...at, page: to + FIRST_LIST_PAGE });
  const turns = { page: shownPage - FIRST_LIST_PAGE, pages, previous: PAGE_BACK, next: PAGE_ON, value };
  const count = pages === 1 ? [] : [context(`Page ${shownPage} of ${pages}`)];
  return [...shown.map((one) => teammateRow(one, { at, mark })), ...count, ...pageButtons(turns)];
}

function othersPart(others: readonly string[]): readonly KnownBlock[] {
  if (others.length === 0) return [];
  const names = others.map((name) => foreign(name, 40));
  return [context(`No goals or figures yet: ${someOf(names, MAX_NAMES)}`)];
}
