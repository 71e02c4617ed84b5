import type { ContextBlock } from "@slack/types";
import type { Period } from "../../../goals/goal";
import { context } from "../../ui/blocks";
import { capitalized, listed } from "../../ui/text";
import { RUNNING_PERIOD } from "../pace-view";
import type { MonthHistory } from "./history";

interface GoingOn extends Pick<MonthHistory, "running" | "elsewhere"> {
  /** As of when the sources of what goes on are. */
  readonly asOf: string | null;
}

/** What of a history is told in its rows: what is over, and of what goes on the months; the week and the day are told elsewhere. */
export function monthsOnly<T extends Pick<GoingOn, "running">>(history: T): T {
  return { ...history, running: history.running.filter(({ period }) => period === "monthly") };
}

/**
 * "⏳ This week and today aren't over yet, so they're on your page. Copper and JustCall as of 2:05 PM EDT": what a history leaves out, and as of when its
 * months that go on are; `where` says where the rest is, of one or of several.
 */
export function goingOnPart(
  { running, elsewhere, asOf }: GoingOn,
  { where }: { readonly where: (isOne: boolean) => string },
): readonly ContextBlock[] {
  const goOn = (period: Period) =>
    running.some((line) => line.period === period) || (period === "weekly" && elsewhere !== undefined);
  const names = (["weekly", "daily"] as const).filter(goOn).map((period) => RUNNING_PERIOD[period]);
  const isOne = names.length === 1;
  const left =
    names.length === 0 ? [] : [`${capitalized(listed(names))} ${isOne ? "isn't" : "aren't"} over yet${where(isOne)}`];
  const said = [...left, ...(asOf !== null && goOn("monthly") ? [asOf] : [])];
  return said.length === 0 ? [] : [context(`⏳ ${said.join(". ")}`)];
}
