import type { Day } from "../../time/day";
import { CUSTOMERS, type FishbowlOrder, fishbowlOrders } from "./fishbowl-orders";
import { REPS } from "./team";

/** A file to drop or download. */
export interface SampleFile {
  readonly name: string;
  readonly text: string;
}

const FROM = "2026-10-15";
const ORDER_HEADER = "Flag,SONum,Status,CustomerName,BillToName,PONum,Date,Salesman,Note";
const ITEM_HEADER = "Flag,SOItemTypeID,ProductNumber,ProductDescription,ProductQuantity,UOM,ProductPrice";
/** Fishbowl's numbers of the statuses. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["Estimate", 10],
  ["Issued", 20],
  ["In Progress", 25],
  ["Fulfilled", 60],
  ["Closed Short", 70],
  ["Void", 80],
  ["Cancelled", 85],
  ["Expired", 90],
  ["Historical", 95],
]);
const COUNTING = new Set(["Issued", "In Progress", "Fulfilled", "Closed Short", "Historical"]);
const RAISED_BY = 1_250;

/**
 * A Fishbowl export of the orders of the last two weeks, ready to drop. Most orders are as in the sample; since then one
 * of Ben's was voided, one of Chloé's became larger, and three are new, including one of Ana's of today.
 */
export function fishbowlExport(today: Day): SampleFile {
  return exportOf([...existingOrders(), ...newOrders(today)], "fishbowl-orders.csv");
}

/** The file that Fishbowl exports of these orders. */
export function exportOf(orders: readonly FishbowlOrder[], name: string): SampleFile {
  const rows = [ORDER_HEADER, ITEM_HEADER, ...orders.flatMap(rowsOf)];
  return { name, text: `${rows.join("\r\n")}\r\n` };
}

/** The sample's orders since `FROM` of known customers, two of them changed. */
function existingOrders(): readonly FishbowlOrder[] {
  const known = new Set(CUSTOMERS.map(({ _id }) => _id));
  const orders = fishbowlOrders().filter(
    ({ dateIssued, customerId }) => dateIssued !== null && dateIssued >= FROM && known.has(customerId),
  );
  const first = (salesman: string) =>
    orders.find((order) => order.salesman === salesman && COUNTING.has(order.status) && isSold(order));
  const [voided, raised] = [first(REPS.ben.salesman), first(REPS.chloe.salesman)];
  return orders.map((order) => {
    if (order === voided) return { ...order, status: "Void" };
    return order === raised ? { ...order, total: (Math.round(order.total * 100) + RAISED_BY * 100) / 100 } : order;
  });
}

/** Whether its customer is of an account type that counts. */
function isSold({ customerId }: FishbowlOrder): boolean {
  const type = CUSTOMERS.find(({ _id }) => _id === customerId)?.accountType;
  return ["wholesale", "distribution", "distributor"].includes(type?.toLowerCase() ?? "");
}

function newOrders(today: Day): readonly FishbowlOrder[] {
  const order = (number: number, fields: Pick<FishbowlOrder, "customerName" | "salesman" | "total">): FishbowlOrder => {
    const soNumber = `SO-${number}`;
    return { _id: soNumber, soNumber, customerId: "", status: "Issued", dateIssued: today, ...fields };
  };
  return [
    order(1101, { customerName: "Harbor & Vine", salesman: REPS.ana.salesman, total: 4_850 }),
    order(1102, { customerName: "Jones Distribution", salesman: REPS.maya.salesman, total: 2_310.4 }),
    order(1103, { customerName: "Corner Cellar", salesman: REPS.dev.salesman, total: 640 }),
  ];
}

function rowsOf({ soNumber, status, customerName, dateIssued, salesman, total }: FishbowlOrder): readonly string[] {
  const [year, month, day] = (dateIssued ?? "").split("-");
  const number = NUMBERS.get(status) ?? 20;
  const customer = cell(customerName);
  return [
    `SO,${soNumber},${number},${customer},${customer},,${month}/${day}/${year},${cell(salesman)},`,
    `Item,10,MIX-24,Mixed case,1,ea,${total.toFixed(2)}`,
  ];
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
