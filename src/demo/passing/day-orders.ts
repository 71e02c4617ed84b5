import { type Day, daysBetween, weekday } from "../../time/day";
import { SAMPLE_WINDOW } from "../sample/dates";
import { CUSTOMERS, type FishbowlOrder } from "../sample/fishbowl-orders";
import { seeded } from "../sample/justcall-plan";
import { REPS } from "../sample/team";
import { WEEKLY_ORDERS, type WeeklyOrder } from "./work-plan";

const FIRST_NUMBER = 3_000;
const MOST_A_DAY = 10;
const VARIES_BY = 0.4;

/** The orders that were issued on this working day, each for a customer whose account type counts. */
export function dayOrders(day: Day): readonly FishbowlOrder[] {
  return numbered(day).map(({ order }) => order);
}

/** Those of the day's orders whose total has changed by the next export, as they are from then on. */
export function repricedOrders(day: Day): readonly FishbowlOrder[] {
  return numbered(day).flatMap(({ order, planned: { repricedBy } }) =>
    repricedBy === undefined ? [] : [{ ...order, total: cents(order.total + repricedBy) }],
  );
}

function numbered(day: Day): readonly { readonly order: FishbowlOrder; readonly planned: WeeklyOrder }[] {
  return WEEKLY_ORDERS.filter((planned) => planned.weekday === weekday(day)).flatMap((planned, n) => {
    const customer = CUSTOMERS.find(({ _id }) => _id === planned.customer);
    if (customer === undefined) return [];
    const number = FIRST_NUMBER + daysBetween(SAMPLE_WINDOW.to, day) * MOST_A_DAY + n;
    const share = 1 + (seeded(number) - 0.5) * VARIES_BY;
    const soNumber = `SO-${number}`;
    const order = {
      _id: soNumber,
      soNumber,
      status: "Issued",
      customerId: customer._id,
      customerName: customer.name,
      salesman: REPS[planned.rep].salesman,
      dateIssued: day,
      total: cents(planned.dollars * share),
    };
    return [{ order, planned }];
  });
}

function cents(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}
