import type { Db, Document } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import { type Fact, factId } from "../../src/metrics/fact";
import { factStore } from "../../src/metrics/fact-store";
import { metricStore } from "../../src/metrics/metric-store";
import { roster } from "../../src/people/roster";
import { justcallCallFacts } from "../../src/sources/justcall/mapping";
import { NO_OVERLAP } from "../../src/sync/totals/overlap";
import { recompute } from "../../src/sync/totals/recompute";
import { bigSeries, bigTeam } from "../support/builders/big-months";
import { aPerson } from "../support/builders/people";
import { days } from "../support/builders/team-zone";
import { bareUpserts } from "./bare-month";
import { type Figure, times, took, written } from "./figure";
import { type BenchDatabase, withMongo } from "./own-mongo";
import { best, timed } from "./timed";

/** As much as a window holds. */
const SIZE = { reps: 200, mails: 0, copperCalls: 0, justcallCalls: 15_000 };
const ROUNDS = 3;

/** Keeping facts and rolling them up, against the bare driver's upserts of the same documents in the same batches. */
export function bareWritesFigures(): Promise<Figure[]> {
  return withMongo(async (database) => {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measured(database));
    return figures(rounds);
  });
}

/** All times in ms. */
interface Round {
  readonly keeping: number;
  readonly bareFacts: number;
  readonly rollup: number;
  readonly bareMetrics: number;
  readonly facts: number;
  readonly metrics: number;
}

async function measured(database: BenchDatabase): Promise<Round> {
  const facts = callsOfTeam();
  const documents = facts.map((fact) => ({ _id: factId(fact), ...fact, asOf: 1 }));
  const forBare = await database.emptied();
  const bareFacts = await timed(() => bareUpserts(forBare, { facts: documents }));
  const db = await database.emptied();
  const keeping = await timed(() => factStore(db).save({ write: [], gone: [], fresh: facts }, 1));
  const rollup = await timed(() => rolledUp(db));
  const cells: readonly Document[] = await db.collection("metrics").find().toArray();
  await db.collection("metrics").deleteMany({});
  const bareMetrics = await timed(() => bareUpserts(db, { metrics: cells }));
  return { keeping, bareFacts, rollup, bareMetrics, facts: facts.length, metrics: cells.length };
}

function callsOfTeam(): readonly Fact[] {
  const { justcallCalls } = bigSeries(SIZE);
  const addresses = new Map(bigTeam(SIZE.reps).justcall.map(({ id, email }) => [String(id), email]));
  return Array.from({ length: justcallCalls.count }, (_, index) => justcallCalls.record(index)).flatMap((call) =>
    justcallCallFacts(
      { ...call, id: String(call.id), agentId: String(call.agentId), agentEmail: null, at: call.startedAt },
      { days, addresses },
    ),
  );
}

async function rolledUp(db: Db): Promise<void> {
  const people = bigTeam(SIZE.reps).members.map(({ id, email }) => aPerson(id, { email, justcallEmail: email ?? "" }));
  await recompute(SAMPLE_WINDOW, {
    facts: factStore(db),
    metrics: metricStore(db),
    roster: roster(people, []),
    days,
    overlap: NO_OVERLAP,
    retainedFrom: null,
    fence: { check: async () => {}, token: 1 },
    now: () => new Date("2026-10-28T21:05:00Z"),
  });
}

function figures(rounds: readonly Round[]): Figure[] {
  const fastest = (of: keyof Round) => best(rounds.map((round) => round[of]));
  const [keeping, bareFacts, rollup, bareMetrics] = [
    fastest("keeping"),
    fastest("bareFacts"),
    fastest("rollup"),
    fastest("bareMetrics"),
  ];
  return [
    {
      what: `keeping ${written(fastest("facts"))} new facts (${took(keeping)}) against the bare driver's upserts of them (${took(bareFacts)})`,
      measured: times(keeping / bareFacts),
    },
    {
      what: `rolling them up to ${written(fastest("metrics"))} daily totals (${took(rollup)}) against the bare driver's upserts of these (${took(bareMetrics)})`,
      measured: times(rollup / bareMetrics),
    },
  ];
}
