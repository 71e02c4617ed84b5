import type { KnownBlock } from "@slack/types";
import type { GoalHistory } from "../../../../goals/trends/history";
import type { PastPeriod } from "../../../../goals/trends/past-period";
import type { Day, DayRange } from "../../../../time/day";
import { monthInWords, rangeInWords } from "../../../../words/dates";
import { exactFigure, figure, neededFigure } from "../../../../words/figures";
import { historyExportButton } from "../../../exports/export-view";
import { OUTCOMES } from "../../../goals/status-words";
import { actions, button, context, header, section } from "../../../ui/blocks";
import { counted, foreign } from "../../../ui/text";
import { whyButton } from "../../../why/button-view";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { backToMyPage, type HomePage, PAGE_BACK, PAGE_ON, page, tabs } from "../layout";

/** The month at page 1 is the one that goes on, so that 0 is one's page itself. */
export const FIRST_HISTORY_PAGE = 1;
/** In the first days of a month there is little of it to look back on: then the one before is shown first. */
const FIRST_DAYS = 7;
/** Two years: older months are there, and nobody turns so many pages. */
export const LAST_HISTORY_PAGE = 25;
const MAX_GOALS = 40;

export interface HistoryPage {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly month: DayRange;
  readonly histories: readonly GoalHistory[];
  /** Nothing ended in the month that goes on, so that there is no page of it to turn to. */
  readonly nothingNewer?: boolean;
}

/** The page at which history opens on a day: last month's in the first seven days of a month, else this month's. */
export function firstHistoryPage(today: Day): number {
  return Number(today.slice(8)) <= FIRST_DAYS ? FIRST_HISTORY_PAGE + 1 : FIRST_HISTORY_PAGE;
}

/** One's past periods of a month: target, result, reached or missed. */
export function historyPage({ tabs: all, location, month, histories, nothingNewer = false }: HistoryPage): HomePage {
  const running = location.page === FIRST_HISTORY_PAGE;
  const title = `History: ${monthInWords(month.from)}${running ? " so far" : ""}`;
  const more = histories.length - MAX_GOALS;
  return page(
    [
      ...tabs(all, "me"),
      header(title),
      actions([
        backToMyPage(),
        ...turns(location, { nothingNewer }),
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

function turns(location: HomeLocation, { nothingNewer }: { readonly nothingNewer: boolean }) {
  const to = (page: number) => encodeLocation({ ...location, page });
  const { page: at } = location;
  const isNewest = at === (nothingNewer ? FIRST_HISTORY_PAGE + 1 : FIRST_HISTORY_PAGE);
  return [
    ...(at < LAST_HISTORY_PAGE ? [button(PAGE_BACK, "‹ Month before", { value: to(at + 1) })] : []),
    ...(at > FIRST_HISTORY_PAGE && !isNewest ? [button(PAGE_ON, "Month after ›", { value: to(at - 1) })] : []),
  ];
}

/**
 * A goal with a line a period, its days before the result: columns would be as wide as the button beside them lets them. A daily goal
 * is one line, since nobody reads thirty.
 */
function historySection({ period, periods }: GoalHistory, month: DayRange): KnownBlock {
  const [first] = periods;
  const title = `*${foreign(first?.title ?? "")}*, ${period}`;
  if (period === "daily") return section(`${title}\n${daysInWords(periods)}`);
  const rows = periods.map(
    (one) => `${OUTCOMES[one.outcome].sign} ${rangeInWords(one, month.from)} · ${resultInWords(one)}`,
  );
  const text = section([title, ...rows].join("\n"));
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

/** "*40 of 60* · missed by 20". */
function resultInWords({ value, target, unit, outcome }: PastPeriod): string {
  const figures = `*${figure(value, unit)} of ${exactFigure(target, unit)}*`;
  switch (outcome) {
    case "reached":
      return `${figures} · reached`;
    case "missed":
      return `${figures} · missed by ${neededFigure(target - value, unit)}`;
    case "off":
      return `${figures} · no workdays`;
    case "unread":
      return `${figures} · some days not synced`;
  }
}
