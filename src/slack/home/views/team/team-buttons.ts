import type { Button, KnownBlock, StaticSelect } from "@slack/types";
import { EVERYONE } from "../../../../people/permissions";
import type { Progress } from "../../../../sync/report";
import type { Freshness } from "../../../../sync/state/freshness";
import { boardButton } from "../../../boards/settings-view";
import { exportButton } from "../../../exports/export-view";
import { setButton, severalButton } from "../../../goals/form-view";
import type { PickableTeam } from "../../../goals/team/team-choice";
import { actions, button, plainText } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import type { HomeLocation } from "../../location";
import { encodeChoice, encodeLocation } from "../../payload";
import { TEAM_EVERYBODY, TEAM_MORE } from "../layout";
import { isSyncOnTop, syncButton } from "../my/sources-part";
import { metricMenu, periodMenu, teamMenu } from "./team-menus";

/** The page of everyone's numbers that is shown first: 0 is who needs their manager. */
export const FIRST_LIST_PAGE = 1;

/** Which team a page shows to whom. */
interface Shown extends DisplayContext {
  readonly location: HomeLocation;
  readonly of?: { readonly _id: string } | null;
  readonly choices?: readonly PickableTeam[];
  readonly edits: boolean;
  readonly setsBoard?: boolean;
  readonly freshness: readonly Freshness[];
  /** The progress of the sync that the reader requested; `null` when none is running. */
  readonly syncing: Progress | null;
}

/** The teams to choose from, above all that is of one of them. */
export function teamMenuRow(values: Shown): readonly KnownBlock[] {
  const menu = teamMenu(values);
  return menu.length === 0 ? [] : [actions([...menu])];
}

/** What narrows everyone's numbers, and the way back; elsewhere only where something is chosen, which stays and is undone there. */
export function filtersPart(location: HomeLocation): readonly KnownBlock[] {
  const { page, metric, period } = location;
  const isShown = page > 0 || metric !== null || period !== undefined;
  const back = page > 0 ? [listButton(location)] : [];
  return isShown ? [actions([metricMenu(location), periodMenu(location), ...back])] : [];
}

/** "Everyone's numbers", and from there back. */
function listButton(location: HomeLocation): Button {
  const isList = location.page > 0;
  const value = encodeLocation({ ...location, page: isList ? 0 : FIRST_LIST_PAGE });
  return button(TEAM_EVERYBODY, isList ? "Who needs you" : "Everyone's numbers", { value });
}

/** What can be done with the team, each for whoever may: what is pressed on many days, and last a menu of the rest. */
export function teamButtons(values: Shown): (Button | StaticSelect)[] {
  const { location, edits, setsBoard, of = null } = values;
  const teamId = of?._id ?? EVERYONE;
  return [
    listButton(location),
    // On this page the first thing to do is to write to whoever needs it most.
    ...(edits ? [setButton(undefined, { isFirst: false })] : []),
    // Old sources have a line and no button here.
    ...(isSyncOnTop(values, { old: false }) ? [] : [syncButton({ isFirst: false })]),
    ...moreMenu([
      ...(edits ? [severalButton()] : []),
      exportButton(teamId),
      ...(setsBoard === true ? [boardButton(teamId)] : []),
    ]),
  ];
}

/** What can be chosen under *More*, in the words of the buttons; one alone is that button. */
function moreMenu(buttons: readonly Button[]): readonly (Button | StaticSelect)[] {
  if (buttons.length < 2) return buttons;
  const options = buttons.map((one) => ({ text: one.text, value: encodeChoice(one) }));
  return [{ type: "static_select", action_id: TEAM_MORE, placeholder: plainText("More"), options }];
}
