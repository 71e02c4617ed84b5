import type { KnownBlock, SectionBlock } from "@slack/types";
import { SOURCE_IDS } from "../../metrics/sources";
import type { SyncProblem, SyncReport } from "../../sync/report";
import type { DayRange } from "../../time/day";
import { affectedInWords } from "../ui/affected";
import { section } from "../ui/blocks";
import { PLACE_NAMES } from "../ui/freshness";
import { instantsOf, momentTogether } from "../ui/read-together";
import { tryAgainButton } from "../ui/sync-button";
import { capitalized, counted, ended, sentence } from "../ui/text";
import { isTriedAgain, LOOK, meaningInWords, type RetryDisplay, remedyInWords, todoInWords } from "./remedies";

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
 * time alone may mend, green where no scheduled sync does; nothing where all went well.
 */
export function problemRows(
  { errors, ...sources }: SyncReport["results"],
  display: ProblemDisplay,
): readonly SectionBlock[] {
  const shown = shownProblems(errors, display);
  const more = errors.length - shown.length;
  const retried = shown.findIndex(({ kind }) => kind === "unreachable" || kind === "throttled");
  const again = tryAgainButton({ range: display.range, isFirst: !isTriedAgain(display) });
  return [
    ...shown.map((problem, at): SectionBlock => {
      const row = section(problemRow(problem, { sources, display, hasButton: at === retried }));
      return at === retried ? { ...row, accessory: again } : row;
    }),
    ...(more > 0 ? [section(`and ${counted(more, "more problem")}`)] : []),
  ];
}

/**
 * "❌ *Calls and talk time may be missing since 2:05 PM*\nJustCall is down (503). I'll try again tomorrow at 2:30 AM. I'll
 * tell you when it's back."; what is missing since a time says by itself that figures stay.
 */
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
  // Its alert counts as read with this; a mass deletion has none that ends.
  const back = result?.success === false && kind !== "vanished" ? " I'll tell you when it's back." : "";
  const said = ended(sentence(message, MAX_LENGTH));
  if (isUnread && id !== undefined && result.asOf !== null && kind !== "vanished") {
    const asOf = momentTogether(new Date(result.asOf), instantsOf(SOURCE_IDS.map((one) => sources[one])));
    const affected = affectedInWords({ source: id, asOf }, display);
    const cause = said.startsWith(`${name} `) ? said : `${capitalized(name)}: ${said}`;
    return `❌ *${affected}*\n${cause} ${todoInWords(kind, { ...display, hasButton })}${back}`;
  }
  // A message that begins with the place names it once.
  const words = said.startsWith(`${name} `) ? `*${name}*${said.slice(name.length)}` : `*${capitalized(name)}*: ${said}`;
  return `${isUnread ? "❌" : "⚠️"} ${words} ${remedyInWords(kind, { ...display, hasButton })}${back}`;
}

const MAX_LENGTH = 300;

/** One thing that went wrong, and what to do about it. */
export function problemLine({ source, kind, message }: SyncProblem, display: RetryDisplay): string {
  return `• *${capitalized(PLACE_NAMES[source])}*: ${ended(sentence(message, MAX_LENGTH))} ${remedyInWords(kind, display)}`;
}

const TOLD = "could not be read. Figures stay as they were; your admins have been told.";

/** What a problem means to whoever cannot mend it: its own text names settings, which are for admins. */
function problemForReps({ source, kind }: SyncProblem, display: ProblemDisplay): string {
  const means = meaningInWords(kind, display) ?? (isSource(source) ? TOLD : LOOK);
  return `• *${capitalized(PLACE_NAMES[source])}*: ${means}`;
}

/** Tells whether the place is a data source: admins get an alert of one that cannot be read, not of people or goals. */
function isSource(place: SyncProblem["source"]): boolean {
  return SOURCE_IDS.some((id) => id === place);
}
