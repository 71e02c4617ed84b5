import type { KnownBlock } from "@slack/types";
import type { Finding } from "../../../doctor/finding";
import { SOURCES } from "../../../metrics/sources";
import type { Freshness } from "../../../sync/state/freshness";
import { context, sections } from "../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../ui/dates";
import { foreign, sentence } from "../../ui/text";

/** A place has at most so many findings, so that all of them stay below Slack's 100 blocks a page. */
const MAX_FINDINGS = 10;
/** After escaping; two of them make a line, which has at most 2,800. */
const MAX_LENGTH = 1_300;
const MAX_PROBLEM = 300;

export interface PlacesOptions extends DisplayContext {
  readonly freshness: readonly Freshness[];
  /** What the last check found; none where there was none. */
  readonly findings: readonly Finding[];
  /** Whether a check is under way. */
  readonly checking: boolean;
}

/** How something is: `off` is nobody's fault. */
type State = Finding["state"] | "off";

/** A part of the installation, in a line, and what is wrong with it. */
interface Place {
  readonly state: State;
  readonly line: string;
  readonly wrong: readonly Finding[];
  /** What is wrong with it by the last sync, where the check found nothing. */
  readonly problem?: string | undefined;
}

/** How each part is, in a line with a sign and a word, the worst first; below those with something wrong, what to do. */
export function placeBlocks(options: PlacesOptions): readonly KnownBlock[] {
  const { freshness, findings } = options;
  const sources = freshness.map((one) => sourcePlace(one, options));
  const isSource = ({ id }: Finding) => freshness.some(({ source }) => id.startsWith(`${source}-`));
  const others = findings.filter((one) => !isSource(one));
  const isSlack = ({ id }: Finding) => id.startsWith("slack-");
  const places = [
    ...sources,
    ...otherPlace("Slack", { ...options, findings: others.filter(isSlack) }),
    ...otherPlace("Totals and system", { ...options, findings: others.filter((one) => !isSlack(one)) }),
  ];
  return [...places].sort((a, b) => RANKS[a.state] - RANKS[b.state]).flatMap(blocksOf);
}

const RANKS: Readonly<Record<State, number>> = { fault: 0, warning: 1, ok: 2, off: 3 };
const SIGNS: Readonly<Record<State, string>> = { fault: "❌", warning: "⚠️", ok: "✅", off: "➖" };

/** "❌ *JustCall* · can't be read · figures from today at 2:05 PM". */
function sourcePlace(one: Freshness, { findings, checking, ...display }: PlacesOptions): Place {
  const { source, asOf, problem } = one;
  const wrong = wrongOf(findings.filter(({ id }) => id.startsWith(`${source}-`)));
  const read = stateOf(one);
  const found = wrong[0]?.state ?? "ok";
  const state = read === "off" || RANKS[read] <= RANKS[found] ? read : found;
  const word = state === read ? readWords(one) : WORDS[state];
  const from = read === "ok" ? "as of" : "figures from";
  const time = asOf === null ? [] : [`${from} ${momentInWords(asOf, display)}`];
  return {
    state,
    line: lineOf(SOURCES[source].title, { state, words: [word, ...time], checking }),
    wrong,
    problem: wrong.length === 0 && read === "fault" ? problem : undefined,
  };
}

function otherPlace(
  title: string,
  { findings, checking }: Pick<PlacesOptions, "findings" | "checking">,
): readonly Place[] {
  if (findings.length === 0) return [];
  const wrong = wrongOf(findings);
  const state = wrong[0]?.state ?? "ok";
  return [{ state, line: lineOf(title, { state, words: [WORDS[state]], checking }), wrong }];
}

const WORDS: Readonly<Record<State, string>> = {
  fault: "problem",
  warning: "needs a look",
  ok: "no problems",
  off: "off",
};

function stateOf({ state, stale, imported, asOf }: Freshness): State {
  if (state === "off") return "off";
  if (state === "failed") return "fault";
  // One that waits for its first import is no fault.
  if (imported === true && asOf === null) return "off";
  return state === "never" || stale === true ? "warning" : "ok";
}

function readWords({ state, stale, imported, asOf }: Freshness): string {
  if (state === "off") return "off";
  if (state === "failed") return "can't be read";
  if (asOf === null) return imported === true ? "no import yet" : "no data yet";
  return stale === true ? "missed the latest sync" : "up to date";
}

function lineOf(
  title: string,
  { state, words, checking }: { readonly state: State; readonly words: readonly string[]; readonly checking: boolean },
): string {
  return [`${SIGNS[state]} *${title}*`, ...words, ...(checking && state !== "off" ? ["⏳ checking…"] : [])].join(" · ");
}

function wrongOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ state }) => state !== "ok").sort((a, b) => RANKS[a.state] - RANKS[b.state]);
}

function blocksOf({ line, wrong, problem }: Place): readonly KnownBlock[] {
  const said = problem === undefined ? [] : [sentence(problem, MAX_PROBLEM)];
  return [
    ...sections([line, ...said, ...wrong.slice(0, MAX_FINDINGS).map(findingLine)]),
    ...moreChecks(wrong.length - MAX_FINDINGS),
  ];
}

/** "• *Problem:* Copper refused the key (401).", and below it what to do. */
function findingLine({ state, says, todo }: Finding): string {
  const what = `• ${state === "fault" ? "*Problem:* " : ""}${fitting(says, MAX_LENGTH)}`;
  return todo === undefined ? what : `${what}\n*What to do:* ${fitting(todo, MAX_LENGTH)}`;
}

/** Says how many findings have no line, and where they all are; nothing where none is left. */
export function moreChecks(more: number): readonly KnownBlock[] {
  return more > 0 ? [context(`and ${more.toLocaleString("en-US")} more: run \`node dist/cli/index.js doctor\``)] : [];
}

/** Cuts a sentence that may quote foreign text, counted after escaping, which makes five characters of one. */
export function fitting(text: string, longest: number): string {
  const whole = foreign(text, longest);
  return whole.length <= longest ? whole : foreign(text, Math.floor(longest / 5));
}

/** Leaves out that a source could not be read by the last sync where the check found why: what is wrong is said once. */
export function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ id }) => {
    const source = /^(.+)-reading-failed$/.exec(id)?.[1];
    return source === undefined || !findings.some((other) => isFaultOf(other, source) && other.id !== id);
  });
}

/** A clock that differs keeps no source from being read. */
function isFaultOf({ id, state }: Finding, source: string): boolean {
  return state === "fault" && id.startsWith(`${source}-`) && id !== `${source}-clock`;
}
