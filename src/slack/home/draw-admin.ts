import { addDays } from "../../metrics/day";
import { nobodies } from "../../sync/nobodies";
import type { SlackNeeds } from "../needs";
import { adminHealth } from "../views/home/admin-health";
import { adminPeople } from "../views/home/admin-people";
import { adminRuns } from "../views/home/admin-runs";
import { adminSettings } from "../views/home/admin-settings";
import type { Page } from "../views/home/page";
import type { HealthState } from "./health-check";
import { madeMappings } from "./mapping";
import type { HomePlace, Tab } from "./place";
import { regionName } from "./region-name";

const RUNS_SHOWN = 12;
/** A salesman shows in a run only when he sold in its days. */
const RUNS_SEARCHED = 20;

export interface AdminSeen {
  readonly place: HomePlace;
  readonly tabs: readonly Tab[];
  readonly health: HealthState;
}

/** The part of the admin's tab that is looked at, by a constant number of queries. */
export function drawAdmin(needs: SlackNeeds, seen: AdminSeen): Promise<Page> {
  switch (seen.place.part) {
    case "people":
      return people(needs, seen);
    case "settings":
      return settings(needs, seen);
    case "runs":
      return runs(needs, seen);
    case "health":
      return health(needs, seen);
  }
}

async function people(needs: SlackNeeds, seen: AdminSeen): Promise<Page> {
  const [everybody, salesmen, found] = await Promise.all([
    needs.people.all(),
    needs.people.salesmen(),
    needs.runs.latestUnmatched(RUNS_SEARCHED),
  ]);
  return adminPeople({
    ...seen,
    nobodies: nobodies(found, { people: everybody, salesmen }),
    made: madeMappings({ people: everybody, salesmen, runs: found }),
    nameOf: named(everybody),
    synced: found.length > 0,
  });
}

async function settings({ settings: store, holidays: book, days, now }: SlackNeeds, seen: AdminSeen): Promise<Page> {
  const team = await store.read();
  const today = days.dayOf(now());
  const holidays = book.of(team, { from: today, to: addDays(today, 365) });
  const region = team.holidayRegion === null ? null : regionName(team.holidayRegion, book);
  return adminSettings({ ...seen, zone: days.zone, today, settings: team, region, holidays });
}

async function runs(needs: SlackNeeds, seen: AdminSeen): Promise<Page> {
  const { days } = needs;
  const [everybody, latest] = await Promise.all([needs.people.all(), needs.runs.latest(RUNS_SHOWN)]);
  return adminRuns({ ...seen, runs: latest, nameOf: named(everybody), days, now: needs.now() });
}

async function health({ people, days, now }: SlackNeeds, seen: AdminSeen): Promise<Page> {
  const by = seen.health.kind === "never" ? "" : seen.health.by;
  const name = by === "" ? "" : ((await people.one(by))?.name ?? by);
  return adminHealth({ ...seen, by: name, days, now: now() });
}

function named(everybody: Awaited<ReturnType<SlackNeeds["people"]["all"]>>): (userId: string) => string {
  const names = new Map(everybody.map(({ _id, name }) => [_id, name]));
  return (userId) => names.get(userId) ?? userId;
}
