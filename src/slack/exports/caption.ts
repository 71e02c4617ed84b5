import { periodOf } from "../../goals/goal";
import type { Day, DayRange } from "../../time/day";
import { monthName, rangeInWords } from "../../words/dates";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { asOfLine } from "../ui/freshness";
import { capitalized, foreign } from "../ui/text";
import type { CsvCell } from "./csv";

type Freshness = Parameters<typeof asOfLine>[0];

/** What an exported file holds, for the words beside it and for its name. */
export interface Exported {
  /** What it is about, as plain text that may hold foreign names: "Calls of Ana Torres". */
  readonly about: string;
  /** Its days; those to come have no figures. */
  readonly range: DayRange;
  /** How much it holds: "3 people, 6 metrics". */
  readonly holds: string;
  /** The sources that its figures come from. */
  readonly freshness: Freshness;
  /** A sentence about what is a row, or not in it. */
  readonly more?: string | undefined;
}

/** "*West: October so far*", below it what it holds, of a team its figures and "75 rows: team totals, then Ana Torres and Dev Patel", last "As of today at 2:06 PM." with what else is to be known. */
export function captionOf({ about, range, holds, freshness, more }: Exported, display: DisplayContext): string {
  const today = display.days.dayOf(display.now);
  const asOf = asOfParts(freshness, display).map((words) => `${capitalized(words)}.`);
  const print = [...asOf, ...(more === undefined || more === "" ? [] : [more])].join(" ");
  return [`*${foreign(about)}: ${daysInTitle(range, today)}*`, holds, ...(print === "" ? [] : [print])].join("\n");
}

/** "October so far" of the running month, "Oct 26–28" of any other days. */
function daysInTitle(range: DayRange, today: Day): string {
  const { from, to } = upToToday(range, today);
  const isRunningMonth = from === periodOf("monthly", today).from && to === today && from !== to;
  return isRunningMonth ? `${monthName(today)} so far` : rangeInWords({ from, to }, today);
}

/** Once when all sources were read, or each with its own moment. */
function asOfParts(freshness: Freshness, display: DisplayContext): readonly string[] {
  const moments = freshness.filter(({ state }) => state !== "off").map(({ asOf }) => asOf);
  const [first] = moments;
  const minutes = new Set(moments.map((at) => (at === null ? null : Math.floor(at.getTime() / 60_000))));
  if (minutes.size === 1 && first !== null && first !== undefined) return [`as of ${momentInWords(first, display)}`];
  const line = asOfLine(freshness, display);
  return line === null ? [] : [line];
}

/** `calls-of-ana-torres-2026-10-01-to-28.csv`, of two months with both: letters and digits alone, whatever the name. */
export function fileName({ about, range }: Pick<Exported, "about" | "range">, today: Day): string {
  const words = about
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60);
  const { from, to } = upToToday(range, today);
  const last = to.slice(0, 7) === from.slice(0, 7) ? to.slice(8) : to;
  const days = from === to ? from : `${from}-to-${last}`;
  return `${words.replaceAll(/^-|-$/g, "") || "figures"}-${days}.csv`;
}

/** Counts the different texts of a column, named by its head; empty cells are none. */
export function differentIn(rows: readonly (readonly CsvCell[])[], head: string): number {
  return new Set(columnOf(rows, head).filter((cell) => cell !== "" && cell !== null)).size;
}

/** The cells below a head. */
export function columnOf([heads = [], ...rows]: readonly (readonly CsvCell[])[], head: string): readonly CsvCell[] {
  const at = heads.indexOf(head);
  return rows.map((row) => row[at] ?? null);
}

function upToToday({ from, to }: DayRange, today: Day): DayRange {
  return { from, to: from <= today && to > today ? today : to };
}
