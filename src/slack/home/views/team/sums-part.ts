import type { KnownBlock } from "@slack/types";
import type { TeamLine, TeamOverview } from "../../../../goals/overview";
import { PERIODS } from "../../../../goals/range-sums";
import { isUnread } from "../../../../goals/status";
import { behindIn, firstNeed } from "../../../../goals/teams/standings";
import { METRICS, metricOf } from "../../../../metrics/metrics";
import { exactFigure, figure } from "../../../../words/figures";
import { partInWords, TOTALS_NOTE, totalsName } from "../../../goals/team/team-rows-view";
import { actions, context, header, plainText } from "../../../ui/blocks";
import { alignedTables, type Columns } from "../../../ui/columns";
import type { StaleMark } from "../../../ui/stale-marks";
import { whyButtonOf } from "../../../why/button-view";

/** What the sums of a team are shown with. */
interface Beside {
  /** The people whose goals are summed. */
  readonly members: TeamOverview["members"];
  /** The team as the subject of a question. */
  readonly whose: string;
  readonly sign: StaleMark;
  /** Whether all goals begin today, so that nothing is done of any. */
  readonly fresh: boolean;
}

/**
 * The sums of individual goals in one table: below each period a row a metric with what is done, what all goals of it add up to and how many
 * people are behind. A sum has no verdict of its own, and nothing of today's: one person's lead covers another's gap, so that it would be at
 * odds with who is behind. Nothing where there are none, or on a first day of all, when what ended stands above and nothing is done yet.
 */
export function sumsPart(lines: readonly TeamLine[], beside: Beside): readonly KnownBlock[] {
  if (lines.length === 0 || beside.fresh) return [];
  const asked = METRICS.flatMap(({ type }) => firstNeed(lines.filter((line) => line.type === type)) ?? []);
  return [
    header("Team totals"),
    context(TOTALS_NOTE),
    alignedTables([tableOf(lines, beside)]),
    actions(whyButtonOf(asked, beside.whose).map((why) => ({ ...why, ...WHY_TOTALS }))),
  ];
}

/** Each person's row above has a "Why?" of its own. */
const WHY_TOTALS = { text: plainText("Why these totals?"), accessibility_label: "Why these totals?" };

/** "This month", a row a metric, a blank line, "This week", and so on: one table, so that all columns stand below each other. */
function tableOf(lines: readonly TeamLine[], { members, sign }: Beside): Columns {
  const rows = [...PERIODS].reverse().flatMap((period) => {
    const own = lines.filter((line) => line.period === period);
    const cells = own.map((line) => [
      metricOf(line.type).short,
      doneInWords(line),
      exactFigure(line.target, line.unit),
      behindInWords(line, members),
      sign(line).trim(),
    ]);
    return own.length === 0 ? [] : [[""], [totalsName(period)], ...cells];
  });
  const [, [first = ""] = [], ...others] = rows;
  // "Behind" alone is read as an amount; in one line both words are wider than a phone.
  return [[first, "", "", "People", ""], ["", "Done", "Goal", "behind", ""], ...others];
}

/** "$35,992"; "?" where nothing of it was read. */
function doneInWords(line: TeamLine): string {
  return isUnread(line) && line.current === 0 ? "?" : figure(line.current, line.unit);
}

/** "1 of 2": how many are behind of those who have a goal of the metric and period; "–" where nobody has, or has begun. */
function behindInWords({ type, period }: TeamLine, members: TeamOverview["members"]): string {
  const behind = behindIn(members, { type, period });
  return behind === null ? "–" : partInWords(behind);
}
