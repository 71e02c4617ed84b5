import type { HolidayBook } from "../../goals/holidays";
import type { HolidayRegion } from "../../goals/team-settings";
import { namesOf, type Person } from "../../people/person";
import type { Progress } from "../../sync/report";
import { addDays } from "../../time/day";
import { readerZone } from "../../time/reader-day";
import { zoneInWords } from "../../words/times";
import { boardRows } from "../boards/settings-view";
import type { SlackDeps } from "../deps";
import { undeliveredSince } from "../digests/deliveries-view";
import { readUntyped } from "../sync/waiting/account-types";
import { waitingDays } from "../sync/waiting/read-waiting";
import { waitingList } from "../sync/waiting/waiting";
import { context } from "../ui/blocks";
import { readTogether } from "../ui/read-together";
import { foreign } from "../ui/text";
import type { HealthState } from "./health";
import { loadUnmatched } from "./load-unmatched";
import type { HomeLocation, Tab } from "./location";
import { encodeLocation } from "./payload";
import { adminImports } from "./views/admin-imports";
import { adminPeople } from "./views/admin-people";
import { adminRoles } from "./views/admin-roles";
import { adminRuns } from "./views/admin-runs";
import { adminSettings } from "./views/admin-settings";
import { adminStart } from "./views/admin-start/start-page";
import { adminTeams } from "./views/admin-teams";
import { adminHealth } from "./views/health/health-page";
import { type HomePage, page, pager, partTop } from "./views/layout";

const BOARDS_A_PAGE = 40;
const RUNS_SHOWN = 12;
const RUNS_AT_START = 3;
const REFUSALS_SHOWN = 10;

export interface AdminModel {
  readonly location: HomeLocation;
  readonly tabs: readonly Tab[];
  readonly health: HealthState;
  /** The progress of the sync that they requested. */
  readonly syncing: Progress | null;
}

/** Renders the current part of the admin's tab by a constant number of queries. */
export function renderAdmin(deps: SlackDeps, model: AdminModel): Promise<HomePage> {
  switch (model.location.part) {
    case "start":
      return start(deps, model);
    case "people":
      return people(deps, model);
    case "roles":
      return roles(deps, model);
    case "teams":
      return teams(deps, model);
    case "boards":
      return boards(deps, model);
    case "settings":
      return settings(deps, model);
    case "imports":
      return imports(deps, model);
    case "runs":
      return runs(deps, model);
    case "health":
      return health(deps, model);
  }
}

async function start(deps: SlackDeps, model: AdminModel): Promise<HomePage> {
  const { days, now } = deps;
  const [everybody, freshness, runs, deliveries, upcoming, untyped] = await Promise.all([
    deps.people.all(),
    deps.freshness(),
    deps.runs.latest(RUNS_AT_START),
    deps.digests.undelivered(undeliveredSince({ days, now: now() })),
    deps.digests.upcoming(),
    readUntyped(deps, waitingDays(deps)),
  ]);
  const { unmatched, isMatched } = await loadUnmatched(deps, everybody);
  return adminStart({
    ...model,
    ...{ freshness: readTogether(freshness), runs, deliveries, unmatched, isMatched, upcoming },
    waiting: waitingList({ untyped, owners: unmatched.open }),
    nameOf: named(everybody),
    zoneOf: zoned(everybody, days.zone),
    days,
    now: now(),
    next: await deps.nextSync?.(),
  });
}

async function people(deps: SlackDeps, model: AdminModel): Promise<HomePage> {
  const everybody = await deps.people.all();
  return adminPeople({ ...model, ...(await loadUnmatched(deps, everybody)), nameOf: named(everybody) });
}

async function roles({ people: store, refusals, days, now }: SlackDeps, model: AdminModel): Promise<HomePage> {
  const [everybody, refused] = await Promise.all([store.all(), refusals.latest(REFUSALS_SHOWN)]);
  return adminRoles({ ...model, people: everybody, refused, nameOf: named(everybody), days, now: now() });
}

async function teams(deps: SlackDeps, model: AdminModel): Promise<HomePage> {
  const [everybody, all] = await Promise.all([deps.people.all(), deps.teams.all()]);
  return adminTeams({ ...model, teams: all, nameOf: named(everybody), today: deps.days.dayOf(deps.now()) });
}

async function boards({ boards: store, days }: SlackDeps, { location }: AdminModel): Promise<HomePage> {
  const active = (await store.all()).filter((board) => board.active);
  const pages = Math.ceil(active.length / BOARDS_A_PAGE);
  const at = { ...location, page: Math.min(location.page, pages - 1) };
  const shown = active.slice(at.page * BOARDS_A_PAGE, (at.page + 1) * BOARDS_A_PAGE);
  return page(
    [
      ...partTop("boards"),
      context(
        `Times are in ${foreign(zoneInWords(days.zone))}. \`/goals board\` shows a leaderboard at any time, posted or not.`,
      ),
      ...boardRows(shown),
      ...pager(at, pages),
    ],
    encodeLocation(location),
  );
}

async function settings(
  { settings: store, holidays: book, teamZone, digests, people: everybody, days, now }: SlackDeps,
  model: AdminModel,
): Promise<HomePage> {
  const [team, upcoming, known] = await Promise.all([store.read(), digests.upcoming(), everybody.all()]);
  const today = days.dayOf(now());
  const holidays = book.of(team, { from: today, to: addDays(today, 365) });
  const region = team.holidayRegion === null ? null : regionName(team.holidayRegion, book);
  const chosen = teamZone.configured ? null : await teamZone.chosen();
  const zone = { zone: days.zone, zoneConfigured: teamZone.configured, nextZone: chosen === days.zone ? null : chosen };
  const next = { upcoming, nameOf: named(known), days, now: now() };
  return adminSettings({ ...model, ...zone, ...next, today, settings: team, region, holidays });
}

async function imports(deps: SlackDeps, model: AdminModel): Promise<HomePage> {
  const { days, now } = deps;
  const [freshness, untyped] = await Promise.all([deps.freshness(), readUntyped(deps, waitingDays(deps))]);
  return adminImports({ ...model, freshness, untyped, days, now: now() });
}

async function runs(deps: SlackDeps, model: AdminModel): Promise<HomePage> {
  const { days } = deps;
  const [everybody, latest] = await Promise.all([deps.people.all(), deps.runs.latest(RUNS_SHOWN)]);
  return adminRuns({ ...model, runs: latest, nameOf: named(everybody), days, now: deps.now() });
}

async function health(deps: SlackDeps, model: AdminModel): Promise<HomePage> {
  const { people, days, now } = deps;
  const [everybody, freshness, runs, deliveries, untyped] = await Promise.all([
    people.all(),
    deps.freshness(),
    deps.runs.latest(RUNS_AT_START),
    deps.digests.undelivered(undeliveredSince({ days, now: now() })),
    readUntyped(deps, waitingDays(deps)),
  ]);
  const { unmatched, isMatched } = await loadUnmatched(deps, everybody);
  return adminHealth({
    ...model,
    ...{ freshness: readTogether(freshness), runs, deliveries, unmatched, isMatched },
    waiting: waitingList({ untyped, owners: unmatched.open }),
    nameOf: named(everybody),
    days,
    now: now(),
    next: await deps.nextSync?.(),
  });
}

/** The zone of each person's clock; the team's for whoever is not known. */
function zoned(everybody: readonly Person[], teamZone: string): (userId: string) => string {
  const zones = new Map(everybody.map((person) => [person._id, readerZone(person, teamZone).zone]));
  return (userId) => zones.get(userId) ?? teamZone;
}

function named(everybody: readonly Person[]): (userId: string) => string {
  const names = namesOf(everybody);
  return (userId) => names.get(userId) ?? userId;
}

/** Names a region, such as "Germany, Bavaria"; a code stands for a name that is not known any more. */
function regionName({ country, state, region }: HolidayRegion, book: HolidayBook): string {
  const name = (locations: ReturnType<HolidayBook["countries"]>, code: string) =>
    locations.find((location) => location.code === code)?.name ?? code;
  const names = [name(book.countries(), country)];
  if (state !== undefined) names.push(name(book.within({ country }), state));
  if (state !== undefined && region !== undefined) names.push(name(book.within({ country, state }), region));
  return names.join(", ");
}
