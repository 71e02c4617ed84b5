import { addDays, type Day, type ZoneDays } from "../../time/day";
import { SAMPLE_WINDOW } from "../sample/dates";
import type { SampleFile } from "../sample/fishbowl-export";
import { addRecords, type RecordAccounts } from "./add-records";
import { dayRecords } from "./day-records";
import { exportFile, exportsOn, type OrderExport } from "./order-exports";

export interface PassingDeps {
  readonly accounts: RecordAccounts;
  /** The team's. */
  readonly days: ZoneDays;
  /** Tells which of these consecutive days the team works on. */
  readonly workdays: (days: readonly Day[]) => Promise<readonly Day[]>;
  /** Tells which of these orders a visitor has voided. */
  readonly voided: (numbers: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Has the app import a file. */
  readonly send: (file: SampleFile) => Promise<void>;
  /** Has the app read the days up to this one on which it still counts an order that a visitor has voided. */
  readonly readVoided: (until: Day) => Promise<void>;
}

/** Days that pass while the clock is moved: the team works on, and Fishbowl exports its orders. */
export interface PassingDays {
  /**
   * Adds what Copper and JustCall have of the team's work by `until`, each record once. Like a bulk change, it sends no webhooks.
   *
   * @param since until when it was added before; what the sample ends with, when nothing was.
   */
  work(span: { readonly since: Date; readonly until: Date }): Promise<void>;
  /** Lists what Fishbowl exports from `after` (excluded) to `until` (included). */
  exportsBetween(after: Date, until: Date): Promise<readonly OrderExport[]>;
  /**
   * Sends the export to the app's own import. With it comes to light what a visitor has voided and not synced, so that the next
   * morning's figures are without it.
   *
   * @throws {Error} when the app refuses it.
   */
  sendExport(one: OrderExport): Promise<void>;
}

export function passingDays({ accounts, days, workdays, voided, send, readVoided }: PassingDeps): PassingDays {
  const workdaysFrom = (first: Day, until: Date) =>
    workdays(daysFrom(first, days.dayOf(until)).filter((day) => day >= SAMPLE_WINDOW.to));
  return {
    async work({ since, until }) {
      // What was late on the day before is listed on this one.
      for (const day of await workdaysFrom(addDays(days.dayOf(since), -1), until)) {
        addRecords(dayRecords(day), { until, accounts });
      }
    },
    exportsBetween: async (after, until) => exportsOn(await workdaysFrom(SAMPLE_WINDOW.to, until), { after, until }),
    async sendExport(one) {
      await send(exportFile(one, await voided(one.orders.map(({ soNumber }) => soNumber))));
      await readVoided(one.sold);
    },
  };
}

function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
