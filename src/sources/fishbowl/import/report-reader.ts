import type { Day } from "../../../time/day";
import { isGoods, statusNamed } from "./codes";
import { type Cells, type LineField, type Places, pick } from "./columns";
import { centsOf, type Decimal, decimal, plus, ZERO } from "./decimal";
import { orderDay } from "./order-date";
import type { ReadOrder, RowReader } from "./read-order";

/** An order whose lines may still come, wherever they stand. */
interface OpenOrder {
  readonly row: number;
  readonly said: Readonly<Record<"status" | "customerId" | "customerName" | "salesman" | "accountType", string>>;
  dateIssued: Day | null;
  total: Decimal;
}

/** A report with one row a line; an order's rows may stand anywhere. */
export class ReportReader implements RowReader {
  readonly unknownStatuses = new Map<string, number>();
  private readonly found = new Map<string, OpenOrder>();
  /** What each line said, by its id: the same line twice counts once. */
  private readonly lines = new Map<string, string>();
  private readonly hasStatus: boolean;

  constructor(private readonly places: Places<LineField>) {
    this.hasStatus = (places.get("status") ?? []).length > 0;
  }

  take(row: number, cells: readonly string[]): string | null {
    const cell = pick(cells, this.places);
    if (typeof cell === "string") return cell;
    const lacks = lackOf(cell, this.hasStatus);
    if (lacks !== null) return lacks;
    const day = cell("date") === "" ? null : orderDay(cell("date"));
    if (day === null && cell("date") !== "") return `its issue date '${cell("date")}' is no day, such as 10/15/2026`;
    const price = decimal(cell("total"));
    if (price === null) return `its total price '${cell("total")}' is no number, such as 1,234.50`;
    const open = this.found.get(cell("soNumber")) ?? this.begin(row, cell);
    return contradiction(open, cell) ?? this.add(open, { cell, day, price });
  }

  orders(): readonly ReadOrder[] {
    return [...this.found].map(([soNumber, { row, said, dateIssued, total }]) => {
      const { status, known } = statusNamed(said.status);
      if (this.hasStatus && !known) this.unknownStatuses.set(status, (this.unknownStatuses.get(status) ?? 0) + 1);
      return {
        row,
        soNumber,
        status: this.hasStatus ? status : null,
        customerId: said.customerId,
        customerName: said.customerName,
        accountType: said.accountType || null,
        salesman: said.salesman || null,
        dateIssued,
        cents: centsOf(total),
      };
    });
  }

  private begin(row: number, cell: Cells<LineField>): OpenOrder {
    const said = {
      status: cell("status"),
      customerId: cell("customerId"),
      customerName: cell("customerName"),
      salesman: cell("salesman"),
      accountType: cell("accountType"),
    };
    const open = { row, said, dateIssued: null, total: ZERO };
    this.found.set(cell("soNumber"), open);
    return open;
  }

  /** Where a report has days of single lines, the order's is the first of them. */
  private add(
    open: OpenOrder,
    { cell, day, price }: { cell: Cells<LineField>; day: Day | null; price: Decimal },
  ): string | null {
    const id = JSON.stringify([cell("soNumber"), cell("itemId")]);
    const as = JSON.stringify([centsOf(price), cell("product"), day]);
    const before = this.lines.get(id);
    if (before !== undefined)
      return before === as ? null : `SO item ${cell("itemId")} stands above it already, differently`;
    this.lines.set(id, as);
    if (day !== null && (open.dateIssued === null || day < open.dateIssued)) open.dateIssued = day;
    const line = { type: cell("type"), product: cell("product"), description: cell("description") };
    if (isGoods(line)) open.total = plus(open.total, price);
    return null;
  }
}

function lackOf(cell: Cells<LineField>, hasStatus: boolean): string | null {
  if (cell("soNumber") === "") return "it has no sales order number";
  if (cell("itemId") === "") return "it has no SO item id";
  if (cell("customerId") === "") return "it has no account id";
  if (cell("customerName") === "") return "it has no customer name";
  return hasStatus && cell("status") === "" ? "it has no sales order status" : null;
}

/** Lines of one order that disagree on whose it is: one of them is wrong, and nobody knows which. */
function contradiction({ row, said }: OpenOrder, cell: Cells<LineField>): string | null {
  for (const [field, word] of AGREED) {
    if (cell(field) !== said[field]) {
      return `its ${word} is '${cell(field)}', but row ${row} of the same order says '${said[field]}'`;
    }
  }
  return null;
}

const AGREED = [
  ["status", "status"],
  ["customerId", "account id"],
  ["customerName", "customer"],
  ["salesman", "sales rep"],
  ["accountType", "account type"],
] as const;
