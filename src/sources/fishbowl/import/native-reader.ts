import { numberedKind, statusOf } from "./codes";
import { type ItemField, type OrderField, type Places, pick } from "./columns";
import { centsOf, type Decimal, decimal, plus, takenAway, times, ZERO } from "./decimal";
import { orderDay } from "./order-date";
import type { ReadOrder, RowReader } from "./read-order";

export type NativePlaces = { readonly order: Places<OrderField>; readonly item: Places<ItemField> };

/** An order whose items may still come. */
interface OpenOrder {
  readonly order: Omit<ReadOrder, "cents">;
  /** All that counts so far. */
  total: Decimal;
  /** What a discount in percent would be of: the line above, or the subtotal above. */
  above: Decimal;
  /** Since the last subtotal. */
  since: Decimal;
  items: number;
}

/** Fishbowl's own sales-order export: an `SO` row, then its `Item` rows. */
export class NativeReader implements RowReader {
  readonly unknownStatuses = new Map<string, number>();
  private readonly found: OpenOrder[] = [];
  private open: OpenOrder | null = null;

  constructor(private readonly places: NativePlaces) {}

  take(row: number, cells: readonly string[]): string | null {
    const flag = (cells[0] ?? "").trim().toLowerCase();
    if (flag === "so") return this.takeOrder(row, cells);
    if (flag === "item") return this.takeItem(cells);
    return `it begins with '${cells[0] ?? ""}', neither with SO nor with Item`;
  }

  /** One order twice in a file is no fault when both are the same. */
  orders(refuse: (row: number, reason: string) => void): readonly ReadOrder[] {
    const orders = new Map<string, { order: ReadOrder; as: string }>();
    for (const { order, total, items } of this.found) {
      const as = JSON.stringify([{ ...order, row: 0 }, centsOf(total), items]);
      const first = orders.get(order.soNumber);
      if (first === undefined) orders.set(order.soNumber, { order: { ...order, cents: centsOf(total) }, as });
      else if (first.as !== as)
        refuse(order.row, `order ${order.soNumber} stands in row ${first.order.row} already, differently`);
    }
    return [...orders.values()].map(({ order }) => order);
  }

  private takeOrder(row: number, cells: readonly string[]): string | null {
    // Items below a refused order are read over: its own row is told.
    this.open = { order: nameless(row), total: ZERO, above: ZERO, since: ZERO, items: 0 };
    const cell = pick(cells, this.places.order);
    if (typeof cell === "string") return cell;
    const dateIssued = orderDay(cell("date"));
    const { status, known } = statusOf(cell("status"));
    if (cell("soNumber") === "") return "it has no SONum";
    if (status === "") return "it has no Status";
    if (cell("customerName") === "") return "it has no CustomerName";
    if (dateIssued === null) return `its Date '${cell("date")}' is no day, such as 10/15/2026`;
    if (!known) this.unknownStatuses.set(status, (this.unknownStatuses.get(status) ?? 0) + 1);
    const order = {
      row,
      soNumber: cell("soNumber"),
      status,
      customerId: null,
      customerName: cell("customerName"),
      accountType: cell("accountType") || null,
      salesman: cell("salesman") || null,
      dateIssued,
    };
    this.open = { ...this.open, order };
    this.found.push(this.open);
    return null;
  }

  private takeItem(cells: readonly string[]): string | null {
    const { open } = this;
    if (open === null) return "it is an item, and no SO row stands above it";
    const cell = pick(cells, this.places.item);
    if (typeof cell === "string") return cell;
    const kind = numberedKind(cell("type"), cell("product"));
    if (kind === null) return `its SOItemTypeID '${cell("type")}' is none of Fishbowl's`;
    open.items += 1;
    if (kind === "subtotal") Object.assign(open, { above: open.since, since: ZERO });
    if (kind === "subtotal" || kind === "beside") return null;
    const price = kind === "percent" ? percentOf(cell("price"), open.above) : amountOf(cell("price"), cell("quantity"));
    if (typeof price === "string") return price;
    const money = kind === "sale" ? price : takenAway(price);
    Object.assign(open, { total: plus(open.total, money), since: plus(open.since, money), above: money });
    return null;
  }
}

function amountOf(price: string, quantity: string): Decimal | string {
  const [each, count] = [decimal(price), decimal(quantity === "" ? "1" : quantity)];
  if (each === null) return `its ProductPrice '${price}' is no number`;
  if (count === null) return `its ProductQuantity '${quantity}' is no number`;
  return times(each, count);
}

/** Fishbowl's documentation does not say whether 10 or 0.1 is a tenth, so only a percent sign tells. */
function percentOf(price: string, above: Decimal): Decimal | string {
  const share = price.endsWith("%") ? decimal(price.slice(0, -1)) : null;
  if (share === null) {
    return `its discount in percent '${price}' has no percent sign, so nobody knows its money: use the per-line report`;
  }
  return times(above, { ...takenAway(share), scale: share.scale + 2 });
}

function nameless(row: number): Omit<ReadOrder, "cents"> {
  const none = { status: null, customerId: null, accountType: null, salesman: null, dateIssued: null };
  return { row, soNumber: "", customerName: "", ...none };
}
