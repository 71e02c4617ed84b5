import type { KnownBlock } from "@slack/types";
import { byMetric } from "../../../goals/metric-goals";
import type { TeamLine } from "../../../goals/overview";
import { firstNeed } from "../../../goals/teams/standings";
import { context, header, section } from "../../ui/blocks";
import type { StaleMark } from "../../ui/stale-marks";
import { counted } from "../../ui/text";
import { whyButton } from "../../why/button-view";
import { standingRow } from "./standing-row-view";

const LEAD = "One person's lead covers another's gap";
/** Says why a team can be on pace while people of it are behind: its figures stand beside those of whoever is. */
export const TEAM_NEED = `${LEAD}.`;
/** Says why what today asks of a team is another number than what it asks of its people. */
export const TEAM_NEED_TODAY = `${LEAD}, so today's number isn't everyone's added up.`;

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
  const isPartial = goals.some((line) => coverage(line) !== null);
  const notes = [...(isPartial ? [sumsInWords(goals)] : []), ...(behind ? [TEAM_NEED] : [])];
  return [header("Team goals"), ...rows, ...(notes.length === 0 ? [] : [context(notes.join(" "))])];
}

/** " (set for the team)"; nothing of a sum. */
function setNote({ origin }: TeamLine): string {
  return origin === "set" ? " (set for the team)" : "";
}

/**
 * Says once of all sums what they are and of whom: "Sums of individual goals (4 of 6 people), where no team goal is set."; where the
 * metrics' people differ, of those who have one, since *Why?* beside each says of how many.
 */
export function sumsInWords(lines: readonly TeamLine[]): string {
  const [whom = null, ...others] = new Set(lines.filter(({ origin }) => origin === "sum").map(coverage));
  const of = others.length > 0 ? ", of those who have one" : whom === null ? "" : ` (${whom})`;
  return `Sums of individual goals${of}, where no team goal is set.`;
}

/** "4 of 6 people": of whose goals it is the sum, where some have none; nothing where all have one, or it was set. */
export function coverage({ summed }: TeamLine): string | null {
  if (summed === undefined || summed.people === summed.of) return null;
  return `${summed.people.toLocaleString("en-US")} of ${counted(summed.of, "person", "people")}`;
}
