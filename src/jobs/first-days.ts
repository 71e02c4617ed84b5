import type { Poster } from "../digests/delivery/ports";
import type { Log } from "../log";
import type { ChecklistRef, ChecklistState, ChecklistStore } from "./checklist-store";
import type { Job } from "./scheduler";

/** The message as it is to stand now. */
export interface ShownChecklist {
  readonly text: string;
  readonly blocks: readonly object[];
  readonly plain: readonly object[];
  readonly key: string;
  readonly isDone: boolean;
}

export interface FirstDaysJobDeps {
  /** Whether it is wanted at all. */
  readonly wanted: boolean;
  /** Tells whether Paceline first ran here a few days ago at most; whoever has used it for long needs no checklist. */
  readonly isNew: () => Promise<boolean>;
  readonly render: () => Promise<ShownChecklist>;
  /** Returns the admin who gets it; `null` while nobody is known. */
  readonly recipient: () => Promise<string | null>;
  readonly store: ChecklistStore;
  readonly poster: Pick<Poster, "post" | "find" | "conversation">;
  /** Edits the message. @throws what Slack answers. */
  readonly update: (ref: ChecklistRef, message: ShownChecklist) => Promise<void>;
  /** Milliseconds for which Slack has asked everybody to wait; 0 for none. */
  readonly paused: () => Promise<number>;
  readonly now: () => Date;
  /** Milliseconds that only rise. */
  readonly clock: () => number;
  readonly log: Pick<Log, "warn">;
}

/** Identifies the message in Slack's history. */
const MARKER = "checklist";
/** So long it is kept after it was first posted; the message says so. */
const KEPT_MS = 14 * 86_400_000;
/** What is done is read no more often, since it takes a team's people and a month's records; */
const LOOK_MS = 600_000;
/** but with each tick in the first hour, in which somebody sets it up and looks whether a step is ticked. */
const FIRST_HOUR_MS = 3_600_000;

/**
 * Keeps one message in an admin's DM that says what is left to set up, and edits it in the minute after a step is done, later in
 * the ten minutes, for two weeks. It is posted once over all processes: claimed first, and what may have arrived is looked for before it is posted again.
 */
export function firstDays(deps: FirstDaysJobDeps): Pick<Job, "run"> {
  const { store } = deps;
  let over = !deps.wanted;
  let looked = Number.NEGATIVE_INFINITY;
  return {
    async run() {
      if (over) return;
      const before = await store.read();
      over = before?.over === true;
      if (over) return;
      if (!(await isCurrent(before?.attemptedAt, deps))) return store.end();
      if (deps.clock() - looked < lookEvery(before?.attemptedAt, deps) || (await deps.paused()) > 0) return;
      looked = deps.clock();
      const message = await deps.render();
      if (before === null && message.isDone) return store.end();
      if (before?.shown === message.key) return;
      const mine = await store.claim();
      if (mine === null) return;
      // Another process has shown it since this one looked, and what this one has rendered may be older.
      if (mine.shown !== before?.shown) return store.release();
      const ref =
        mine.ref === undefined
          ? await posted(mine, { ...deps, message })
          : await edited(mine.ref, { ...deps, message });
      if (ref === null) return;
      await store.shown(ref, message.key);
      if (message.isDone) await store.end();
    },
  };
}

function lookEvery(attemptedAt: Date | undefined, { now }: FirstDaysJobDeps): number {
  return attemptedAt !== undefined && now().getTime() - attemptedAt.getTime() < FIRST_HOUR_MS ? 0 : LOOK_MS;
}

/** Tells whether it is still to be kept, or, while it was never tried to post, whether it is to be sent at all. */
async function isCurrent(attemptedAt: Date | undefined, { isNew, now }: FirstDaysJobDeps): Promise<boolean> {
  return attemptedAt === undefined ? isNew() : now().getTime() - attemptedAt.getTime() < KEPT_MS;
}

type Posting = FirstDaysJobDeps & { readonly message: ShownChecklist };

/** Posts it, or finds where it stands already; `null` when it cannot be posted now, or nobody knows whether it was. */
async function posted(
  mine: ChecklistState,
  { message, store, poster, ...deps }: Posting,
): Promise<ChecklistRef | null> {
  const userId = mine.userId ?? (await deps.recipient());
  if (userId === null) {
    await store.release();
    return null;
  }
  const channel = await poster.conversation(userId);
  if (mine.attemptedAt !== undefined) {
    const [ts] = await poster.find({ channel, marker: MARKER, since: new Date(mine.attemptedAt.getTime() - SKEW_MS) });
    if (ts !== undefined) return edited({ channel, ts }, { message, store, poster, ...deps });
  }
  await store.attempt(userId);
  const answer = await poster.post({ to: channel, message, marker: MARKER });
  if (answer.kind === "accepted") return { channel: answer.channel, ts: answer.ts };
  deps.log.warn({ answer }, "The checklist of the first days was not posted, or may not have been");
  // A refusal does not heal; of all else, the claim's end is waited for.
  if (answer.kind === "refused") await store.end();
  return null;
}

/** Slack's clock may be behind the database's. */
const SKEW_MS = 60_000;

/** Edits it; a message that was deleted is not posted again. */
async function edited(ref: ChecklistRef, { message, store, update, log }: Posting): Promise<ChecklistRef | null> {
  try {
    await update(ref, message);
    return ref;
  } catch (error) {
    log.warn({ error }, "The checklist of the first days could not be edited");
    if (String(error).includes("message_not_found")) await store.end();
    return null;
  }
}
