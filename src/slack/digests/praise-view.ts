import type { KnownBlock } from "@slack/types";
import type { Digest } from "../../digests/content/digest";
import { type Praise, praiseKey } from "../../digests/content/praise";
import type { Day } from "../../time/day";
import { monthInWords, weekdayInWords, weekdaysInWords } from "../../words/dates";
import { exactFigure, figure } from "../../words/figures";
import { RUNNING_PERIOD } from "../goals/pace-view";
import { section, sections } from "../ui/blocks";
import { foreign } from "../ui/text";

/**
 * Praises each thing that was reached: "🏆 You reached *Calls* on Wed, Oct 28: 14, goal 10. Nice work!"; several have a
 * line each.
 *
 * @param told keys of what the same message says elsewhere.
 */
export function praisePart(
  { praise, day }: Pick<Digest, "praise" | "day">,
  told: readonly string[],
): readonly KnownBlock[] {
  const untold = praise.filter((one) => !told.includes(praiseKey(one)));
  const [first, ...more] = untold.map((one) => praiseWords(one, day));
  if (first === undefined) return [];
  if (more.length === 0) return [section(`🏆 You reached ${first}. Nice work!`)];
  return sections([
    `🏆 You reached ${1 + more.length} goals. Nice work!`,
    ...[first, ...more].map((one) => `• ${one}`),
  ]);
}

/** "*Calls* on Wed, Oct 28: 14, goal 10". */
function praiseWords({ title, unit, value, target, ...when }: Praise, today: Day): string {
  return `*${foreign(title)}* ${praised(when, today)}: ${figure(value, unit)}, goal ${exactFigure(target, unit)}`;
}

function praised({ period, from, to }: Pick<Praise, "period" | "from" | "to">, today: Day): string {
  if (from <= today && today <= to) return RUNNING_PERIOD[period];
  switch (period) {
    case "daily":
      return `on ${weekdayInWords(from)}`;
    case "weekly":
      return `in the week of ${weekdaysInWords({ from, to }, from)}`;
    case "monthly":
      return `in ${monthInWords(from)}`;
  }
}
