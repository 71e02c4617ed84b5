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
  const orders = db.collection<FishbowlOrder>("fishbowl_sales_orders");
  const voided = async (numbers: readonly string[]) =>
    new Set(await orders.distinct("soNumber", { soNumber: { $in: numbers }, status: "Void" }));
  const post = async (path: string, { type, body }: { readonly type: string; readonly body: string }) => {
    const headers = { authorization: `Bearer ${fakes.env.API_TOKEN}`, "content-type": type };
    const response = await fetch(`${appUrl}${path}`, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`${path} was refused (${response.status}): ${await response.text()}`);
  };
  const send = ({ name, text }: SampleFile) =>
    post(`/api/import/fishbowl?apply=true&name=${name}`, { type: "text/csv", body: text });
  const readVoided = async (until: Day) => {
    const numbers = await orders.distinct("soNumber", { status: "Void" });
    const counted = { source: "fishbowl", counts: true, recordId: { $in: numbers }, day: { $lte: until } };
    for (const day of await db.collection<{ readonly day: Day }>("facts").distinct("day", counted)) {
      await post("/api/sync-all", { type: "application/json", body: JSON.stringify({ start: day, end: day }) });
    }
  };
  const accounts = { copper: fakes.copper.account, justcall: fakes.justcall.account };
  return passingDays({ accounts, days: app.days, workdays, voided, send, readVoided });
}
