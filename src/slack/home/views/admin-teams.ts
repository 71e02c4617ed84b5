import type { KnownBlock } from "@slack/types";
import { memberIds } from "../../../teams/membership";
import type { Team } from "../../../teams/team";
import type { Day } from "../../../time/day";
import { actions, button, context, section } from "../../ui/blocks";
import { counted, foreign, listed, plainForeign } from "../../ui/text";
import type { HomeLocation } from "../location";
import { encodeLocation } from "../payload";
import { type HomePage, page, pager, partTop } from "./layout";

export const TEAM_CREATE = "team_create";
export const TEAM_CHANGE = "team_change";
export const TEAM_DEACTIVATE = "team_deactivate";
export const TEAM_REACTIVATE = "team_reactivate";

const A_PAGE = 20;
const MAX_MANAGERS = 5;
const MAX_NAME = 40;

export interface AdminTeams {
  readonly location: HomeLocation;
  /** All named teams, those that are not active as well. */
  readonly teams: readonly Team[];
  readonly nameOf: (userId: string) => string;
  readonly today: Day;
}

/** The named teams, the active ones first, with the buttons that make and change them; without any, what a team is for. */
export function adminTeams(values: AdminTeams): HomePage {
  const { location, teams } = values;
  const listing = [...teams.filter(({ active }) => active), ...teams.filter(({ active }) => !active)];
  const pages = Math.max(1, Math.ceil(listing.length / A_PAGE));
  const at = { ...location, page: Math.min(location.page, pages - 1) };
  return page(
    [
      ...partTop("teams"),
      teams.length === 0 ? section(WHAT_FOR) : context(EVERYONE_STAYS),
      actions([button(TEAM_CREATE, "New team", { style: "primary" })]),
      ...listing.slice(at.page * A_PAGE, (at.page + 1) * A_PAGE).flatMap((team) => teamRows(team, values)),
      ...pager(at, pages),
    ],
    encodeLocation(location),
  );
}

const WHAT_FOR =
  "A team has people, managers, a channel and goals of its own, and its managers see only its people.\nOne manager for everyone? Then you don't need teams.";
const EVERYONE_STAYS =
  "A manager sees and edits the people of their own teams; a manager on no team manages everyone. Admins see all.";

/** "*West*: 3 people, managed by Maya Brooks, #sales-west", with its buttons below. */
function teamRows(team: Team, { nameOf, today }: AdminTeams): readonly KnownBlock[] {
  const { _id, name, active } = team;
  const title = plainForeign(name, MAX_NAME);
  if (!active) {
    const back = button(TEAM_REACTIVATE, "Bring back", { value: _id, accessibility_label: `Bring back ${title}` });
    return [{ ...section(`*${foreign(name, MAX_NAME)}*: not active`), accessory: back }];
  }
  const words = [
    counted(memberIds(team.members, today).size, "person", "people"),
    managedBy(team, nameOf),
    team.channel === undefined ? "no channel" : `<#${team.channel}>`,
    ...(team.usergroup === undefined ? [] : ["follows a Slack user group"]),
  ];
  return [
    section(`*${foreign(name, MAX_NAME)}*: ${words.join(", ")}`),
    actions([
      button(TEAM_CHANGE, "Edit", { value: _id, accessibility_label: `Edit the team ${title}` }),
      button(TEAM_DEACTIVATE, "Deactivate", {
        value: _id,
        accessibility_label: `Deactivate the team ${title}`,
        confirm: {
          title: { type: "plain_text", text: `Deactivate ${plainForeign(name, 30)}?` },
          text: { type: "plain_text", text: WHAT_FOLLOWS },
          confirm: { type: "plain_text", text: "Deactivate" },
          deny: { type: "plain_text", text: "Keep it" },
          style: "danger",
        },
      }),
    ]),
  ];
}

const WHAT_FOLLOWS =
  "Its page, board and goals are no longer shown, and its managers lose its people at once. Figures, goals and members stay stored: Bring back undoes it.";

function managedBy({ managers }: Team, nameOf: AdminTeams["nameOf"]): string {
  if (managers.length === 0) return "no manager yet";
  const names = managers.slice(0, MAX_MANAGERS).map((userId) => foreign(nameOf(userId), MAX_NAME));
  const more = managers.length - names.length;
  return `managed by ${listed(more > 0 ? [...names, `${more} more`] : names)}`;
}
