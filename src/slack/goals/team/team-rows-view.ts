import type { KnownBlock, StaticSelect } from "@slack/types";
import { byMetric } from "../../../goals/metric-goals";
import type { TeamLine } from "../../../goals/overview";
import { firstNeed } from "../../../goals/teams/standings";
import { actions, context, plainText } from "../../ui/blocks";
import type { StaleMark } from "../../ui/stale-marks";
import { counted } from "../../ui/text";
import { WHY_GOAL, whyValue } from "../../why/button-view";
import { standingRow } from "./standing-row-view";

/**
 * The team's own goals in small print, a line a metric, what they are where they were not set for the team, and a menu that says of
 * each what its figure is the sum of.
 */
export function teamRows(
  goals: readonly TeamLine[],
  { whose, mark }: { readonly whose: string; readonly mark: StaleMark },
): readonly KnownBlock[] {
  if (goals.length === 0) return [];
  const lines = byMetric(goals).map((metric) => standingRow(metric, { mark, note: setNote }));
  return [context([titleOf(goals), ...lines].join("\n")), actions([whyMenu(goals, whose)])];
}

function titleOf(goals: readonly TeamLine[]): string {
  if (goals.every(({ origin }) => origin === "set")) return "*Team goals*";
  const where = goals.some(({ origin }) => origin === "set") ? ", where no team goal is set" : "";
  return `*Team goals* · individual goals added up${where}`;
}

/** "Why? Pick a team goal": by metric, of the goal of which its line speaks first. */
function whyMenu(goals: readonly TeamLine[], whose: string): StaticSelect {
  const options = byMetric(goals).flatMap(({ title, goals: own }) => {
    const asked = firstNeed(own);
    return asked === undefined ? [] : [{ text: plainText(title), value: whyValue(asked, whose) }];
  });
  return { type: "static_select", action_id: WHY_GOAL, placeholder: plainText("Why? Pick a team goal"), options };
}

/** " (set for the team)"; nothing of a sum. */
function setNote({ origin }: TeamLine): string {
  return origin === "set" ? " (set for the team)" : "";
}

/** "4 of 6 people": of whose goals it is the sum, where some have none; nothing where all have one, or it was set. */
export function coverage({ summed }: TeamLine): string | null {
  if (summed === undefined || summed.people === summed.of) return null;
  return `${summed.people.toLocaleString("en-US")} of ${counted(summed.of, "person", "people")}`;
}
