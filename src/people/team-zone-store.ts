import type { Db } from "mongodb";
import { clockOf } from "../time/zone-offset";
import type { Member } from "./person";

interface TeamSettings {
  readonly _id: "team";
  readonly timezone: string;
}

/** The team's zone as it was once chosen; every day that is counted hangs on it, so it never changes by itself. */
export interface TeamZoneStore {
  chosen(): Promise<string | null>;
  /** Keeps the choice unless another process was first; answers the one that stands. */
  choose(zone: string): Promise<string>;
  /** Makes another zone the choice, from the next start on. */
  set(zone: string): Promise<void>;
}

export function teamZoneStore(db: Db): TeamZoneStore {
  const settings = db.collection<TeamSettings>("settings");
  return {
    chosen: async () => (await settings.findOne({ _id: "team" }))?.timezone ?? null,
    choose: async (zone) => {
      const found = await settings.findOneAndUpdate(
        { _id: "team" },
        [{ $set: { timezone: { $ifNull: ["$timezone", { $literal: zone }] } } }],
        { upsert: true, returnDocument: "after" },
      );
      return found?.timezone ?? zone;
    },
    set: async (zone) => {
      await settings.updateOne({ _id: "team" }, { $set: { timezone: zone } }, { upsert: true });
    },
  };
}

/**
 * The zone most active full members have, counting zones whose clocks show the same as one; it has the name that most of
 * them have it by, and of equally frequent ones the first. `null` when nobody has a zone.
 */
export function mostCommonZone(members: readonly Member[]): string | null {
  const counts = new Map<string, number>();
  for (const { tz, bot, guest, deactivated } of members) {
    if (tz !== null && !bot && !guest && !deactivated) counts.set(tz, (counts.get(tz) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const clocks = new Map<string, { readonly zone: string; readonly count: number }>();
  for (const [zone, count] of byCount) {
    const known = clocks.get(clockOf(zone));
    clocks.set(clockOf(zone), { zone: known?.zone ?? zone, count: (known?.count ?? 0) + count });
  }
  const [first] = [...clocks.values()].sort((a, b) => b.count - a.count || (a.zone < b.zone ? -1 : 1));
  return first?.zone ?? null;
}
