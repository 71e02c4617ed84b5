import { min } from "date-fns/min";
import type { Log } from "../../log";
import { awaitBySource } from "../../metrics/sources";
import { addDays, type Day, type DayRange, type ZoneDays } from "../../time/day";
import type { SourceRead } from "../read/read-source";
import type { CoverageOutcome } from "../state/coverage";
import { lookBackDays } from "../state/look-back";
import type { SourceStateStore } from "../state/source-state-store";
import type { RunContext, TimedRead } from "./context";
import type { TimedReads } from "./read-all";
import { problemsOf } from "./source-result";

interface ReadStates {
  readonly timed: TimedReads;
  readonly range: DayRange;
  /** What an earlier stage of the run recorded; `null` in the first. */
  readonly before: TimedReads | null;
}

/** Records how fresh each source now is, and logs once that one broke and once that it recovered. */
export async function recordStates(
  { timed, range, before }: ReadStates,
  { states, log, days }: Pick<RunContext, "states" | "log" | "days">,
): Promise<void> {
  await awaitBySource(async (source) => {
    const { read, startedAt } = timed[source];
    const outcome = read === null ? null : outcomeOf(read, { ...timed[source], range, days });
    if (read === null || outcome === null) return;
    const [first] = problemsOf(read);
    const recorded = before?.[source].read ?? null;
    if (read.failure === null) await recordArrivals({ read, recorded }, { on: days.dayOf(startedAt), states, log });
    if (read.failure === null) {
      const { unanswered, outside } = read;
      await states.recordUnanswered(source, { range: daysRead(read, { range, days }), outside, unanswered });
    }
    if (read.failure !== null) log.debug({ source, error: read.failure }, "a source could not be read");
    const change = await states.record(source, outcome);
    if (change === "broke") log.warn({ source, problem: first?.message }, "a source broke; its old numbers stand");
    if (change === "recovered") log.info({ source }, "a source recovered");
    if (read.failure !== null && first?.kind === "bug") log.error({ source, error: read.failure }, "bug");
  });
}

/** The days that were asked for, or those that the vendor gave where it reaches back less far. */
function daysRead({ from }: SourceRead, { range, days }: { range: DayRange; days: ZoneDays }): DayRange {
  const first = from === null ? range.from : days.dayOf(from);
  return first > range.from ? { from: first, to: range.to } : range;
}

/** Records how late its records come, and logs when the nightly sync will look further back for it. */
async function recordArrivals(
  { read, recorded }: { read: SourceRead; recorded: SourceRead | null },
  { on, states, log }: { on: Day; states: SourceStateStore; log: Log },
): Promise<void> {
  const { source, configFingerprint } = read;
  const changed = recorded === null || recorded.failure !== null ? read.changed : withoutRecorded(read, recorded);
  const { before, after } = await states.recordArrivals(source, { on, changed, configFingerprint });
  const [daysBefore, daysAfter] = [lookBackDays(before), lookBackDays(after)];
  if (daysAfter > daysBefore)
    log.info({ source, days: daysAfter }, "records come late; the nightly sync reads more days");
}

/** Leaves out the records of a run's first stage, which coverage has since taken in: they would seem late. */
function withoutRecorded({ changed }: SourceRead, recorded: SourceRead): ReadonlyMap<Day, number> {
  const rest = [...changed].map(([day, count]) => [day, count - (recorded.changed.get(day) ?? 0)] as const);
  return new Map(rest.filter(([, count]) => count > 0));
}

interface ReadOn extends Omit<TimedRead, "read"> {
  readonly range: DayRange;
  readonly days: ZoneDays;
}

/** Turns a read into the outcome of the source; `null` when none of the days could be requested. */
function outcomeOf(read: SourceRead, { startedAt, newestFrom, range, days }: ReadOn): CoverageOutcome | null {
  if (read.failure !== null) {
    const { message: problem = "", kind: fault = "bug" } = problemsOf(read)[0] ?? {};
    const to = newestFrom === undefined ? range.to : addDays(newestFrom, -1);
    return { kind: "failed", problem, fault, from: range.from, to, today: days.dayOf(startedAt) };
  }
  const { since, until } = days.instantsOf(range);
  // A read that reaches back further than these days is not cut short in them.
  const from = read.from !== null && read.from > since ? read.from : null;
  if (from !== null && from >= until) return null;
  // Days that lie ahead have not been read, even if they were requested.
  const asOf = min([until, startedAt, read.asOf ?? startedAt]);
  const first = from === null ? range.from : days.dayOf(from);
  const back =
    read.setBack && read.asOf !== null ? { atMost: { asOf: read.asOf, asOfDay: days.dayOf(read.asOf) } } : {};
  const { gapless } = read;
  return { kind: "complete", asOf, asOfDay: days.dayOf(asOf), from: first, cut: from !== null, gapless, ...back };
}
