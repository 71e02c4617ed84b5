import type { KnownBlock } from "@slack/types";
import { byMetric } from "../../../../goals/metric-goals";
import type { TeamLine } from "../../../../goals/overview";
import { firstNeed } from "../../../../goals/teams/standings";
import { EVERYONE } from "../../../../people/permissions";
import type { Freshness } from "../../../../sync/state/freshness";
import type { Day } from "../../../../time/day";
import { editButtons } from "../../../goals/form-view";
import { goalLine } from "../../../goals/list-view";
import { metricRow } from "../../../goals/metric-row-view";
import { freshStart } from "../../../goals/plan-view";
import { sumsInWords, TEAM_NEED_TODAY } from "../../../goals/team/team-rows-view";
import { trendButton } from "../../../goals/trend-button-view";
import { actions, context, header, section } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import { type StaleMark, staleMark } from "../../../ui/stale-marks";
import { encodeTeamSubject, whyButton } from "../../../why/button-view";
import { goalCards } from "../figures";

const MAX_TEAM_GOALS = 16;

/** What the team's goals are shown by. */
export interface TeamGoalsValues extends DisplayContext {
  readonly today: Day;
  readonly edits: boolean;
  readonly freshness: readonly Freshness[];
  /** The named team; `null` for Everyone. */
  readonly of?: { readonly _id: string } | null;
}

/** The team's goals: those that were set with their buttons, then the sums of individual goals. */
export function teamGoals(
  lines: readonly TeamLine[],
  { edits, freshness, today, of = null, ...display }: TeamGoalsValues,
): readonly KnownBlock[] {
  if (lines.length === 0) return [];
  const set = lines.filter(({ origin }) => origin === "set");
  const sums = lines.filter(({ origin }) => origin === "sum");
  const mark = staleMark(freshness, display);
  const team = of?._id ?? EVERYONE;
  const whose = encodeTeamSubject(team);
  const card = (line: TeamLine) => [
    section(goalLine(line, mark)),
    actions([whyButton(line, whose), trendButton(line, whose), ...(edits ? editButtons(line, { team }) : [])]),
  ];
  return [
    header("Team goals"),
    ...goalCards(set, { most: MAX_TEAM_GOALS, card }),
    ...(sums.length === 0
      ? []
      : [
          context(`${sumsInWords(sums)} ${TEAM_NEED_TODAY}`),
          ...sumRows(sums, { whose, mark, fresh: freshStart({ goals: sums, today }) !== null }),
        ]),
  ];
}

/** A row a metric, with the button to what it is the sum of. */
function sumRows(
  lines: readonly TeamLine[],
  { whose, ...shown }: { readonly whose: string; readonly mark: StaleMark; readonly fresh: boolean },
): readonly KnownBlock[] {
  return byMetric(lines).map((metric) => {
    const row = section(metricRow(metric, shown.mark, { brief: true, fresh: shown.fresh }));
    const asked = firstNeed(metric.goals);
    return asked === undefined ? row : { ...row, accessory: whyButton(asked, whose) };
  });
}
