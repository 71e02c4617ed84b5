import type { Fakes } from "../fakes";

/** A fault of one of the fakes that can be switched on and off. */
export interface DemoFault {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly fake: "copper" | "justcall" | "slack";
  /** What to look at once it is on, and once it is off again. */
  readonly onText: string;
  readonly offText: string;
  push(fakes: Fakes): void;
  /** Whether it has ended by itself. */
  isOver?(fakes: Fakes): boolean;
}

/** Long enough to be noticed, short enough to wait for. */
const SLOW_MS = 1_500;

/** Lists every fault of the fakes; if two of one fake are on, the earlier one wins. */
export const DEMO_FAULTS: readonly DemoFault[] = [
  {
    id: "fault.justcall-down",
    label: "JustCall is down",
    hint: "Sync now: its numbers stay, marked as old. The others go on.",
    fake: "justcall",
    onText:
      "JustCall is down. Sync now: after a few tries it gives up, and App Home keeps the earlier calls and says how old they are. They don't drop to zero.",
    offText: "JustCall is up again. Sync now, and its figures are fresh.",
    push: ({ justcall }) => justcall.faults.push({ times: "always", effect: { kind: "status", status: 503 } }),
  },
  {
    id: "fault.slow",
    label: "JustCall is slow",
    hint: "Sync now, and watch the progress in the DM.",
    fake: "justcall",
    onText: "JustCall is slow. Sync now, and watch the message in the DM: the other sources are done long before it.",
    offText: "JustCall is quick again.",
    push: ({ justcall }) => justcall.faults.push({ times: "always", effect: { kind: "slow", ms: SLOW_MS } }),
  },
  {
    id: "fault.copper-key",
    label: "Copper refuses the key",
    hint: "Sync now: nothing falls. Admins read which key to renew.",
    fake: "copper",
    onText:
      "Copper refuses the key. Sync now: emails stay as they were, and the admins alone read which key must be renewed.",
    offText: "Copper takes the key again. Sync now, and its figures are fresh.",
    push: ({ copper }) => copper.faults.push({ times: "always", effect: { kind: "status", status: 401 } }),
  },
  {
    id: "fault.slack-429",
    label: "Slack rate limit",
    hint: "Sync now: messages come seconds late. None is lost.",
    fake: "slack",
    onText:
      "Slack refuses the next few calls. Sync now: the answers come some seconds late, and none is lost. It heals by itself.",
    offText: "Slack takes every call again.",
    push: ({ slack }) => {
      const outcome = { status: 429, retryAfter: 1 };
      // Fewer times than the app retries a call, so that every message gets through in the end.
      slack.faults.push({ method: "chat.postMessage", times: 2, outcome });
      for (const method of ["chat.update", "views.publish"]) slack.faults.push({ method, times: 1, outcome });
    },
    isOver: ({ slack }) => slack.faults.pending().length === 0,
  },
];
