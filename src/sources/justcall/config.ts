import type { Sleep } from "../../lib/sleep";
import type { Log } from "../../log";
import type { ZoneDays } from "../../time/day";
import type { Allowance } from "../http/rate-limit";
import type { RequestMeter } from "../request-meter";

/** JustCall's plans that have an API. Limits that its answers name win over these. */
export const PLANS = { team: [30, 1_800], pro: [60, 3_600], business: [90, 5_400] } as const;
export type JustCallPlan = keyof typeof PLANS;

/** The configuration of the JustCall source. */
export interface JustCallConfig {
  readonly baseUrl: string;
  /** Key and secret: without both, the source is off. */
  readonly apiKey: string | null | undefined;
  readonly apiSecret: string | null | undefined;
  readonly plan: JustCallPlan;
  /** The team's days. */
  readonly days: ZoneDays;
  /** Milliseconds, for limits and waits. */
  readonly clock: () => number;
  /** For how far back JustCall reaches. */
  readonly now: () => Date;
  readonly sleep?: Sleep;
  /** Returns the addresses of agents by their ids whom JustCall may list no more: its calls may still name the id alone. */
  readonly knownAgents?: () => Promise<ReadonlyMap<string, string>>;
  readonly log: Pick<Log, "debug">;
  readonly meter?: RequestMeter | undefined;
}

/** The two allowances of a plan, and the headers that correct each. */
export function allowances(plan: JustCallPlan): readonly Allowance[] {
  const [aMinute, anHour] = PLANS[plan];
  return [
    { requests: aMinute, seconds: 60, headers: "x-rate-limit-burst" },
    { requests: anHour, seconds: 3_600, headers: "x-rate-limit" },
  ];
}
