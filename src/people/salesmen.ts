import { foldName, namesOfOwner } from "../metrics/owner-name";
import type { Salesman } from "./person";

/** Who a salesman of an order is, by the owner that its fact gives; `null` for nobody. */
export type SalesmanLookup = (owner: string) => string | null;

/**
 * Finds whose an order is: the owner itself as it is mapped, else the first of its names that is. Names are compared
 * without case, with all kinds of space as one; the very spelling wins where two mappings differ by that alone.
 */
export function salesmanLookup(mapped: readonly Salesman[]): SalesmanLookup {
  const exact = new Map(mapped.map(({ _id, userId }) => [_id.trim(), userId]));
  const folded = new Map([...mapped].reverse().map(({ _id, userId }) => [foldName(_id), userId]));
  return (owner) => {
    for (const name of namesOfOwner(owner)) {
      const userId = exact.get(name) ?? folded.get(foldName(name));
      if (userId !== undefined) return userId;
    }
    return null;
  };
}

/** Adds to each salesman the owners of facts that name them, however they are spelled. */
export function withOwners(salesmen: readonly Salesman[], owners: readonly string[]): readonly Salesman[] {
  const naming = new Map<string, string[]>();
  for (const owner of owners) {
    for (const name of new Set(namesOfOwner(owner).map(foldName)))
      naming.set(name, [...(naming.get(name) ?? []), owner]);
  }
  return salesmen.map((salesman) => {
    const own = (naming.get(foldName(salesman._id)) ?? []).filter((owner) => owner !== salesman._id);
    return own.length === 0 ? salesman : { ...salesman, owners: own };
  });
}
