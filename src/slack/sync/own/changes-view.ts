import { periodOf } from "../../../goals/goal";
import type { Look } from "../../../goals/shown/shown-figures";
import type { Day, DayRange } from "../../../time/day";
import { weekdayInWords } from "../../../words/dates";
import { changeFigure, figure } from "../../../words/figures";
import { timeOnReadersClock } from "../../ui/dates";
import { listed, metricNoun } from "../../ui/text";
import { fallen, type OwnChange, type OwnFigure } from "./changes";
import { type ChangeSince, fallenMoney } from "./since-look";

/** The days that were synced, and today on the reader's clock. */
interface SyncedDays {
  readonly range: DayRange;
  readonly today: Day;
}

/** What changed before the sync, and the zone of times where Slack shows no clock of the reader's. */
interface Before {
  readonly since: readonly ChangeSince[];
  readonly zone: string;
}

/**
 * "*New for you this month*: +$4,850 wholesale, +3 calls", or that nothing is. What fell is told first, "*Down this month*: −$4,850 wholesale
 * (SO-1021 voided): $12,875 → $8,025" above "*Up*: +3 calls", of which an order that moved is not new. Of days before this month it tells nothing but where they are.
 *
 * Where figures changed between the reader's last look and the sync, that stands above, and leads to where the sync begins:
 * "*Since you looked at 2:12 PM*: +$4,850 wholesale ($14,301 → $19,151)", "*This sync*: −$11,125.60 wholesale (SO-1021 voided): $19,151 → $8,025", "*Up*: +3 calls".
 *
 * @param range the days that were synced.
 */
export function ownChangesInWords(
  changes: readonly OwnChange[],
  { range, today, since, zone }: SyncedDays & Before,
): string {
  const [lost, gained] = [fallen(changes), changes.filter(({ change }) => change > 0)];
  if (since.length > 0) {
    const moved = new Set(since.map(({ type }) => type));
    const more = joined(gained.map((one) => (moved.has(one.type) ? fromTo(one) : signed(one))));
    const own =
      lost.length === 0 ? headed("This sync", more) : [...headed("This sync", lost.map(fall)), ...headed("Up", more)];
    return [...sinceInWords(since, { today, zone }), ...own].join("\n");
  }
  const isBefore = range.to < periodOf("monthly", today).from;
  if (changes.length === 0 && isBefore) return "Nothing new for you this month. *History* in Home has the days before.";
  if (changes.length === 0) return "Nothing new for you: this month's numbers were already up to date.";
  const up = lost.length === 0 ? "New for you this month" : "Up";
  return [...headed("Down this month", lost.map(fall)), ...headed(up, joined(gained.map(signed)))].join("\n");
}

/** "wholesale fell to $8,025", of money that came to less than its reader saw last, or than there was before the sync; `null` where none did. */
export function fallInWords(changes: readonly OwnChange[], since: readonly ChangeSince[]): string | null {
  const types = fallenMoney(changes, since);
  const ends = [...changes, ...since].filter(({ type }) => types.includes(type));
  const [last] = ends;
  if (last === undefined) return null;
  const to = types.length === 1 ? ` to ${figure(last.month, last.unit)}` : "";
  return `${listed(types.map((type) => metricNoun(type, 0)))} fell${to}`;
}

/** "*Since you looked at 2:12 PM*: +$4,850 wholesale ($14,301 → $19,151), +3 calls (58 → 61)"; a line for all that was seen at once. */
function sinceInWords(
  since: readonly ChangeSince[],
  { today, zone }: { readonly today: Day; readonly zone: string },
): readonly string[] {
  const heads = since.map(({ look }) => lookInWords(look, { today, zone }));
  return [...new Set(heads)].flatMap((head) =>
    headed(`Since ${head}`, joined(since.filter((_, at) => heads[at] === head).map(fromTo))),
  );
}

/** "you looked at 2:12 PM", of another day "you looked on Fri, Nov 27". */
function lookInWords({ surface, at, day }: Look, { today, zone }: { today: Day; zone: string }): string {
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
  return `${LOOKS[surface]} ${day === today ? `at ${timeOnReadersClock(minute, zone)}` : `on ${weekdayInWords(day)}`}`;
}

const LOOKS: Readonly<Record<Look["surface"], string>> = {
  home: "you looked",
  goals: "you looked",
  report: "my last report",
};

/** "−$4,850 wholesale (SO-1021 voided): $12,875 → $8,025": it begins at what the sync found and ends at the figure that Home shows. */
function fall(change: OwnChange): string {
  const why = change.cause === undefined ? "" : ` (${change.cause})`;
  return `${signed(change)}${why}: ${ends(change)}`;
}

/** "+3 calls (58 → 61)". */
function fromTo(change: OwnChange): string {
  return `${signed(change)} (${ends(change)})`;
}

/** "+3 calls". */
function signed({ type, unit, change }: OwnChange): string {
  return `${change > 0 ? "+" : "−"}${changeFigure(change, unit)} ${metricNoun(type, Math.abs(change))}`;
}

function ends({ unit, change, month }: OwnChange): string {
  return `${figure(month - change, unit)} → ${figure(month, unit)}`;
}

function joined(words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [words.join(", ")];
}

function headed(head: string, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`*${head}*: ${words.join("; ")}`];
}

/**
 * "*Your numbers are in.* This month: $9,120 wholesale, 61 calls": what is said after a first sync, beside which nothing is new. An
 * import before it may have brought some of it.
 */
export function firstFiguresInWords(figures: readonly OwnFigure[]): string {
  if (figures.length === 0) return "*Your numbers are in.* You have none this month yet.";
  const words = figures.map(({ type, unit, month }) => `${figure(month, unit)} ${metricNoun(type, month)}`);
  return `*Your numbers are in.* This month: ${words.join(", ")}`;
}
