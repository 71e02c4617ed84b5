import type { Period } from "../../../goals/goal";
import type { GoalLine } from "../../../goals/overview";
import { PERIODS } from "../../../goals/range-sums";
import { isBehind } from "../../../goals/status";
import { firstNeed } from "../../../goals/teams/standings";
import type { GoalHistory } from "../../../goals/trends/history";
import type { PastPeriod } from "../../../goals/trends/past-period";
import { percent } from "../../../words/figures";
import { counted, foreign, metricNoun } from "../../ui/text";
import { standing } from "../pace-view";
import { OUTCOMES } from "../status-words";

/**
 * "*Reached 1 of 2 monthly goals* · weekly calls goal in 3 of 4 weeks · daily goals 40 of 44 times", as mrkdwn. A month judges a goal once, and
 * shorter periods often, so that neither is taken for a number of goals; of several goals the weeks and days are no weeks and days but
 * times. What is not synced is judged by nobody, which is said last. `null` where none was judged.
 */
export function summaryInWords(histories: readonly GoalHistory[]): string | null {
  const [first, ...others] = [...PERIODS].reverse().flatMap((period) =>
    tallyInWords(
      histories.filter((history) => history.period === period),
      period,
    ),
  );
  if (first === undefined) return null;
  const isPart = histories.some(({ periods }) => periods.some(({ outcome }) => outcome === "unread"));
  return [`*Reached ${first}*`, ...others, ...(isPart ? [OUTCOMES.unread.words] : [])].join(" · ");
}

function tallyInWords(histories: readonly GoalHistory[], period: Period): readonly string[] {
  const judged = histories
    .map(({ periods }) => periods.filter(({ outcome }) => outcome === "reached" || outcome === "missed"))
    .filter((periods) => periods.length > 0);
  const all = judged.flat();
  if (all.length === 0) return [];
  const reached = all.filter(({ outcome }) => outcome === "reached").length.toLocaleString("en-US");
  if (period === "monthly") return [`${reached} of ${counted(all.length, "monthly goal")}`];
  const [own] = all;
  if (judged.length > 1 || own === undefined) return [`${period} goals ${reached} of ${counted(all.length, "time")}`];
  return period === "weekly"
    ? [`weekly ${metricNoun(own.type, 0)} goal in ${reached} of ${counted(all.length, "week")}`]
    : [`daily ${metricNoun(own.type, 0)} goal on ${reached} of ${counted(all.length, "day")}`];
}

/**
 * Names what is worth knowing of a month: of the monthly goals that were missed the one that came least far, while it goes on the one
 * that has most to catch up, else the one that came furthest; `null` where there is none.
 */
export function worthKnowing(histories: readonly GoalHistory[], running: readonly GoalLine[]): string | null {
  const months = histories.filter(({ period }) => period === "monthly").flatMap(({ periods }) => periods);
  const share = ({ value, target }: PastPeriod) => value / target;
  const [worst] = months.filter(({ outcome }) => outcome === "missed").sort((a, b) => share(a) - share(b));
  if (worst !== undefined)
    return `Furthest off: *${foreign(worst.title)}*, ${percent(worst.value, worst.target)} of its goal`;
  const behind = firstNeed(running.filter(isBehind));
  if (behind !== undefined) return `Most to catch up: *${foreign(behind.title)}*, ${standing(behind).words}`;
  const [best] = months.filter(({ outcome }) => outcome === "reached").sort((a, b) => share(b) - share(a));
  return best === undefined ? null : `Best: *${foreign(best.title)}*, ${percent(best.value, best.target)} of its goal`;
}
