import type { Role } from "./person";

/** The id of the team that always exists and has no document: all active people. */
export const EVERYONE = "everyone";

/**
 * Whoever wants to do something. A `newcomer` is a full member whom no sync has met yet. An `outsider` is everybody else:
 * deactivated, a guest, a bot, of another workspace or unknown.
 */
export interface Actor {
  readonly userId: string;
  readonly role: Role | "newcomer" | "outsider";
  /** Ids of the teams that a manager manages, or `EVERYONE` alone; absent, none. Admins manage all without it. */
  readonly teams?: readonly string[];
  /** Slack ids of whoever is in one of these teams today. */
  readonly members?: ReadonlySet<string>;
  /** Ids of the named teams that somebody is in today. */
  readonly memberOf?: readonly string[];
}

/** An act that concerns one person: `of` is their Slack id. */
export type PersonalAct = {
  /** Figures, goals, pace and the records behind them; the switches are digest and time off. */
  readonly does: "see-figures" | "change-switches";
  readonly of: string;
};

/** An act that concerns a team, by its id; without one, any team of theirs: whether there is something to see at all. */
export type TeamAct =
  | { readonly does: "see-team" | "edit-goals"; readonly team?: string; readonly of?: undefined }
  /** A board is its names and results; its settings are where and how it is posted. */
  | { readonly does: "see-board" | "edit-board"; readonly team: string; readonly of?: undefined }
  /** The goals of one person. */
  | { readonly does: "edit-goals"; readonly of: string; readonly team?: undefined };

/** An act that concerns everybody, and is for admins. */
export type AdminAct = {
  readonly does:
    | "edit-settings"
    | "map-people"
    | "give-roles"
    | "forget-people"
    | "import-orders"
    | "see-runs"
    | "see-health"
    | "accept-vanished";
};

export type Act = PersonalAct | TeamAct | AdminAct;

/**
 * Decides whether somebody may do something: with their own figures and switches, every full member; with those of another and
 * with goals, managers whose teams they are in today, and admins. Outsiders may do nothing.
 */
export function can(actor: Actor, act: Act): boolean {
  const { userId, role } = actor;
  if (role === "outsider") return false;
  if ((act.does === "see-figures" || act.does === "change-switches") && act.of === userId) return true;
  if (role === "newcomer") return false;
  if (role === "admin") return true;
  if (act.does === "see-board" && (act.team === EVERYONE || actor.memberOf?.includes(act.team) === true)) return true;
  return role === "manager" && manages(actor, act);
}

function manages({ teams = [], members }: Actor, act: Act): boolean {
  switch (act.does) {
    case "see-figures":
    case "change-switches":
      return teams.includes(EVERYONE) || members?.has(act.of) === true;
    case "see-team":
    case "edit-goals":
    case "see-board":
    case "edit-board":
      if (act.of !== undefined) return teams.includes(EVERYONE) || members?.has(act.of) === true;
      return act.team === undefined ? teams.length > 0 : teams.includes(EVERYONE) || teams.includes(act.team);
    default:
      return false;
  }
}

/** The team that somebody means who names none: the first that they manage, or Everyone. */
export function mainTeam({ role, teams = [] }: Actor): string {
  return role === "admin" || teams.includes(EVERYONE) ? EVERYONE : (teams[0] ?? EVERYONE);
}
