import type { Finding } from "../../../../doctor/finding";
import { isUnanswered } from "../../../../doctor/source-findings";
import type { Freshness } from "../../../../sync/state/freshness";
import { AREAS, areaOf } from "./area";

/** How something is: `off` is nobody's fault. */
export type State = Finding["state"] | "off";

/** How much is wrong, the same on an admin's first page and on the health page. */
export interface ProblemCounts {
  /** What keeps figures from being right. */
  readonly faults: number;
  /** What somebody should check. */
  readonly warnings: number;
}

/** What was found, by the last sync and by the last check. */
interface Found {
  readonly freshness: readonly Freshness[];
  /** What the last check found and still is so. */
  readonly findings: readonly Finding[];
}

/**
 * Counts what is wrong: all that the check found, and what the last sync alone tells of a source of which the check found nothing as bad, so
 * that one cause is one problem. Records that a source doesn't answer for have a cause of their own.
 */
export function problemCounts({ freshness, findings }: Found): ProblemCounts {
  const each = AREAS.map((area) => {
    const of = freshness.find(({ source }) => source === area);
    const found = findings.filter((one) => areaOf(one) === area);
    return countsOf(of === undefined ? "ok" : readState(of), found);
  });
  return {
    faults: each.reduce((sum, { faults }) => sum + faults, 0),
    warnings: each.reduce((sum, { warnings }) => sum + warnings, 0),
  };
}

function countsOf(read: State, found: readonly Finding[]): ProblemCounts {
  const numberOf = (state: Finding["state"]) => found.filter((one) => one.state === state).length;
  const unanswered = found.filter(isUnanswered).length;
  const faults = Math.max(numberOf("fault"), read === "fault" ? 1 : 0);
  const warned = Math.max(numberOf("warning") - unanswered, read === "warning" && faults === 0 ? 1 : 0);
  return { faults, warnings: warned + unanswered };
}

/** How a source is by the last sync; one that waits for its first import is as one that is off. */
export function readState({ state, stale, imported, asOf }: Freshness): State {
  if (state === "off") return "off";
  if (state === "failed") return "fault";
  if (imported === true && asOf === null) return "off";
  return state === "never" || stale === true ? "warning" : "ok";
}
