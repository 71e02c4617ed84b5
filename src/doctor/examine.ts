import type { Log } from "../log";
import type { FactStore } from "../metrics/fact-store";
import type { MetricStore } from "../metrics/metric-store";
import type { Seal } from "../metrics/seal";
import { type SourceId, UNTYPED_REASON } from "../metrics/sources";
import { peopleAfter } from "../people/matching";
import type { PeopleStore } from "../people/people-store";
import type { Member, Person } from "../people/person";
import { roster } from "../people/roster";
import { sealedRoster } from "../people/sealed-roster";
import type { Source } from "../sources/source";
import { SourceError } from "../sources/source-error";
import type { readLease } from "../sync/lease";
import type { RunStore } from "../sync/run/run-store";
import type { SourceStateStore } from "../sync/state/source-state-store";
import { audit } from "../sync/totals/audit";
import type { TeamReader } from "../teams/team-store";
import { addDays, type ZoneDays } from "../time/day";
import type { Examination, SlackStatus, SourceExamination } from "./examination";
import { unreadDays } from "./unread-days";
import { webhookStatus } from "./webhook-status";

/** What the doctor asks. */
export interface DoctorDeps {
  readonly sources: readonly Source[];
  readonly people: PeopleStore;
  readonly seal: Seal;
  readonly facts: FactStore;
  readonly metrics: MetricStore;
  /** The lease under which totals are recomputed. */
  readonly lease: () => ReturnType<typeof readLease>;
  readonly states: SourceStateStore;
  readonly runs: RunStore;
  readonly readMembers: () => Promise<readonly Member[]>;
  readonly admins: readonly string[];
  readonly slack: () => Promise<SlackStatus>;
  readonly refusedSignatures: () => Promise<Examination["refusedSignatures"]>;
  readonly isOtherSecretRunning: () => Promise<boolean>;
  readonly wantedScopes: readonly string[];
  readonly optionalScopes: Examination["optionalScopes"];
  readonly teams: Pick<TeamReader, "all">;
  readonly database: () => Promise<Examination["database"]>;
  /** The address at which vendors reach us; webhooks need it. */
  readonly publicUrl: () => string | undefined;
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Pick<Log, "error">;
}

const TOTALS_DAYS = 30;
const ORDERS_DAYS = 90;
const RUNS_DAYS = 60;
const DAY_MS = 86_400_000;

/** Asks everybody side by side, and writes nothing. A vendor that fails is an answer; the database's errors are thrown. */
export async function examine(deps: DoctorDeps): Promise<Examination> {
  const { people: store, days, admins, wantedScopes, optionalScopes } = deps;
  const now = deps.now();
  const [checked, slack, refusedSignatures, isOtherSecretRunning, members, known, salesmen, teams, database] =
    await Promise.all([
      Promise.all(deps.sources.map((source) => checkedSource(source, deps))),
      deps.slack(),
      deps.refusedSignatures(),
      deps.isOtherSecretRunning(),
      deps.readMembers().catch(() => null),
      store.all(),
      store.salesmen(),
      deps.teams.all(),
      deps.database(),
    ]);
  const list = (id: SourceId) => checked.find(({ source }) => source === id)?.check?.people ?? null;
  const people = peopleAfter({ known, members, copper: list("copper"), justcall: list("justcall"), admins });
  const today = days.dayOf(now);
  const range = { from: addDays(today, -ORDERS_DAYS), to: today };
  return {
    now,
    zone: days.zone,
    publicUrl: deps.publicUrl() ?? null,
    sources: await withReadings(checked, deps),
    slack,
    refusedSignatures,
    isOtherSecretRunning,
    wantedScopes,
    optionalScopes,
    followingTeams: teams.filter((team) => team.active && team.usergroup !== undefined).map(({ name }) => name),
    members,
    people,
    salesmen,
    totals: await auditedTotals(known, deps),
    unowned: await deps.facts.unowned("fishbowl", range, roster(people, salesmen).owners("fishbowl")),
    untyped: await deps.facts.leftOutNames(
      "fishbowl",
      { from: addDays(today, 1 - TOTALS_DAYS), to: today },
      UNTYPED_REASON,
    ),
    database,
  };
}

/** Audits totals with the people they were made with: those stored, not those whom a sync would learn of now. */
async function auditedTotals(
  known: readonly Person[],
  {
    facts,
    metrics,
    people,
    seal,
    days,
    lease,
    now,
  }: Pick<DoctorDeps, "facts" | "metrics" | "people" | "seal" | "days" | "lease" | "now">,
): Promise<Examination["totals"]> {
  const today = days.dayOf(now());
  const range = { from: addDays(today, 1 - TOTALS_DAYS), to: today };
  const before = await lease();
  const who = sealedRoster(roster(known, await people.salesmen()), seal);
  const audited = await audit(range, { facts, metrics, days, roster: who });
  const after = await lease();
  return { ...audited, range, busy: before.held || after.held || before.token !== after.token };
}

type Checked = Pick<SourceExamination, "source" | "off" | "check" | "failure" | "webhooks">;

async function checkedSource(
  source: Source,
  { now, log, publicUrl }: Pick<DoctorDeps, "now" | "log" | "publicUrl">,
): Promise<Checked> {
  const { id, off, check } = source;
  const common = { source: id, off: off ?? null, check: null, failure: null, webhooks: null };
  if (off !== undefined || check === undefined) return common;
  try {
    const checked = { ...common, check: await check(now) };
    const url = publicUrl();
    return url === undefined ? checked : { ...checked, webhooks: await webhookStatus(source, url) };
  } catch (failure) {
    if (!(failure instanceof SourceError)) log.error({ source: id, error: failure }, "a source could not be examined");
    return { ...common, failure };
  }
}

async function withReadings(
  checked: readonly Checked[],
  { states, runs: store, days, now }: Pick<DoctorDeps, "states" | "runs" | "days" | "now">,
): Promise<readonly SourceExamination[]> {
  const off = new Set(checked.flatMap((one) => (one.off === null ? [] : [one.source])));
  const at = now();
  const [freshness, runs] = await Promise.all([
    states.all(off),
    store.since(new Date(at.getTime() - RUNS_DAYS * DAY_MS)),
  ]);
  const bySource = new Map(freshness.map((one) => [one.source, one]));
  return checked.map((one) => ({
    ...one,
    freshness: bySource.get(one.source) ?? { source: one.source, asOf: null, state: "never" },
    unread: unreadDays(one.source, { runs, now: at, days }),
  }));
}
