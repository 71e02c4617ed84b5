import type { Db } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import { type JustCallPlan, PLANS } from "../../src/sources/justcall/config";
import type { RunContext } from "../../src/sync/run/context";
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
const MOST_MS_OF_NEWEST = 5_000;

/**
 * A team's month with answers of 300 ms and the vendors' limits in force, their minute unspent at the start: from the request
 * for a sync into an empty database to its report and, on the plan that allows little, to the newest days' figures.
 */
export function limitedTeamFigures(): Promise<Figure[]> {
  return withMongo(async ({ emptied }) => {
    const business: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) business.push(await measured(await emptied(), "business"));
    const ms = best(business.map((round) => round.ms));
    const team = await measured(await emptied(), "team");
    return [
      {
        what: `${nameOn("business")}: from request to report, best of ${ROUNDS}`,
        measured: `${took(ms)}, ${requestsOf(business[0])} requests`,
        target: { wanted: `at most ${took(MOST_MS)}`, holds: ms <= MOST_MS },
      },
      {
        what: `${nameOn("team")}: to the newest days' figures`,
        measured: took(team.msToFigures),
        target: { wanted: `at most ${took(MOST_MS_OF_NEWEST)}`, holds: team.msToFigures <= MOST_MS_OF_NEWEST },
      },
      {
        what: `${nameOn("team")}: to the report`,
        measured: `${took(team.ms)}, ${requestsOf(team)} requests`,
        target: idleFigure(team),
      },
    ];
  });
}

interface Round {
  readonly ms: number;
  /** Until goals were recomputed for the first time. */
  readonly msToFigures: number;
  readonly requests: { readonly copper: number; readonly justcall: number };
}

/** JustCall's last request may begin with the minute in which its number is allowed; the last answers and the totals follow. */
function idleFigure({ ms, requests }: Round) {
  const minutes = Math.ceil(requests.justcall / PLANS.team[0]) - 1;
  const most = minutes * 61_000 + MOST_MS;
  return {
    wanted: `at most ${took(most)}: ${minutes} minutes' allowance spent, and as long as without waits`,
    holds: ms <= most,
  };
}

/** With stand-ins of its own, whose minute is unspent. */
function measured(db: Db, plan: JustCallPlan): Promise<Round> {
  return withVendors({ size: SIZE, latencyMs: ANSWER_MS, limits: plan }, async (urls, now) => {
    const { members } = bigTeam(SIZE.reps);
    let figuresAt = 0;
    const watch = ({ goals, ...parts }: RunContext): RunContext => {
      const recompute: typeof goals.recompute = async (today) => {
        const updated = await goals.recompute(today);
        figuresAt ||= performance.now();
        return updated;
      };
      return { ...parts, goals: { ...goals, recompute } };
    };
    const { sync } = syncHarness(db, { sources: realSources(db, { urls, limits: plan, now }), members, watch });
    const begun = performance.now();
    const { results } = await sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);
    const ms = performance.now() - begun;
    if (results.errors.length > 0) throw new Error(JSON.stringify(results.errors));
    const requests = { copper: results.copper.requests, justcall: results.justcall.requests };
    return { ms, msToFigures: figuresAt - begun, requests };
  });
}

function nameOn(plan: JustCallPlan): string {
  const records = written(SIZE.mails + SIZE.copperCalls + SIZE.justcallCalls);
  return `${SIZE.reps} reps, ${records} records, answers of ${ANSWER_MS} ms, 180 and ${PLANS[plan][0]} requests a minute`;
}

function requestsOf(round: Round | undefined): string {
  return `${round?.requests.copper} + ${round?.requests.justcall}`;
}
