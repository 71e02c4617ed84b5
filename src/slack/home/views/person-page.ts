import type { Button, SectionBlock } from "@slack/types";
import type { GoalLine, Overview } from "../../../goals/overview";
import { isBehind } from "../../../goals/status";
import { byNeed } from "../../../goals/teams/standings";
import type { Freshness } from "../../../sync/state/freshness";
import { weekdayInWords } from "../../../words/dates";
import { bar, percent } from "../../../words/figures";
import { editButtons, setButton } from "../../goals/form-view";
import { goalCounts, goalName } from "../../goals/list-view";
import { gapInPeriod, goalFigures, needInWords, verdictWords } from "../../goals/pace-view";
import { endedNote } from "../../goals/plan-view";
import { statusCounts } from "../../goals/status-words";
import type { NamedMember } from "../../goals/team/behind-view";
import { actions, button, context, header, section } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import { type FirstSync, noDataInWords } from "../../ui/freshness";
import { NO_MARK, type StaleMark, staleMark, staleNotes } from "../../ui/stale-marks";
import { foreign, plainForeign, unbrokenParts } from "../../ui/text";
import { whyButton } from "../../why/button-view";
import type { HomeLocation, Tab } from "../location";
import { encodeLocation } from "../payload";
import { glanceTable, goalCard, goalCards } from "./figures";
import { type HomePage, page, TEAM_BACK, TEAM_PERSON, tabs } from "./layout";

const MAX_GOALS = 40;

export interface PersonPage extends DisplayContext {
  readonly person: Teammate;
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly edits: boolean;
  readonly freshness: readonly Freshness[];
  readonly first: FirstSync;
}

/** One person's figures and goals, as managers and admins see them on the team's page. */
export function personPage({ person, tabs: all, location, edits, first, ...values }: PersonPage): HomePage {
  const { userId, name, overview } = person;
  const buttons = [
    button(TEAM_BACK, "Back to team", { value: encodeLocation({ ...location, person: null }) }),
    ...(edits ? [setButton({ userId })] : []),
  ];
  const mark = staleMark(values.freshness, values);
  const card = (line: GoalLine) => {
    const buttons = [
      ...(first === null ? [whyButton(line, userId)] : []),
      ...(edits ? editButtons(line, { userId }) : []),
    ];
    return [
      first === null ? goalCard(line, mark) : section(goalName(line)),
      ...(buttons.length === 0 ? [] : [actions(buttons)]),
    ];
  };
  return page(
    [
      ...tabs(all, "team"),
      header(plainForeign(name, 120)),
      context(unbrokenParts(whoAndHow({ userId, overview }, first === null))),
      ...endedNote(overview).map(context),
      actions(buttons),
      ...(first === null ? glancePart(overview, values) : [section(noDataInWords(first))]),
      ...(overview.goals.length === 0
        ? [section("No goals yet.")]
        : goalCards(overview.goals, { most: MAX_GOALS, card })),
    ],
    encodeLocation(location),
  );
}

/** "<@U0ANA> (Wed, Oct 28): 🔴 1 behind, 🟢 2 on pace"; without how they stand where nothing was read. */
function whoAndHow({ userId, overview }: Pick<Teammate, "userId" | "overview">, isRead: boolean): string {
  const counts = isRead ? goalCounts(overview).join(", ") : "";
  return `<@${userId}> (${weekdayInWords(overview.today)})${counts === "" ? "" : `: ${counts}`}`;
}

function glancePart({ glance }: Overview, values: Pick<PersonPage, "freshness" | keyof DisplayContext>) {
  if (glance.length === 0) return [section("No figures yet.")];
  return [glanceTable(glance), ...staleNotes(glance, values).map(context)];
}

/** A member of the team, as their row shows them. */
export type Teammate = NamedMember;

/** One person's pace in a line, with the button to their goals. */
export function teammateRow(
  { userId, name, overview }: Teammate,
  { at: location, mark = NO_MARK }: { readonly at: HomeLocation; readonly mark?: StaleMark },
): SectionBlock {
  const { metric, period: only } = location;
  const lines = overview.goals.filter(
    ({ type, period }) => (metric === null || type === metric) && (only === undefined || period === only),
  );
  const words = location.metric === null ? ofAll(lines, mark) : lines.map((line) => ofOne(line, mark)).join("\n");
  return {
    ...section(unbrokenParts(`*${foreign(name)}*: ${words === "" ? "no goal" : words}`)),
    accessory: goalsButton({ userId, name }, location),
  };
}

/** The button from the team's page to somebody's goals. */
export function goalsButton({ userId, name }: Pick<Teammate, "userId" | "name">, location: HomeLocation): Button {
  return button(TEAM_PERSON, "Goals", {
    value: encodeLocation({ ...location, person: userId }),
    accessibility_label: `Goals of ${name}`,
  });
}

/** "🔴 1 behind, ✅ 1 reached", and below it what needs a look first: "Calls: *40 behind* this month; 3 of 16 today; if nothing more today: 17 a day". */
function ofAll(lines: readonly GoalLine[], mark: StaleMark): string {
  const [first] = lines.filter(isBehind).sort(byNeed);
  const counts = statusCounts(lines).join(", ");
  if (first === undefined) return counts;
  const need = needInWords(first);
  const gap = `${foreign(first.title)}: ${gapInPeriod(first)}${mark(first)}`;
  return `${counts}\n${gap}${need === "" ? "" : `; ${need}`}`;
}

/** "▰▱▱▱▱▱▱▱▱▱ 12% weekly, 51 of 400 🔴 behind; 3 of 16 today; if nothing more today: 17 a day". */
function ofOne(line: GoalLine, mark: StaleMark): string {
  const { current, target, period } = line;
  const needed = needInWords(line);
  const standing = `${verdictWords(line)}${needed === "" ? "" : `; ${needed}`}`;
  return `${bar(current, target)} ${percent(current, target)} ${period}, ${goalFigures(line)}${mark(line)} ${standing}`;
}
