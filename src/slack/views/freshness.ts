import type { Freshness } from "../../sync/freshness";
import { momentInWords, type Reading } from "./days";
import { SOURCE_NAMES } from "./sources";
import { sentence } from "./text";

const LONGEST_PROBLEM = 200;

/** "*Copper*: as of 14:05 EDT", "*JustCall*: last read Fri 22:10 EDT: JustCall key refused…". */
export function freshnessLine(freshness: Freshness, reading: Reading): string {
  return `*${SOURCE_NAMES[freshness.source]}*: ${stateInWords(freshness, reading)}`;
}

function stateInWords({ state, asOf, problem }: Freshness, reading: Reading): string {
  const moment = asOf === null ? null : momentInWords(asOf, reading);
  switch (state) {
    case "off":
      return moment === null ? "switched off" : `switched off; figures as of ${moment}`;
    case "never":
      return "not read yet";
    case "fresh":
      return moment === null ? "not read yet" : `as of ${moment}`;
    case "failed": {
      const why = problem === undefined ? "the last reading failed" : sentence(problem, LONGEST_PROBLEM);
      return moment === null ? `not read yet: ${why}` : `last read ${moment}: ${why}`;
    }
  }
}
