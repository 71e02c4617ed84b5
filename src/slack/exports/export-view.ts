import type { Day } from "../../time/day";
import { button } from "../ui/blocks";

/** "Export CSV" on a team's page. */
export const TEAM_EXPORT = "team_export";

/** The button that sends a team's figures as a file; the value is the team's id. */
export function exportButton(teamId: string) {
  return button(TEAM_EXPORT, "Export CSV", {
    value: teamId,
    accessibility_label: "Export the team's figures as a CSV file",
  });
}

/** "Export CSV" in one's history. */
export const HISTORY_EXPORT = "history_export";

/** The button that sends a month of one's history as a file; the value is the month's first day, so that it stays that month's. */
export function historyExportButton(first: Day) {
  return button(HISTORY_EXPORT, "Export CSV", {
    value: first,
    accessibility_label: "Export this month's history as a CSV file",
  });
}
