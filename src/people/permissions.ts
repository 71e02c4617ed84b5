import type { Role } from "./person";

/** Whoever wants to do something; without a role if no sync has seen them. */
export interface Actor {
  readonly userId: string;
  readonly role: Role | null;
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
  "import-orders": ["admin"],
  "see-runs": ["admin"],
  "see-health": ["admin"],
  "accept-vanished": ["admin"],
};

/** Decides whether somebody may do something: with what is theirs, everybody; with what is another's, managers and admins. */
export function can({ userId, role }: Actor, act: Act): boolean {
  if ("of" in act) return act.of === userId || role === "manager" || role === "admin";
  return role !== null && TEAM_ACTS[act.does].includes(role);
}
