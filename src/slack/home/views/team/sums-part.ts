import type { KnownBlock } from "@slack/types";
import type { TeamLine, TeamOverview } from "../../../../goals/overview";
import { PERIODS } from "../../../../goals/range-sums";
import { isUnread } from "../../../../goals/status";
import { firstNeed, onTrackIn } from "../../../../goals/teams/standings";
import { METRICS, metricOf } from "../../../../metrics/metrics";
import { exactFigure, figure } from "../../../../words/figures";
import { RUNNING_PERIOD } from "../../../goals/pace-view";
import { partInWords } from "../../../goals/team/team-rows-view";
import { actions, header } from "../../../ui/blocks";
import { alignedTables, type Columns } from "../../../ui/columns";
import type { StaleMark } from "../../../ui/stale-marks";
import { capitalized } from "../../../ui/text";
import { metricWhyButton } from "../../../why/button-view";

/** What the sums of a team are shown with. */
interface Beside {
  /** The people whose goals are summed. */
  readonly members: TeamOverview["members"];
  /** The team as the subject of a question. */
  readonly whose: string;
  readonly sign: StaleMark;
  /** Whether all goals begin today, so that nobody is on track by having done nothing. */
  readonly fresh: boolean;
}

/**
 * The sums of individual goals in one table: below each period a row a metric with what is done, what all goals of it add up to and how
 * many people are on track. A sum has no verdict of its own, and nothing of today's: one person's lead covers another's gap, so that it would be at odds with
 * who is behind. Nothing where there are none.
 */
export function sumsPart(lines: readonly TeamLine[], beside: Beside): readonly KnownBlock[] {
  if (lines.length === 0) return [];
  // Where all begins, there is nothing yet whose records could be asked for.
  const types = beside.fresh ? [] : METRICS.map(({ type }) => type);
  const asked = types.flatMap((type) => firstNeed(lines.filter((line) => line.type === type)) ?? []);
  return [
    header("Team totals"),
    alignedTables([tableOf(lines, beside)]),
    ...(asked.length === 0 ? [] : [actions(asked.map((line) => metricWhyButton(line, beside.whose)))]),
  ];
}

/** "This month  Done  Goal  On track", a row a metric, a blank line, "This week", and so on: one table, so that all columns stand below each other. */
function tableOf(lines: readonly TeamLine[], { members, sign, fresh }: Beside): Columns {
  const heads = fresh ? ["Goal"] : ["Done", "Goal", "On track"];
  const rows = [...PERIODS].reverse().flatMap((period) => {
    const own = lines.filter((line) => line.period === period);
    const cells = own.map((line) => [
      metricOf(line.type).short,
      ...(fresh ? [] : [doneInWords(line)]),
      exactFigure(line.target, line.unit),
      ...(fresh ? [] : [onTrackInWords(line, members)]),
      sign(line).trim(),
    ]);
    const blank = [...heads.map(() => ""), ""];
    return own.length === 0 ? [] : [["", ...blank], [capitalized(RUNNING_PERIOD[period]), ...blank], ...cells];
  });
  const [, [first = ""] = [], ...others] = rows;
  return [[first, ...heads, ""], ...others];
}

/** "$35,992"; "?" where nothing of it was read. */
function doneInWords(line: TeamLine): string {
  return isUnread(line) && line.current === 0 ? "?" : figure(line.current, line.unit);
}

/** "1 of 2": of those who have a goal of the metric and period, how many are not behind in it, by what is known. */
function onTrackInWords({ type, period }: TeamLine, members: TeamOverview["members"]): string {
  const onTrack = onTrackIn(members, { type, period });
  return onTrack === null ? "–" : partInWords(onTrack);
}
