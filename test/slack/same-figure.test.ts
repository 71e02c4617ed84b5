import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { type Period, periodOf } from "../../src/goals/goal";
import { PERIODS } from "../../src/goals/range-sums";
import { METRICS, type MetricType, metricOf } from "../../src/metrics/metrics";
import { EVERYONE } from "../../src/people/permissions";
import { addDays, type DayRange, day } from "../../src/time/day";
import { exactFigure, figure, neededFigure, percent } from "../../src/words/figures";
import { aGoal, type Figure } from "../support/builders/goals";
import { aPerson } from "../support/builders/people";
import { type Drawn, endedSurfaces, LAST_WEEK, MONDAY, OCTOBER } from "../support/harness/figures/ended";
import { runningSurfaces } from "../support/harness/figures/running";

const PEOPLE = ["Ana", "Ben"].map((name, at) => aPerson(`U0${at + 1}`, { name, justcallEmail: `${name}@acme.com` }));
const TYPES = METRICS.map(({ type }) => type);
/** Targets that no figure comes near, each another one, so that a figure is found by what stands behind it. */
const TARGETS: Readonly<Record<Period, number>> = { daily: 511_111, weekly: 622_222, monthly: 733_333 };
const TEAM_TARGET = 944_444;

/** What somebody did on a day, in hundredths of the metric's unit: whole ones where things are counted. */
const deed = fc.record({
  userId: fc.constantFrom("U01", "U01", "U02"),
  before: fc.integer({ min: 0, max: 40 }),
  hundredths: fc.integer({ min: 0, max: 999_999 }),
});
const company = fc.record({
  type: fc.constantFrom(...TYPES),
  deeds: fc.array(deed, { maxLength: 25 }),
});
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;

function figuresOf({ type, deeds }: Company): readonly Figure[] {
  const isCounted = metricOf(type).unit === "count";
  return deeds.map(({ userId, before, hundredths }) => {
    return { userId, type, before, value: isCounted ? Math.floor(hundredths / 100) : hundredths / 100 };
  });
}

/** Everybody has a goal of each metric and period, and the team one a month of the metric that is asked about. */
function goalsOf(type: MetricType) {
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
function counted(
  figures: readonly Figure[],
  { today, range, userId }: { today: string; range: DayRange; userId?: string },
) {
  const on = ({ before }: Figure) => addDays(day(today), -before);
  const own = figures.filter(
    (one) => (userId ?? one.userId) === one.userId && range.from <= on(one) && on(one) <= range.to,
  );
  return own.reduce((sum, { value }) => sum + Math.round(value * 100), 0) / 100;
}

/** The figures that a text has before " of" this target, in a line with this name or in those of its periods below it: "$9,120" in "*Calls*: $9,120 of $9,000". */
function beforeTarget(text: string, name: string, target: string): readonly string[] {
  const amount = "(?<figure>-?\\$?\\d[\\d,.]*[hms]?(?: \\d+[ms])*)";
  const period = "\\S+ (?:Daily goal|Week|Month): [^\\n]*";
  const row = `[^\\n]*\\n(?:${period}\\n)*${period}?`;
  const place = `${name}(?:[^\\n]*?|\\* · (?:daily|weekly|monthly), [^\\n]*\\n[^\\n]*?|${row})`;
  const found = new RegExp(`${place}${amount} of ${target.replaceAll("$", "\\$")}`, "g");
  return [...new Set([...text.matchAll(found)].map(({ groups }) => groups?.figure ?? ""))];
}

/** A text without what today asks for, which can be a whole week's target: before it stands what today brought. */
function withoutToday(text: string, { period, target }: { period: Period; target: string }): string {
  return period === "daily" ? text : text.replaceAll("needed today", "today").replaceAll(`${target} today`, "today");
}

/** What a surface says of Ana's periods that go on: a digest without its recaps, the team in words without Ben. */
function aboutNow(surface: string, text: string): string {
  if (surface.endsWith("in words")) return text.slice(text.lastIndexOf("*Ana*"), text.lastIndexOf("*Ben*"));
  return surface === "digest" ? (text.split(/^# (?:Last week|August|September|October)/m)[0] ?? "") : text;
}

const rowsOf = (csv: string): readonly Readonly<Record<string, string>>[] => parse(csv, { bom: true, columns: true });

describe("a figure", () => {
  it("is the same of a period that goes on in Home, /goals, digest, the team's pages, tables and files, of anybody on any day", () => {
    let asked = 0;
    fc.assert(
      fc.property(company, fc.nat(60), (one, ahead) => {
        const today = addDays(day("2026-09-07"), ahead);
        const { type } = one;
        const { unit, title } = metricOf(type);
        const figures = figuresOf(one);
        const shown = runningSurfaces({ today, people: PEOPLE, goals: goalsOf(type), figures, type });
        const file = rowsOf(shown.file);
        const of = (period: Period, userId?: string) =>
          counted(figures, { today, range: periodOf(period, today), ...(userId !== undefined && { userId }) });

        for (const period of PERIODS) {
          const words = figure(of(period, "U01"), unit);
          const target = exactFigure(TARGETS[period], unit);
          for (const [surface, text] of Object.entries(shown.person)) {
            // A row that is narrowed to the metric does not name it; the team's table has short names.
            const [short = ""] = title.split(" ");
            const name = surface.startsWith("a row") ? period : surface === "the team's table" ? short : title;
            const said = withoutToday(aboutNow(surface, text), { period, target });
            const begins = surface === "digest" && text.includes("everything starts at 0") && text.includes(target);
            const found = begins ? [figure(0, unit)] : beforeTarget(said, name, target);
            expect([surface, period, found]).toEqual([surface, period, [words]]);
          }
          const [own] = file.filter((row) => row.Person === "Ana" && row.Metric === title && row.Period === period);
          const exact = of(period, "U01");
          expect([own?.Actual, own?.["Actual, all days"]].map(Number)).toEqual([exact, exact]);
        }
        const all = of("monthly");
        expect(Number(file.find((row) => row.What === "Team goal" && row.Metric === title)?.Actual)).toBe(all);
        for (const [surface, text] of Object.entries(shown.team)) {
          expect([surface, beforeTarget(text, title, exactFigure(TEAM_TARGET, unit))]).toEqual([
            surface,
            [figure(all, unit)],
          ]);
        }
        const glance = shown.overview.glance.find((line) => line.type === type);
        const [daily, weekly, monthly] = PERIODS.map((period) => of(period, "U01"));
        expect([glance?.today ?? 0, glance?.week ?? 0, glance?.month ?? 0]).toEqual([daily, weekly, monthly]);
        if (all > 0) asked += 1;
      }),
      { numRuns: 60 },
    );
    expect(asked).toBeGreaterThan(20);
  });

  it("is the same of a week and a month that are over in recaps, trends, history, its file, the board and every chart of them", () => {
    let drawn = 0;
    fc.assert(
      fc.property(company, (one) => {
        const { type } = one;
        const { unit, title } = metricOf(type);
        // Nothing is done on the Monday itself.
        const figures = figuresOf(one).map((figure) => ({ ...figure, before: figure.before + 1 }));
        const shown = endedSurfaces({ people: PEOPLE, goals: goalsOf(type), figures, type });

        for (const span of [LAST_WEEK, OCTOBER]) {
          const value = counted(figures, { today: MONDAY, range: span, userId: "U01" });
          const [words, target] = [figure(value, unit), exactFigure(TARGETS[span.period], unit)];
          const recap = shown.recaps[span.period];
          if (recap.lines.length > 0) expect(beforeTarget(recap.lines.join("\n"), title, target)).toEqual([words]);
          else expect(value).toBe(0);
          const trend = shown.trends[span.period];
          expect(trend.lines.join("\n")).toContain(`${title}: ${words} of ${target}`);
          for (const chart of [...recap.charts.filter((chart) => chart.title.includes(title)), ...trend.charts]) {
            expect([chart.title, drawnSum(chart)]).toEqual([chart.title, value]);
            drawn += 1;
          }
          const [head, row] =
            span === LAST_WEEK ? [`# ${title} by week`, `# ${title} by week`] : ["# Monthly goals", `*${title}*`];
          const below = shown.history.slice(shown.history.indexOf(head));
          const share = span === LAST_WEEK ? "" : ` (${percent(value, TARGETS.monthly)})`;
          const missed = `*${words} of ${target}*${share}, missed by ${neededFigure(TARGETS[span.period] - value, unit)}`;
          expect(below[below.indexOf(row) + 1]).toContain(missed);
          const filed = rowsOf(shown.file).find(
            (cells) => cells.Metric === title && cells.From === span.from && cells.To === span.to,
          );
          expect(Number(filed?.Result)).toBe(value);
        }
        const week = (userId: string) => counted(figures, { today: MONDAY, range: LAST_WEEK, userId });
        const named = PEOPLE.map(({ _id, name }) => ({ name, value: week(_id) })).filter(({ value }) => value > 0);
        const ranking = shown.board.lines.find((line) => line.startsWith(`*${title}*: `))?.split(/: |, (?!\d)/) ?? [];
        for (const { name, value } of named) {
          const said = ranking.filter((each) => each.includes(name));
          expect(said).toEqual([expect.stringContaining(` *${figure(value, unit)}*`)]);
        }
        const bars = shown.board.charts[0]?.points.map(({ label: name, value }) => ({ name, value })) ?? [];
        expect(new Set(bars)).toEqual(new Set(named.length > 1 ? named : []));
        const [value, target] = [week("U01"), exactFigure(TARGETS.weekly, unit)];
        const short = `*${neededFigure(TARGETS.weekly - value, unit)} short* last week`;
        const [, ...behindAna] = shown.team.slice(shown.team.findIndex((text) => /^\*(Start with )?Ana\*$/.test(text)));
        const others = behindAna.findIndex((text) => text.startsWith("*"));
        const team = others === -1 ? behindAna : behindAna.slice(0, others);
        const missed = `❌ ${title}: ${short}, ${figure(value, unit)} of ${target}`;
        expect(team.filter((text) => text.startsWith(missed))).toHaveLength(1);
      }),
      { numRuns: 80 },
    );
    expect(drawn).toBeGreaterThan(80);
  });
});

/** What a chart says in all: where its points hold those before them, the last of them, else their sum. */
function drawnSum({ kind, points }: Drawn): number {
  const sum = kind === "line" ? (points.at(-1)?.value ?? 0) : points.reduce((total, { value }) => total + value, 0);
  return Math.round(sum * 100) / 100;
}
