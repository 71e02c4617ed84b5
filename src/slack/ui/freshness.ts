import { bySource, SOURCE_IDS, SOURCES } from "../../metrics/sources";
import type { SyncProblem } from "../../sync/report";
import type { Freshness } from "../../sync/state/freshness";
import { type DisplayContext, momentInWords } from "./dates";
import { listed, sentence } from "./text";

const MAX_PROBLEM_LENGTH = 200;

/** "*Copper*: as of 14:05 EDT", "*JustCall*: last read Fri 22:10 EDT: JustCall key refused…". */
export function freshnessLine(freshness: Freshness, display: DisplayContext): string {
  return `*${SOURCES[freshness.source].title}*: ${stateInWords(freshness, display)}`;
}

/** "Copper as of 14:05 EDT", "JustCall not read yet"; says nothing of what is wrong. */
export function asOfInWords({ source, asOf }: Freshness, display: DisplayContext): string {
  return `${SOURCES[source].title} ${asOf === null ? "not read yet" : `as of ${momentInWords(asOf, display)}`}`;
}

function stateInWords({ state, asOf, problem }: Freshness, display: DisplayContext): string {
  const moment = asOf === null ? null : momentInWords(asOf, display);
  switch (state) {
    case "off":
      return moment === null ? "switched off" : `switched off; figures as of ${moment}`;
    case "never":
      return "not read yet";
    case "fresh":
      return moment === null ? "not read yet" : `as of ${moment}`;
    case "failed": {
      const why = problem === undefined ? "the last reading failed" : sentence(problem, MAX_PROBLEM_LENGTH);
      return moment === null ? `not read yet: ${why}` : `last read ${moment}: ${why}`;
    }
  }
}

/** "Copper, JustCall and Fishbowl"; or with "or". */
export function sourceTitles(word: "and" | "or" = "and"): string {
  return listed(
    SOURCE_IDS.map((source) => SOURCES[source].title),
    word,
  );
}

/** What people call whatever a problem is with. */
export const PLACE_NAMES: Readonly<Record<SyncProblem["source"], string>> = {
  ...bySource((source) => SOURCES[source].title),
  slack: "the list of members",
  goals: "the goals",
};
