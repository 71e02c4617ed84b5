import type { KnownBlock } from "@slack/types";
import type { TeamLine, TeamOverview } from "../../../../goals/overview";
import { EVERYONE } from "../../../../people/permissions";
import type { Freshness } from "../../../../sync/state/freshness";
import type { Day } from "../../../../time/day";
import { editButtons } from "../../../goals/form-view";
import { goalLine } from "../../../goals/list-view";
import { freshStart } from "../../../goals/plan-view";
import { trendButton } from "../../../goals/trend-button-view";
import { actions, header, section } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import { staleMark, staleSign } from "../../../ui/stale-marks";
import { whyButton } from "../../../why/button-view";
import { encodeTeamSubject } from "../../../why/payload";
import { goalCards } from "../figures";
import { sumsPart } from "./sums-part";

const MAX_TEAM_GOALS = 16;

/** What the team's goals are shown by. */
export interface TeamGoalsValues extends DisplayContext {
  readonly today: Day;
  readonly edits: boolean;
  readonly freshness: readonly Freshness[];
  readonly members: TeamOverview["members"];
  /** The named team; `null` for Everyone. */
  readonly of?: { readonly _id: string } | null;
}

/** The team's goals: those that were set with their buttons, then what individual goals add up to. */
export function teamGoals(
  lines: readonly TeamLine[],
  { edits, freshness, today, members, of = null, ...display }: TeamGoalsValues,
): readonly KnownBlock[] {
  const set = lines.filter(({ origin }) => origin === "set");
  const sums = lines.filter(({ origin }) => origin === "sum");
  const mark = staleMark(freshness, display);
  const team = of?._id ?? EVERYONE;
  const whose = encodeTeamSubject(team);
  const card = (line: TeamLine) => [
    section(goalLine(line, mark)),
    actions([whyButton(line, whose), trendButton(line, whose), ...(edits ? editButtons(line, { team }) : [])]),
  ];
  const fresh = freshStart({ goals: sums, today }) !== null;
  return [
    ...(set.length === 0 ? [] : [header("Team goals"), ...goalCards(set, { most: MAX_TEAM_GOALS, card })]),
    ...sumsPart(sums, { members, whose, sign: staleSign(freshness), fresh }),
  ];
}
