import type { KnownBlock, SectionBlock } from "@slack/types";
import { type Finding, NOTHING_TO_DO } from "../../../../doctor/finding";
import type { Freshness } from "../../../../sync/state/freshness";
import { affectedInWords, triedAgainInWords } from "../../../ui/affected";
import { section, sections } from "../../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../../ui/dates";
import { tryAgainButton } from "../../../ui/sync-button";
import { ended, sentence } from "../../../ui/text";
import { AREAS, type Area, areaOf, areaTitle, moreChecks } from "./area";
import { findingLine, isPlain, rowsOf } from "./finding-rows";
import { readState, type State } from "./problem-counts";

/** A place has at most so many findings, so that all of them stay below Slack's 100 blocks a page. */
const MAX_FINDINGS = 10;
const MAX_PROBLEM = 300;

export interface PlacesOptions extends DisplayContext {
  readonly freshness: readonly Freshness[];
  /** What the last check found and still is so; none where there was none. */
  readonly findings: readonly Finding[];
  /** Whether a check is under way. */
  readonly checking: boolean;
  /** Whether a sync that this admin requested is under way, so that nothing offers another. */
  readonly syncing: boolean;
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
}

/** How all parts of the installation are. */
export interface Places {
  /** Which of them keep figures from being right. */
  readonly brokenAreas: ReadonlySet<Area>;
  /** The rows among them that the next scheduled sync tries again: to press their button is nothing that has to be done. */
  readonly awaited: ReadonlySet<KnownBlock>;
  /** What keeps figures from being right. */
  readonly broken: readonly KnownBlock[];
  /** What somebody should check. */
  readonly doubtful: readonly KnownBlock[];
  /** All others, a line each. */
  readonly right: readonly KnownBlock[];
}

/** A part of the installation, in a line, and what is wrong with it. */
interface Place {
  readonly area: Area;
  readonly state: State;
  readonly line: string;
  readonly wrong: readonly Finding[];
  /** What is wrong with it by the last sync, where the check found nothing. */
  readonly problem?: string | undefined;
  /** Whether a sync of the last 30 days may mend it. */
  readonly isRetried: boolean;
}

/** How each part is, in a line with a sign; below those with something wrong the cause and what to do, with the button that does it. */
export function placesPart(options: PlacesOptions): Places {
  const { freshness, findings } = options;
  const of = (area: Area) => findings.filter((one) => areaOf(one) === area);
  const others = AREAS.filter((area) => !freshness.some(({ source }) => source === area));
  const places = [
    ...freshness.map((one) => sourcePlace(one, { ...options, findings: of(one.source) })),
    ...others.flatMap((area) => otherPlace(area, { ...options, findings: of(area) })),
  ].sort((a, b) => RANKS[a.state] - RANKS[b.state]);
  const isQuiet = ({ state, wrong }: Place) => wrong.length === 0 && (state === "ok" || state === "off");
  const isBroken = ({ state }: Place) => state === "fault";
  const broken = places.filter(isBroken).map((one) => ({ one, blocks: blocksOf(one, options) }));
  const quiet = places.filter(isQuiet).map(({ line }) => line);
  return {
    brokenAreas: new Set(places.filter(isBroken).map(({ area }) => area)),
    awaited: new Set(
      broken.filter(({ one }) => nextTry(one, options) !== null).flatMap(({ blocks }) => blocks.slice(0, 1)),
    ),
    broken: broken.flatMap(({ blocks }) => blocks),
    doubtful: places.filter((one) => !isBroken(one) && !isQuiet(one)).flatMap((one) => blocksOf(one, options)),
    right: quiet.length === 0 ? [] : sections(quiet),
  };
}

const RANKS: Readonly<Record<State, number>> = { fault: 0, warning: 1, ok: 2, off: 3 };
const SIGNS: Readonly<Record<State, string>> = { fault: "❌", warning: "⚠️", ok: "✅", off: "➖" };

/**
 * "❌ *Calls and talk time may be missing since 2:05 PM*" of a source that the last sync could not read, else
 * "✅ *JustCall*: up to date as of 2:05 PM".
 */
function sourcePlace(one: Freshness, { findings, checking, ...display }: PlacesOptions): Place {
  const { source, asOf } = one;
  const wrong = wrongOf(findings);
  const read = readState(one);
  const found = wrong[0]?.state ?? "ok";
  const state = read === "off" || RANKS[read] <= RANKS[found] ? read : found;
  const word = state === read ? readWords(one) : WORDS[state];
  const time = asOf === null ? "" : `${word === UP_TO_DATE ? " " : ", "}as of ${momentInWords(asOf, display)}`;
  const isUnread = read === "fault" || (read === "warning" && asOf !== null);
  return {
    area: source,
    state,
    line: isUnread
      ? lineOf(affectedInWords(one, display), { state, words: [], checking })
      : lineOf(areaTitle(source), { state, words: [`${word}${time}`], checking }),
    wrong,
    problem: wrong.length === 0 && isUnread ? unreadInWords(one) : undefined,
    isRetried: read === "fault" || read === "warning" || wrong.some(({ sync }) => sync?.days === "last-30-days"),
  };
}

function unreadInWords(one: Freshness): string {
  return one.problem ?? `${areaTitle(one.source)} ${readWords(one)}.`;
}

/** One of the others, where something is wrong with it; what passed says the rest. */
function otherPlace(
  area: Area,
  { findings, checking }: Pick<PlacesOptions, "findings" | "checking">,
): readonly Place[] {
  const wrong = wrongOf(findings);
  const [first] = wrong;
  if (first === undefined) return [];
  const { state } = first;
  const line = lineOf(areaTitle(area), { state, words: [WORDS[state]], checking });
  return [{ area, state, line, wrong, isRetried: false }];
}

const WORDS: Readonly<Record<State, string>> = {
  fault: "problem",
  warning: "needs a look",
  ok: "no problems",
  off: "off",
};

function readWords({ state, stale, imported, asOf }: Freshness): string {
  if (state === "off") return "off";
  if (state === "failed") return "can't be read";
  if (asOf === null) return imported === true ? "no import yet" : "no data yet";
  return stale === true ? "missed the latest sync" : UP_TO_DATE;
}

const UP_TO_DATE = "up to date";

function lineOf(
  title: string,
  { state, words, checking }: { readonly state: State; readonly words: readonly string[]; readonly checking: boolean },
): string {
  const said = [...words, ...(checking && state !== "off" ? ["⏳ checking…"] : [])].join("; ");
  return `${SIGNS[state]} *${title}*${said === "" ? "" : `: ${said}`}`;
}

function wrongOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ state }) => state !== "ok").sort((a, b) => RANKS[a.state] - RANKS[b.state]);
}

function blocksOf(place: Place, options: PlacesOptions): readonly KnownBlock[] {
  const { line, wrong, problem, isRetried } = place;
  const { syncing } = options;
  const shown = wrong.slice(0, MAX_FINDINGS);
  const said = problem === undefined ? [] : [ended(sentence(problem, MAX_PROBLEM))];
  const found = [...said, ...shown.filter(isPlain).map((each) => findingLine(each, shown.length > 1))];
  const again = nextTry(place, options);
  const lines = again === null ? found : withNextSync(found, again);
  const [head, ...others] = sections([line, ...lines]);
  if (head === undefined) return [];
  const retried = isRetried && !syncing ? { ...head, accessory: tryAgainButton() } : head;
  const rows = shown.filter((one) => !isPlain(one)).flatMap((one) => rowsOf(one, syncing));
  return [
    ...(lines.length === 0 ? joined(retried, rows) : [retried, ...others, ...rows]),
    ...moreChecks(wrong.length - MAX_FINDINGS),
  ];
}

/** When the next scheduled sync tries what is broken again; `null` where none may mend it. */
function nextTry({ isRetried, state }: Place, { next, ...display }: PlacesOptions): string | null {
  return isRetried && state === "fault" && next !== null && next !== undefined
    ? triedAgainInWords(next, display)
    : null;
}

/** Says last when it is tried again: it is one more reason of why there is nothing to do. */
function withNextSync(lines: readonly string[], again: string): readonly string[] {
  const last = lines.at(-1) ?? "";
  const hasNothingToDo = last.split("\n").at(-1)?.startsWith(NOTHING_TO_DO) ?? false;
  const said = hasNothingToDo ? `${last.replace(/\.$/, "")}, and ${again}.` : `${last} ${again}.`;
  return [...lines.slice(0, -1), said.trim()];
}

/** Puts the first row beside its own button below the place's name, where that stands alone and has no button. */
function joined(head: SectionBlock, [first, ...rest]: readonly KnownBlock[]): readonly KnownBlock[] {
  if (first === undefined) return [head];
  const text = `${head.text?.text}\n${first.type === "section" ? first.text?.text : ""}`;
  if (first.type !== "section" || "accessory" in head || text.length > MAX_JOINED) return [head, first, ...rest];
  return [{ ...section(text), accessory: first.accessory }, ...rest];
}

/** A section has at most 3,000 characters. */
const MAX_JOINED = 2_800;
