import type { Member } from "./person";

/** The zone most active full members have, of equally frequent ones the first by name; `null` when nobody has one. */
export function mostCommonZone(members: readonly Member[]): string | null {
  const counts = new Map<string, number>();
  for (const { tz, bot, guest, deactivated } of members) {
    if (tz !== null && !bot && !guest && !deactivated) counts.set(tz, (counts.get(tz) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}
