import { countedDays } from "../../goals/calendar";
import { teamCalendarOf } from "../../goals/holidays";
import { addDays, type Day, type ZoneDays } from "../../time/day";
import type { Demo } from "../demo";
import type { Fakes } from "../fakes";
import { SAMPLE_NOW } from "../sample/dates";
import type { SampleFile } from "../sample/fishbowl-export";
import type { FishbowlOrder } from "../sample/fishbowl-orders";
import { dayExport, dayOrders, exportTimes, isClosed } from "./day-orders";
import { dayRecords } from "./day-records";
import { LAST_SAMPLE_DAY } from "./work-plan";

export interface PassingDeps {
  readonly fakes: Pick<Fakes, "copper" | "justcall" | "env">;
  /** The team's. */
  readonly days: ZoneDays;
  /** The address that the app is served at. */
  readonly appUrl: string;
  /** Tells which days of these the team works on. */
  readonly workdays: (days: readonly Day[]) => Promise<readonly Day[]>;
  /** Tells which of these orders a visitor has voided. */
  readonly voided: (numbers: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Days that pass while the clock is moved: the team works on, and Fishbowl exports its orders. */
export interface PassingDays {
  /** Adds what the team has done until then to Copper and JustCall, each record once. Like a bulk change, it sends no webhooks. */
  work(until: Date): Promise<void>;
  /** Lists when Fishbowl exports its orders, from `after` (excluded) to `until` (included). */
  exportsBetween(after: Date, until: Date): Promise<readonly Date[]>;
  /**
   * Sends the export of that time to the app's own import over HTTP: the orders of the last day whose work is over.
   *
   * @throws {Error} when the app refuses it.
   */
  sendExport(at: Date): Promise<void>;
}

export function passingDays(deps: PassingDeps): PassingDays {
  const { fakes, days, workdays, voided } = deps;
  const passed = async (until: Date) => workdays(daysFrom(LAST_SAMPLE_DAY, days.dayOf(until)));
  return {
    async work(until) {
      for (const day of await passed(until)) addRecords(day, { until, fakes });
    },
    exportsBetween: async (after, until) =>
      (await passed(until)).flatMap(exportTimes).filter((at) => at > after && at <= until),
    async sendExport(at) {
      const sold = (await passed(at)).filter((day) => isClosed(day, at) && dayOrders(day).length > 0).at(-1);
      if (sold === undefined) return;
      await post(dayExport(sold, await voided(dayOrders(sold).map(({ soNumber }) => soNumber))), deps);
    },
  };
}

async function post({ name, text }: SampleFile, { fakes, appUrl }: PassingDeps): Promise<void> {
  const response = await fetch(`${appUrl}/api/import/fishbowl?apply=true&name=${name}`, {
    method: "POST",
    headers: { authorization: `Bearer ${fakes.env.API_TOKEN}`, "content-type": "text/csv" },
    body: text,
  });
  if (!response.ok) throw new Error(`The export ${name} was refused (${response.status}): ${await response.text()}`);
}

/** Those of a running demo, by the team's own workweek and holidays. */
export function passingDaysOf({ app, fakes, database: { db } }: Demo, appUrl: string): PassingDays {
  const workdays = async (asked: readonly Day[]) => {
    const [from, to] = [asked[0], asked.at(-1)];
    if (from === undefined || to === undefined) return [];
    const team = await app.settings.read();
    const calendar = teamCalendarOf({ team, book: app.holidays, paceDays: "working" }, [{ from, to }]);
    return asked.filter(countedDays(undefined, calendar).isWorkingDay);
  };
  const voided = async (numbers: readonly string[]) => {
    const found = db
      .collection<FishbowlOrder>("fishbowl_sales_orders")
      .find({ soNumber: { $in: numbers }, status: "Void" });
    return new Set(await found.map(({ soNumber }) => soNumber).toArray());
  };
  return passingDays({ fakes, days: app.days, appUrl, workdays, voided });
}

/** What a visitor has removed or changed meanwhile stays as it is. */
function addRecords(
  day: Day,
  { until, fakes: { copper, justcall } }: { readonly until: Date; readonly fakes: PassingDeps["fakes"] },
): void {
  const { calls } = justcall.account;
  const { activities, opportunities } = copper.account;
  const records = dayRecords(day);
  const hasPassed = (at: number) => SAMPLE_NOW.getTime() < at && at <= until.getTime();
  const isNew = (set: typeof calls | typeof activities, id: number) => set.get(id) === undefined && !set.wasRemoved(id);
  calls.addAll(records.calls.filter(({ id, startedAt }) => hasPassed(startedAt.getTime()) && isNew(calls, id)));
  activities.addAll(
    records.activities.filter(({ id, activity_date }) => hasPassed(activity_date * 1_000) && isNew(activities, id)),
  );
  opportunities.addAll(
    records.deals.filter(({ id, date_stage_changed }) => {
      const known = opportunities.get(id);
      const isLater =
        known === undefined ? !opportunities.wasRemoved(id) : known.date_stage_changed < date_stage_changed;
      return hasPassed(date_stage_changed * 1_000) && isLater;
    }),
  );
}

function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
