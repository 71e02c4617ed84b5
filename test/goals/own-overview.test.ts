import fc from "fast-check";
import { holidayBook } from "../../src/goals/holidays";
import { overviewStore } from "../../src/goals/overview-store";
import { teamSettingsStore } from "../../src/goals/team-settings-store";
import type { GlancePast } from "../../src/goals/trends/glance-past";
import { metricStore } from "../../src/metrics/metric-store";
import { addDays, day, zoneDays } from "../../src/time/day";
import { type Figure, saveFigures } from "../support/builders/goals";
import { testDatabase } from "../support/env/database";
import { monitoredDatabase } from "../support/env/monitored-database";

const today = day("2025-10-15");

describe("somebody's figures as they see them", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);

  const store = () => {
    const db = watched();
    const book = holidayBook();
    return overviewStore(db, {
      ...{ metrics: metricStore(db), settings: teamSettingsStore(db, book), book, paceDays: "working" },
      days: zoneDays("America/New_York"),
    });
  };
  const save = (figures: readonly Figure[]) => saveFigures(test.db, { figures, today });

  it("compares days that have ended for the team with the same days of last week and month, whatever a reader's clock shows, and asks no more for it", async () => {
    // A Tuesday, 9:30 PM in New York; it is Wednesday in India, and still Tuesday in Honolulu.
    const evening = new Date("2025-10-15T01:30:00Z");
    const morning = new Date("2025-10-15T07:00:00Z");
    const figures = Array.from({ length: 50 }, (_, before) => before);
    await save(figures.map((before) => ({ userId: "U01", type: "email_quantity", before, value: 2 })));
    const own = async (tz: string, now: Date) => {
      commands.length = 0;
      const { today: shown, glance } = await store().ownOverview({ _id: "U01", tz }, now);
      expect(commands.sort()).toEqual(["aggregate", "find", "find"]);
      const past = glance[0]?.past;
      const span = (same: GlancePast["week"] | undefined) =>
        same && [same.current, same.before].map(({ from, to, value }) => `${from}..${to} ${value}`);
      return [shown, past?.through, span(past?.week), past?.recent.at(-1)?.day];
    };

    const monday = ["2025-10-13..2025-10-13 2", "2025-10-06..2025-10-06 2"];
    expect(await own("America/New_York", evening)).toEqual(["2025-10-14", "2025-10-13", monday, "2025-10-13"]);
    expect(await own("Asia/Kolkata", evening)).toEqual(["2025-10-15", "2025-10-13", monday, "2025-10-13"]);
    const tuesday = ["2025-10-13..2025-10-14 4", "2025-10-06..2025-10-07 4"];
    expect(await own("America/New_York", morning)).toEqual(["2025-10-15", "2025-10-14", tuesday, "2025-10-14"]);
    expect(await own("Pacific/Honolulu", morning)).toEqual(["2025-10-14", "2025-10-14", tuesday, "2025-10-14"]);
  });

  it("beside this week and this month are the sums of the metrics of these days, of any figures", async () => {
    const figure = fc.record({
      userId: fc.constantFrom("U01", "U02"),
      type: fc.constantFrom("email_quantity", "talk_time_minutes"),
      before: fc.integer({ min: -3, max: 50 }),
      value: fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100),
    });
    // Noon of a Wednesday.
    const noon = new Date("2025-10-15T16:00:00Z");

    await fc.assert(
      fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 60 }), async (figures) => {
        await test.db.collection("metrics").deleteMany({});
        await save(figures);

        const { glance } = await store().ownOverview({ _id: "U01" }, noon);

        for (const { type, past } of glance) {
          const days = [past?.week, past?.month].flatMap((same) => (same == null ? [] : [same.current, same.before]));
          // The last one written of a day stands.
          const cells = new Map(
            figures.filter((one) => one.userId === "U01" && one.type === type).map((one) => [one.before, one.value]),
          );
          const done = days.map(({ from, to }) => {
            const within = [...cells].filter(([before]) => {
              const on = addDays(today, -before);
              return from <= on && on <= to;
            });
            return within.reduce((cents, [, value]) => cents + Math.round(value * 100), 0) / 100;
          });
          expect(days.map(({ value }) => value)).toEqual(done);
          expect(days.map(({ to }) => to)).toEqual(["2025-10-14", "2025-10-07", "2025-10-14", "2025-09-14"]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
