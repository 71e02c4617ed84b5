import type { KnownBlock } from "@slack/types";
import type { TeamLine } from "../../../../goals/overview";
import { EVERYONE } from "../../../../people/permissions";
import type { Freshness } from "../../../../sync/state/freshness";
import { editButtons } from "../../../goals/form-view";
import { goalFigures } from "../../../goals/list-view";
import { needInWords, verdictWords } from "../../../goals/pace-view";
import { context, header, section, sections } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import { type StaleMark, staleMark } from "../../../ui/freshness";
import { foreign } from "../../../ui/text";
import { encodeTeamSubject, whyButton } from "../../../why/button-view";
import { goalCards, goalCardWithTrend } from "../figures";

const MAX_TEAM_GOALS = 16;
const SUMS_WITH_WHY = 24;

/** What the team's goals are shown by. */
export interface TeamGoalsValues extends DisplayContext {
  readonly edits: boolean;
  readonly freshness: readonly Freshness[];
  /** The named team; `null` for Everyone. */
  readonly of?: { readonly _id: string } | null;
}

/** The team's goals: those that were set with their buttons, then the sums of individual goals. */
export function teamGoals(
  lines: readonly TeamLine[],
  { edits, freshness, of = null, ...display }: TeamGoalsValues,
): readonly KnownBlock[] {
  if (lines.length === 0) return [];
  const set = lines.filter(({ origin }) => origin === "set");
  const sums = lines.filter(({ origin }) => origin === "sum");
  const mark = staleMark(freshness, display);
  const team = of?._id ?? EVERYONE;
  const whose = encodeTeamSubject(team);
  const card = (line: TeamLine) =>
    goalCardWithTrend(line, { whose, mark, more: edits ? editButtons(line, { team }) : [] });
  return [
    header("Team goals"),
    ...goalCards(set, { most: MAX_TEAM_GOALS, card }),
    ...(sums.length === 0
      ? []
      : [context("Sum of individual goals (no team goal set)"), ...sumRows(sums, { whose, mark })]),
  ];
}

/** The first sums each with their button, the rest as few blocks as hold them. */
function sumRows(
  lines: readonly TeamLine[],
  { whose, mark }: { readonly whose: string; readonly mark: StaleMark },
): readonly KnownBlock[] {
  const words = (line: TeamLine) =>
    `${foreign(line.title)}, ${line.period}: *${goalFigures(line)}*${mark(line)} · ${standing(line)}`;
  const [asked, rest] = [lines.slice(0, SUMS_WITH_WHY), lines.slice(SUMS_WITH_WHY)];
  return [
    ...asked.map((line) => ({ ...section(words(line)), accessory: whyButton(line, whose) })),
    ...sections(rest.map(words)),
  ];
}

/** "🔴 behind · 3 of 16 today, or 17 a day after". */
function standing(line: TeamLine): string {
  return [verdictWords(line), needInWords(line)].filter((words) => words !== "").join(" · ");
}
