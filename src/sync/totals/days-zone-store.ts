import type { Db } from "mongodb";
import type { StoredFact } from "../../metrics/fact-changes";
import { SOURCE_IDS, SOURCES } from "../../metrics/sources";
import type { Day, DayRange, ZoneDays } from "../../time/day";

interface TeamDocument {
  readonly _id: "team";
  readonly daysZone?: string;
}

/** Moves stored days from one zone to another, and remembers by which zone they are. */
export interface DaysZoneStore {
  /** The zone that the stored days are of; `null` before anything said so. */
  zone(): Promise<string | null>;
  record(zone: string): Promise<void>;
  /** The days on which facts lie, by this zone, both included; `null` without facts. */
  span(days: ZoneDays): Promise<DayRange | null>;
  /** Counts the facts, about. */
  facts(): Promise<number>;
  /** Gives each fact of a record that has an instant the day it lies in, and each of one that has a day that day's first instant. */
  moveFacts(day: Day, days: ZoneDays): Promise<void>;
  /** Forgets what else was kept by days: how far windows were read, and the figures that digests reported of days. */
  forgetDays(): Promise<void>;
}

const BY_INSTANT = SOURCE_IDS.filter((source) => SOURCES[source].datedBy === "instant");
const BY_DAY = SOURCE_IDS.filter((source) => SOURCES[source].datedBy === "day");

export function daysZoneStore(db: Db): DaysZoneStore {
  const settings = db.collection<TeamDocument>("settings");
  const facts = db.collection<StoredFact>("facts");
  const end = async (order: 1 | -1): Promise<Date | null> => {
    const ends = await Promise.all(
      SOURCE_IDS.map((source) =>
        facts.find({ source }).sort({ at: order }).limit(1).project<{ at: Date }>({ at: 1 }).next(),
      ),
    );
    const instants = ends.flatMap((one) => (one === null ? [] : [one.at]));
    return instants.sort((a, b) => order * (a.getTime() - b.getTime()))[0] ?? null;
  };
  return {
    zone: async () => (await settings.findOne({ _id: "team" }))?.daysZone ?? null,
    record: async (zone) => {
      await settings.updateOne({ _id: "team" }, { $set: { daysZone: zone } }, { upsert: true });
    },
    span: async (days) => {
      const [first, last] = await Promise.all([end(1), end(-1)]);
      return first === null || last === null ? null : { from: days.dayOf(first), to: days.dayOf(last) };
    },
    facts: () => facts.estimatedDocumentCount(),
    moveFacts: async (day, days) => {
      const { since, until } = days.instantsOf({ from: day, to: day });
      const within = { source: { $in: BY_INSTANT }, at: { $gte: since, $lt: until }, day: { $ne: day } };
      await facts.updateMany(within, { $set: { day } });
      await facts.updateMany({ source: { $in: BY_DAY }, day, at: { $ne: since } }, { $set: { at: since } });
    },
    forgetDays: async () => {
      await db.collection("checkpoints").deleteMany({});
      await db.collection("deliveries").updateMany({ "told.0": { $exists: true } }, { $set: { told: [] } });
    },
  };
}
