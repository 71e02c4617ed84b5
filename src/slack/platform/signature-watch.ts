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
  /** A clock in milliseconds. */
  readonly clock: () => number;
  readonly log: Pick<Log, "warn">;
}

/** While requests are right, it is noted no more often, unless one was refused meanwhile. */
const KEPT_MS = 60_000;

const FORGED = "A request to Slack's address is not signed with SLACK_SIGNING_SECRET";
const MEND = "copy the Signing Secret again from your Slack app's Basic Information, put it in .env, and restart";
const WRONG = `Slack's requests are signed with another secret than SLACK_SIGNING_SECRET: ${MEND}`;
const PERHAPS = `${FORGED}, and none was yet: if commands fail in Slack with dispatch_failed, ${MEND}`;

/**
 * Makes the watch of one process. Once a request was right, the secret was, and what is refused after that is a stranger's, who may
 * send whatever they like: it is logged and nothing else, unless it has the token that right ones had. Never waits, never throws.
 */
export function signatureWatch({ store, clock, log }: SignatureWatchDeps): SignatureService {
  const done = { accepted: false, perhaps: false, wrong: false };
  const kept: { at: number | null; token: string | null } = { at: null, token: null };
  const inBackground = (work: Promise<void>) =>
    void work.catch((error: unknown) => log.warn({ error }, "Whether requests are signed right could not be kept"));
  const say = (isOurs: boolean) => {
    if (done.accepted || done.wrong || (done.perhaps && !isOurs)) return log.warn({}, FORGED);
    if (isOurs) done.wrong = true;
    else done.perhaps = true;
    log.warn({}, isOurs ? WRONG : PERHAPS);
  };
  return {
    started: () => inBackground(store.running()),
    // What is noted is over by itself in three minutes.
    stopped: () => store.stopped().catch(() => {}),
    accepted(token) {
      done.accepted = true;
      if (kept.at !== null && clock() - kept.at < KEPT_MS) return;
      kept.at = clock();
      kept.token = token;
      const lost = (error: unknown) => {
        kept.at = null;
        throw error;
      };
      inBackground(store.accept(token).catch(lost));
    },
    refused(request) {
      say(request.isOurs);
      if (done.accepted && (request.token === null || request.token !== kept.token)) return;
      // The next that is right takes it back at once.
      kept.at = null;
      inBackground(store.refuse(request));
    },
  };
}
