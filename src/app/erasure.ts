import type { Database } from "../database/connect";
import { type Erasure, erasure } from "../erasure/erase-person";
import type { ErasedStore } from "../erasure/erased-store";
import { withoutErasedUsers } from "../erasure/erased-users";
import { type PersonExport, personExport } from "../erasure/export-store";
import { personDocuments } from "../erasure/person-documents-store";
import type { Seal } from "../metrics/seal";
import type { PeopleStore } from "../people/people-store";
import { refusalStore } from "../people/refusal-store";
import { acquireLease, type Lease } from "../sync/lease";
import type { AppDeps } from "./deps";

/** Who acts and what was refused, both without those who were erased; and what erases and exports people. */
export interface ErasureServices extends ReturnType<typeof withoutErasedUsers> {
  readonly erasure: Erasure;
  readonly exportPerson: PersonExport;
}

interface ErasureServicesDeps {
  readonly people: PeopleStore;
  readonly seal: Seal;
  readonly erased: ErasedStore;
  /** Finds out as what somebody acts now, whoever was erased. */
  readonly actor: ErasureServices["actor"];
}

/** Takes the leases of syncs and of imports: both write what names people, an import and its undo what they read long before. */
async function leaseOfAll(db: Database["db"], owner: string): Promise<Pick<Lease, "check" | "release"> | null> {
  const leases: Lease[] = [];
  const release = async () => {
    for (const one of leases) await one.release();
  };
  for (const [name, priority] of [["sync", "run"] as const, ["import", undefined] as const]) {
    const lease = await acquireLease(db, { name, owner, ...(priority && { priority }) });
    if (lease === null) {
      await release();
      return null;
    }
    leases.push(lease);
  }
  const check = async () => {
    for (const one of leases) await one.check();
  };
  return { check, release };
}

/** Assembles what erases people and keeps them erased. */
export function assembleErasure(
  { actor, ...shared }: ErasureServicesDeps,
  { database: { db }, owner, newId, now, log }: AppDeps,
): ErasureServices {
  const { erased } = shared;
  const lease = () => leaseOfAll(db, owner);
  return {
    ...withoutErasedUsers({ actor, refusals: refusalStore(db), erased }),
    erasure: erasure({ ...shared, documents: personDocuments(db), acquireLease: lease, newId, now, log }),
    exportPerson: personExport(db, shared),
  };
}
