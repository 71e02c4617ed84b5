import type { DayRange } from "../../time/day";
import { triedAgainInWords } from "../ui/affected";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { syncCommand } from "./parse";

/** What tells readers of a problem how it is tried again. */
export interface RetryDisplay extends DisplayContext {
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
  /** The days that were synced; unset where it is not about days. */
  readonly range?: DayRange | undefined;
}

/** Beside a button that tries again, no command is said. */
export type TodoDisplay = RetryDisplay & { readonly hasButton?: boolean };

/** Says whether figures stay, where that is told, and what to do. */
export function remedyInWords(kind: string, display: TodoDisplay): string {
  const todo = todoInWords(kind, display);
  return REMEDIES.get(kind)?.stays === true ? `Figures stay as they were. ${todo}` : todo;
}

/** Says what to do about a problem. */
export function todoInWords(kind: string, display: TodoDisplay): string {
  return REMEDIES.get(kind)?.todo(retryOf(display)) ?? "Tell whoever runs Paceline.";
}

/** How these days are synced again, in words. */
interface Retry {
  /** "`/sync`", with its days. */
  readonly sync: string;
  /** "Run `/sync` again later". */
  readonly again: (when: string) => string;
}

function retryOf(display: TodoDisplay): Retry {
  return { sync: `\`${commandFor(display)}\``, again: (when) => againInWords(when, display) };
}

function commandFor({ range, days, now }: RetryDisplay): string {
  return range === undefined ? "/sync" : syncCommand(range, days.dayOf(now));
}

/** Tells whether a scheduled sync reads these days again: none reads days that lie further back than those of `/sync`. */
export function isTriedAgain(display: RetryDisplay): boolean {
  return display.next !== null && display.next !== undefined && commandFor(display) === "/sync";
}

/** "Run `/sync` again later, or wait for the next sync, tomorrow at 2:30 AM"; beside the button "I'll try again tomorrow at 2:30 AM". */
function againInWords(when: string, { next, range, days, now, hasButton = false }: TodoDisplay): string {
  const command = commandFor({ range, days, now });
  const again = hasButton ? `Try again ${when}` : `Run \`${command}\` again ${when}`;
  if (next === null || next === undefined || !isTriedAgain({ next, range, days, now })) return again;
  if (hasButton) return triedAgainInWords(next, { days, now });
  return `${again}, or wait for the next sync, ${momentInWords(next, { days, now })}`;
}

/** What to do about a problem, and whether it is to be said that figures stay as they were. */
interface Remedy {
  readonly stays?: true;
  readonly todo: (retry: Retry) => string;
}

/** By who can fix it. */
const REMEDIES = new Map<string, Remedy>([
  [
    "credentials",
    { todo: ({ sync }) => `Put in a working key with \`npm run setup\`, restart Paceline, then run ${sync}.` },
  ],
  ["throttled", { todo: ({ again }) => `Nothing is broken. ${again("in a few minutes")}.` }],
  ["unreachable", { stays: true, todo: ({ again }) => `${again("later")}.` }],
  [
    "unexpected-answer",
    {
      stays: true,
      todo: ({ again }) => `${again("later")}. If it keeps happening, whoever runs Paceline should check its log.`,
    },
  ],
  ["vanished", { todo: () => "Figures stay as they were until then." }],
  ["expiring", { todo: () => "An admin should sync them while they're still available." }],
  ["settings", { todo: ({ sync }) => `An admin needs to set this, then run ${sync} again.` }],
  ["bug", { todo: () => "This one is on us: tell whoever runs Paceline." }],
]);

/** What a problem means to whoever cannot mend it; `null` for one of which nothing more is said than that. */
export function meaningInWords(kind: string, display: RetryDisplay): string | null {
  return MEANINGS.get(kind)?.(retryOf(display)) ?? null;
}

export const LOOK = "could not be updated. An admin should look at the last sync.";

const MEANINGS = new Map<string, Remedy["todo"]>([
  ["throttled", ({ again }) => `is limiting requests. ${again("in a few minutes")}.`],
  ["unreachable", ({ sync }) => `could not be reached. Figures stay as they were; run ${sync} again later.`],
  ["settings", () => "needs a setting that only an admin can change. Its figures may be incomplete."],
  ["expiring", () => "won't provide its oldest records much longer. An admin should sync them."],
  ["bug", () => LOOK],
]);
