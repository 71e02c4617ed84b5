import type { BigMonth } from "../support/builders/big-months";
import { type Figure, times, took, written } from "./figure";

const MOST_MB = 300;
/** Half as many again as a first sync of a thousand reps kept a second when each fact was upserted: 7,061. */
const FACTS_A_SECOND = 10_592;
/** Four lists have a page that is not full in each window. */
const LISTS = 4;
/** Asked for in vain, or before the first record: calls until it is known that there are far too many, the account. */
const CONSTANT = 220;
/** What a sync must not write when nothing is new. */
const NOT_AGAIN = ["facts", "metrics", "goals", "users"];

/** What one sync came to. */
export interface Once {
  readonly requests: { readonly copper: number; readonly justcall: number };
  readonly ms: number;
  /** Documents sent to be written, by collection. */
  readonly writes: Readonly<Record<string, number>>;
  /** How its time is shared among its stages, in words. */
  readonly shares: string;
}

interface Twice {
  readonly size: BigMonth;
  /** Kept after the first sync. */
  readonly facts: number;
  readonly first: Once;
  readonly second: Once;
  /** The most that the process took, in MB. */
  readonly peakMb: number;
}

/** A large team's two syncs in figures. */
export function bigTeamFigures({ size, facts, first, second, peakMb }: Twice): Figure[] {
  const speed = Math.round((facts * 1_000) / first.ms);
  const again = NOT_AGAIN.reduce((sum, collection) => sum + (second.writes[collection] ?? 0), 0);
  const memory = { wanted: `under ${MOST_MB} MB`, holds: peakMb < MOST_MB };
  const figures: Figure[] = [
    {
      what: "first sync",
      measured: `${took(first.ms)}, ${written(speed)} facts a second`,
      ...(size.reps >= 1_000 && {
        target: { wanted: `at least ${written(FACTS_A_SECOND)} a second`, holds: speed >= FACTS_A_SECOND },
      }),
    },
    requestsFigure(size, first),
    { what: "writes of the first sync", measured: told(first.writes) },
    { what: "where its time goes", measured: first.shares },
    { what: "second sync, unchanged", measured: took(second.ms) },
    { what: "where its time goes", measured: second.shares },
    {
      what: `its writes to ${NOT_AGAIN.join(", ")}`,
      measured: `${again}; besides ${told(second.writes)}`,
      target: { wanted: "none", holds: again === 0 },
    },
    { what: "peak memory of Paceline's process", measured: `${peakMb} MB`, target: memory },
  ];
  const name = `${written(size.reps)} reps, ${written(size.mails + size.copperCalls + size.justcallCalls)} records`;
  return figures.map((figure) => ({ ...figure, what: `${name}: ${figure.what}` }));
}

function requestsFigure(size: BigMonth, { requests: { copper, justcall }, writes }: Once): Figure {
  const pages = lowerBound(size);
  const all = copper + justcall;
  // Each window that was kept is noted once.
  const most = pages + LISTS * (writes.checkpoints ?? 0) + CONSTANT;
  return {
    what: "requests",
    measured: `${written(all)} (${written(copper)} + ${written(justcall)}), ${times(all / pages)} as many as its ${written(pages)} pages`,
    target: { wanted: `the pages, one a list and window, and ${CONSTANT}`, holds: all <= most },
  };
}

/** The pages that nobody can do without: each list's records by its page's size. */
function lowerBound({ reps, mails, copperCalls, justcallCalls }: BigMonth): number {
  const pages = (records: number, size: number) => Math.ceil(records / size);
  const copper = [mails, copperCalls, reps].map((records) => pages(records, 200));
  const justcall = [justcallCalls, reps].map((records) => pages(records, 100));
  return [...copper, ...justcall].reduce((sum, each) => sum + each, 0);
}

function told(writes: Readonly<Record<string, number>>): string {
  return Object.entries(writes)
    .map(([collection, count]) => `${collection} ${written(count)}`)
    .join(", ");
}
