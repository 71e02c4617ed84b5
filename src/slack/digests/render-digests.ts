import { buildDigests, digestRows, neededRanges } from "../../digests/content/build-digests";
import type { Digest } from "../../digests/content/digest";
import type { ReportedFiguresStore } from "../../digests/delivery/reported-figures-store";
import type { DueRow, RenderedMessage } from "../../digests/planned-message";
import { recipientZone } from "../../digests/schedule/wall-clock";
import type { HolidayBook } from "../../goals/holidays";
import type { OverviewStore } from "../../goals/overview-store";
import type { TeamSettingsStore } from "../../goals/team-settings-store";
import type { MetricStore } from "../../metrics/metric-store";
import { metricOf } from "../../metrics/metrics";
import type { PeopleStore } from "../../people/people-store";
import type { Freshness } from "../../sync/state/freshness";
import { addDays, type ZoneDays, zoneDays } from "../../time/day";
import type { Message } from "../ui/blocks";
import { digestMessage } from "./digest-view";

export interface DigestRenderDeps {
  readonly overviews: Pick<OverviewStore, "reading">;
  readonly metrics: Pick<MetricStore, "sums">;
  readonly people: Pick<PeopleStore, "all">;
  readonly settings: Pick<TeamSettingsStore, "read">;
  readonly book: Pick<HolidayBook, "of">;
  readonly told: ReportedFiguresStore;
  freshness(): Promise<readonly Freshness[]>;
  readonly days: ZoneDays;
  now(): Date;
}

/** How far back a last working day is looked for. */
const DAYS_BACK = 40;

/** Makes these digests, all from the same few queries, however many there are. */
export async function renderDigests(
  rows: readonly Pick<DueRow, "_id" | "to" | "day">[],
  { overviews, metrics, people, settings, book, told: toldStore, freshness, days, now }: DigestRenderDeps,
): Promise<ReadonlyMap<string, Message & Pick<RenderedMessage, "told">>> {
  if (rows.length === 0) return new Map();
  const at = now();
  const today = days.dayOf(at);
  const [reading, everybody, team, states, told] = await Promise.all([
    overviews.reading(today),
    people.all(),
    settings.read(),
    freshness(),
    toldStore.lately(rows),
  ]);
  const holidays = book.of(team, { from: addDays(today, -DAYS_BACK), to: addDays(today, 1) });
  const calendar = { week: team.workdays, holidays: new Set(holidays.map(({ day }) => day)) };
  const asked = digestRows(rows, { people: everybody, team: calendar });
  const stretches = neededRanges(asked, told);
  const sums = await metrics.sums(stretches);
  const digests = buildDigests(asked, { reading, sums, stretches, told, teamZone: days.zone });
  return new Map(
    [...digests].map(([id, digest]) => [
      id,
      { ...digestMessage({ digest, freshness: sourcesOf(digest, states), days, now: at }), told: digest.told },
    ]),
  );
}

/** Somebody's digest as it would be now, by their own calendar; `null` for whoever is unknown or has no goals. */
export async function previewDigest(userId: string, parts: DigestRenderDeps): Promise<Message | null> {
  const person = (await parts.people.all()).find(({ _id }) => _id === userId);
  if (person === undefined) return null;
  const day = zoneDays(recipientZone(person, parts.days.zone).zone).dayOf(parts.now());
  const overview = await parts.overviews.reading(parts.days.dayOf(parts.now()), userId);
  if (overview.goals.length === 0) return null;
  const made = (await renderDigests([{ _id: userId, to: userId, day }], parts)).get(userId);
  return made === undefined ? null : { text: made.text, blocks: made.blocks };
}

/** Of the sources that count for this person's goals; one that is switched off is nothing to wait for. */
function sourcesOf({ goals }: Digest, states: readonly Freshness[]): readonly Freshness[] {
  const wanted = new Set(goals.flatMap(({ type }) => metricOf(type).sources));
  return states.filter(({ source, state }) => wanted.has(source) && state !== "off");
}
