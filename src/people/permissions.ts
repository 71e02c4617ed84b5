import type { Role } from "./person";

/** Somebody who asks; `null` for one whom no sync has met. */
export interface Actor {
  readonly userId: string;
  readonly role: Role | null;
}

/** What one may want to do to one person's things: `of` is their Slack id. */
export type PersonalAct = {
  /** Figures, goals, pace and the records behind them; the switches are digest and time off. */
  readonly does: "see-figures" | "change-switches";
  readonly of: string;
};

/** What concerns everybody. */
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

/** Whether somebody may do something: own things everybody, another's only managers and admins. The server's one answer. */
export function can({ userId, role }: Actor, act: Act): boolean {
  if ("of" in act) return act.of === userId || role === "manager" || role === "admin";
  return role !== null && TEAM_ACTS[act.does].includes(role);
}
