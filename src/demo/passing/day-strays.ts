import { type Day, weekday } from "../../time/day";
import { CONTACTS } from "../sample/contacts";
import { type ActivityWithoutId, activityWith, MANUAL_EMAIL_TYPE } from "../sample/copper-activities";
import { copperCall, TRADE_SHOW } from "../sample/copper-calls";
import { nth } from "../sample/dates";
import { REPS } from "../sample/team";
import { weekdaysSince } from "./work-plan";
import { workTime } from "./work-times";

const THURSDAY = 4;
const FRIDAY = 5;

/** What Copper gets once a week that counts for nobody: a call of a user who is not in Slack, and an email that Ana logs manually. */
export function dayStrays(day: Day): readonly ActivityWithoutId[] {
  const n = weekdaysSince(day);
  const at = workTime(day, { n: 0, of: 1, chance: 0.8 });
  if (weekday(day) === THURSDAY) return [copperCall(TRADE_SHOW, { at, n })];
  if (weekday(day) !== FRIDAY) return [];
  const logged = { type: MANUAL_EMAIL_TYPE, user_id: REPS.ana.copper, details: "Sent the price list" };
  return [activityWith(nth(CONTACTS, n), { at, ...logged })];
}
