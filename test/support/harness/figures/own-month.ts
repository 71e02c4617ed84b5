import type { Db } from "mongodb";
import { type Goal, periodOf } from "../../../../src/goals/goal";
import { holidayBook } from "../../../../src/goals/holidays";
import { overviewStore } from "../../../../src/goals/overview-store";
import { type ShownFiguresStore, shownFiguresStore } from "../../../../src/goals/shown/shown-figures-store";
import { teamSettingsStore } from "../../../../src/goals/team-settings-store";
import { metricStore } from "../../../../src/metrics/metric-store";
import { METRICS, type MetricType } from "../../../../src/metrics/metrics";
import { peopleStore } from "../../../../src/people/people-store";
import type { Person } from "../../../../src/people/person";
import type { SlackDeps } from "../../../../src/slack/deps";
import { day } from "../../../../src/time/day";
import { aGoal, saveFigures } from "../../builders/goals";
import { aPerson } from "../../builders/people";
import { aReport } from "../../builders/reports";
import { memoryLog } from "../../fakes/memory-log";
import { eventually } from "../../wait";
import { READING } from "../home";
import { slackHarness } from "../slack";
import { lines } from "../slack-blocks";

export const ANA = "U0ANA";
/**
 * Ana, a rep with a monthly goal in wholesale: her Home, `/goals` and reports over stored figures, which a test changes beside the
 * syncs that it scripts.
 */
export async function ownMonthHarness(db: Db, deps: Partial<SlackDeps> = {}) {
  let at = READING.now;
  const now = () => at;
  const log = memoryLog();
  const stored = shownFiguresStore(db, { log });
  const records: string[] = [];
  const shownFigures: ShownFiguresStore = {
    ...stored,
    record: async (userId, shown) => {
      await stored.record(userId, shown);
      records.push(userId);
    },
  };
  await db.collection<Person>("users").insertOne(aPerson(ANA));
  await db.collection<Goal>("goals").insertOne(aGoal("sales", { userId: ANA, type: "new_sales_wholesale" }));
  const harness = await slackHarness({
    deps: { ...storedFigures(db, now), now, log, shownFigures, freshness: async () => READ, ...deps },
  });
  return {
    ...harness,
    log,
    shownFigures,
    /** It is this time from now on. */
    itIs: (time: string) => {
      at = new Date(time);
    },
    /** This month has come to this much, whatever brought it. */
    month: (figures: Partial<Record<MetricType, number>>) => {
      const first = periodOf("monthly", READING.days.dayOf(now())).from;
      const of = METRICS.flatMap(({ type }) => {
        const value = figures[type];
        return value === undefined ? [] : [{ userId: ANA, type, before: 0, value }];
      });
      return saveFigures(db, { figures: of, today: first });
    },
    /** Opens Home and waits until it is recorded that they did, also while a sync runs. */
    open: async () => {
      const opened = () => records.length;
      const before = opened();
      await harness.openHome(ANA);
      await eventually(() => opened() > before);
    },
    /** Requests a sync, which begins with the figures of that moment; what it resolves to ends it and gives its report. */
    begin: async (text = "") => {
      const [runs, message] = [harness.sync.runs.length, harness.dm(ANA).length];
      await harness.commandInChannel(ANA, "/sync", text);
      const run = await eventually(() => harness.sync.runs[runs]);
      await eventually(() => harness.dm(ANA)[message]);
      return async (): Promise<readonly string[]> => {
        const closings = harness.responses().length;
        run.end(aReport());
        await eventually(() => harness.responses().length > closings);
        return lines(JSON.parse(JSON.stringify(harness.dm(ANA)[message]?.blocks)));
      };
    },
  };
}

const READ = (["copper", "justcall", "fishbowl"] as const).map((source) => {
  return { source, asOf: READING.now, state: "fresh", from: day("2026-09-01") } as const;
});

function storedFigures(db: Db, now: () => Date): Pick<SlackDeps, "people" | "overview" | "overviews"> {
  const [people, book] = [peopleStore(db), holidayBook()];
  const overviews = overviewStore(db, {
    ...{ metrics: metricStore(db), settings: teamSettingsStore(db, book), book },
    ...{ paceDays: "working", days: READING.days },
  });
  return {
    people,
    overviews,
    overview: async (id) => overviews.ownOverview((await people.one(id)) ?? { _id: id }, now()),
  };
}

/** The lines of a report that tell of figures, with the buttons below them. */
export function toldOf(report: readonly string[]): readonly string[] {
  return report.filter((line) =>
    /^\*(?:Since|New|Also new|[^*]+ (?:this month|since [^*]+)\*:)|^Nothing new|^•|^\[/.test(line),
  );
}
