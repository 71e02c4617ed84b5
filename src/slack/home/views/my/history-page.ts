import type { Button } from "@slack/types";
import { latestMonthsBack } from "../../../../goals/trends/history";
import type { Progress } from "../../../../sync/report";
import type { DayRange } from "../../../../time/day";
import type { ReaderDay } from "../../../../time/reader-day";
import { monthInWords } from "../../../../words/dates";
import { historyExportButton } from "../../../exports/export-view";
import { goingOnPart, monthsOnly } from "../../../goals/past/going-on-view";
import { historyWhy, NOTHING_ENDED, periodBlocks, type ShownHistory } from "../../../goals/past/history-view";
import { type MonthBeside, monthsBeside } from "../../../goals/past/months-beside";
import { summaryBlocks, unreadPart } from "../../../goals/past/summary-view";
import { actions, button, header } from "../../../ui/blocks";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { backToMyPage, type HomePage, PAGE_BACK, PAGE_ON, page, tabs } from "../layout";
import { syncPart } from "./sources-part";

/** The month at page 1 is the one that goes on, so that 0 is one's page itself. */
export const FIRST_HISTORY_PAGE = 1;
/** Two years: older months are there, and nobody turns so many pages. */
export const LAST_HISTORY_PAGE = 25;

export interface HistoryPage extends Omit<ShownHistory, "other"> {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  /** The progress of the sync that this person requested; `null` when none is running. */
  readonly syncing: Progress | null;
}

/** The page at which history opens on a day: last month's in the first seven days of a month, else this month's. */
export function firstHistoryPage(reader: ReaderDay): number {
  return FIRST_HISTORY_PAGE + latestMonthsBack(reader);
}

/**
 * What one's goals came to in a month: result, target, reached or missed; while the month goes on, first how its goals stand so far. The
 * week and the day that go on are on one's own page.
 */
export function historyPage({ tabs: all, location, syncing, ...history }: HistoryPage): HomePage {
  const { month, histories, running } = history;
  const goesOn = location.page === FIRST_HISTORY_PAGE;
  const told = monthsOnly<ShownHistory>(history);
  return page(
    [
      ...tabs(all, "me"),
      header(`History: ${monthInWords(month.from)}${goesOn ? " so far" : ""}`),
      ...summaryBlocks(told),
      actions([
        backToMyPage(),
        ...historyWhy(told),
        ...turns(location, month),
        ...(histories.length === 0 ? [] : [historyExportButton(month.from)]),
      ]),
      ...periodBlocks(told, {
        unsynced: syncing === null ? unreadPart(told) : syncPart(syncing, []),
        ...(goesOn && running.length > 0 ? { nothing: NOTHING_ENDED } : {}),
      }),
      ...goingOnPart(history, { where: (isOne) => `, so ${isOne ? "it's" : "they're"} on your page` }),
    ],
    encodeLocation(location),
  );
}

/** "‹ September" and "November ›", to the months before and after this one. */
function turns(location: HomeLocation, month: DayRange): readonly Button[] {
  const { page: at } = location;
  const { before, after } = monthsBeside(month);
  const turn = (action: string, { label, spoken }: MonthBeside, to: number) =>
    button(action, label, { value: encodeLocation({ ...location, page: to }), accessibility_label: spoken });
  return [
    ...(at < LAST_HISTORY_PAGE ? [turn(PAGE_BACK, before, at + 1)] : []),
    ...(at > FIRST_HISTORY_PAGE ? [turn(PAGE_ON, after, at - 1)] : []),
  ];
}
