/** The sources, in the order people see them. A new one is a row in `SOURCES` and a folder in `sources/`. */
export const SOURCE_IDS = ["copper", "justcall", "fishbowl"] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

export type OwnerWord = "agent" | "user" | "assignee" | "sender";

/** What people are told of a system that numbers come from, and how it names those whose records it holds. */
export interface SourceInfo {
  /** As people call it: "Copper". */
  readonly title: string;
  /** What an owner is called there: "Copper user". */
  readonly ownerNoun: string;
  /**
   * The place that says who an owner is, if somebody says so by hand: a field of the person, or the map of
   * salesmen. With `null`, an owner is an address and belongs to whoever has it.
   */
  readonly mapsBy: "copperUserId" | "justcallEmail" | "salesman" | null;
  /**
   * What names the owner of a record, by the record's noun, where an empty one means that the owner is not known any
   * more. Without an entry, an empty owner is a correction.
   */
  readonly ownerWords: Readonly<Record<string, OwnerWord>>;
  /** Whether every run reads the list of all owners; without one, an owner is only known by their records. */
  readonly listsOwners: boolean;
  /** What a record says of when it was: an instant, or a day as it stands, which is the team's whatever its zone. */
  readonly datedBy: "instant" | "day";
  /** Why a record counts for nobody, in the words of the report. */
  readonly unmatchedReason: string;
}

export const SOURCES: Readonly<Record<SourceId, SourceInfo>> = {
  copper: {
    title: "Copper",
    ownerNoun: "Copper user",
    mapsBy: "copperUserId",
    ownerWords: { call: "user", opportunity: "assignee", email: "sender" },
    listsOwners: true,
    datedBy: "instant",
    unmatchedReason: "its Copper user is nobody in Slack",
  },
  justcall: {
    title: "JustCall",
    ownerNoun: "JustCall agent",
    mapsBy: "justcallEmail",
    ownerWords: { call: "agent" },
    listsOwners: true,
    datedBy: "instant",
    unmatchedReason: "its JustCall agent is nobody in Slack",
  },
  fishbowl: {
    title: "Fishbowl",
    ownerNoun: "Fishbowl sales rep",
    mapsBy: "salesman",
    ownerWords: {},
    listsOwners: false,
    datedBy: "day",
    unmatchedReason: "its salesman is mapped to nobody",
  },
};

/** One value for every source, each made by `of`, in the order people see them. */
export function bySource<T>(of: (source: SourceId) => T): Readonly<Record<SourceId, T>> {
  // Every id is a key; TypeScript cannot follow them through Object.fromEntries.
  return Object.fromEntries(SOURCE_IDS.map((source) => [source, of(source)])) as Record<SourceId, T>;
}

/** Does the same for what takes time, all sources side by side. Where one fails, the others come to their end first. */
export async function awaitBySource<T>(of: (source: SourceId) => Promise<T>): Promise<Readonly<Record<SourceId, T>>> {
  const started = bySource(of);
  await Promise.allSettled(Object.values(started));
  const ended = await Promise.all(SOURCE_IDS.map(async (source) => [source, await started[source]] as const));
  return Object.fromEntries(ended) as Record<SourceId, T>;
}

/** Why an order does not count whose customer has no account type: it says which metric it is of. */
export const UNTYPED_REASON = "customer has no account type";
