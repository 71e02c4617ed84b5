import type { Act, TeamAct } from "../../people/rights";

const WHY: Readonly<Record<TeamAct["does"], string>> = {
  "see-team": "What concerns the whole team is seen and posted by managers and admins: ask one of them.",
  "edit-goals": "Goals are set by managers and admins: tell one of them what you would change.",
  "edit-settings": "The team's settings are changed by admins: tell one of them what you would change.",
  "map-people": "Who is who is settled by admins: tell one of them whom to map.",
  "import-orders": "Orders are imported by admins: tell one of them.",
  "see-runs": "Past syncs are for admins; `/sync` reports on its own to whoever runs it.",
  "see-health": "Whether all is set up well is checked by admins: tell one of them what seems wrong.",
  "accept-vanished": "Whether records are really gone is said by admins: tell one of them what you know.",
};

/** A friendly no. */
export function refusalText(act: Act): string {
  return "of" in act ? "That is somebody else's own: only they, managers and admins may." : WHY[act.does];
}
