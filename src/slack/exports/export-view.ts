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
