import { type Erasure, erasure } from "../erasure/erase-person";
import type { ErasedStore } from "../erasure/erased-store";
import { withoutErasedUsers } from "../erasure/erased-users";
import { type PersonExport, personExport } from "../erasure/export-store";
import { personDocuments } from "../erasure/person-documents-store";
import type { Seal } from "../metrics/seal";
import type { PeopleStore } from "../people/people-store";
import { refusalStore } from "../people/refusal-store";
import { acquireLease } from "../sync/lease";
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

/** Assembles what erases people and keeps them erased. */
export function assembleErasure(
  { actor, ...shared }: ErasureServicesDeps,
  { database: { db }, owner, newId, now, log }: AppDeps,
): ErasureServices {
  const { erased } = shared;
  const lease = () => acquireLease(db, { name: "sync", owner, priority: "run" });
  return {
    ...withoutErasedUsers({ actor, refusals: refusalStore(db), erased }),
    erasure: erasure({ ...shared, documents: personDocuments(db), acquireLease: lease, newId, now, log }),
    exportPerson: personExport(db, shared),
  };
}
