import { type HomePlace, placeText, type Tab } from "../../home/place";
import { context, header, section } from "../blocks";
import { weekdayInWords } from "../days";
import { plainForeign } from "../text";
import { glanceTable } from "./glance";
import { goalButtons, setButton } from "./goal-buttons";
import { goalCard, goalCards, verdictCounts } from "./goal-cards";
import { actions, button, type Page, page } from "./page";
import { TEAM_BACK, tabs } from "./tabs";
import type { Teammate } from "./teammate-row";

const MOST_GOALS = 40;

export interface PersonPage {
  readonly person: Teammate;
  readonly tabs: readonly Tab[];
  readonly place: HomePlace;
  readonly edits: boolean;
}

/** One person's figures and goals, as managers and admins see them on the team's page. */
export function personPage({ person, tabs: all, place, edits }: PersonPage): Page {
  const { userId, name, overview } = person;
  const ways = [
    button(TEAM_BACK, "Back to the team", { value: placeText({ ...place, person: null }) }),
    ...(edits ? [setButton({ userId })] : []),
  ];
  const card = (line: Parameters<typeof goalCard>[0]) => [
    goalCard(line, userId),
    ...(edits ? [goalButtons(line, { userId })] : []),
  ];
  return page(
    [
      ...tabs(all, "team"),
      header(plainForeign(name, 120)),
      context([weekdayInWords(overview.today), ...verdictCounts(overview.goals)].join(" · ")),
      actions(ways),
      overview.glance.length === 0 ? section("No figures yet.") : glanceTable(overview.glance),
      ...(overview.goals.length === 0
        ? [section("No goals yet.")]
        : goalCards(overview.goals, { most: MOST_GOALS, card })),
    ],
    placeText(place),
  );
}
