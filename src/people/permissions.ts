import type { Role } from "./person";

/**
 * Whoever wants to do something. A `newcomer` is a full member whom no sync has met yet. An `outsider` is everybody else:
 * deactivated, a guest, a bot, of another workspace or unknown.
 */
export interface Actor {
  readonly userId: string;
  readonly role: Role | "newcomer" | "outsider";
}

/** An act that concerns one person: `of` is their Slack id. */
export type PersonalAct = {
  /** Figures, goals, pace and the records behind them; the switches are digest and time off. */
  readonly does: "see-figures" | "change-switches";
  readonly of: string;
};

/** An act that concerns everybody. */
export type TeamAct = {
  readonly does:
    | "see-team"
    | "edit-goals"
    | "edit-settings"
    | "map-people"
    | "give-roles"
    | "forget-people"
    | "import-orders"
    | "see-runs"
    | "see-health"
    | "accept-vanished";
};

export type Act = PersonalAct | TeamAct;

const TEAM_ACTS: Readonly<Record<TeamAct["does"], readonly Role[]>> = {
  "see-team": ["manager", "admin"],
  "edit-goals": ["manager", "admin"],
  "edit-settings": ["admin"],
  "map-people": ["admin"],
  "give-roles": ["admin"],
  "forget-people": ["admin"],
  "import-orders": ["admin"],
  "see-runs": ["admin"],
  "see-health": ["admin"],
  "accept-vanished": ["admin"],
};

/**
 * Decides whether somebody may do something: with what is theirs, every full member; with what is another's, managers and
 * admins. Outsiders may do nothing.
 */
export function can({ userId, role }: Actor, act: Act): boolean {
  if (role === "outsider") return false;
  if ("of" in act && act.of === userId) return true;
  if (role === "newcomer") return false;
  return "of" in act ? role !== "rep" : TEAM_ACTS[act.does].includes(role);
}
