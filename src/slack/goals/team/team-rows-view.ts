import type { KnownBlock } from "@slack/types";
import type { Period } from "../../../goals/goal";
import { byMetric } from "../../../goals/metric-goals";
import type { TeamLine } from "../../../goals/overview";
import { PERIODS } from "../../../goals/range-sums";
import type { PartBehind } from "../../../goals/teams/standings";
import { METRICS } from "../../../metrics/metrics";
import { context } from "../../ui/blocks";
import type { StaleMark } from "../../ui/stale-marks";
import { capitalized, counted, metricNoun, unbrokenParts } from "../../ui/text";
import { goalFigures, RUNNING_PERIOD } from "../pace-view";
import { standingRow } from "./standing-row-view";

/**
 * The team's own goals in small print: a line a metric of those that were set for it, with how they stand, then a line a period of the sums
 * of individual ones, of which Home says the same.
 */
export function teamRows(goals: readonly TeamLine[], mark: StaleMark): readonly KnownBlock[] {
  const [set = [], sums = []] = (["set", "sum"] as const).map((one) => goals.filter(({ origin }) => origin === one));
  const parts = [
    set.length === 0 ? [] : ["*Team goals*", ...byMetric(set).map((metric) => standingRow(metric, { mark }))],
    sumLines(sums, mark),
  ].filter((lines) => lines.length > 0);
  return parts.map((lines) => context(lines.join("\n")));
}

/** What totals of a period's goals are called: "This month", and "Sum of daily goals", as what today asks of somebody is another figure: "2 of 5 today". */
export function totalsName(period: Period): string {
  return period === "daily" ? "Sum of daily goals" : capitalized(RUNNING_PERIOD[period]);
}

/** What a sum of individual goals leaves out, below whose figures it stands. */
export const TOTALS_NOTE = "Totals count only people with that goal.";

/**
 * "*Team totals this month*: wholesale $35,992 of $120,000, calls 128 of 140", below it "*This week*: calls 9 of 35", "*Sum of daily goals*: emails 2 of 5": a sum has no verdict of
 * its own, since one person's lead covers another's gap, and who is behind is said above.
 */
function sumLines(sums: readonly TeamLine[], mark: StaleMark): readonly string[] {
  const lines = [...PERIODS].reverse().flatMap((period): readonly (readonly [Period, string])[] => {
    const own = METRICS.flatMap(({ type }) => sums.filter((line) => line.type === type && line.period === period));
    const each = own.map((line) => `${metricNoun(line.type, 0)} ${goalFigures(line)}${mark(line)}`);
    return each.length === 0 ? [] : [[period, unbrokenParts(each.join(", "))]];
  });
  return lines.map(([period, figures], at) => {
    const of = period === "daily" ? "of daily goals" : RUNNING_PERIOD[period];
    return `*${at === 0 ? `Team totals ${of}` : totalsName(period)}*: ${figures}`;
  });
}

/** "1 of 2". */
export function partInWords({ count, of }: PartBehind): string {
  return `${count.toLocaleString("en-US")} of ${of.toLocaleString("en-US")}`;
}

/** "4 of 6 people": of whose goals it is the sum, where some have none; nothing where all have one, or it was set. */
export function coverage({ summed }: TeamLine): string | null {
  if (summed === undefined || summed.people === summed.of) return null;
  return `${summed.people.toLocaleString("en-US")} of ${counted(summed.of, "person", "people")}`;
}
