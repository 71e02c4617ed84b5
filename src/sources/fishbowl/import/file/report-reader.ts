import { distinctNames, foldName } from "../../../../metrics/owner-name";
import type { Day } from "../../../../time/day";
import { isKnownType, type LineKind, lineKind } from "../../goods";
import { statusNamed } from "../cells/codes";
import { homeMoney, taxFault } from "../cells/currency";
import { centsOf, type Decimal, negative, plus, ZERO } from "../cells/decimal";
import { orderDay } from "../cells/order-date";
import { type Cells, Disagreements, pick } from "../cells/pick";
import type { ColumnIndexes, LineField } from "./columns";
import { contradiction, lackOf, mergeFields, orderFields, type ReportedFields } from "./order-fields";
import { ConvertedOrders, countOne, cutZeroNotices, LeftOutLines, unknownTypeNotices } from "./read-notices";
import type { ReadOrder, ReadSettings, RowReader } from "./read-order";

/** An order whose lines may still come, wherever they stand. */
interface OpenOrder {
  readonly row: number;
  soNumber: string;
  readonly fields: ReportedFields;
  dateIssued: Day | null;
  total: Decimal;
}

/** A report with one row a line; an order's rows may stand anywhere. */
export class ReportReader implements RowReader {
  readonly unknownStatuses = new Map<string, number>();
  private readonly unknownTypes = new Map<string, number>();
  private readonly found = new Map<string, OpenOrder>();
  /** What each line says, by its id: the same line twice counts once. */
  private readonly lines = new Map<string, string>();
  private readonly hasStatus: boolean;
  private readonly disagreements: Disagreements<LineField>;
  private readonly leftOut = new LeftOutLines();
  private readonly converted = new ConvertedOrders();

  constructor(
    private readonly places: ColumnIndexes<LineField>,
    private readonly settings: ReadSettings,
  ) {
    this.hasStatus = (places.get("status")?.places ?? []).length > 0;
    this.disagreements = new Disagreements(places, (field, text) => meaningOf(field, { text, settings }));
  }

  take(row: number, cells: readonly string[]): string | null {
    const cell = pick(cells, this.places);
    if (typeof cell === "string") return cell;
    const line = this.lineOf(cell);
    if (typeof line === "string") return line;
    const key = foldName(cell.first("soNumber"));
    const open = this.found.get(key) ?? this.begin(row, { key, cell });
    const fault = contradiction(open, cell) ?? this.add(open, { key, cell, line });
    if (fault === null) this.disagreements.take(row, cell);
    return fault;
  }

  *orders(refuse: (row: number, reason: string) => void): Generator<ReadOrder> {
    for (const { row, soNumber, fields, dateIssued, total } of this.found.values()) {
      const { status, known } = statusNamed(fields.words.status);
      if (this.hasStatus && !known) countOne(this.unknownStatuses, status);
      const { amounts, money: settings } = this.settings;
      const money = homeMoney(total, { fields: fields.words, settings, amounts });
      if (typeof money === "string") {
        refuse(row, money);
        continue;
      }
      this.converted.take(soNumber, money);
      yield {
        row,
        soNumber,
        status: this.hasStatus ? status : null,
        customerId: fields.words.customerId,
        customerName: fields.words.customerName,
        accountType: fields.words.accountType || null,
        salesmen: distinctNames([...fields.salesmen].sort(byColumn(this.places)).map(([, name]) => name)),
        dateIssued,
        cents: money.cents,
      };
    }
  }

  notices(): readonly string[] {
    return [
      ...this.disagreements.notices(),
      ...this.leftOut.notices(),
      ...unknownTypeNotices(this.unknownTypes),
      ...this.converted.notices(),
      ...cutZeroNotices([...this.found.values()].map(({ soNumber }) => soNumber)),
    ];
  }

  private lineOf(cell: Cells<LineField>): Line | string {
    const lacks = lackOf(cell, this.hasStatus) ?? taxFault(cell.first("includesTax"));
    if (lacks !== null) return lacks;
    const [date, total] = [cell.first("date"), cell.first("total")];
    const day = date === "" ? null : orderDay(date, this.settings.days);
    if (day === null && date !== "")
      return `its ${cell.filled("date")[0]?.header ?? "date"} "${date}" isn't a date like 10/15/2026`;
    const texts = (field: LineField) => cell.filled(field).map(({ text }) => text);
    const names = [...texts("product"), ...texts("description")];
    const kind = lineKind({ types: texts("type"), products: names });
    const price = this.settings.amounts.read("total", total);
    if (typeof price !== "string") return { kind, names, day, price };
    return isGoods(kind) ? `its total price "${total}" ${price}` : { kind, names, day, price: null };
  }

  private begin(row: number, { key, cell }: { key: string; cell: Cells<LineField> }): OpenOrder {
    const open = { row, soNumber: cell.first("soNumber"), fields: orderFields(cell), dateIssued: null, total: ZERO };
    this.found.set(key, open);
    return open;
  }

  /** Adds a line; if a report has days of single lines, the order's day is the first of them. */
  private add(
    open: OpenOrder,
    { key, cell, line: { kind, names, day, price } }: { key: string; cell: Cells<LineField>; line: Line },
  ): string | null {
    const id = JSON.stringify([key, cell.first("itemId")]);
    const as = JSON.stringify([price === null ? null : centsOf(price), cell.first("product"), day]);
    const before = this.lines.get(id);
    if (before !== undefined)
      return before === as ? null : `SO item ${cell.first("itemId")} stands above it already, differently`;
    this.lines.set(id, as);
    // Of two spellings the smaller one, whichever stands first.
    if (cell.first("soNumber") < open.soNumber) open.soNumber = cell.first("soNumber");
    mergeFields(open.fields, cell);
    if (day !== null && (open.dateIssued === null || day < open.dateIssued)) open.dateIssued = day;
    for (const { text } of cell.filled("type")) if (!isKnownType(text)) countOne(this.unknownTypes, text);
    if (!isGoods(kind)) this.leftOut.take(kind, { names, cents: price === null ? null : centsOf(price) });
    else if (price !== null) open.total = plus(open.total, kind === "sale" ? price : negative(price));
    return null;
  }
}

interface Line {
  readonly kind: LineKind;
  readonly names: readonly string[];
  readonly day: Day | null;
  /** `null` for a line without one that is no goods. */
  readonly price: Decimal | null;
}

function isGoods(kind: LineKind): boolean {
  return kind === "sale" || kind === "credit" || kind === "percent";
}

/** What two columns of one field are compared by. */
function meaningOf(field: LineField, { text, settings }: { text: string; settings: ReadSettings }): string {
  if (field === "date") return orderDay(text, settings.days) ?? text;
  if (field !== "total" && field !== "rate") return foldName(text);
  const amount = settings.amounts.read(field, text);
  return typeof amount === "string" ? text : String(Number(amount.units) / 10 ** amount.scale);
}

/** A rep's initials say least, so they are tried last. */
function byColumn(places: ColumnIndexes<LineField>) {
  const headers = (["salesman", "initials"] as const).flatMap((field) =>
    (places.get(field)?.places ?? []).map(({ header }) => header),
  );
  return ([a]: readonly [string, string], [b]: readonly [string, string]) => headers.indexOf(a) - headers.indexOf(b);
}
