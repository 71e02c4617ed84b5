import type { Db } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import { type BigMonth, bigTeam } from "../support/builders/big-months";
import { syncHarness } from "../support/harness/sync";
import { type Figure, took, written } from "./figure";
import { withMongo } from "./own-mongo";
import { best } from "./timed";
import { realSources, withVendors } from "./vendors";

/** 100 pages of Copper's and 70 of JustCall's. */
const SIZE: BigMonth = { reps: 50, mails: 16_000, copperCalls: 3_000, justcallCalls: 7_000 };
const ANSWER_MS = 300;
const ROUNDS = 2;
const MOST_MS = 7_000;

/**
 * A team's month with answers of 300 ms and the vendors' limits in force, Copper's 180 and JustCall's 90 a minute: from the
 * request for a sync into an empty database to its report.
 */
export function limitedTeamFigures(): Promise<Figure[]> {
  return withMongo(async ({ emptied }) => {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measured(await emptied()));
    const ms = best(rounds.map((round) => round.ms));
    const { copper = 0, justcall = 0 } = rounds[0]?.requests ?? {};
    const records = written(SIZE.mails + SIZE.copperCalls + SIZE.justcallCalls);
    return [
      {
        what: `${SIZE.reps} reps, ${records} records, answers of ${ANSWER_MS} ms, 180 and 90 requests a minute: from request to report, best of ${ROUNDS}`,
        measured: `${took(ms)}, ${written(copper)} + ${written(justcall)} requests`,
        target: { wanted: `at most ${took(MOST_MS)}`, holds: ms <= MOST_MS },
      },
    ];
  });
}

interface Round {
  readonly ms: number;
  readonly requests: { readonly copper: number; readonly justcall: number };
}

/** With stand-ins of its own, whose minute is unspent. */
function measured(db: Db): Promise<Round> {
  return withVendors({ size: SIZE, latencyMs: ANSWER_MS, limits: "in-force" }, async (urls) => {
    const { members } = bigTeam(SIZE.reps);
    const { sync } = syncHarness(db, { sources: realSources(db, { urls, limits: "in-force" }), members });
    const begun = performance.now();
    const { results } = await sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);
    const ms = performance.now() - begun;
    if (results.errors.length > 0) throw new Error(JSON.stringify(results.errors));
    return { ms, requests: { copper: results.copper.requests, justcall: results.justcall.requests } };
  });
}
