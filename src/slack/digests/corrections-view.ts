import type { KnownBlock } from "@slack/types";
import type { Correction } from "../../digests/content/corrections";
import type { Digest } from "../../digests/content/digest";
import { monthNow } from "../../digests/content/month-to-date";
import { rangeInWords, weekdaysInWords } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { stepsInWords } from "../../words/steps";
import { section, sections } from "../ui/blocks";
import { causesOf } from "../ui/changes/causes";
import { counted, foreign } from "../ui/text";

type Corrected = Pick<Digest, "corrections" | "day" | "goals">;

/**
 * Says how money that fell came from what the last digest said to what the goal below says, in steps that add up:
 * "↩️ *Wholesale sales fell* since your last digest: $14,301 → $8,025", below it "SO-1021 voided (−$11,126), SO-1101 new (+$4,850)"; where the
 * orders are not known "−$11,126 in Oct 1–27, +$4,850 since. *Why?* below lists the orders".
 */
export function fallenLine({ corrections, day, goals }: Corrected): readonly KnownBlock[] {
  return sections(
    fallenMonths(corrections).map((fallen) => {
      const { title, unit, from, to, reported, now, moved } = fallen;
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
      const parts = causes.map((cause, at) =>
        moved === undefined ? `${words.changes[at]} ${cause.words}` : together(`${cause.words} (${words.changes[at]})`),
      );
      return `${head}\n${parts.join(", ")}${moved === undefined ? ". *Why?* below lists the orders" : ""}`;
    }),
  );
}

function together(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}

/** Puts first what the line above asks why of. */
export function fallenFirst<T extends Pick<Digest["goals"][number], "type" | "period">>(
  goals: readonly T[],
  { corrections }: Pick<Digest, "corrections">,
): readonly T[] {
  const fallen = new Set(fallenMonths(corrections).map(({ type }) => type));
  const asks = ({ type, period }: T) => period === "monthly" && fallen.has(type);
  return [...goals.filter(asks), ...goals.filter((goal) => !asks(goal))];
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
