import type { DeliveryState } from "../delivery/delivery";
import type { OwnRecapRow, OwnRecapsStore, ReaderOn } from "../delivery/own-recaps-store";
import { type DueRow, isResend, type RecapSpan } from "../planned-message";
import type { WantedDigest } from "./build-digests";

/** What a digest says of its reader's own weeks and months, beside those that its day looks back on. */
export interface OwnRecapsOfDigest {
  /** Whether a recap of teams comes behind it, which says all of that in its place: not one that was made without it. */
  readonly behind: boolean;
  /** What a digest of the seven days before left to a recap of teams that never said it; what is older is told no more. */
  readonly overdue: readonly RecapSpan[];
  /** What messages of earlier days said: a day on which one did may have been made a day off since. */
  readonly told: readonly RecapSpan[];
}

/** What a recap of teams says of them: all that a digest of its day would, or what the digest of its day left to it; `null` for nothing. */
export type OwnRecapsOfTeamRecap = Pick<WantedDigest, "overdue" | "told" | "looksBackOn"> | null;

/** Which message says what its reader's own weeks and months came to, by the ids of the rows. */
export interface OwnRecapsPlan {
  readonly digests: ReadonlyMap<string, OwnRecapsOfDigest>;
  readonly teamRecaps: ReadonlyMap<string, OwnRecapsOfTeamRecap>;
}

/** What is in one of these does not come, unless it is planned again. */
const OVER: readonly DeliveryState[] = ["skipped", "missed", "failed"];

/** Loads which of these messages says it: at most two queries, and none for whoever gets boards. */
export async function loadOwnRecaps(rows: readonly DueRow[], store: OwnRecapsStore): Promise<OwnRecapsPlan> {
  // A digest that somebody asked for again stands alone.
  const digests = rows.filter((row) => row.kind === "digest" && !isResend(row));
  const teamRecaps = rows.flatMap(({ morning, ...row }) =>
    row.kind === "recap" && morning !== undefined ? [{ ...row, day: morning }] : [],
  );
  const recapRows = await store.teamRecaps([...digests, ...teamRecaps]);
  const digestRows = await store.digests([...digests, ...teamRecaps]);
  const known = byReader([...recapRows, ...digestRows]);
  const of = ({ to }: ReaderOn) => known.get(to) ?? [];
  return {
    digests: new Map(digests.map((row) => [row._id, ownRecapsOfDigest(row, of(row))])),
    teamRecaps: new Map(teamRecaps.map((row) => [row._id, ownRecapsOfTeamRecap(row, of(row))])),
  };
}

/**
 * Says of a digest who tells what: the recap of teams that comes on its day, else itself.
 *
 * @param rows its reader's messages of that day and the week before.
 */
export function ownRecapsOfDigest({ day }: ReaderOn, rows: readonly OwnRecapRow[]): OwnRecapsOfDigest {
  const coming = rows.filter(({ state }) => !OVER.includes(state));
  const told = new Set(coming.flatMap(({ recapsTold = [] }) => recapsTold.map(keyOf)));
  const left = coming.filter((row) => row.kind === "digest" && row.day < day);
  const overdue = new Map(left.flatMap(({ recapsLeft = [] }) => recapsLeft.map((span) => [keyOf(span), span])));
  return {
    behind: coming.some(({ kind, morning, isRendered, recapsTold = [] }) => {
      return kind === "recap" && morning === day && (!isRendered || recapsTold.length > 0);
    }),
    overdue: [...overdue].filter(([key]) => !told.has(key)).map(([, span]) => span),
    // What the recap of this morning tells, its digest leaves to it.
    told: coming.filter((row) => (row.morning ?? row.day) < day).flatMap(({ recapsTold = [] }) => recapsTold),
  };
}

/**
 * Says what a recap of teams tells of its reader's own.
 *
 * @param rows its reader's messages of the day on which it comes and the week before.
 */
export function ownRecapsOfTeamRecap({ to, day }: ReaderOn, rows: readonly OwnRecapRow[]): OwnRecapsOfTeamRecap {
  const before = rows.find((row) => row.kind === "digest" && row.day === day);
  // One that is not rendered yet finds the recap's row when it is.
  if (before?.state === "due" && !before.isRendered) {
    const { overdue, told } = ownRecapsOfDigest({ to, day }, rows);
    return { overdue, told };
  }
  const { recapsLeft = [] } = before ?? {};
  return recapsLeft.length === 0 ? null : { looksBackOn: recapsLeft };
}

function keyOf({ period, from }: RecapSpan): string {
  return `${period} ${from}`;
}

function byReader(rows: readonly OwnRecapRow[]): ReadonlyMap<string, readonly OwnRecapRow[]> {
  const readers = new Map<string, OwnRecapRow[]>();
  for (const row of rows) readers.set(row.to, [...(readers.get(row.to) ?? []), row]);
  return readers;
}
