import fc from "fast-check";
import { teamPartsMessage } from "../../../src/slack/why/team-parts-view";
import { whyMessage } from "../../../src/slack/why/view";
import { addDays, day } from "../../../src/time/day";
import { aWhy } from "../../support/builders/whys";
import { lines } from "../../support/harness/slack-blocks";
import { READING } from "../../support/harness/why";

const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };
const TYPE = "talk_time_minutes";
/** Minutes as they are stored, of whole seconds: with two decimals, which are not the seconds themselves. */
const minutes = fc.integer({ min: 1, max: 20_000 }).map((seconds) => Math.round((seconds / 60) * 100) / 100);

/** How many seconds "1h 2m 30s" are. */
function seconds(words = ""): number {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
  return [...words.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, of, unit = ""]) => sum + Number(of) * (units[unit] ?? 0),
    0,
  );
}

const sum = (all: readonly number[]) => all.reduce((before, one) => before + one, 0);

describe("the lines of a talk time with its total", () => {
  it("add up to the second, by source and by day or week, whatever was talked", () => {
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 2, maxLength: 20 }), (values) => {
        const cells = values.map((value, at) => {
          const source = at % 2 === 0 ? "justcall" : "copper";
          return { day: addDays(OCTOBER.from, at), source, value, now: value, records: 1 } as const;
        });
        const figure = { value: sum(values), now: sum(values), cells };
        const shown = lines(whyMessage(aWhy({ type: TYPE, range: OCTOBER, figure, records: [] }), READING).blocks);

        const [total = "", sources = ""] = shown.find((line) => line.startsWith("*Total"))?.split(" = ") ?? [];
        const days = shown.filter((line) => line.startsWith("• "));
        expect(days.length).toBeGreaterThan(0);
        expect([seconds(sources), sum(days.map((line) => seconds(line.slice(line.indexOf(": ")))))]).toEqual([
          seconds(total),
          seconds(total),
        ]);
      }),
    );
  });

  it("add up to the second by person, more of them than fit, too", () => {
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 60 }), (values) => {
        const parts = values.map((value, at) => ({ userId: `U${at}`, days: [OCTOBER], value }));
        const page = { type: TYPE, range: OCTOBER, team: null, value: sum(values), parts, names: new Map() } as const;
        const shown = lines(teamPartsMessage(page, READING).blocks);

        const people = shown.filter((line) => line.startsWith("• "));
        expect(sum(people.map((line) => seconds(line.slice(line.indexOf(": ")))))).toBe(seconds(shown[1]));
      }),
    );
  });
});
