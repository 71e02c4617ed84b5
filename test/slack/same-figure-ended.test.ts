import fc from "fast-check";
import { metricOf } from "../../src/metrics/metrics";
import { capitalized, metricNoun } from "../../src/slack/ui/text";
import { exactFigure, figure, neededFigure } from "../../src/words/figures";
import {
  beforeTarget,
  company,
  counted,
  figuresOf,
  goalsOf,
  PEOPLE,
  rowsOf,
  TARGETS,
} from "../support/harness/figures/company";
import { type Drawn, endedSurfaces, LAST_WEEK, MONDAY, OCTOBER } from "../support/harness/figures/ended";

describe("a figure", () => {
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
          const [head, name] =
            span === LAST_WEEK ? [`# ${title} by week`, "Oct 26 – Nov 1"] : ["# Monthly goals", `*${title}*`];
          const [, ...below] = shown.history.slice(shown.history.findIndex((line) => line.split(": ")[0] === head));
          const rows = untilHead(below).flatMap((text) => text.split("\n"));
          const missed = `${name}: *${words} of ${target}*, missed by ${neededFigure(TARGETS[span.period] - value, unit)}`;
          expect(rows.filter((row) => row.includes(missed))).toHaveLength(1);
          const filed = rowsOf(shown.file).find(
            (cells) => cells.Metric === title && cells.From === span.from && cells.To === span.to,
          );
          expect(Number(filed?.Result)).toBe(value);
        }
        const week = (userId: string) => counted(figures, { today: MONDAY, range: LAST_WEEK, userId });
        const named = PEOPLE.map(({ _id, name }) => ({ name, value: week(_id) })).filter(({ value }) => value > 0);
        // Two have a line each, and no chart.
        const inLines = shown.board.lines.filter((line) => /^(🥇|🥈) /u.test(line));
        const inOne = shown.board.lines.find((line) => line.startsWith(`*${title}*: `))?.split(/: |, (?!\d)/) ?? [];
        const ranking = inLines.length > 0 ? inLines : inOne;
        for (const { name, value } of named) {
          const said = ranking.filter((each) => each.includes(name));
          expect(said).toEqual([expect.stringContaining(` *${figure(value, unit)}*`)]);
        }
        expect(shown.board.charts).toEqual([]);
        const [value, target] = [week("U01"), exactFigure(TARGETS.weekly, unit)];
        const short = `*${neededFigure(TARGETS.weekly - value, unit)} short* last week`;
        const ana = shown.team.findIndex((text) => /^\*(Start with )?<@U01>\*$/.test(text));
        const behindAna = shown.team.slice(ana + 1);
        const others = behindAna.findIndex((text) => text.startsWith("*"));
        const team = others === -1 ? behindAna : behindAna.slice(0, others);
        const missed = `❌ ${capitalized(metricNoun(type, 0))}: ${short}, ${figure(value, unit)} of ${target}`;
        expect(team.filter((text) => text.startsWith(missed))).toHaveLength(1);
      }),
      { numRuns: 80 },
    );
    expect(drawn).toBeGreaterThan(80);
  });
});

/** The texts up to the next heading. */
function untilHead(texts: readonly string[]): readonly string[] {
  const next = texts.findIndex((text) => text.startsWith("# "));
  return next === -1 ? texts : texts.slice(0, next);
}

/** What a chart says in all: where its points hold those before them, the last of them, else their sum. */
function drawnSum({ kind, points }: Drawn): number {
  const sum = kind === "line" ? (points.at(-1)?.value ?? 0) : points.reduce((total, { value }) => total + value, 0);
  return Math.round(sum * 100) / 100;
}
