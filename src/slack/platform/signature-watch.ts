import type { Log } from "../../log";
import type { RefusedSignature, SignatureStore } from "./signature-store";

/** Sees which requests to Slack's address are signed with our secret, and says so where all are signed with another. */
export interface SignatureWatch {
  /** A request was right, and had this verification token, `null` where it had none. */
  accepted(token: string | null): void;
  /** A request had a signature and the time of now, as Slack's have, but not ours. */
  refused(request: RefusedSignature): void;
}

/** Notes besides, for the doctor, that a process serves Slack with our secret. */
export interface SignatureService extends SignatureWatch {
  /** Requests are served from now on; each minute notes it again. */
  started(): void;
  /** None is served any more. */
  stopped(): Promise<void>;
}

export interface SignatureWatchDeps {
  readonly store: Pick<SignatureStore, "refuse" | "accept" | "running" | "stopped">;
  readonly log: Pick<Log, "warn">;
  /** How long a right request keeps the next ones from being noted, in milliseconds. */
  readonly eachMs?: number;
}

const EACH_MS = 1_000;

const FORGED = "A request to Slack's address is not signed with SLACK_SIGNING_SECRET";
const MEND = "copy the Signing Secret again from your Slack app's Basic Information, put it in .env, and restart";
const WRONG = `Slack's requests are signed with another secret than SLACK_SIGNING_SECRET: ${MEND}`;
const PERHAPS = `${FORGED}, and none was yet: if commands fail in Slack with dispatch_failed, ${MEND}`;

/**
 * Makes the watch of one process. Once a request was right, the secret was, and what is refused after that is a stranger's, who may
 * send whatever they like: it is logged and nothing else, unless it has the token that right ones had. Never waits, never throws.
 */
export function signatureWatch({ store, log, eachMs = EACH_MS }: SignatureWatchDeps): SignatureService {
  const done = { accepted: false, perhaps: false, wrong: false };
  let rightToken: string | null = null;
  const lost = (error: unknown) => log.warn({ error }, "Whether requests are signed right could not be kept");
  const notes = notesInOrder(eachMs, lost);
  const say = (isOurs: boolean) => {
    if (done.accepted || done.wrong || (done.perhaps && !isOurs)) return log.warn({}, FORGED);
    if (isOurs) done.wrong = true;
    else done.perhaps = true;
    log.warn({}, isOurs ? WRONG : PERHAPS);
  };
  return {
    started: () => void store.running().catch(lost),
    // What is noted is over by itself in three minutes.
    stopped: () => store.stopped().catch(() => {}),
    accepted(token) {
      done.accepted = true;
      // What Slack sends to check an address may have none.
      rightToken = token ?? rightToken;
      const right = rightToken;
      notes.only(() => store.accept(right));
    },
    refused(request) {
      say(request.isOurs);
      if (done.accepted && (request.token === null || request.token !== rightToken)) return;
      notes.add(() => store.refuse(request));
    },
  };
}

/** A flood counts no further. */
const MOST_WAITING = 20;

type Note = () => Promise<void>;

/**
 * Writes notes one after another, as the requests came, in the background: one that is written later than the next would say the
 * opposite. Of right requests in a row the first is noted at once and the last of the others a while later, so that a rush writes hardly more.
 */
function notesInOrder(eachMs: number, lost: (error: unknown) => void) {
  let waiting: Note[] = [];
  let isWriting = false;
  /** The last right request since one was noted, until the pause behind that one ends. */
  let held: Note | null = null;
  let pause: NodeJS.Timeout | undefined;
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    for (let note = waiting.shift(); note !== undefined; note = waiting.shift()) await note().catch(lost);
    isWriting = false;
  };
  const endPause = () => {
    clearTimeout(pause);
    pause = undefined;
    if (held !== null) waiting = [held];
    held = null;
    void write();
  };
  return {
    /** Adds one behind all that came before it. */
    add(note: Note) {
      endPause();
      if (waiting.length < MOST_WAITING) waiting.push(note);
      void write();
    },
    /** Adds one that makes whatever waits before it say nothing. */
    only(note: Note) {
      if (pause !== undefined) {
        held = note;
        return;
      }
      waiting = [note];
      pause = setTimeout(endPause, eachMs).unref();
      void write();
    },
  };
}
