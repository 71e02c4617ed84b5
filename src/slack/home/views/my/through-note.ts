import type { Day } from "../../../../time/day";
import { weekdayInWords } from "../../../../words/dates";
import type { RecentBars } from "./recent-bars";

/** The table of a period that has a change against the period before. */
export interface ComparedTable {
  /** "week" or "month". */
  readonly noun: string;
  /** The last day that is compared, the same in each table. */
  readonly through: Day;
}

/** What stands beside the figures, apart from what is compared. */
interface BesideFigures {
  readonly bars: RecentBars | null;
  /** Whether figures have anything of today in them, which nothing beside them has. */
  readonly hasToday: boolean;
}

/**
 * "Done includes today; vs last week and bars through Tue, Oct 27": up to when what stands beside the figures goes, in one line for both where
 * they end alike. Nothing where there is neither.
 */
export function throughNote(compared: readonly ComparedTable[], { bars, hasToday }: BesideFigures): readonly string[] {
  const [first, ...others] = compared;
  const done = hasToday && first !== undefined ? ["Done includes today"] : [];
  const gaps = bars?.hasGaps ? ["some bars lack days not synced yet"] : [];
  const own = bars === null ? [] : [`bars through ${weekdayInWords(bars.last)}`];
  const said = first === undefined ? own : versus(first, { others, bars, own });
  return said.length === 0 ? [] : [[...done, ...said, ...gaps].join("; ")];
}

/** What is compared, and the bars in the same words where no day of theirs is missing at the end. */
function versus(
  { noun, through }: ComparedTable,
  given: {
    readonly others: readonly ComparedTable[];
    readonly bars: RecentBars | null;
    readonly own: readonly string[];
  },
): readonly string[] {
  // With two tables it is what their column is called.
  const what = given.others.length === 0 ? `vs last ${noun}` : "vs last";
  const isOne = given.bars?.isUpToDate === true;
  return [`${what}${isOne ? " and bars" : ""} through ${weekdayInWords(through)}`, ...(isOne ? [] : given.own)];
}
