import type { Log } from "../log";
import type { UndoneImport, UndoRefusal } from "../sources/import-undo";
import {
  type ImportPreview,
  MAX_BYTES,
  type OrderFile,
  type OrderImporter,
  type WrittenImport,
} from "../sources/order-importer";
import type { Day, DayRange, ZoneDays } from "../time/day";
import { since, syncedRange, upTo, withNotice } from "./import-days";
import type { Lease } from "./lease";
import type { SyncReport } from "./report";
import type { RequestSync } from "./request";

/** The outcome of applying a file. */
export interface AppliedImport {
  readonly preview: ImportPreview;
  /** False when a row was refused: then nothing was written. */
  readonly applied: boolean;
  /** The sync of Fishbowl alone that brings its days up to date; `null` when no figure changes. It never rejects. */
  readonly sync: { readonly range: DayRange; readonly report: Promise<SyncReport | null> } | null;
  /** By which it can be undone; absent where nothing was written. */
  readonly id?: string;
}

/** The outcome of undoing an import: with the sync that brings its days up to date again, or why nothing was changed. */
export type ImportUndo =
  | ({ readonly kind: "undone"; readonly undone: UndoneImport } & Pick<AppliedImport, "sync">)
  | UndoRefusal;
export { UNDO_HOURS } from "../sources/import-undo";

/** Imports files of orders, for the command line, the HTTP API and Slack. */
export interface OrderImports {
  /** How large a file may be. */
  readonly maxBytes: number;
  /**
   * Tells what the file would change, and writes nothing of it.
   *
   * @throws {ImportBusy} while another file is previewed or imported, by whatever way it came.
   */
  preview(file: OrderFile): Promise<ImportPreview>;
  /**
   * Imports the file, completely or not at all, and syncs the days it affects.
   *
   * @param by a Slack member id, `api` or `cli`.
   * @throws {ImportBusy} while another import goes on.
   */
  apply(file: OrderFile, by: string): Promise<AppliedImport>;
  /**
   * Puts back what was before an import, completely or not at all, and syncs the days it affects.
   *
   * @param by a Slack member id.
   * @throws {ImportBusy} while another import goes on.
   */
  undo(id: string, by: string): Promise<ImportUndo>;
  /** Finishes the import that a dead process left: writes the rest of it, and has its days synced. */
  finish(): Promise<void>;
  /** Resolves when no sync of an import is under way any more. */
  idle(): Promise<void>;
}

/** Another file is being previewed or imported; `message` says what to do. */
export class ImportBusy extends Error {
  override readonly name = "ImportBusy";
}

const BUSY = "Another import is under way: try again in a minute.";

export interface OrderImportDeps {
  readonly importer: OrderImporter;
  /** Takes the imports' lease over all processes, or answers `null`. */
  readonly acquireLease: () => Promise<Lease | null>;
  readonly requestSync: RequestSync;
  readonly days: ZoneDays;
  /** Reads the first day whose records are kept; figures of days before it change no more. */
  readonly firstRetained: () => Promise<Day>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Pick<Log, "warn" | "error">;
}

export function orderImports(deps: OrderImportDeps): OrderImports {
  const { importer, days, now, newId, log } = deps;
  const syncs = new Map<string, ImportSync>();
  const today = () => days.dayOf(now());
  const range = async (affected: DayRange | null) =>
    syncedRange(affected, { today: today(), firstRetained: await deps.firstRetained() });
  const sync = async (written: WrittenImport) => {
    const affected = await range(written.days);
    // Whatever an undo puts back, the source is as old again as the import before.
    const synced = affected ?? (written.takenOut === undefined ? null : { from: today(), to: today() });
    if (synced === null) {
      // No figure changes, so nobody will wait for a sync: recorded before the caller goes on.
      await importer.synced(written);
      return null;
    }
    // The sync of an import that was undone meanwhile may have read it as it was.
    const key = `${written.id} ${written.takenOut === undefined ? "" : "undone"}`;
    const running = syncs.get(key) ?? startSync(written, { deps, range: synced, ended: () => void syncs.delete(key) });
    syncs.set(key, running);
    return running;
  };
  const noticed = async (preview: ImportPreview) => {
    const kept = upTo(today(), since(await deps.firstRetained(), preview.days));
    return withNotice(preview, { kept, range: await range(preview.days) });
  };
  /** Writes all that is pending and has it synced; answers the sync of one of them, `undefined` where it was not written. */
  const writeAll = async ({ check }: Lease, id: string | null = null) => {
    let own: ImportSync | null | undefined;
    for (const one of await importer.write(check)) {
      const running = await sync(one);
      if (one.id === id) own = running;
    }
    return own;
  };
  const underLease = async <T>(lease: Lease | null, work: (lease: Lease) => Promise<T>): Promise<T> => {
    if (lease === null) throw new ImportBusy(BUSY);
    try {
      return await work(lease);
    } finally {
      await lease.release();
    }
  };
  return {
    maxBytes: MAX_BYTES,
    // A file of 20 MB needs memory, so one is read at a time; a preview is soon asked for again, so it does not wait.
    preview: async (file) => underLease(await deps.acquireLease(), async () => noticed(await importer.preview(file))),
    apply: async (file, by) =>
      underLease(await waitForLease(deps), async (lease) => {
        await importer.write(lease.check);
        const id = newId();
        const preview = await noticed(await importer.prepare(file, { id, by, at: now() }));
        const own = await writeAll(lease, id);
        return { preview, applied: own !== undefined, sync: own ?? null, ...(own === undefined ? {} : { id }) };
      }),
    undo: async (id, by) =>
      underLease(await waitForLease(deps), async (lease) => {
        await importer.write(lease.check);
        const outcome = await importer.undo(id, { by, at: now() });
        if (outcome.kind !== "undone") return outcome;
        return { ...outcome, sync: (await writeAll(lease, id)) ?? null };
      }),
    finish: async () => {
      if (!(await importer.unfinished())) return;
      const lease = await waitForLease(deps);
      if (lease === null) return log.warn({}, "an import is being written for long; orders may be read half way");
      await underLease(lease, (held) => writeAll(held));
    },
    idle: async () => {
      await Promise.all([...syncs.values()].map((running) => running.report));
    },
  };
}

type ImportSync = NonNullable<AppliedImport["sync"]>;

interface SyncStart {
  readonly deps: OrderImportDeps;
  readonly range: DayRange;
  readonly ended: () => void;
}

/** Starts the sync of an import's days; it counts as pending until one of them has read Fishbowl successfully. */
function startSync(written: WrittenImport, { deps, range, ended }: SyncStart): ImportSync {
  const { importer, requestSync, log } = deps;
  const { id, by } = written;
  const run = async () => {
    const request = { userId: by, trigger: "import", sources: ["fishbowl"], joinRunning: false } as const;
    const report = await requestSync({ ...request, range });
    if (report.results.fishbowl.success) await importer.synced(written);
    return report;
  };
  const report = run()
    .catch((error: unknown) => {
      log.error({ error, import: id }, "the sync after an import broke; the next sync of Fishbowl repeats it");
      return null;
    })
    .finally(ended);
  return { range, report };
}

const POLL_MS = 500;
/** Longer than the lease of a process that died. */
const MAX_POLLS = 40;

async function waitForLease({ acquireLease, sleep }: OrderImportDeps): Promise<Lease | null> {
  for (let look = 1; ; look += 1) {
    const lease = await acquireLease();
    if (lease !== null || look === MAX_POLLS) return lease;
    await sleep(POLL_MS);
  }
}
