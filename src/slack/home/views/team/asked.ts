import type { TeamLine } from "../../../../goals/overview";
import type { HomeLocation } from "../../location";

/** Tells whether a goal is of the metric and the period that are chosen. */
export function isAsked({ metric, period }: HomeLocation): (line: Pick<TeamLine, "type" | "period">) => boolean {
  return (line) => (metric === null || line.type === metric) && (period === undefined || line.period === period);
}
