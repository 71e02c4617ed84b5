import { fromZonedTime } from "date-fns-tz/fromZonedTime";
import { parseDateRange } from "../sync/date-range";
import type { Demo } from "./demo";

const OPENS = "2026-10-28 08:00:00";

/**
 * Lets the sample's day begin before anybody looks, so that the workspace is one that people work in: the country's holidays
 * are set, the figures are read at 8:00 AM, and the app posts by itself what is due then, each rep's digest and the
 * leaderboards. The clock then stands at the sample's afternoon again.
 */
export async function playMorning({ app, clock, database: { db } }: Demo): Promise<void> {
  await app.settings.setHolidayRegion({ country: "US" });
  // The stand-in for Slack begins without any message, so that nothing of an earlier start was posted there.
  await db.collection("deliveries").deleteMany({});
  clock.moveTo(fromZonedTime(OPENS, app.days.zone));
  const range = parseDateRange({}, { days: app.days, now: clock.now() });
  await app.sync.request({ range, userId: "schedule", trigger: "schedule" });
  await app.tick();
  clock.restart();
}
