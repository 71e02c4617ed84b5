import type { KnownBlock, SectionBlock } from "@slack/types";
import { SOURCE_IDS } from "../../metrics/sources";
import type { SyncProblem, SyncReport } from "../../sync/report";
import type { DayRange } from "../../time/day";
import { affectedInWords, triedAgainInWords } from "../ui/affected";
import { section } from "../ui/blocks";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { PLACE_NAMES } from "../ui/freshness";
import { tryAgainButton } from "../ui/sync-button";
import { capitalized, counted, ended, sentence } from "../ui/text";
import { syncCommand } from "./parse";

/** What tells readers of a problem how it is tried again. */
export interface RetryDisplay extends DisplayContext {
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
  /** The days that were synced; unset where it is not about days. */
  readonly range?: DayRange | undefined;
}

export interface ProblemDisplay extends RetryDisplay {
  readonly range: DayRange;
  /** How many problems are shown. */
  readonly most: number;
}

/** The problems that a report names, the first of them all. */
export function shownProblems(
  errors: readonly SyncProblem[],
  { most }: Pick<ProblemDisplay, "most">,
): readonly SyncProblem[] {
  return errors.slice(0, Math.max(3, most));
}

/** What went wrong in a sync and what to do about it, for whoever cannot mend it; nothing where all went well. */
export function problemsForReps(errors: readonly SyncProblem[], display: ProblemDisplay): readonly KnownBlock[] {
  if (errors.length === 0) return [];
  const shown = shownProblems(errors, display).map((problem) => problemForReps(problem, display));
  const more = errors.length - shown.length;
  return [
    section(["*What to do*", ...shown, ...(more > 0 ? [`and ${counted(more, "more problem")}`] : [])].join("\n")),
  ];
}

/**
 * What went wrong in a sync and what an admin does about it, a section each, with the button that tries again below the first that
 * time alone may mend; nothing where all went well.
 */
export function problemRows(
  { errors, ...sources }: SyncReport["results"],
  display: ProblemDisplay,
): readonly SectionBlock[] {
  const shown = shownProblems(errors, display);
  const more = errors.length - shown.length;
  const retried = shown.findIndex(({ kind }) => kind === "unreachable" || kind === "throttled");
  return [
    ...shown.map((problem, at): SectionBlock => {
      const row = section(problemRow(problem, { sources, display, hasButton: at === retried }));
      return at === retried ? { ...row, accessory: tryAgainButton(display.range) } : row;
    }),
    ...(more > 0 ? [section(`and ${counted(more, "more problem")}`)] : []),
  ];
}

/** "❌ *Calls and talk time may be missing since today at 2:05 PM*\nJustCall is down (503). Paceline tries again tomorrow at 2:30 AM." */
function problemRow(
  { source, kind, message }: SyncProblem,
  {
    sources,
    display,
    hasButton,
  }: {
    readonly sources: Partial<SyncReport["results"]>;
    readonly display: ProblemDisplay;
    /** Whether the button that tries again stands beside it. */
    readonly hasButton: boolean;
  },
): string {
  const id = SOURCE_IDS.find((one) => one === source);
  const result = id === undefined ? undefined : sources[id];
  const isUnread = result?.success === false && result.readFrom === undefined;
  const name = PLACE_NAMES[source];
  const said = ended(sentence(message, MAX_LENGTH));
  const remedy = remedyOf(kind, { ...display, hasButton });
  if (isUnread && id !== undefined && result.asOf !== null && kind !== "vanished") {
    const affected = affectedInWords({ source: id, asOf: new Date(result.asOf) }, display);
    const cause = said.startsWith(`${name} `) ? said : `${capitalized(name)}: ${said}`;
    return `❌ *${affected}*\n${`${cause} ${remedy.replace(STAY, "").trim()}`.trim()}`;
  }
  // A message that begins with the place names it once.
  const words = said.startsWith(`${name} `) ? `*${name}*${said.slice(name.length)}` : `*${capitalized(name)}*: ${said}`;
  return `${isUnread ? "❌" : "⚠️"} ${words} ${remedy}`.trim();
}

type Waiting = RetryDisplay & { readonly hasButton?: boolean };

function remedyOf(kind: string, display: Waiting): string {
  return withRetry(REMEDIES.get(kind) ?? "Tell whoever runs Paceline.", display);
}

/** Puts into a remedy's words what syncs these days again. */
function withRetry(words: string, display: Waiting): string {
  const said = words.replace(/\{again (.*)\}/, (_, when: string) => againInWords(when, display));
  return said.replaceAll("`/sync`", `\`${commandFor(display)}\``);
}

function commandFor({ range, days, now }: RetryDisplay): string {
  return range === undefined ? "/sync" : syncCommand(range, days.dayOf(now));
}

/** "Run `/sync` again later, or wait for the next sync, tomorrow at 2:30 AM"; beside the button "Paceline tries again tomorrow at 2:30 AM". */
function againInWords(when: string, { next, range, days, now, hasButton = false }: Waiting): string {
  const again = hasButton ? `Try again ${when}` : `Run \`/sync\` again ${when}`;
  // No scheduled sync reads days that lie further back than those of `/sync`.
  if (next === null || next === undefined || commandFor({ range, days, now }) !== "/sync") return again;
  if (hasButton) return triedAgainInWords(next, { days, now });
  return `${again}, or wait for the next sync, ${momentInWords(next, { days, now })}`;
}

const MAX_LENGTH = 300;
const STAY = "Figures stay as they were.";

/** What to do about a problem, by who can fix it. */
const REMEDIES = new Map([
  ["credentials", "Put in a working key with `npm run setup`, restart Paceline, then run `/sync`."],
  ["throttled", `Nothing is broken. {again in a few minutes}.`],
  ["unreachable", `${STAY} {again later}.`],
  ["unexpected-answer", "Figures stay as they were. Whoever runs Paceline should check its log."],
  ["vanished", "Figures stay as they were until then."],
  ["expiring", "An admin should sync them while they're still available."],
  ["settings", "An admin needs to set this, then run `/sync` again."],
  ["bug", "This one is on us: tell whoever runs Paceline."],
]);

/** One thing that went wrong, and what to do about it. */
export function problemLine({ source, kind, message }: SyncProblem, display: RetryDisplay): string {
  return `• *${capitalized(PLACE_NAMES[source])}*: ${ended(sentence(message, MAX_LENGTH))} ${remedyOf(kind, display)}`;
}

const TOLD = "could not be read. Figures stay as they were; your admins have been told.";
const LOOK = "could not be updated. An admin should look at the last sync.";

/** What a problem means to whoever cannot mend it: its own text names settings, which are for admins. */
function problemForReps({ source, kind }: SyncProblem, display: ProblemDisplay): string {
  const means = MEANINGS.get(kind) ?? (isSource(source) ? TOLD : LOOK);
  return `• *${capitalized(PLACE_NAMES[source])}*: ${withRetry(means, display)}`;
}

const MEANINGS = new Map([
  ["throttled", `is limiting requests. {again in a few minutes}.`],
  ["unreachable", "could not be reached. Figures stay as they were; run `/sync` again later."],
  ["settings", "needs a setting that only an admin can change. Its figures may be incomplete."],
  ["expiring", "won't provide its oldest records much longer. An admin should sync them."],
  ["bug", LOOK],
]);

/** Tells whether the place is a data source: admins get an alert of one that cannot be read, not of people or goals. */
function isSource(place: SyncProblem["source"]): boolean {
  return SOURCE_IDS.some((id) => id === place);
}
