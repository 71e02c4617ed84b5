import type { KnownBlock } from "@slack/types";
import type { Digest } from "../../digests/content/digest";
import { type Praise, praiseKey } from "../../digests/content/praise";
import type { Day } from "../../time/day";
import { monthInWords, weekdayInWords, weekdaysInWords } from "../../words/dates";
import { exactFigure, figure } from "../../words/figures";
import { RUNNING_PERIOD } from "../goals/pace-view";
import { section, sections } from "../ui/blocks";
import { foreign, listed } from "../ui/text";

/**
 * Praises each thing that was reached: "🏆 You reached *Emails* on Wed, Oct 28 (3 of 3) and *Calls* this month. Nice work!"; of what goes on
 * its row has the figures. More than two have a line each.
 *
 * @param told keys of what the same message says elsewhere.
 */
export function praisePart(
  { praise, day }: Pick<Digest, "praise" | "day">,
  told: readonly string[],
): readonly KnownBlock[] {
  const untold = praise.filter((one) => !told.includes(praiseKey(one)));
  const said = untold.map((one) => praiseWords(one, day));
  if (said.length === 0) return [];
  if (said.length <= MAX_IN_SENTENCE) return [section(`🏆 You reached ${listed(said)}. Nice work!`)];
  return sections([`🏆 You reached ${said.length} goals. Nice work!`, ...said.map((one) => `• ${one}`)]);
}

const MAX_IN_SENTENCE = 2;

/** "*Calls* on Wed, Oct 28 (14 of 10)", "*Calls* this month". */
function praiseWords({ title, unit, value, target, ...when }: Praise, today: Day): string {
  const name = `*${foreign(title)}*`;
  if (when.from <= today && today <= when.to) return `${name} ${RUNNING_PERIOD[when.period]}`;
  return `${name} ${endedWhen(when)} (${figure(value, unit)} of ${exactFigure(target, unit)})`;
}

function endedWhen({ period, from, to }: Pick<Praise, "period" | "from" | "to">): string {
  switch (period) {
    case "daily":
      return `on ${weekdayInWords(from)}`;
    case "weekly":
      return `in the week of ${weekdaysInWords({ from, to }, from)}`;
    case "monthly":
      return `in ${monthInWords(from)}`;
  }
}
