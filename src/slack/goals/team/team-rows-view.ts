import type { KnownBlock } from "@slack/types";
import { byMetric } from "../../../goals/metric-goals";
import type { TeamLine } from "../../../goals/overview";
import { firstNeed } from "../../../goals/teams/standings";
import { context, header, section } from "../../ui/blocks";
import type { StaleMark } from "../../ui/freshness";
import { counted } from "../../ui/text";
import { whyButton } from "../../why/button-view";
import { standingRow } from "./standing-row-view";

/** Says why a team can be on pace while people of it are behind: its figures stand beside those of whoever is. */
export const TEAM_NEED = "One person's lead covers another's gap.";
/** Said once of all sums, since of whom each is says the button beside it. */
const SUMS = "Sums of individual goals, of those who have one.";

/** The team's own goals in a row a metric, each with the button that says what its figures are the sum of; `behind` is whether anybody is. */
export function teamRows(
  goals: readonly TeamLine[],
  { whose, mark, behind }: { readonly whose: string; readonly mark: StaleMark; readonly behind: boolean },
): readonly KnownBlock[] {
  if (goals.length === 0) return [];
  const rows = byMetric(goals).map((metric) => {
    const row = section(standingRow(metric, { mark, note: setNote }));
    const asked = firstNeed(metric.goals);
    return asked === undefined ? row : { ...row, accessory: whyButton(asked, whose) };
  });
  const sums = goals.some((line) => coverage(line) !== null);
  const notes = [...(sums ? [SUMS] : []), ...(behind ? [TEAM_NEED] : [])];
  return [header("Team goals"), ...rows, ...(notes.length === 0 ? [] : [context(notes.join(" "))])];
}

/** " (set for the team)"; nothing of a sum. */
function setNote(line: TeamLine): string {
  return line.origin === "set" ? originNote(line) : "";
}

/** "4 of 6 people": of whose goals it is the sum, where some have none; nothing where all have one, or it was set. */
export function coverage({ summed }: TeamLine): string | null {
  if (summed === undefined || summed.people === summed.of) return null;
  return `${summed.people.toLocaleString("en-US")} of ${counted(summed.of, "person", "people")}`;
}

/** " (set for the team)", or of a sum " (4 of 6 people)"; nothing where it sums everybody's. */
export function originNote(line: TeamLine): string {
  const of = line.origin === "set" ? "set for the team" : coverage(line);
  return of === null ? "" : ` (${of})`;
}
