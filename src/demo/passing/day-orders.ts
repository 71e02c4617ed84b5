import { fromZonedTime } from "date-fns-tz";
import { type Day, daysBetween, weekday } from "../../time/day";
import { SAMPLE_ZONE } from "../sample/dates";
import { exportOf, type SampleFile } from "../sample/fishbowl-export";
import { CUSTOMERS, type FishbowlOrder } from "../sample/fishbowl-orders";
import { seeded } from "../sample/justcall-plan";
import { REPS } from "../sample/team";
import { LAST_SAMPLE_DAY, WEEKLY_ORDERS } from "./work-plan";

const FIRST_NUMBER = 3_000;
const MOST_A_DAY = 10;
const VARIES_BY = 0.4;
/** Before the first morning of a rep in the East and before the team's own, so that what they read is whole, and after work. */
const EXPORTED = ["04:45:00", "07:00:00", "18:00:00"] as const;

/** When Fishbowl exports its orders on a working day, by the team's clock. */
export function exportTimes(day: Day): readonly Date[] {
  return EXPORTED.map((time) => fromZonedTime(`${day} ${time}`, SAMPLE_ZONE));
}

/** Whether a day's work is over by then, so that exports have its orders. */
export function isClosed(day: Day, at: Date): boolean {
  return exportTimes(day).every((time) => time <= at);
}

/** The orders that were issued on this working day, each for a customer whose account type counts. */
export function dayOrders(day: Day): readonly FishbowlOrder[] {
  return WEEKLY_ORDERS.filter((order) => order.weekday === weekday(day)).flatMap(({ rep, customer, dollars }, n) => {
    const found = CUSTOMERS.find(({ _id }) => _id === customer);
    if (found === undefined) return [];
    const number = FIRST_NUMBER + daysBetween(LAST_SAMPLE_DAY, day) * MOST_A_DAY + n;
    const share = 1 + (seeded(number) - 0.5) * VARIES_BY;
    const soNumber = `SO-${number}`;
    return [
      {
        _id: soNumber,
        soNumber,
        status: "Issued",
        customerId: found._id,
        customerName: found.name,
        salesman: REPS[rep].salesman,
        dateIssued: day,
        total: Math.round(dollars * share * 100) / 100,
      },
    ];
  });
}

/** The export of a day's orders, of which these are void by now. */
export function dayExport(day: Day, voided: ReadonlySet<string>): SampleFile {
  const orders = dayOrders(day).map((order) => (voided.has(order.soNumber) ? { ...order, status: "Void" } : order));
  return exportOf(orders, `fishbowl-orders-${day}.csv`);
}
