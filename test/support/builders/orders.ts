import type { OrderFile } from "../../../src/sources/order-importer";

const ORDER_HEADER =
  "Flag,SONum,Status,CustomerName,CustomerContact,BillToName,BillToAddress,BillToCity,BillToState,BillToZip,BillToCountry," +
  "ShipToName,ShipToAddress,ShipToCity,ShipToState,ShipToZip,ShipToCountry,ShipToResidential,CarrierName,TaxRateName," +
  "PriorityId,PONum,VendorPONum,Date,Salesman,ShippingTerms,PaymentTerms,FOB,Note,QuickBooksClassName,LocationGroupName," +
  "FulfillmentDate,URL,CarrierService,DateExpired,Phone,Email";
const ITEM_HEADER =
  "Flag,SOItemTypeID,ProductNumber,ProductDescription,ProductQuantity,UOM,ProductPrice,Taxable,TaxCode,Note," +
  "QuickBooksClassName,FulfillmentDate,ShowItem,KitItem,RevisionLevel";
/** As the report comes out, with a column that stands twice. */
const REPORT_HEADER =
  "Sales order Number,Sales Order ID,SO Item ID,Account ID,Customer Name,Sales Rep,Issued date,SO Item Product Number," +
  "Product Description,Qty fulfilled,Unit price,Total Price,Total cost,Sales Order Status,Status ID,Soitem type,Account ID";

/** A file of this text; its chunks are small, so that their borders fall somewhere inside its rows. */
export function aFile(text: string | Uint8Array, name = "orders.csv"): OrderFile {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return {
    name,
    content: (async function* () {
      const size = Math.max(1_000, Math.ceil(bytes.length / 100));
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
  };
}

export interface NativeItem {
  readonly type?: number;
  readonly product?: string;
  readonly quantity?: string;
  readonly price: string;
}

export interface NativeOrder {
  readonly number: string;
  readonly status?: string;
  readonly customer?: string;
  readonly date?: string;
  readonly salesman?: string;
  readonly note?: string;
  readonly items?: readonly NativeItem[];
}

/** Fishbowl's own export of these orders. */
export function nativeExport(...orders: readonly NativeOrder[]): string {
  return `${[ORDER_HEADER, ITEM_HEADER, ...orders.flatMap(nativeRows)].join("\r\n")}\r\n`;
}

export function nativeRows({ items = [{ price: "10.00" }], ...order }: NativeOrder): readonly string[] {
  const {
    number,
    status = "60",
    customer = "Harbor & Vine",
    date = "10/15/2026",
    salesman = "aray",
    note = "",
  } = order;
  const address = "Zoe Reed,Harbor Bar,1 Pier St,Oakland,CA,94607,UNITED STATES";
  const shipTo = "Harbor Bar,1 Pier St,Oakland,CA,94607,UNITED STATES,false,UPS,None,30,PO-7,";
  const rest = `${quoted(date)},${quoted(salesman)},Prepaid,NET 30,Origin,${quoted(note)},None,Main,${quoted(date)},,Ground,,555-0100,`;
  return [
    `SO,${quoted(number)},${status},${quoted(customer)},${address},${shipTo},${rest}`,
    ...items.map(
      ({ type = 10, product = "TONIC-24", quantity = "1", price }) =>
        `Item,${type},${quoted(product)},Tonic water,${quoted(quantity)},ea,${quoted(price)},true,,,None,${quoted(date)},true,false,0`,
    ),
  ];
}

export interface ReportLine {
  readonly order: string;
  readonly item: string;
  readonly account?: string;
  readonly customer?: string;
  readonly rep?: string;
  readonly date?: string;
  readonly product?: string;
  readonly description?: string;
  readonly total?: string;
  readonly status?: string;
  readonly type?: string;
  readonly accountAgain?: string;
}

/** The report with these lines. */
export function report(...lines: readonly ReportLine[]): string {
  return `${[REPORT_HEADER, ...lines.map(reportRow)].join("\n")}\n`;
}

export function reportRow(line: ReportLine): string {
  const { order, item, account = "C-1", customer = "Harbor & Vine", rep = "A. Ray", date = "10/15/2026" } = line;
  const {
    product = "TONIC-24",
    description = "Tonic water",
    total = "10.00",
    status = "Fulfilled",
    type = "Sale",
  } = line;
  const cells = [order, "9001", item, account, customer, rep, date, product, description, "1", total, total, "4.10"];
  return [...cells, status, "30", type, line.accountAgain ?? account].map(quoted).join(",");
}

function quoted(cell: string): string {
  return /[",\n\r;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
