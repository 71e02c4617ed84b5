import type { KnownBlock } from "@slack/types";
import type { Overview } from "../../../goals/overview";
import type { Progress } from "../../../sync/report";
import type { Freshness } from "../../../sync/state/freshness";
import { weekdayInWords } from "../../../words/dates";
import { goalNames } from "../../goals/list-view";
import { endedNote } from "../../goals/pace-view";
import { progressLine } from "../../sync/progress-view";
import { actions, button, context, DIVIDER, header, section } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import {
  FIRST_SYNC_RUNS,
  type FirstSync,
  freshnessLine,
  sourceTitles,
  staleMark,
  staleNotes,
} from "../../ui/freshness";
import { foreign, listed } from "../../ui/text";
import type { Tab } from "../location";
import { glanceTable, goalCard, goalCards, goalCardWithTrend, verdictCounts } from "./figures";
import { type HomePage, page, tabs } from "./layout";
import { type Choices, mySettings } from "./my-settings";

/** More goals have one button each, so that the page has room for all. */
const MAX_WITH_TREND = 10;
const MAX_GOALS = 40;
const MAX_NAMES = 3;

export interface MyPage extends SourcesValues {
  readonly overview: Overview;
  readonly tabs: readonly Tab[];
  /** `null` for somebody whom no sync has seen yet. */
  readonly choices: Choices | null;
  readonly first: FirstSync;
  /** Names of those who set goals, for a person without any; the person is not among them. */
  readonly goalSetters: readonly string[];
}

/** App Home of a full member: one's own figures, goals, sources and settings. */
export function myPage(values: MyPage, location?: string): HomePage {
  const { overview, choices, first } = values;
  return page(
    [
      ...tabs(values.tabs, "me"),
      header("At a glance"),
      context([weekdayInWords(overview.today), ...(first === null ? verdictCounts(overview.goals) : [])].join(" · ")),
      ...endedNote(overview).map(context),
      ...glance(values),
      header("My goals"),
      ...goalsPart(values),
      DIVIDER,
      ...sourcesPart(values),
      ...(choices === null ? [] : [DIVIDER, ...mySettings(choices, values)]),
    ],
    location,
  );
}

function goalsPart(values: MyPage): readonly KnownBlock[] {
  const { goals } = values.overview;
  if (goals.length === 0) return [section(noGoals(values))];
  if (values.first !== null) return [section(goalNames(goals, "Progress appears here as soon as there's data."))];
  const mark = staleMark(values.freshness, values);
  const card = goals.length > MAX_WITH_TREND ? goalCard : goalCardWithTrend;
  return goalCards(goals, { most: MAX_GOALS, card: (line) => [card(line, { mark })].flat() });
}

function glance(values: MyPage): readonly KnownBlock[] {
  const { overview, freshness, choices, first } = values;
  if (first === "running") return [section(FIRST_SYNC_RUNS)];
  if (overview.glance.length > 0) {
    return [glanceTable(overview.glance), ...staleNotes(overview.glance, values).map(context)];
  }
  const read = freshness.some(({ asOf }) => asOf !== null);
  if (!read && freshness.every(({ state }) => state === "off")) {
    return [
      section(`No data source is connected yet. Once an admin connects ${sourceTitles("or")}, figures appear here.`),
    ];
  }
  if (!read) return [section("No data yet. Press *Sync now* below: the first sync takes a few minutes.")];
  if (choices === null)
    return [section("We haven't met yet. Press *Sync now* below and I'll find you in each data source.")];
  return [section("No figures yet. Expected some? `/sync` lists who couldn't be matched.")];
}

/** Sends those who may set goals to do so, and everybody else to somebody who may. */
function noGoals({ tabs: shownTabs, goalSetters }: MyPage): string {
  if (shownTabs.includes("team")) return "No goals of your own yet. Set goals on the *Team* page, above.";
  const then = "Once you have a goal, its pace shows here.";
  if (goalSetters.length === 0) return `No goals yet. Managers set them. ${then}`;
  const names = goalSetters.slice(0, MAX_NAMES).map((name) => foreign(name));
  const more = goalSetters.length - names.length;
  return `No goals yet. Ask ${listed([...names, ...(more > 0 ? ["another manager"] : [])], "or")}. ${then}`;
}

export const SYNC_NOW = "sync_now";

export interface SourcesValues extends DisplayContext {
  readonly freshness: readonly Freshness[];
  /** The progress of the sync that this person requested; `null` when none is running. */
  readonly syncing: Progress | null;
}

/** How old the figures are, source by source, and the button that makes them new. */
function sourcesPart({ freshness, syncing, ...display }: SourcesValues): readonly KnownBlock[] {
  const lines = freshness.map((one) => freshnessLine(one, display));
  return [
    header("Data sources"),
    ...(lines.length === 0 ? [] : [section(lines.join("\n"))]),
    syncing === null
      ? actions([button(SYNC_NOW, "Sync now", { style: "primary" })])
      : section(`⏳ *Syncing now:* ${progressLine(syncing)}\nThe report comes to our DM.`),
  ];
}
