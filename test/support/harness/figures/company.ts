import { parse } from "csv-parse/sync";
import fc from "fast-check";
import type { Period } from "../../../../src/goals/goal";
import { PERIODS } from "../../../../src/goals/range-sums";
import { METRICS, type MetricType, metricOf } from "../../../../src/metrics/metrics";
import { EVERYONE } from "../../../../src/people/permissions";
import { addDays, type DayRange, day } from "../../../../src/time/day";
import { aGoal, type Figure } from "../../builders/goals";
import { aPerson } from "../../builders/people";

/** Ana and Ben. */
export const PEOPLE = ["Ana", "Ben"].map((name, at) =>
  aPerson(`U0${at + 1}`, { name, justcallEmail: `${name}@acme.com` }),
);
const TYPES = METRICS.map(({ type }) => type);
/** Targets that no figure comes near, each another one, so that a figure is found by what stands behind it. */
export const TARGETS: Readonly<Record<Period, number>> = { daily: 511_111, weekly: 622_222, monthly: 733_333 };
export const TEAM_TARGET = 944_444;

/** What somebody did on a day, in hundredths of the metric's unit: whole ones where things are counted. */
const deed = fc.record({
  userId: fc.constantFrom("U01", "U01", "U02"),
  before: fc.integer({ min: 0, max: 40 }),
  hundredths: fc.integer({ min: 0, max: 999_999 }),
});
/** A metric, and what two people did of it lately. */
export const company = fc.record({
  type: fc.constantFrom(...TYPES),
  deeds: fc.array(deed, { maxLength: 25 }),
});
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;

/** What they did, in the metric's unit. */
export function figuresOf({ type, deeds }: Company): readonly Figure[] {
  const isCounted = metricOf(type).unit === "count";
  return deeds.map(({ userId, before, hundredths }) => {
    return { userId, type, before, value: isCounted ? Math.floor(hundredths / 100) : hundredths / 100 };
  });
}

/** Everybody has a goal of each metric and period, and the team one a month of the metric that is asked about. */
export function goalsOf(type: MetricType) {
  const targets = (target: number) => [{ from: day("2026-01-01"), target }];
  const own = PEOPLE.flatMap(({ _id: userId }) =>
    [type, ...TYPES.filter((other) => other !== type).slice(0, 1)].flatMap((one) =>
      PERIODS.map((period) =>
        aGoal(`${userId} ${one} ${period}`, {
          userId,
          type: one,
          period,
          targets: targets(TARGETS[period] + (one === type ? 0 : 1)),
        }),
      ),
    ),
  );
  return [...own, aGoal("team", { team: EVERYONE, type, period: "monthly", targets: targets(TEAM_TARGET) })];
}

/** The figure of somebody's, or of all people's, days: counted here, to the cent. */
export function counted(
  figures: readonly Figure[],
  { today, range, userId }: { today: string; range: DayRange; userId?: string },
) {
  const on = ({ before }: Figure) => addDays(day(today), -before);
  const own = figures.filter(
    (one) => (userId ?? one.userId) === one.userId && range.from <= on(one) && on(one) <= range.to,
  );
  return own.reduce((sum, { value }) => sum + Math.round(value * 100), 0) / 100;
}

/**
 * The figures that a text has before " of" this target, in a line with this name or in those of its periods below it: "$9,120" in "*Calls*: $9,120
 * of $9,000"; of a daily goal that is part of what today asks, what is done of that: "3" in "*Calls*: *3 of 9 today* (daily goal of 5, plus 4 for the week)". Where
 * today needs it and nothing is done yet, that is 0: "*Calls*: *9 needed today*".
 */
export function beforeTarget(text: string, name: string, target: string): readonly string[] {
  const period = "\\S+ (?:Daily goal|Week|Month): [^\\n]*";
  const row = `[^\\n]*\\n(?:${period}\\n)*${period}?`;
  const place = `${name}(?:[^\\n]*?|\\* · (?:daily|weekly|monthly), [^\\n]*\\n[^\\n]*?|${row})`;
  const found = new RegExp(`${place}${AMOUNT} of ${target.replaceAll("$", "\\$")}`, "g");
  const goal = `daily goal of ${target.replaceAll("$", "\\$")}(?: included| reached|, plus)`;
  const inPlan = new RegExp(
    `${name}\\*[^\\n]*?: [^\\n]*?${AMOUNT} of [^\\n]* today\\*[^\\n;]*[,(] ?(?:✅ )?${goal}`,
    "g",
  );
  const matches = [...text.matchAll(found), ...text.matchAll(inPlan)];
  const own = target.replaceAll("$", "\\$");
  const isNeeded = new RegExp(
    `${place}(?<![\\d,.$])(?:${own} needed today|[^\\n*]* needed today\\*[^\\n;]*[,(] ?${goal})`,
  ).test(text);
  return [...new Set([...matches.map(({ groups }) => groups?.figure ?? ""), ...(isNeeded ? [noneOf(target)] : [])])];
}

/** Nothing of a target in its unit: "$0", "0m", "0". */
function noneOf(target: string): string {
  if (target.startsWith("$")) return "$0";
  return /[hms]$/.test(target) ? "0m" : "0";
}

const AMOUNT = "(?<figure>-?\\$?\\d[\\d,.]*[hms]?(?: \\d+[ms])*)";

/** What a metric's row of the team's table says is done of today, which asks for more than a daily goal: "3" in "3 of 16 today", "0" in "16 needed today". */
export function beforeNeed(text: string, name: string): readonly string[] {
  const own = text.split("\n").filter((row) => row.includes(name));
  const done = own.join("\n").matchAll(new RegExp(`${AMOUNT} of \\S+(?: \\d+[ms])*\\stoday`, "g"));
  const needed = own.join("\n").matchAll(new RegExp(`${AMOUNT} needed\\stoday`, "g"));
  return [
    ...[...done].map(({ groups }) => groups?.figure ?? ""),
    ...[...needed].map(({ groups }) => noneOf(groups?.figure ?? "")),
  ];
}

/** A file's rows by the names of its columns. */
export const rowsOf = (csv: string): readonly Readonly<Record<string, string>>[] =>
  parse(csv, { bom: true, columns: true });
