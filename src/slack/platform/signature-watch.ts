import type { Log } from "../../log";
import type { SignatureStore } from "./signature-store";

/** Sees which requests to Slack's address are signed with our secret, and says so where all are signed with another. */
export interface SignatureWatch {
  /** A request was right. */
  accepted(): void;
  /** A request had a signature and the time of now, as Slack's have, but not ours. `isOurs`: it names our app and workspace. */
  refused(isOurs: boolean): void;
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
}

const FORGED = "A request to Slack's address is not signed with SLACK_SIGNING_SECRET";
const MEND = "copy the Signing Secret again from your Slack app's Basic Information, put it in .env, and restart";
const WRONG = `Slack's requests are signed with another secret than SLACK_SIGNING_SECRET: ${MEND}`;
const PERHAPS = `${FORGED}, and none was yet: if commands fail in Slack with dispatch_failed, ${MEND}`;

/**
 * Makes the watch of one process. Once a request was right, the secret is, and what is refused after that is a stranger's, who may
 * send whatever they like: it is logged and nothing else. Never waits, never throws.
 */
export function signatureWatch({ store, log }: SignatureWatchDeps): SignatureService {
  const done = { accepted: false, kept: false, perhaps: false, wrong: false };
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
    accepted() {
      done.accepted = true;
      if (done.kept) return;
      done.kept = true;
      const lost = (error: unknown) => {
        done.kept = false;
        throw error;
      };
      inBackground(store.accept().catch(lost));
    },
    refused(isOurs) {
      say(isOurs);
      if (!done.accepted) inBackground(store.refuse(isOurs));
    },
  };
}
