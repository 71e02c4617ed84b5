import type { Finding } from "../../../../doctor/finding";
import { SOURCE_IDS, SOURCES, type SourceId } from "../../../../metrics/sources";
import { context } from "../../../ui/blocks";
import { foreign } from "../../../ui/text";

/** What a check is about: a source, or one of the two others. */
export type Area = SourceId | "slack" | "system";

const OTHERS = ["slack", "system"] as const;
/** In the order of what passed. */
export const AREAS: readonly Area[] = [...SOURCE_IDS, ...OTHERS];

/** The area of a finding, which its id begins with. */
export function areaOf({ id }: Pick<Finding, "id">): Area {
  const begins = (area: string) => id.startsWith(`${area}-`);
  return SOURCE_IDS.find(begins) ?? (begins("slack") ? "slack" : "system");
}

/** "JustCall", "Slack", "Totals and system". */
export function areaTitle(area: Area): string {
  if (area === "slack") return "Slack";
  return area === "system" ? "Totals and system" : SOURCES[area].title;
}

/** Says how many findings have no line, and where they all are; nothing where none is left. */
export function moreChecks(more: number) {
  return more > 0 ? [context(`and ${more.toLocaleString("en-US")} more: run \`node dist/cli/index.js doctor\``)] : [];
}

/** Cuts a sentence that may quote foreign text, counted after escaping, which makes five characters of one. */
export function fitting(text: string, longest: number): string {
  const whole = foreign(text, longest);
  return whole.length <= longest ? whole : foreign(text, Math.floor(longest / 5));
}
