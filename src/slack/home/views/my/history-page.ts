import type { KnownBlock } from "@slack/types";
import type { GoalHistory } from "../../../../goals/trends/history";
import type { PastPeriod } from "../../../../goals/trends/past-period";
import type { DayRange } from "../../../../time/day";
import { monthInWords, rangeInWords } from "../../../../words/dates";
import { exactFigure, figure, neededFigure } from "../../../../words/figures";
import { historyExportButton } from "../../../exports/export-view";
import { actions, button, context, header, section } from "../../../ui/blocks";
import { counted, foreign } from "../../../ui/text";
import { whyButton } from "../../../why/button-view";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { backToMyPage, type HomePage, PAGE_BACK, PAGE_ON, page, tabs } from "../layout";

/** The month at page 1 is the one that goes on, so that 0 is one's page itself. */
export const FIRST_HISTORY_PAGE = 1;
/** Two years: older months are there, and nobody turns so many pages. */
export const LAST_HISTORY_PAGE = 25;
const MAX_GOALS = 40;

export interface HistoryPage {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly month: DayRange;
  readonly histories: readonly GoalHistory[];
}

/** One's past periods that ended in a month: target, result, reached or missed. */
export function historyPage({ tabs: all, location, month, histories }: HistoryPage): HomePage {
  const running = location.page === FIRST_HISTORY_PAGE;
  const title = `History: ${monthInWords(month.from)}${running ? " so far" : ""}`;
  const more = histories.length - MAX_GOALS;
  return page(
    [
      ...tabs(all, "me"),
      header(title),
      actions([
        backToMyPage(),
        ...turns(location),
        ...(histories.length === 0 ? [] : [historyExportButton(month.from)]),
      ]),
      ...(histories.length === 0 ? [section(running ? NOTHING_YET : NOTHING)] : []),
      ...histories.slice(0, MAX_GOALS).map((history) => historySection(history, month)),
      ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : []),
    ],
    encodeLocation(location),
  );
}

const NOTHING_YET = "Nothing of your goals has ended this month yet.";
const NOTHING = "You had no goals that month.";

function turns(location: HomeLocation) {
  const to = (page: number) => encodeLocation({ ...location, page });
  const { page: at } = location;
  return [
    ...(at < LAST_HISTORY_PAGE ? [button(PAGE_BACK, "‹ Month before", { value: to(at + 1) })] : []),
    ...(at > FIRST_HISTORY_PAGE ? [button(PAGE_ON, "Month after ›", { value: to(at - 1) })] : []),
  ];
}

/** A goal with a line a period; a daily one in one line, since nobody reads thirty. */
function historySection({ period, periods }: GoalHistory, month: DayRange): KnownBlock {
  const [first] = periods;
  const title = `*${foreign(first?.title ?? "")}*, ${period}`;
  const lines = period === "daily" ? [daysInWords(periods)] : periods.map((one) => periodInWords(one, month));
  const text = section([title, ...lines].join("\n"));
  const shown = period === "monthly" ? first : undefined;
  return shown === undefined ? text : { ...text, accessory: whyButton(shown) };
}

/** "Reached on 12 of 15 days · 2 days not read". */
function daysInWords(periods: readonly PastPeriod[]): string {
  const judged = periods.filter(({ outcome }) => outcome === "reached" || outcome === "missed");
  const reached = judged.filter(({ outcome }) => outcome === "reached").length;
  const unread = periods.length - judged.length;
  const rest = unread > 0 ? ` · ${counted(unread, "day")} not read` : "";
  return `Reached on ${reached.toLocaleString("en-US")} of ${counted(judged.length, "day")}${rest}`;
}

/** "⚫ Oct 5 – Oct 11: 40 of 60, missed by 20". */
function periodInWords({ from, to, value, target, unit, outcome }: PastPeriod, month: DayRange): string {
  const figures = `${rangeInWords({ from, to }, month.from)}: ${figure(value, unit)} of ${exactFigure(target, unit)}`;
  switch (outcome) {
    case "reached":
      return `🏆 ${figures}, reached`;
    case "missed":
      return `⚫ ${figures}, missed by ${neededFigure(target - value, unit)}`;
    case "off":
      return `⚪ ${figures}, no workdays`;
    case "unread":
      return `⚪ ${figures}, not all days have been read`;
  }
}
