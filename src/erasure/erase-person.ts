import type { Log } from "../log";
import type { Seal } from "../metrics/seal";
import type { PeopleStore } from "../people/people-store";
import { ERASED_ID, type Person } from "../people/person";
import type { ErasedStore } from "./erased-store";
import { type Identity, identityOf, tombstoneKeys } from "./identity";
import type { PersonCounts, PersonDocuments } from "./person-documents-store";
import { scrubOf } from "./scrub";

export interface ErasureDeps {
  readonly people: Pick<PeopleStore, "all" | "salesmen" | "save" | "mapSalesman">;
  readonly documents: PersonDocuments;
  readonly erased: ErasedStore;
  readonly seal: Seal;
  /** Takes the leases of syncs and imports, or answers `null` while somebody holds one. */
  readonly acquireLease: () => Promise<{ check(): Promise<void>; release(): Promise<void> } | null>;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly log: Pick<Log, "info">;
}

/** What erasing somebody would come to. */
export interface ErasurePreview extends PersonCounts {
  readonly userId: string;
  readonly name: string;
}

/** A sync or an import is running: nobody is erased meanwhile; `message` says what to do. */
export class ErasureBusy extends Error {
  override readonly name = "ErasureBusy";
}

/** Erases people. */
export interface Erasure {
  /** Finds who is meant by a Slack id, an address or a whole name; `null` for nobody, or several. */
  find(text: string): Promise<Person | null>;
  /** Says what erasing somebody comes to, and changes nothing; `null` for whom nobody knows. */
  preview(userId: string): Promise<ErasurePreview | null>;
  /**
   * Erases somebody: their name, ids and addresses from every collection. The team's totals stand under a pseudonym. One that
   * is cut off is completed by the next.
   *
   * @returns the pseudonym; `null` for whom nobody knows.
   * @throws {ErasureBusy}
   */
  erase(userId: string): Promise<string | null>;
}

export function erasure(deps: ErasureDeps): Erasure {
  const { people, documents } = deps;
  const identify = async (userId: string): Promise<Identity | null> => {
    const [everybody, salesmen] = await Promise.all([people.all(), people.salesmen()]);
    const person = everybody.find(({ _id }) => _id === userId);
    return person === undefined ? null : identityOf(person, { people: everybody, salesmen, seal: deps.seal });
  };
  return {
    find: async (text) => personNamed(text, await people.all()),
    preview: async (userId) => {
      const identity = await identify(userId);
      return identity === null ? null : { userId, name: identity.name, ...(await documents.count(identity)) };
    },
    erase: async (userId) => {
      const lease = await deps.acquireLease();
      if (lease === null) throw new ErasureBusy("A sync or an import is running: try again when it has ended.");
      try {
        const identity = await identify(userId);
        return identity === null ? null : await eraseNow(identity, { deps, check: lease.check });
      } finally {
        await lease.release();
      }
    },
  };
}

/**
 * The tombstone stands before anything is theirs no more, and the person goes last: whatever is cut off in between can be begun again. From
 * the tombstone on syncs give records to the pseudonym, who is there by then: else they would be nobody's, and in no total.
 */
async function eraseNow(
  identity: Identity,
  { deps, check }: { readonly deps: ErasureDeps; readonly check: () => Promise<void> },
): Promise<string> {
  const { people, documents, erased, seal, newId, now, log } = deps;
  const keys = tombstoneKeys(identity, seal);
  const pseudonym =
    (await erased.find(keys.slice(0, 1)))?._id ?? `${ERASED_ID}${newId().replaceAll("-", "").slice(0, 10)}`;
  await people.save([], [formerTeammate(pseudonym)]);
  await people.mapSalesman(pseudonym, pseudonym);
  await erased.add({ _id: pseudonym, at: now(), keys });
  await check();
  await documents.rename(identity, pseudonym);
  await check();
  await documents.deleteOwn(identity);
  const changed = await documents.scrub(identity, scrubOf(identity, pseudonym));
  await documents.deletePerson(identity);
  log.info({ pseudonym, documents: changed }, "somebody was erased");
  return pseudonym;
}

/** Owns the records that are left: at each source their owner is the pseudonym. */
function formerTeammate(pseudonym: string): Person {
  return {
    _id: pseudonym,
    name: `Former teammate ${pseudonym.slice(-4)}`,
    email: null,
    tz: null,
    role: "rep",
    active: false,
    justcallEmail: pseudonym,
    addresses: [pseudonym],
    found: { tz: null, active: false },
  };
}

function personNamed(text: string, people: readonly Person[]): Person | null {
  const wanted = text
    .trim()
    .replace(/^@|^<@|>$/g, "")
    .toLowerCase();
  const matching = people.filter(({ _id, name, email }) => {
    return [_id.toLowerCase(), name.toLowerCase(), email].includes(wanted);
  });
  const [only] = matching;
  return matching.length === 1 && only !== undefined ? only : null;
}
