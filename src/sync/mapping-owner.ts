import { SOURCES, type SourceId } from "../metrics/sources";
import type { Unmatched } from "./report";

/**
 * The id under which a mapping of somebody unmatched is stored: a Copper user's number, an address at JustCall, a sales rep's
 * name in Fishbowl. `null` where the source gives nothing to store it under; runs of an earlier version do not say a
 * Copper user's number.
 */
export function mappingOwner(
  source: SourceId,
  { name, email, owner }: Pick<Unmatched, "name" | "email" | "owner">,
): string | null {
  switch (SOURCES[source].mapsBy) {
    case "copperUserId":
      return owner !== undefined && /^\d+$/.test(owner) ? owner : null;
    case "justcallEmail":
      return email?.trim().toLowerCase() || null;
    case "salesman":
      return name;
    case null:
      return null;
  }
}
