import type { KnownBlock } from "@slack/types";
import type { Correction } from "../../digests/content/corrections";
import type { Digest } from "../../digests/content/digest";
import { monthNow } from "../../digests/content/month-to-date";
import type { FallenMonth } from "../../digests/planned-message";
import { rangeInWords, weekdaysInWords } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { stepsInWords } from "../../words/steps";
import { section, sections } from "../ui/blocks";
import { causesOf } from "../ui/changes/causes";
import { counted, foreign } from "../ui/text";

const WHY_BELOW = ". *Why?* below lists the orders";

type Corrected = Pick<Digest, "corrections" | "day" | "goals">;

/**
 * Says how money that fell came from what the last digest said to what the goal below says, in steps that add up:
 * "↩️ *Wholesale sales fell* since your last digest: $14,301 → $8,025", below it "• SO-1021 voided (−$11,126)" and "• SO-1101 new (+$4,850)", a line
 * each, as a phone would break a number that stands further on; where the orders are not known "−$11,126 in Oct 1–27, +$4,850 since. *Why?* below lists the orders".
 */
export function fallenLine(digest: Corrected): readonly KnownBlock[] {
  return sections(fallen(digest).map(({ said, isNamed }) => `${said}${isNamed ? "" : WHY_BELOW}`));
}

/** Says it for its *Why?*, which lists the orders itself. */
export function fallenSaid(digest: Corrected): readonly FallenMonth[] {
  return fallen(digest).map(({ type, from, said }) => ({ type, from, said }));
}

/** A month that fell in words, and whether they name its orders. */
interface SaidMonth extends FallenMonth {
  readonly isNamed: boolean;
}

function fallen({ corrections, day, goals }: Corrected): readonly SaidMonth[] {
  return fallenMonths(corrections).map((fallen) => {
    const { title, type, unit, from, to, reported, now, moved } = fallen;
    const current = monthNow(fallen, goals)?.current ?? now;
    const since = Math.round((current - now) * 100) / 100;
    const days = rangeInWords({ from, to }, day);
    const unnamed = [
      { words: `in ${days}`, change: now - reported },
      ...(since === 0 ? [] : [{ words: "since", change: since }]),
    ];
    const causes = moved === undefined ? unnamed : causesOf(moved);
    const words = stepsInWords(
      current,
      causes.map(({ change }) => change),
      unit,
    );
    const became = current < reported ? "fell" : "corrected";
    const ends = together(`${words.from} → ${words.to}`);
    const head = `↩️ *${foreign(title)} ${became}* since your last digest: ${ends}`;
    const parts = causes.map((cause, at) => {
      const change = words.changes[at] ?? "";
      return moved === undefined ? `${change} ${cause.words}` : `• ${cause.words} (${change})`;
    });
    return {
      type,
      from,
      said: [head, ...(moved === undefined ? [parts.join(", ")] : parts)].join("\n"),
      isNamed: moved !== undefined,
    };
  });
}

function together(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}

/** Puts first what the line above asks why of, with the digest that says it, where it has an id. */
export function fallenFirst<T extends Pick<Digest["goals"][number], "type" | "period">>(
  goals: readonly T[],
  { corrections }: Pick<Digest, "corrections">,
  fellIn?: string,
): readonly (T & { readonly fellIn?: string })[] {
  const fell = new Set(fallenMonths(corrections).map(({ type }) => type));
  const asks = ({ type, period }: T) => period === "monthly" && fell.has(type);
  const asked = goals.filter(asks).map((goal) => (fellIn === undefined ? goal : { ...goal, fellIn }));
  return [...asked, ...goals.filter((goal) => !asks(goal))];
}

function fallenMonths(corrections: readonly Correction[]): readonly Correction[] {
  return corrections.filter(({ isMonth }) => isMonth === true);
}

const MAX_CORRECTIONS = 5;

/** Says what was told otherwise: "↩️ *Corrected since*: Calls for Tue, Oct 27: 39, you were told 41. `/goals why calls 2026-10-27` …". */
export function correctionsLine({ corrections: all, day }: Omit<Corrected, "goals">): readonly KnownBlock[] {
  const corrections = all.filter((one) => one.isMonth !== true);
  const [first] = corrections;
  if (first === undefined) return [];
  const words = corrections.slice(0, MAX_CORRECTIONS).map(({ title, unit, from, to, reported: told, now }) => {
    return `${foreign(title)} for ${weekdaysInWords({ from, to }, day)}: ${exactFigure(now, unit)}, you were told ${exactFigure(told, unit)}`;
  });
  const more = corrections.length - words.length;
  const days = first.from === first.to ? first.from : `${first.from}..${first.to}`;
  const why = `\`/goals why ${first.title.toLowerCase()} ${days}\` shows the records`;
  const rest = more > 0 ? [`and ${counted(more, "more figure")}`] : [];
  return [section(`↩️ *Corrected since*: ${[...words, ...rest].join("; ")}. ${why}`)];
}
