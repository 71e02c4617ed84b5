import type { Day } from "../time/day";
import { weekFault } from "../time/work-schedule";
import { type BoardChoice, boardOf, isSameBoard, type LeaderboardSettings } from "./leaderboard-settings";
import { memberIds, withMembers } from "./membership";
import { type Team, type TeamWork, teamNameFault } from "./team";

/** A change of a team. `null` takes away what was set: then the company's days count, or there is no channel or group. */
export type TeamEdit =
  | { readonly kind: "rename"; readonly name: string }
  /** Makes exactly these people its members from the day on; `following` says that a user group's users are meant. */
  | {
      readonly kind: "members";
      readonly userIds: readonly string[];
      readonly on: Day;
      readonly following?: string;
    }
  | { readonly kind: "managers"; readonly userIds: readonly string[] }
  | { readonly kind: "channel"; readonly channel: string | null }
  /** Replaces where and how its board is posted, all of it, where that is still as it was. */
  | {
      readonly kind: "board";
      readonly channel: string | null;
      readonly board: BoardChoice;
      readonly was: LeaderboardSettings;
    }
  /** Slack's id of the group that the team follows, from the next sync on. */
  | { readonly kind: "follow"; readonly usergroup: string | null }
  | {
      readonly kind: "work";
      readonly workdays: TeamWork["workdays"] | null;
      readonly holidays: TeamWork["holidays"] | null;
    }
  | { readonly kind: "active"; readonly active: boolean };

/** A line of a team's log. */
export interface TeamChange {
  readonly kind: TeamEdit["kind"] | "create";
  readonly at: Date;
  /** Slack's member id of whoever made it, or `sync`. */
  readonly by: string;
  /** What it was before and after: a name, ids, a channel. */
  readonly from: unknown;
  readonly to: unknown;
  /** Slack ids of those who came and those who left, from the day `on` on. */
  readonly joined?: readonly string[];
  readonly left?: readonly string[];
  readonly on?: Day;
}

/** What an edit makes of a team with the line of its log, or a sentence that says why it cannot be made. */
export type PlannedTeamEdit =
  | { readonly ok: true; readonly team: Team; readonly change: Omit<TeamChange, "at" | "by"> }
  | { readonly ok: false; readonly fault: string };

/** Makes an edit on a team as it is. `others` are the other active teams, whose names are taken. */
export function planTeamEdit(
  team: Team,
  { edit, others }: { edit: TeamEdit; others: readonly Team[] },
): PlannedTeamEdit {
  const fault = teamEditFault(team, { edit, others });
  if (fault !== null) return { ok: false, fault };
  switch (edit.kind) {
    case "rename": {
      const name = edit.name.trim();
      return planned({ ...team, name }, { kind: "rename", from: team.name, to: name });
    }
    case "members": {
      const { members, joined, left } = withMembers(team.members, edit);
      const [from, to] = [memberIds(team.members, edit.on), memberIds(members, edit.on)].map((ids) => [...ids].sort());
      return planned({ ...team, members }, { kind: "members", from, to, joined, left, on: edit.on });
    }
    case "managers": {
      const managers = [...new Set(edit.userIds)];
      return planned({ ...team, managers }, { kind: "managers", from: team.managers, to: managers });
    }
    case "channel": {
      const { channel: before = null, ...rest } = team;
      const after = edit.channel === null ? rest : { ...rest, channel: edit.channel };
      return planned(after, { kind: "channel", from: before, to: edit.channel });
    }
    case "board": {
      const { channel: _channel, ...rest } = team;
      const { channel, board } = edit;
      const after = { ...rest, ...(channel !== null && { channel }), board };
      return planned(after, { kind: "board", from: boardOf(team), to: boardOf(after) });
    }
    case "follow": {
      const { usergroup: before = null, ...rest } = team;
      const after = edit.usergroup === null ? rest : { ...rest, usergroup: edit.usergroup };
      return planned(after, { kind: "follow", from: before, to: edit.usergroup });
    }
    case "work":
      return planned(withWork(team, edit), { kind: "work", from: workOf(team), to: workOf(withWork(team, edit)) });
    case "active":
      return planned({ ...team, active: edit.active }, { kind: "active", from: team.active, to: edit.active });
  }
}

function planned(team: Team, change: Omit<TeamChange, "at" | "by">): PlannedTeamEdit {
  return { ok: true, team: { ...team, version: team.version + 1 }, change };
}

function teamEditFault(team: Team, { edit, others }: { edit: TeamEdit; others: readonly Team[] }): string | null {
  if (edit.kind === "rename") return teamNameFault(edit.name, others);
  if (edit.kind === "active") return edit.active ? teamNameFault(team.name, others) : null;
  if (edit.kind === "members" && team.usergroup !== edit.following) {
    return team.usergroup === undefined ? FOLLOWS_NOBODY : FOLLOWS;
  }
  if (edit.kind === "board" && !isSameBoard(boardOf(team), edit.was)) return BOARD_CHANGED;
  if (edit.kind === "work" && edit.workdays != null) return weekFault(edit.workdays);
  return null;
}

/** Refuses a board that was shown before somebody else changed it. */
export const BOARD_CHANGED = "Someone changed this leaderboard meanwhile. Open it again to see how it is now.";

const FOLLOWS = "This team's members follow a Slack user group: change the group, or stop following it first.";
const FOLLOWS_NOBODY = "This team no longer follows a user group.";

function withWork(team: Team, { workdays, holidays }: Extract<TeamEdit, { kind: "work" }>): Team {
  const { workdays: _week, holidays: _days, ...rest } = team;
  return {
    ...rest,
    ...(workdays != null && { workdays: [...new Set(workdays)].sort() }),
    ...(holidays != null && { holidays: [...holidays].sort((a, b) => (a.day < b.day ? -1 : 1)) }),
  };
}

function workOf({ workdays, holidays }: TeamWork) {
  return { workdays: workdays ?? null, holidays: holidays ?? null };
}
