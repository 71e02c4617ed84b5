import type { Period } from "../../goals/goal";
import type { MetricType } from "../../metrics/metrics";
import { type Actor, can } from "../../people/permissions";

export const TABS = ["me", "team", "admin"] as const;
export type Tab = (typeof TABS)[number];
/** The first is where the admin's tab opens. */
export const PARTS = ["start", "people", "roles", "teams", "boards", "settings", "imports", "runs", "health"] as const;
export type Part = (typeof PARTS)[number];

/** A page of App Home. It says nothing about who may see it. */
export interface HomeLocation {
  readonly tab: Tab;
  /** The part of the admin's tab. */
  readonly part: Part;
  /** 0 for the first. */
  readonly page: number;
  /** The one metric that the team's page shows; `null` for all. */
  readonly metric: MetricType | null;
  /** The one period whose goals the team's page shows; all without it. */
  readonly period?: Period;
  /** Slack's id of the one whose goals the team's tab shows; `null` for the whole team. */
  readonly person: string | null;
  /** The id of the team that the team's tab shows, or `EVERYONE`; `null` for the first that one manages. */
  readonly team: string | null;
  /** Whether the page of the health check lists what passed; it does not without it. */
  readonly details?: boolean;
}

export const MY_PAGE: HomeLocation = { tab: "me", part: "start", page: 0, metric: null, person: null, team: null };
export const TEAM_START: HomeLocation = { ...MY_PAGE, tab: "team" };
export const ADMIN_START: HomeLocation = { ...MY_PAGE, tab: "admin" };

/** Lists the tabs that somebody may see. */
export function tabsOf(actor: Actor): readonly Tab[] {
  return TABS.filter((tab) => {
    if (tab === "team") return can(actor, { does: "see-team" });
    return tab === "me" || can(actor, { does: "edit-settings" });
  });
}

/** The location itself, or one's own page where one may not look there. */
export function allowedLocation(location: HomeLocation, actor: Actor): HomeLocation {
  return tabsOf(actor).includes(location.tab) ? location : MY_PAGE;
}
