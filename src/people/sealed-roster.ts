import { METRICS } from "../metrics/metrics";
import type { Seal } from "../metrics/seal";
import { bySource, type SourceId } from "../metrics/sources";
import type { Roster } from "./roster";

/** The sources whose facts may be owned by an email address, which is stored sealed. */
const BY_ADDRESS: ReadonlySet<SourceId> = new Set(
  METRICS.flatMap(({ ownedBy, sources }) => (ownedBy === "address" ? sources : [])),
);

/**
 * Names the owners of stored facts, of which addresses are sealed, where the roster names the addresses themselves. The
 * pseudonym of somebody who was erased is no address, and owns records as it stands.
 */
export function sealedRoster(who: Roster, sealAddress: Seal): Roster {
  const seal: Seal = (address) => (address.includes("@") ? sealAddress(address) : address);
  const addresses = new Set(who.addresses);
  const sealed = (source: SourceId, owners: readonly string[]) =>
    BY_ADDRESS.has(source) ? owners.map((owner) => (addresses.has(owner) ? seal(owner) : owner)) : owners;
  const open = new Map(who.addresses.map((address) => [seal(address), address]));
  const all = bySource((source) => sealed(source, who.owners(source)));
  return {
    ...who,
    userOf: (source, owner) => who.userOf(source, BY_ADDRESS.has(source) ? (open.get(owner) ?? owner) : owner),
    owners: (source) => all[source],
    ownersOf: (source, userId) => sealed(source, who.ownersOf(source, userId)),
    addresses: who.addresses.map(seal),
  };
}
