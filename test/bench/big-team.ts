import { SAMPLE_WINDOW } from "../../src/demo/sample/clock";
import type { SyncReport } from "../../src/sync/report";
import { type BigMonth, bigTeam } from "../support/big-month";
import { syncRig } from "../support/sync-rig";
import { writesSent } from "../support/writes-sent";
import { atMost, type Figure, took, written } from "./figure";
import { withMongo } from "./own-mongo";
import { progress } from "./progress";
import { stageClock } from "./stage-clock";
import { unlimitedSources, withVendors } from "./vendors";

const MOST_MB = 300;
/** More requests than the pages' own: partial pages of windows, and what is asked before the first record. */
const MOST_REQUESTS = 1.1;
/** What a sync must not write when nothing is new. */
const FIGURES = ["facts", "metrics", "goals", "users"];

/** A large team's month, synced into an empty database and then again: requests, speed, memory, writes and where the time goes. */
export function bigTeamFigures(size: BigMonth): Promise<Figure[]> {
  const served = { size, answerMs: 0 };
  return withMongo(({ db }) =>
    withVendors(served, async (urls) => {
      const clock = stageClock();
      const { members } = bigTeam(size.reps);
      const { sync } = syncRig(db, { sources: unlimitedSources(db, urls), members, watch: clock.watch });
      const once = async (name: string) => {
        clock.reset();
        const sent = writesSent(db);
        const looked = progress(name, db);
        const begun = performance.now();
        const report = await sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);
        const ms = performance.now() - begun;
        looked.stop();
        sent.stop();
        return { report, ms, writes: sent.byCollection(), shares: clock.shares() };
      };
      const first = await once("first sync");
      const facts = await db.collection("facts").countDocuments();
      const second = await once("second sync");
      return figures({ size, facts, first, second });
    }),
  );
}

interface Once {
  readonly report: SyncReport;
  readonly ms: number;
  readonly writes: Readonly<Record<string, number>>;
  readonly shares: string;
}

interface Twice {
  readonly size: BigMonth;
  readonly facts: number;
  readonly first: Once;
  readonly second: Once;
}

function figures({ size, facts, first, second }: Twice): Figure[] {
  const name = `${written(size.reps)} reps, ${written(recordsOf(size))} records`;
  const { copper, justcall, errors } = first.report.results;
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const requests = copper.requests + justcall.requests;
  const bound = lowerBound(size);
  const again = FIGURES.reduce((sum, collection) => sum + (second.writes[collection] ?? 0), 0);
  return [
    { what: `${name}: first sync`, measured: `${took(first.ms)}, ${perSecond(facts, first.ms)} facts a second` },
    {
      what: `${name}: requests`,
      measured: `${written(requests)} (${written(copper.requests)} + ${written(justcall.requests)}), ${(requests / bound).toFixed(3)} × the ${written(bound)} pages`,
      target: atMost(requests / bound, MOST_REQUESTS),
    },
    { what: `${name}: writes of the first sync`, measured: told(first.writes) },
    { what: `${name}: where its time goes`, measured: first.shares },
    { what: `${name}: unchanged second sync`, measured: `${took(second.ms)}; ${second.shares}` },
    {
      what: `${name}: its writes to ${FIGURES.join(", ")}`,
      measured: `${again}; besides ${told(second.writes)}`,
      target: { wanted: "none", holds: again === 0 },
    },
    memory(name),
  ];
}

function memory(name: string): Figure {
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  const target = { wanted: `under ${MOST_MB} MB`, holds: peakMb < MOST_MB };
  return { what: `${name}: peak memory of Paceline's process`, measured: `${peakMb} MB`, target };
}

function recordsOf({ mails, copperCalls, justcallCalls }: BigMonth): number {
  return mails + copperCalls + justcallCalls;
}

/** The pages that nobody can do without: each list's records by its page's size. */
function lowerBound({ reps, mails, copperCalls, justcallCalls }: BigMonth): number {
  const pages = (records: number, size: number) => Math.ceil(records / size);
  const copper = [mails, copperCalls, reps].map((records) => pages(records, 200));
  const justcall = [justcallCalls, reps].map((records) => pages(records, 100));
  return [...copper, ...justcall].reduce((sum, each) => sum + each, 0);
}

function perSecond(count: number, ms: number): string {
  return written(Math.round((count * 1_000) / ms));
}

function told(writes: Readonly<Record<string, number>>): string {
  return Object.entries(writes)
    .map(([collection, count]) => `${collection} ${written(count)}`)
    .join(", ");
}
