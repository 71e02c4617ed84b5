import { countedDays } from "../../goals/calendar";
import { teamCalendarOf } from "../../goals/holidays";
import type { Day } from "../../time/day";
import type { Demo } from "../demo";
import type { SampleFile } from "../sample/fishbowl-export";
import type { FishbowlOrder } from "../sample/fishbowl-orders";
import { type PassingDays, passingDays } from "./passing-days";

/**
 * The passing days of a running demo, by the team's own workweek and holidays; exports go over HTTP.
 *
 * @param appUrl the address that the app is served at.
 */
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
  const send = async ({ name, text }: SampleFile) => {
    const response = await fetch(`${appUrl}/api/import/fishbowl?apply=true&name=${name}`, {
      method: "POST",
      headers: { authorization: `Bearer ${fakes.env.API_TOKEN}`, "content-type": "text/csv" },
      body: text,
    });
    if (!response.ok) throw new Error(`The export ${name} was refused (${response.status}): ${await response.text()}`);
  };
  const accounts = { copper: fakes.copper.account, justcall: fakes.justcall.account };
  return passingDays({ accounts, days: app.days, workdays, voided, send });
}
