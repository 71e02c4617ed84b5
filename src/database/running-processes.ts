import type { Db } from "mongodb";

interface ProcessDocument {
  /** `process:` and the name of the process, which no other has or had. */
  readonly _id: string;
  /** When it last said that it runs, on the server's clock. */
  readonly at: Date;
}

/** A process that says that it runs on a database. */
export interface RunningProcess {
  /** It uses the database no more, by its own will. */
  ended(): Promise<void>;
}

const PREFIX = "process:";
const EACH_MS = 30_000;
/** Longer than one is held up in its turn; after a kill, so long nobody knows. */
const RUNNING_MS = 150_000;
/** What a killed process left says nothing after this. */
const FORGOTTEN_MS = 3_600_000;

/** Notes in `settings` that this process runs, now and each half minute, until it says that it has ended. */
export async function noteRunning(db: Db, owner: string, { eachMs = EACH_MS } = {}): Promise<RunningProcess> {
  const settings = db.collection<ProcessDocument>("settings");
  const _id = `${PREFIX}${owner}`;
  const note = async () => void (await settings.updateOne({ _id }, [{ $set: { at: "$$NOW" } }], { upsert: true }));
  await note();
  await settings.deleteMany({ ...processes, $expr: { $lt: ["$at", before(FORGOTTEN_MS)] } });
  // What could not be noted is noted half a minute later.
  let noted = Promise.resolve();
  const timer = setInterval(() => {
    noted = noted.then(note).catch(() => {});
  }, eachMs);
  timer.unref();
  return {
    async ended() {
      clearInterval(timer);
      // One that is under way would bring it back.
      await noted;
      await settings.deleteOne({ _id });
    },
  };
}

/** Tells whether a process runs on this database, or ran a moment ago and was killed; the named one, or any. */
export async function isRunning(db: Db, owner?: string): Promise<boolean> {
  const settings = db.collection<ProcessDocument>("settings");
  const which = owner === undefined ? processes : { _id: `${PREFIX}${owner}` };
  return (await settings.findOne({ ...which, $expr: { $gte: ["$at", before(RUNNING_MS)] } })) !== null;
}

/** Forgets all of them, of which a backup knew. */
export async function forgetProcesses(db: Db): Promise<void> {
  await db.collection<ProcessDocument>("settings").deleteMany(processes);
}

const processes = { _id: new RegExp(`^${PREFIX}`) };

function before(ms: number) {
  return { $subtract: ["$$NOW", ms] };
}
