import { min } from "date-fns";
import type { Log } from "../../log";
import { SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { Day, DayRange, ZoneDays } from "../../time/day";
import type { SourceRead } from "../read/read-source";
import type { CoverageOutcome } from "../state/coverage";
import { lookBackDays } from "../state/look-back";
import type { SourceStateStore } from "../state/source-state-store";
import type { RunContext, TimedRead } from "./context";
import { problemsOf } from "./source-result";

/** Records how fresh each source now is, and logs once that one broke and once that it recovered. */
export async function recordStates(
  { timed, range }: { timed: Readonly<Record<SourceId, TimedRead>>; range: DayRange },
  { states, log, days }: Pick<RunContext, "states" | "log" | "days">,
): Promise<void> {
  for (const source of SOURCE_IDS) {
    const { read, startedAt } = timed[source];
    const outcome = read === null ? null : outcomeOf(read, { startedAt, range, days });
    if (read === null || outcome === null) continue;
    const [first] = problemsOf(read);
    if (read.failure === null) await recordArrivals(read, { on: days.dayOf(startedAt), states, log });
    if (read.failure !== null) log.debug({ source, error: read.failure }, "a source could not be read");
    const change = await states.record(source, outcome);
    if (change === "broke") log.warn({ source, problem: first?.message }, "a source broke; its old numbers stand");
    if (change === "recovered") log.info({ source }, "a source recovered");
    if (read.failure !== null && first?.kind === "bug") log.error({ source, error: read.failure }, "bug");
  }
}

/** Records how late its records come, and logs when the nightly sync will look further back for it. */
async function recordArrivals(
  { source, changed, configFingerprint }: SourceRead,
  { on, states, log }: { on: Day; states: SourceStateStore; log: Log },
): Promise<void> {
  const { before, after } = await states.recordArrivals(source, { on, changed, configFingerprint });
  const [daysBefore, daysAfter] = [lookBackDays(before), lookBackDays(after)];
  if (daysAfter > daysBefore)
    log.info({ source, days: daysAfter }, "records come late; the nightly sync reads more days");
}

/** Turns a read into the outcome of the source; `null` when none of the days could be requested. */
function outcomeOf(
  read: SourceRead,
  { startedAt, range, days }: { startedAt: Date; range: DayRange; days: ZoneDays },
): CoverageOutcome | null {
  if (read.failure !== null) {
    const problem = problemsOf(read)[0]?.message ?? "";
    return { kind: "failed", problem, ...range, today: days.dayOf(startedAt) };
  }
  const { until } = days.instantsOf(range);
  const { from } = read;
  if (from !== null && from >= until) return null;
  // Days that lie ahead have not been read, even if they were requested.
  const asOf = min([until, startedAt, read.asOf ?? startedAt]);
  const first = from === null ? range.from : days.dayOf(from);
  return { kind: "complete", asOf, asOfDay: days.dayOf(asOf), from: first, cut: from !== null };
}
