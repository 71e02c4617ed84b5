import { addDays, type Day, type DayRange } from "../../../../time/day";
import { monthInWords, shortMonth } from "../../../../words/dates";
import { historyExportButton } from "../../../exports/export-view";
import { periodBlocks, type ShownHistory } from "../../../goals/past/history-view";
import { summaryInWords } from "../../../goals/past/summary-view";
import { actions, button, header, section } from "../../../ui/blocks";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { backToMyPage, type HomePage, PAGE_BACK, PAGE_ON, page, tabs } from "../layout";

/** The month at page 1 is the one that goes on, so that 0 is one's page itself. */
export const FIRST_HISTORY_PAGE = 1;
/** In the first days of a month there is little of it to look back on: then the one before is shown first. */
const FIRST_DAYS = 7;
/** Two years: older months are there, and nobody turns so many pages. */
export const LAST_HISTORY_PAGE = 25;

export interface HistoryPage extends ShownHistory {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
}

/** The page at which history opens on a day: last month's in the first seven days of a month, else this month's. */
export function firstHistoryPage(today: Day): number {
  return Number(today.slice(8)) <= FIRST_DAYS ? FIRST_HISTORY_PAGE + 1 : FIRST_HISTORY_PAGE;
}

/** What one's goals came to in a month: result, target, reached or missed, and how those that go on stand so far. */
export function historyPage({ tabs: all, location, ...history }: HistoryPage): HomePage {
  const { month, histories } = history;
  const summary = summaryInWords(history);
  const goesOn = location.page === FIRST_HISTORY_PAGE;
  return page(
    [
      ...tabs(all, "me"),
      header(`History: ${monthInWords(month.from)}${goesOn ? " so far" : ""}`),
      ...(summary === null ? [] : [section(summary)]),
      actions([
        backToMyPage(),
        ...turns(location, month),
        ...(histories.length === 0 ? [] : [historyExportButton(month.from)]),
      ]),
      ...periodBlocks(history),
    ],
    encodeLocation(location),
  );
}

/** "‹ Sep" and "Nov ›", to the months before and after this one. */
function turns(location: HomeLocation, month: DayRange) {
  const turn = (action: string, { label, on, page }: { label: string; on: Day; page: number }) =>
    button(action, label, {
      value: encodeLocation({ ...location, page }),
      accessibility_label: `History of ${monthInWords(on)}`,
    });
  const { page: at } = location;
  const [before, after] = [addDays(month.from, -1), addDays(month.to, 1)];
  return [
    ...(at < LAST_HISTORY_PAGE
      ? [turn(PAGE_BACK, { label: `‹ ${shortMonth(before)}`, on: before, page: at + 1 })]
      : []),
    ...(at > FIRST_HISTORY_PAGE ? [turn(PAGE_ON, { label: `${shortMonth(after)} ›`, on: after, page: at - 1 })] : []),
  ];
}
