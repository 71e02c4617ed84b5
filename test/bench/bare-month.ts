import type { Db, Document } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import { days } from "../support/builders/team-zone";
import { activities, calls, copperUsers, justcallUsers, opportunities } from "./month-lists";
import { type PagedList, type PageRequest, records, wholeList } from "./vendor-pages";
import type { Urls } from "./vendors";

const PAGES_IN_FLIGHT = 8;
const BATCHES_IN_FLIGHT = 3;
const BATCH = 1_000;

/** The pages of a month, by the key they are asked with. */
export type MonthPages = Readonly<Record<keyof Urls, VendorPages>>;

interface VendorPages {
  /** The first page of each list, which tells how many follow. */
  readonly first: PageRequest[];
  readonly others: PageRequest[];
}

/** Reads all that a sync of the sample month reads, one request after the other; answers which requests these were. */
export async function pagesInTurn(urls: Urls): Promise<MonthPages> {
  const asked: MonthPages = { copper: { first: [], others: [] }, justcall: { first: [], others: [] } };
  for (const list of monthLists(urls)) {
    const { first, others } = asked[list.vendor];
    let pages = 0;
    await wholeList(list, (request) => {
      pages += 1;
      (pages === 1 ? first : others).push(request);
    });
  }
  return asked;
}

/** Reads the same pages, eight in flight a key, both keys side by side: each list's first one, then all others. */
export async function pagesTogether(pages: MonthPages): Promise<void> {
  await Promise.all(
    Object.values(pages).map(async ({ first, others }) => {
      await inFlight(PAGES_IN_FLIGHT, first, records);
      await inFlight(PAGES_IN_FLIGHT, others, records);
    }),
  );
}

/** Upserts documents as the bare driver does: unordered, a thousand at a time, three batches in flight. */
export async function bareUpserts(db: Db, documents: Readonly<Record<string, readonly Document[]>>): Promise<void> {
  for (const [name, all] of Object.entries(documents)) {
    const batches = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) =>
      all.slice(index * BATCH, (index + 1) * BATCH),
    );
    await inFlight(BATCHES_IN_FLIGHT, batches, async (batch) => {
      const upserts = batch.map((document) => {
        return { replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true } };
      });
      await db.collection(name).bulkWrite(upserts, { ordered: false });
    });
  }
}

function monthLists(urls: Urls): readonly PagedList[] {
  const range = days.instantsOf(SAMPLE_WINDOW);
  return [
    copperUsers(urls),
    activities(urls, { range, type: "mail" }),
    activities(urls, { range, type: "call" }),
    opportunities(urls, { range }),
    justcallUsers(urls),
    calls(urls, { range }),
  ];
}

async function inFlight<T>(most: number, all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
