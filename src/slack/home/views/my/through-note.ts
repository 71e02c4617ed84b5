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

/**
 * "*vs last*: same days last week. *Bars*: a workday each. Both through Tue, Oct 27": what stands beside the figures,
 * and up to when, said once for both where they end alike. Nothing where there is neither.
 */
export function throughNote(compared: readonly ComparedTable[], bars: RecentBars | null): readonly string[] {
  const [first] = compared;
  const what = compared.map(({ noun }) => noun).join(" and ");
  const drawn = bars === null ? [] : [{ words: `*Bars*: a ${bars.noun} each`, through: bars.last }];
  const versus = first === undefined ? [] : [{ words: `*vs last*: same days last ${what}`, through: first.through }];
  const gaps = bars?.hasGaps ? ["Some bars lack days not synced yet"] : [];
  const said = [...versus, ...drawn];
  return said.length === 0 ? [] : [[...endingIn(said, bars), ...gaps].join(". ")];
}

/** Says up to when each goes, and of both in the same words where no day of the bars is missing at the end. */
function endingIn(
  said: readonly { readonly words: string; readonly through: Day }[],
  bars: RecentBars | null,
): readonly string[] {
  const [first] = said;
  if (first !== undefined && said.length > 1 && bars?.isUpToDate === true) {
    return [...said.map(({ words }) => words), `Both ${until(first.through)}`];
  }
  return said.map(({ words, through }) => `${words}, ${until(through)}`);
}

/** "through Tue, Oct 27", a date that a phone does not break. */
function until(day: Day): string {
  return `through ${weekdayInWords(day).replaceAll(" ", "\u00a0")}`;
}
