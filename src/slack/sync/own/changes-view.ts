import { periodOf } from "../../../goals/goal";
import type { Look } from "../../../goals/shown/shown-figures";
import type { Day, DayRange } from "../../../time/day";
import { weekdayInWords } from "../../../words/dates";
import { changeFigure, figure } from "../../../words/figures";
import { stepsInWords } from "../../../words/steps";
import { timeOnReadersClock } from "../../ui/dates";
import { capitalized, listed, metricNoun } from "../../ui/text";
import type { OwnChange, OwnFigure } from "./changes";
import { asksWhy, fallenMoney, type NetChange } from "./since-look";

/** The days that were synced, today on the reader's clock, and the zone of times where Slack shows no clock of the reader's. */
interface SyncedDays {
  readonly range: DayRange;
  readonly today: Day;
  readonly zone: string;
}

/**
 * "*New for you this month*: +$4,850 wholesale, +3 calls", or that nothing is. What fell, and money that moved since its reader looked, stands
 * above with its sum, from the figure that they saw to the one that Home shows:
 * "*Wholesale since you looked at 2:12 PM*: $14,301 → $8,025", "• SO-1021 voided (−$11,126)", "• Earlier update (+$4,850)", then "*Also new*: +3 calls", with
 * its own "since" where they saw that at another time. Of days before this month it tells nothing but where they are.
 */
export function ownChangesInWords(changes: readonly NetChange[], { range, ...display }: SyncedDays): string {
  const isBefore = range.to < periodOf("monthly", display.today).from;
  if (changes.length === 0 && isBefore) return "Nothing new for you this month. *History* in Home has the days before.";
  if (changes.length === 0) return "Nothing new for you: this month's numbers were already up to date.";
  const summed = changes.filter(asksWhy).toSorted((a, b) => Number(a.change > 0) - Number(b.change > 0));
  const gained = changes.filter((one) => !asksWhy(one));
  const frames = new Set(summed.map((one) => frameInWords(one, display)));
  const isApart = gained.some((one) => one.look !== undefined && !frames.has(frameInWords(one, display)));
  const more = summed.length === 0 || isApart ? gainedInWords(gained, display) : headed("Also new", gained);
  return [...summed.map((one) => sumInWords(one, display)), ...more].join("\n");
}

/** Since when a change is told: "since you looked at 2:12 PM", or "this month" of what was seen as the sync found it. */
function frameInWords({ look }: Pick<NetChange, "look">, clock: Clock): string {
  return look === undefined ? "this month" : `since ${lookInWords(look, clock)}`;
}

/** "wholesale fell to $8,025", of money that came to less than its reader saw last, or than there was before the sync; `null` where none did. */
export function fallInWords(changes: readonly NetChange[]): string | null {
  const fell = fallenMoney(changes);
  const [first, ...others] = fell;
  if (first === undefined) return null;
  const to = others.length === 0 ? ` to ${figure(first.month, first.unit)}` : "";
  return `${listed(fell.map(({ type }) => metricNoun(type, 0)))} fell${to}`;
}

type Clock = Omit<SyncedDays, "range">;

/** "*Calls this month*: 58 → 57 (−1)"; what is known of its steps has a line each below, "• SO-1021 voided (−$4,850)", as a phone would break a number that stands further on. It begins at what its reader saw, and adds up. */
function sumInWords({ type, unit, month, look, ...change }: NetChange, clock: Clock): string {
  const frame = frameInWords({ look }, clock);
  const parts = partsOf({ type, unit, month, ...change });
  const { from, to, changes } = stepsInWords(
    month,
    parts.map((part) => part.change),
    unit,
  );
  const steps = parts
    .map(({ words, change: size }, at) => ({ size, words, shown: changes[at] ?? "" }))
    .toSorted((a, b) => (change.change < 0 ? a.size - b.size : b.size - a.size));
  const ends = `*${capitalized(metricNoun(type, 0))} ${frame}*: ${from} → ${to}`;
  if (steps.every(({ words }) => words === "")) return `${ends} (${steps.map(({ shown }) => shown).join(", ")})`;
  return [ends, ...steps.map(({ words, shown }) => `• ${words} (${shown})`)].join("\n");
}

/** What a change consists of: of money what came before the sync, and the orders since; of anything else itself. */
function partsOf({
  unit,
  change,
  before,
  causes,
  causesBefore,
}: NetChange): readonly { words: string; change: number }[] {
  const own = change - before;
  if (unit !== "dollars") return [{ words: "", change }];
  const unnamedBefore = [{ words: own === 0 ? "" : "Earlier update", change: before }];
  const earlier = before === 0 ? [] : (causesBefore ?? unnamedBefore);
  const unnamed = own === 0 ? [] : [{ words: before === 0 ? "" : "This sync", change: own }];
  return [...earlier, ...(own === 0 ? [] : (causes ?? unnamed))];
}

/** "*New for you this month*: +3 calls", or since when: "*Since you looked at 2:12 PM*: +3 calls"; a line for all that was seen at once. */
function gainedInWords(gained: readonly NetChange[], clock: Clock): readonly string[] {
  const looks = gained.flatMap(({ look }) => (look === undefined ? [] : [look]));
  const [first, ...others] = looks;
  if (first === undefined) return headed("New for you this month", gained);
  // What the sync alone brought came after each look.
  const last = others.reduce((latest, look) => (look.at > latest.at ? look : latest), first);
  const heads = gained.map(({ look = last }) => `Since ${lookInWords(look, clock)}`);
  return [...new Set(heads)].flatMap((head) =>
    headed(
      head,
      gained.filter((_, at) => heads[at] === head),
    ),
  );
}

/** "you looked at 2:12 PM", of another day "you looked on Fri, Nov 27". */
function lookInWords({ surface, at, day }: Look, { today, zone }: Clock): string {
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
  return `${LOOKS[surface]} ${day === today ? `at ${timeOnReadersClock(minute, zone)}` : `on ${weekdayInWords(day)}`}`;
}

const LOOKS: Readonly<Record<Look["surface"], string>> = {
  home: "you looked",
  goals: "you looked",
  report: "my last report",
};

/** "*Also new*: +3 calls, +9m talk time"; nothing of nothing. */
function headed(head: string, changes: readonly OwnChange[]): readonly string[] {
  return changes.length === 0 ? [] : [`*${head}*: ${changes.map(signed).join(", ")}`];
}

/** "+3 calls". */
function signed({ type, unit, change }: OwnChange): string {
  return `${change > 0 ? "+" : "−"}${changeFigure(change, unit)} ${metricNoun(type, Math.abs(change))}`;
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
