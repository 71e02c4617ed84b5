import type { Button, KnownBlock } from "@slack/types";
import { EVERYONE } from "../../../../people/permissions";
import type { Progress } from "../../../../sync/report";
import type { Freshness } from "../../../../sync/state/freshness";
import { boardButton } from "../../../boards/settings-view";
import { exportButton } from "../../../exports/export-view";
import { setButton, severalButton } from "../../../goals/form-view";
import type { PickableTeam } from "../../../goals/team/team-choice";
import { actions, button, context } from "../../../ui/blocks";
import type { DisplayContext } from "../../../ui/dates";
import type { HomeLocation } from "../../location";
import { encodeLocation } from "../../payload";
import { TEAM_EVERYBODY } from "../layout";
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

/** What narrows the page: below what it opens on, with a word that says what the menus are for; below the heading of everyone's numbers without. */
export function filtersPart(location: HomeLocation, { isList }: { readonly isList: boolean }): readonly KnownBlock[] {
  const row = actions([metricMenu(location), periodMenu(location), listButton(location, isList)]);
  return isList ? [row] : [context("Show:"), row];
}

/** "Everyone's numbers", and from there back. */
function listButton(location: HomeLocation, isList: boolean) {
  const value = encodeLocation({ ...location, page: isList ? 0 : FIRST_LIST_PAGE });
  return button(TEAM_EVERYBODY, isList ? "Who needs you" : "Everyone's numbers", { value });
}

/** What can be done with the team: each for whoever may. */
export function teamButtons(values: Shown): Button[] {
  const { edits, setsBoard, of = null } = values;
  const teamId = of?._id ?? EVERYONE;
  return [
    // Old sources have a line and no button here.
    ...(isSyncOnTop(values, { old: false }) ? [] : [syncButton({ isFirst: false })]),
    // On this page the first thing to do is to write to whoever needs it most.
    ...(edits ? [setButton(undefined, { isFirst: false }), severalButton()] : []),
    exportButton(teamId),
    ...(setsBoard === true ? [boardButton(teamId)] : []),
  ];
}
