import { metricOf } from "../../metrics/metrics";
import type { Salesman } from "../../people/person";
import { day } from "../../time/day";
import { monthName } from "../../words/dates";
import type { FishbowlCustomer, FishbowlOrder } from "../sample/fishbowl-orders";
import { REPS, TEAM } from "../sample/team";
import type { ControlsDeps } from "./action";
import { type CountingOrder, orderToVoid } from "./order-to-void";

type VoidDeps = Pick<ControlsDeps, "clock" | "days" | "db">;

/** Voids an order of this person that counts (of Ana if they have none), and says which one. */
export async function voidOrder(deps: VoidDeps, user: string): Promise<string> {
  for (const owner of new Set([user, REPS.ana.slack])) {
    const found = await largestOf(deps, owner);
    if (found === undefined) continue;
    const { order, type } = found;
    await deps.db.collection<FishbowlOrder>("fishbowl_sales_orders").updateOne({ _id: order._id }, voided);
    // Fishbowl knows it from now on: figures that have it are not as of an import before.
    const known = { $set: { at: deps.clock.now() } };
    await deps.db.collection<{ _id: string }>("settings").updateOne({ _id: "fishbowl:import" }, known);
    const name = TEAM.find(({ id }) => id === owner)?.name ?? owner;
    const sales = `${name}'s ${metricOf(type).title.toLowerCase()}${ofMonth(order, deps)}`;
    return `${order.soNumber} of ${order.customerName}, ${dollars(order.total)}, is void. Sync now: ${sales} fall by as much.`;
  }
  return "No order is left that could be voided. Reset the demo, and they are all back.";
}

const voided = { $set: { status: "Void" } };

async function largestOf({ db, days, clock }: VoidDeps, userId: string): Promise<CountingOrder | undefined> {
  const salesmen = await db.collection<Salesman>("fishbowl_users_map").find({ userId }).toArray();
  const [orders, customers] = await Promise.all([
    db
      .collection<FishbowlOrder>("fishbowl_sales_orders")
      .find({ salesman: { $in: salesmen.map(({ _id }) => _id) } })
      .toArray(),
    db.collection<FishbowlCustomer>("fishbowl_customers").find().toArray(),
  ]);
  return orderToVoid(orders, { customers, days, today: days.dayOf(clock.now()) });
}

/** " of October", where that is over: Home shows this month's. */
function ofMonth({ dateIssued }: FishbowlOrder, { days, clock }: Pick<VoidDeps, "days" | "clock">): string {
  if (dateIssued === null || dateIssued.slice(0, 7) === days.dayOf(clock.now()).slice(0, 7)) return "";
  return ` of ${monthName(day(dateIssued))}`;
}

function dollars(amount: number): string {
  return amount.toLocaleString("en-US", { style: "currency", currency: "USD" });
}
