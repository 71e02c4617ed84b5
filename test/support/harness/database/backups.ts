import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Collection } from "mongodb";
import { backUp } from "../../../../src/database/backup/back-up";
import { previewRestore, type RestorePreview, restore } from "../../../../src/database/backup/restore";
import { aFact, stored } from "../../builders/facts";
import { type TestDatabase, testDatabase } from "../../env/database";

export interface Named {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** When all of it happens. */
export const NOW = new Date("2026-10-28T19:00:00Z");
const now = () => NOW;

/** A database that is backed up and restored; it is empty, and there is no backup of it, before each test. */
export interface BackupHarness {
  readonly test: TestDatabase;
  readonly facts: () => Collection<Named>;
  readonly fact: (id: string) => Named;
  /** The folder of the backup, and another one beside it. */
  readonly dir: (name?: "first" | "second") => string;
  readonly taken: (name?: "first" | "second") => Promise<unknown>;
  readonly previewed: () => Promise<RestorePreview>;
  /** Restores the first backup; `preview` is what it comes to right then, unless it was asked for earlier. */
  readonly restored: (given?: {
    readonly preview?: RestorePreview;
    readonly finish?: () => Promise<void>;
  }) => Promise<number>;
}

/** Call it where `describe` is called. */
export function backupHarness(): BackupHarness {
  const test = testDatabase();
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "paceline-backup-"));
  });
  afterEach(async () => {
    await test.db.dropDatabase();
    await rm(folder, { recursive: true, force: true });
  });

  const dir = (name = "first") => join(folder, name);
  const previewed = () => previewRestore(test.db, { dir: dir(), now });
  return {
    test,
    facts: () => test.db.collection<Named>("facts"),
    fact: (id) => ({ ...stored(aFact(id)) }),
    dir,
    taken: (name) => backUp(test.database, { dir: dir(name), now }),
    previewed,
    restored: async ({ preview, finish = async () => {} } = {}) => {
      const of = preview ?? (await previewed());
      return restore(test.db, { dir: dir(), preview: of, now, retentionDays: 400, finish });
    },
  };
}
