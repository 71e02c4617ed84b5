import type { Db, Document } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import { sampleMonth, seed } from "../../src/demo/sample/sample-month";
import { syncHarness } from "../support/harness/sync";
import { bareUpserts, pagesInTurn, pagesTogether } from "./bare-month";
import { atLeast, atMost, type Figure, times, took } from "./figure";
import { oldDashboard } from "./old/dashboard";
import { type BenchDatabase, withMongo } from "./own-mongo";
import { best, timed } from "./timed";
import { realSources, type Urls, withVendors } from "./vendors";

const ANSWER_MS = 300;
const ROUNDS = 3;
const month = sampleMonth();

/**
 * The sample month with answers of 300 ms, side by side: our sync into an empty database; the bare pages of the same lists
 * and the bare upserts of the same documents, with eight in flight a key and in turn; and an old dashboard's reading.
 */
export function sampleMonthFigures(): Promise<Figure[]> {
  return withMongo((database) =>
    withVendors({ size: "sample", latencyMs: ANSWER_MS, limits: "lifted" }, async (urls, now) => {
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measured(database, { urls, now }));
      const db = await database.emptied();
      await seed(db, month);
      const old = await timed(() => oldDashboard({ db, urls, month, range: SAMPLE_WINDOW }));
      return figures(rounds, old);
    }),
  );
}

/** All times in ms. */
interface Round {
  readonly ours: number;
  readonly together: number;
  readonly inTurn: number;
  readonly requests: { readonly ours: number; readonly bare: number };
}

async function measured(database: BenchDatabase, { urls, now }: { urls: Urls; now: () => Date }): Promise<Round> {
  const db = await database.emptied();
  await seed(db, month);
  const { sync } = syncHarness(db, { sources: realSources(db, { urls, limits: "lifted", now }), members: month.team });
  const begun = performance.now();
  const { results } = await sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);
  const ours = performance.now() - begun;
  if (results.errors.length > 0) throw new Error(JSON.stringify(results.errors));
  const documents = await kept(db);

  const begunInTurn = performance.now();
  const pages = await pagesInTurn(urls);
  const inTurn = performance.now() - begunInTurn;
  const together = await timed(() => pagesTogether(pages));
  const bare = await database.emptied();
  const upserts = await timed(() => bareUpserts(bare, documents));
  const requests = {
    ours: results.copper.requests + results.justcall.requests,
    bare: Object.values(pages).reduce((sum, { first, others }) => sum + first.length + others.length, 0),
  };
  return { ours, together: together + upserts, inTurn: inTurn + upserts, requests };
}

/** What the sync wrote. */
async function kept(db: Db): Promise<Readonly<Record<string, readonly Document[]>>> {
  const [facts, metrics] = await Promise.all(["facts", "metrics"].map((name) => db.collection(name).find().toArray()));
  return { facts: facts ?? [], metrics: metrics ?? [] };
}

function figures(rounds: readonly Round[], old: number): Figure[] {
  const fastest = (of: "ours" | "together" | "inTurn") => best(rounds.map((round) => round[of]));
  const [ours, together, inTurn] = [fastest("ours"), fastest("together"), fastest("inTurn")];
  const { requests } = rounds[0] ?? { requests: { ours: 0, bare: 0 } };
  const name = `sample month, answers of ${ANSWER_MS} ms, best of ${ROUNDS}`;
  return [
    { what: `${name}: sync into an empty database`, measured: `${took(ours)}, ${requests.ours} requests` },
    {
      what: `${name}: against its bare pages, eight in flight a key after the first of each list, and bare upserts (${took(together)}, ${requests.bare} requests)`,
      measured: times(ours / together),
      target: atMost(ours / together, 1.2),
    },
    {
      what: `${name}: bare pages in turn and bare upserts (${took(inTurn)}) against it`,
      measured: times(inTurn / ours),
      target: atLeast(inTurn / ours, 2.5),
    },
    {
      what: `${name}: an old dashboard's reading, person by person and metric by metric (${took(old)}), against it`,
      measured: times(old / ours),
      target: atLeast(old / ours, 20),
    },
  ];
}
