import type { KnownBlock } from "@slack/types";
import { standingApart } from "../../../goals/metric-goals";
import type { Overview } from "../../../goals/overview";
import type { OwnOverview } from "../../../goals/overview-store";
import { METRICS, type MetricType } from "../../../metrics/metrics";
import type { Progress } from "../../../sync/report";
import type { Freshness } from "../../../sync/state/freshness";
import { readDays } from "../../../sync/state/read-days";
import { weekdayInWords } from "../../../words/dates";
import { goalCounts, goalNames } from "../../goals/list-view";
import { alsoToday, endedNote, freshStart, planInWords } from "../../goals/plan-view";
import { actions, context, header, section } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import { FIRST_SYNC_RUNS, type FirstSync, sourceTitles, updatedParts } from "../../ui/freshness";
import { shortWeekWords } from "../../ui/short-week";
import { staleSign } from "../../ui/stale-marks";
import { foreign, listed } from "../../ui/text";
import type { Tab } from "../location";
import { type HomePage, myPageButtons, page, tabs } from "./layout";
import { glancePart, isBusy } from "./my/glance-part";
import { isFolded, myGoals } from "./my/goals-part";
import { firstHistoryPage } from "./my/history-page";
import {
  agedPart,
  isStaleOrFailed,
  isSyncOnTop,
  oldPart,
  oldSourcesPart,
  planLine,
  planPart,
  smallLines,
  syncPart,
} from "./my/sources-part";
import type { Choices } from "./my-settings";

const MAX_NAMES = 3;
const PRESS_SYNC = "No data yet. Press *Sync now* below: the first sync takes a few minutes.";

export interface MyPage extends DisplayContext {
  readonly freshness: readonly Freshness[];
  /** The progress of the sync that this person requested; `null` when none is running. */
  readonly syncing: Progress | null;
  readonly overview: OwnOverview;
  readonly tabs: readonly Tab[];
  /** `null` for somebody whom no sync has seen yet. */
  readonly choices: Choices | null;
  readonly first: FirstSync;
  /** Names of those who set goals, for a person without any; the person is not among them. */
  readonly goalSetters: readonly string[];
}

/** App Home of a full member: what today asks, what is behind, the rest, then this week and this month. */
export function myPage(values: MyPage, location?: string): HomePage {
  const { overview } = values;
  return page(
    [
      ...tabs(values.tabs, "me"),
      header(weekdayInWords(overview.today)),
      ...todayPart(values),
      ...endedNote(overview).map(context),
      ...laterPart(values),
      ...goalsPart(values),
      ...weekAndMonth(values),
      ...lastButtons(values),
    ],
    location,
  );
}

/** Lists in lines what stands beside what today asks: what makes it so much, how old the figures are, and what else is done. */
function besideToday(values: MyPage): readonly string[] {
  const { overview, first } = values;
  const { goals, shortWeek } = overview;
  const known = [...countsPart(overview), ...shortWeekWords(shortWeek, goals)];
  const updated = updatedParts(values.freshness, values).join(", ");
  return [
    first === null ? known : [],
    [...(updated === "" ? [] : [updated]), ...(first === null ? alsoToday(overview) : [])],
  ].flatMap((line) => (line.length === 0 ? [] : [line.join(". ")]));
}

/** That all goals begin, which their rows leave out; or "Goals: 🔴 2 behind, 🟢 4 on pace" where rows are folded, and not each is seen at a glance. */
function countsPart(overview: Overview): readonly string[] {
  const counts = goalCounts({ ...overview, goals: standingApart(overview.goals) }).join(", ");
  if (counts === "") return [];
  if (freshStart(overview) !== null) return [counts];
  return isFolded(overview) ? [`Goals: ${counts}`] : [];
}

/** The metrics of which something stands on the page. */
function shownMetrics({ goals, glance }: Overview): readonly MetricType[] {
  const shown = new Set([...goals, ...glance.filter(isBusy)].map(({ type }) => type));
  return METRICS.filter(({ type }) => shown.has(type)).map(({ type }) => type);
}

/**
 * What today asks, right above what may be missing in the figures, which asks nothing of a rep; or what to do first while there is nothing to
 * show, above what is known of the sources.
 */
function todayPart(values: MyPage): readonly KnownBlock[] {
  const { overview, freshness } = values;
  const missing = nothingToShow(values);
  const lines = besideToday(values);
  const beside = smallLines(lines);
  if (missing !== null) return [section(missing), ...agedPart(values), ...oldSourcesPart(freshness, values), ...beside];
  const plan = planOf(values);
  if (isOld(values)) {
    return [...(plan === null ? [] : [planLine(plan)]), ...oldPart(values, shownMetrics(overview)), ...beside];
  }
  return plan === null ? beside : planPart(plan, { ...values, lines });
}

/** What today asks; `null` where there is no goal or no figure. */
function planOf({ overview, first }: MyPage): string | null {
  return first === null ? planInWords(overview.goals, overview) : null;
}

/** Tells whether figures may be missing for another reason than that the last sync was hours ago, or come right now. */
function isOld({ freshness, syncing }: MyPage): boolean {
  return freshness.some(isStaleOrFailed) || syncing !== null;
}

/** Says of what age the last full sync is where today asks nothing, beside which it would be said. */
function laterPart(values: MyPage): readonly KnownBlock[] {
  const isSaid = nothingToShow(values) !== null || isOld(values) || planOf(values) !== null;
  return isSaid ? [] : agedPart(values);
}

/** *Sync now*, unless it stands at the top, plain where a source is broken, which no sync mends, and the ways to one's history and one's settings. */
function lastButtons(values: MyPage): readonly KnownBlock[] {
  const buttons = values.choices === null ? [] : [...myPageButtons(firstHistoryPage(values.overview))];
  if (!isSyncOnTop(values, { old: nothingToShow(values) === null })) {
    return syncPart(null, buttons, { quiet: values.freshness.some(({ state }) => state === "failed") });
  }
  return buttons.length === 0 ? [] : [actions(buttons)];
}

function goalsPart(values: MyPage): readonly KnownBlock[] {
  const { overview } = values;
  const { goals } = overview;
  if (goals.length === 0) return [header("My goals"), section(noGoals(values))];
  if (values.first !== null) {
    return [header("My goals"), section(goalNames(goals, "Progress appears here as soon as there's data."))];
  }
  return myGoals(overview, staleSign(values.freshness));
}

function weekAndMonth(values: MyPage): readonly KnownBlock[] {
  const { overview, freshness, days, now } = values;
  if (nothingToShow(values) !== null) return [];
  const { isRead } = readDays({ states: freshness, days, now });
  return [header("This week and month"), ...glancePart(overview.glance, { isRead, ...overview })];
}

/** Says why there are no figures, and what brings them; `null` where there are any. */
function nothingToShow({ overview, freshness, choices, first }: MyPage): string | null {
  if (first !== null && overview.glance.length > 0) return first === "running" ? FIRST_SYNC_RUNS : PRESS_SYNC;
  if (first === "running") return FIRST_SYNC_RUNS;
  if (overview.glance.length > 0) return null;
  const read = freshness.some(({ asOf }) => asOf !== null);
  if (!read && freshness.every(({ state }) => state === "off")) {
    return `No data source is connected yet. Once an admin connects ${sourceTitles("or")}, figures appear here.`;
  }
  if (!read) return PRESS_SYNC;
  if (choices === null) return "We haven't met yet. Press *Sync now* below and I'll find you in each data source.";
  return "No figures yet. Expected some? `/sync` lists who couldn't be matched.";
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
