/** Records that a walk should have listed and did not, and how to ask for them. */
export interface UnlistedRecords<T> {
  readonly ids: readonly string[];
  /** An admin has said that as many may be missing. */
  readonly approved: boolean;
  /** Ids that the walk did list. */
  readonly listed: ReadonlySet<string>;
  /** How many requests another walk over the list costs. */
  readonly pages: number;
  /** Walks the list again, to its end. */
  readonly walkAgain: () => Promise<ReadonlyMap<string, T>>;
  /** Asks for one record; `null` where there is none, `undefined` where the answer says neither. */
  readonly lookUp: (id: string) => Promise<T | null | undefined>;
}

/**
 * Returns what each record is now, `null` where it was deleted; a record of which nothing is known is left out. Few are asked
 * for one by one. Where that would take more requests than the list has pages, a list that holds something is walked again first:
 * what is in neither of two walks that agree was deleted, and only where they do not agree the rest is asked for. So it is walked
 * again, too, where nothing was answered that says of any record whether there is one.
 *
 * @throws {SourceError}
 */
export async function verifyRecords<T>(unlisted: UnlistedRecords<T>): Promise<ReadonlyMap<string, T | null>> {
  const { ids, approved, listed, pages } = unlisted;
  // That nothing was listed at all, however often, is likelier a broken answer, unless an admin has said that it is right.
  const isDoubted = listed.size === 0 && !approved;
  if (isDoubted || ids.length <= pages) {
    const answered = await lookUpEach(ids, unlisted);
    // A vendor whose 404 is a page, or empty, would have deleted records count for good.
    if (ids.length === 0 || answered.size > 0 || isDoubted) return answered;
    const { found, deleted } = await secondWalk(unlisted);
    return new Map<string, T | null>([...found, ...(deleted ?? [])]);
  }
  const { found, rest, deleted } = await secondWalk(unlisted);
  return new Map<string, T | null>([...found, ...(deleted ?? (await lookUpEach(rest, unlisted)))]);
}

/** What another walk lists of the records, and the rest, which was deleted if the walks agree; else `deleted` is `null`. */
async function secondWalk<T>({ ids, listed, walkAgain }: UnlistedRecords<T>) {
  const again = await walkAgain();
  const found = ids.flatMap((id): [string, T][] => {
    const record = again.get(id);
    return record === undefined ? [] : [[id, record]];
  });
  const rest = ids.filter((id) => !again.has(id));
  // Rows only move up, and hide others at a page's edge, where one that was listed before has gone.
  const agree = [...listed].every((id) => again.has(id));
  return { found, rest, deleted: agree ? rest.map((id): [string, null] => [id, null]) : null };
}

async function lookUpEach<T>(
  ids: readonly string[],
  { lookUp }: Pick<UnlistedRecords<T>, "lookUp">,
): Promise<ReadonlyMap<string, T | null>> {
  const records = await Promise.all(ids.map(async (id) => [id, await lookUp(id)] as const));
  return new Map(records.flatMap(([id, record]) => (record === undefined ? [] : [[id, record] as const])));
}
