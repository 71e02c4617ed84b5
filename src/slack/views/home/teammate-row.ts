import type { SectionBlock } from "@slack/types";
import type { GoalLine, Overview } from "../../../goals/overview";
import { type HomePlace, placeText } from "../../home/place";
import { section } from "../blocks";
import { bar, percent } from "../figures";
import { goalFigures } from "../goals";
import { shareOfPace, verdictWords } from "../pace";
import { foreign } from "../text";
import { verdictCounts } from "./goal-cards";
import { button } from "./page";
import { TEAM_PERSON } from "./tabs";

/** Somebody of the team as their row shows them. */
export interface Teammate {
  /** Slack's member id. */
  readonly userId: string;
  readonly name: string;
  readonly overview: Overview;
}

/** One person's pace in a line, and the way to their goals. */
export function teammateRow({ userId, name, overview }: Teammate, place: HomePlace): SectionBlock {
  const lines = overview.goals.filter(({ type }) => place.metric === null || type === place.metric);
  const words = place.metric === null ? ofAll(lines) : lines.map(ofOne).join(" · ");
  return {
    ...section(`*${foreign(name)}* · ${words === "" ? "no goal" : words}`),
    accessory: button(TEAM_PERSON, "Goals", {
      value: placeText({ ...place, person: userId }),
      accessibility_label: `Goals of ${name}`.slice(0, 75),
    }),
  };
}

/** "🔴 1 behind · 🏆 1 reached · furthest behind: Calls, 51 of 400, 31 % of pace". */
function ofAll(lines: readonly GoalLine[]): string {
  const furthest = lines
    .filter(({ pace }) => pace.verdict === "behind" && pace.share !== null)
    .sort((a, b) => (a.pace.share ?? 0) - (b.pace.share ?? 0))[0];
  const worst =
    furthest === undefined
      ? []
      : [`furthest behind: ${foreign(furthest.title)}, ${goalFigures(furthest)}, ${shareOfPace(furthest)}`];
  return [...verdictCounts(lines), ...worst].join(" · ");
}

/** "▰▱▱▱▱▱▱▱▱▱ 12 % weekly, 51 of 400 🔴 behind". */
function ofOne(line: GoalLine): string {
  const { current, target, period } = line;
  return `${bar(current, target)} ${percent(current, target)} ${period}, ${goalFigures(line)} ${verdictWords(line)}`;
}
