import type { Actor } from "../people/permissions";
import type { RefusalStore } from "../people/refusal-store";
import type { ErasedStore } from "./erased-store";

interface Users {
  /** Finds out as what somebody acts now. */
  readonly actor: (userId: string) => Promise<Actor>;
  readonly refusals: RefusalStore;
}

/** Makes outsiders of those who were erased, so that nothing they do stores anything of them, their refusal included. */
export function withoutErasedUsers({
  actor,
  refusals,
  erased,
}: Users & { readonly erased: Pick<ErasedStore, "tombstones"> }): Users {
  const isErased = async (userId: string) => (await erased.tombstones()).hasUser(userId);
  return {
    actor: async (userId) => ((await isErased(userId)) ? { userId, role: "outsider" } : actor(userId)),
    refusals: {
      ...refusals,
      record: async (refusal) => !(await isErased(refusal.userId)) && refusals.record(refusal),
    },
  };
}
