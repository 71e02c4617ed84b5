import fc from "fast-check";
import { type Period, periodOf } from "../../src/goals/goal";
import { PERIODS } from "../../src/goals/range-sums";
import { metricOf } from "../../src/metrics/metrics";
import { addDays, day } from "../../src/time/day";
import { exactFigure, figure } from "../../src/words/figures";
import {
  beforeNeed,
  beforeTarget,
  company,
  counted,
  figuresOf,
  goalsOf,
  PEOPLE,
  rowsOf,
  TARGETS,
  TEAM_TARGET,
} from "../support/harness/figures/company";
import { runningSurfaces } from "../support/harness/figures/running";

/** A text without what today asks for, which can be a whole week's target: before it stands what today brought. */
function withoutToday(text: string, { period, target }: { period: Period; target: string }): string {
  return period === "daily" ? text : text.replaceAll("needed today", "today").replaceAll(`${target} today`, "today");
}

/** What a surface says of Ana's periods that go on: a digest without its recaps, the team in words without Ben. */
function aboutNow(surface: string, text: string): string {
  if (surface.endsWith("in words")) return text.slice(text.lastIndexOf("*Ana*"), text.lastIndexOf("*Ben*"));
  return surface === "digest" ? (text.split(/^(?:# |\*)(?:Last week|August|September|October)/m)[0] ?? "") : text;
}

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
            const isTable = surface === "the team's table" && period === "daily";
            const before = [...beforeTarget(said, name, target), ...(isTable ? beforeNeed(said, name) : [])];
            const found = begins ? [figure(0, unit)] : [...new Set(before)];
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
});
