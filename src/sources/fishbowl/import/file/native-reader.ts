import { foldName } from "../../../../metrics/owner-name";
import { lineKind } from "../../goods";
import { homeMoney, type MoneyFields } from "../cells/currency";
import { centsOf, type Decimal, negative, plus, ZERO } from "../cells/decimal";
import { Disagreements, pick } from "../cells/pick";
import type { ColumnIndexes, ItemField, OrderField } from "./columns";
import { priceOf } from "./native-item";
import { moneyOf, NO_MONEY, orderOf } from "./native-order";
import { ConvertedOrders, countOne, cutZeroNotices, LeftOutLines } from "./read-notices";
import type { ReadOrder, ReadSettings, RowReader } from "./read-order";

export type NativeColumns = { readonly order: ColumnIndexes<OrderField>; readonly item: ColumnIndexes<ItemField> };

/** An order whose items may still come. */
interface OpenOrder {
  /** `null` where its row is refused: items below it are read over. */
  readonly order: Omit<ReadOrder, "cents"> | null;
  readonly money: MoneyFields;
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
  private readonly disagreements: Disagreements<OrderField>;
  private readonly leftOut = new LeftOutLines();
  private readonly converted = new ConvertedOrders();
  private readonly numbers: string[] = [];

  constructor(
    private readonly places: NativeColumns,
    private readonly settings: ReadSettings,
  ) {
    this.disagreements = new Disagreements(places.order);
  }

  take(row: number, cells: readonly string[]): string | null {
    const flag = (cells[0] ?? "").trim().toLowerCase();
    if (flag === "so") return this.takeOrder(row, cells);
    if (flag === "item") return this.takeItem(cells);
    return `it begins with "${cells[0] ?? ""}", neither with SO nor with Item`;
  }

  /** One order twice in a file is no fault when both are the same. */
  *orders(refuse: (row: number, reason: string) => void): Generator<ReadOrder> {
    const orders = new Map<string, { readonly row: number; readonly as: string }>();
    const { amounts, money: settings } = this.settings;
    for (const { order, money: fields, total, items } of this.found) {
      if (order === null) continue;
      const money = homeMoney(total, { fields, settings, amounts });
      if (typeof money === "string") {
        refuse(order.row, money);
        continue;
      }
      const key = foldName(order.soNumber);
      const as = JSON.stringify([{ ...order, row: 0, soNumber: key }, money.cents, items]);
      const first = orders.get(key);
      if (first === undefined) {
        orders.set(key, { row: order.row, as });
        this.numbers.push(order.soNumber);
        this.converted.take(order.soNumber, money);
        yield { ...order, cents: money.cents };
      } else if (first.as !== as)
        refuse(order.row, `order ${order.soNumber} stands in row ${first.row} already, differently`);
    }
  }

  notices(): readonly string[] {
    return [
      ...this.disagreements.notices(),
      ...this.leftOut.notices(),
      ...this.converted.notices(),
      ...cutZeroNotices(this.numbers),
    ];
  }

  private takeOrder(row: number, cells: readonly string[]): string | null {
    const none = { order: null, money: NO_MONEY, total: ZERO, above: ZERO, since: ZERO, items: 0 };
    this.open = none;
    const cell = pick(cells, this.places.order);
    if (typeof cell === "string") return cell;
    const order = orderOf(row, { cell, settings: this.settings });
    if (typeof order === "string") return order;
    if (!order.knownStatus) countOne(this.unknownStatuses, order.read.status ?? "");
    this.open = { ...none, order: order.read, money: moneyOf(cell) };
    this.found.push(this.open);
    this.disagreements.take(row, cell);
    return null;
  }

  private takeItem(cells: readonly string[]): string | null {
    const { open } = this;
    if (open === null) return "it is an item, and no SO row stands above it";
    const cell = pick(cells, this.places.item);
    if (typeof cell === "string") return cell;
    const type = cell.first("type");
    const products = cell.filled("product").map(({ text }) => text);
    if (!/^(10|11|12|20|21|30|31|40|50|60|70|80|90)$/.test(type))
      return `its SOItemTypeID "${type}" isn't a Fishbowl type`;
    const kind = lineKind({ types: [type], products });
    open.items += 1;
    if (kind === "subtotal") Object.assign(open, { above: open.since, since: ZERO });
    const price = priceOf(cell, { kind, above: open.above, amounts: this.settings.amounts });
    if (kind !== "sale" && kind !== "credit" && kind !== "percent") {
      this.leftOut.take(kind, { names: products, cents: typeof price === "string" ? null : centsOf(price) });
      return null;
    }
    if (typeof price === "string") return price;
    const money = kind === "sale" ? price : negative(price);
    Object.assign(open, { total: plus(open.total, money), since: plus(open.since, money), above: money });
    return null;
  }
}
