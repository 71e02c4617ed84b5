import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MoneySettings } from "../../src/sources/fishbowl/import/cells/currency";

const FOLDER = join(__dirname, "files");

/** What one file must give, whichever way it comes. */
export interface ImportCase {
  readonly file: string;
  /** What is set when it comes; home is USD and no direction of rates is set unless given. */
  readonly money?: MoneySettings;
  /** Account types that customers have before. */
  readonly types?: Readonly<Record<string, string>>;
  /** Ana's wholesale by day, in dollars; absent where the file is refused. */
  readonly gives?: Readonly<Record<string, number>>;
  readonly orders?: number;
  /** What is said beside the sums. */
  readonly says?: readonly RegExp[];
  /** Rows that are refused, with the reason. */
  readonly refuses?: readonly (readonly [row: number, reason: RegExp])[];
}

export const contentOf = ({ file }: Pick<ImportCase, "file">): Uint8Array => readFileSync(join(FOLDER, file));
export const pathOf = ({ file }: Pick<ImportCase, "file">): string => join(FOLDER, file);

const USD = { home: "USD" } as const;
const TIMES: MoneySettings = { ...USD, rates: "foreign-to-home" };
const THROUGH: MoneySettings = { ...USD, rates: "home-to-foreign" };

const read = (
  file: string,
  dollars: number,
  more: Partial<ImportCase> & { readonly day?: string } = {},
): ImportCase => {
  const { day = "2026-10-15", ...rest } = more;
  return { file, gives: { [day]: dollars }, ...rest };
};
const refused = (file: string, row: number, reason: RegExp, more: Partial<ImportCase> = {}): ImportCase => ({
  file,
  refuses: [[row, reason]],
  ...more,
});

/** Files that other people made of what real accounts do. */
const GIVEN: readonly ImportCase[] = [
  read("01-accounting-neg.csv", 54.9),
  read("02-accounting-zero.csv", 100),
  refused(
    "05-euro-dot-thousand.csv",
    2,
    /^its total price '1\.500' can be 1\.5 or 1,500 in a file separated by semicolons/,
  ),
  refused(
    "06-euro-comma-3dec.csv",
    2,
    /^its total price '1,500' can be 1\.5 or 1,500 in a file separated by semicolons/,
  ),
  read("b0-semicolon-euro-mixed.csv", 3_000, { orders: 2 }),
  {
    file: "10-sci-order.csv",
    refuses: [
      [2, /^'Sales order Number' says '2\.0261E\+11' in scientific notation, so its digits are lost/],
      [3, /scientific notation/],
    ],
  },
  refused("77-native-sonum-sci.csv", 3, /^'SONum' says '2\.0261E\+11' in scientific notation, so its digits are lost/),
  read("40-sep-line.csv", 100),
  refused(
    "41-title-rows.csv",
    1,
    /^'Sales by rep' stands in row 1, and row 4 looks like the header: delete the rows above it$/,
  ),
  read("49-inch-quote.csv", 100),
  refused("50-space-before-quote.csv", 2, /^a space stands before a quote in it/),
  read("58-zwsp-header.csv", 100),
  read("60-dash-paren.csv", 100),
  read("61-card-fee-desc.csv", 150),
  read("62-shipping-handling.csv", 100, {
    says: [
      /^Left out, as it is no goods: shipping in 4 lines, \$60\.00 \('Shipping & Handling', 'Shipping', 'UPS Ground', 'Freight-Out'\)\.$/,
    ],
  }),
  read("63-case-dup.csv", 200, { orders: 1 }),
  read("66-type-credit.csv", 55),
  read("67-currency-col.csv", 730, {
    money: TIMES,
    says: [/^Converted from CAD at a rate of 0\.73: order SO-1 \(1000\.00 → \$730\.00\)\.$/],
  }),
  refused(
    "67-currency-col.csv",
    2,
    /^its 1000\.00 CAD at 0\.73 are \$730\.00 \(foreign-to-home\) or \$1369\.86 \(home-to-foreign\): set FISHBOWL_RATE_DIRECTION/,
  ),
  {
    file: "native-cad-with-rate.csv",
    money: TIMES,
    gives: { "2026-10-15": 186 },
    orders: 2,
    says: [/^Converted from Canadian Dollar at a rate of 0\.73: order 2001 \(200\.00 → \$146\.00\)\.$/],
  },
  refused(
    "native-cad-with-rate.csv",
    3,
    /^its 200\.00 Canadian Dollar at 0\.73 are \$146\.00 \(foreign-to-home\) or \$273\.97 \(home-to-foreign\): set FISHBOWL_RATE_DIRECTION/,
  ),
  refused("72-native-price-includes-tax.csv", 3, /^its prices include tax, which is no revenue/),
  refused("82-native-qty-comma3.csv", 4, /^its ProductQuantity '1,500' can be 1\.5 or 1,500/),
  refused("92-null-type.csv", 2, /^'Account Type' says 'NULL', which stands for nothing/),
  refused("93-na-rep.csv", 2, /^'Sales Rep' holds a spreadsheet's error, #N\/A/),
  refused("b3-na-total.csv", 2, /^'Total Price' holds a spreadsheet's error, #DIV\/0!/),
  {
    file: "b4-na-so.csv",
    refuses: [
      [2, /^'Sales order Number' holds a spreadsheet's error, #N\/A/],
      [3, /#N\/A/],
    ],
  },
  read("94-nbsp-rep.csv", 100, { day: "2026-11-26" }),
  read("95-case-rep.csv", 100, { day: "2026-11-26" }),
  read("96-two-space-rep.csv", 100, { day: "2026-11-26" }),
  read("a0-note-line-blank-total.csv", 100),
  read("a2-apostrophe-negative.csv", 54.9),
  read("a3-apostrophe-order.csv", 105, { orders: 1 }),
  read("a6-iso-instants.csv", 300, { day: "2026-10-31", orders: 3 }),
  read("a7-credit-type-positive.csv", 380),
  read("a9-leading-zero-lost.csv", 105, {
    orders: 2,
    says: [/^Orders 0001042 and 1042 may be one whose zeros a spreadsheet has cut: they are counted as 2\.$/],
  }),
  read("c1-real-42-tracking-blank-total.csv", 600, { types: { 2026: "Wholesale" }, orders: 1 }),
  read("c2-real-42-cc-processing.csv", 600, { types: { 2026: "Wholesale" }, orders: 1 }),
  read("d2-real-49-sales-rep-initials.csv", 3_456, {
    day: "2026-11-24",
    says: [
      /^'Sales Rep' and 'Sales person' disagree in 1 row \(row 2: 'AR' and 'A\. Ray'\): the first of them that is matched to a rep counts\.$/,
    ],
  }),
];

/** Ours: at least two more of each kind. */
const OURS: readonly ImportCase[] = [
  read("own-accounting-thousands.csv", 999.6),
  read("own-accounting-minus.csv", 50),
  refused("own-accounting-double-minus.csv", 3, /^its total price '-\(45\.10\)' is no number/),
  read("own-semicolon-cents.csv", 1_512.5),
  {
    file: "own-semicolon-two-marks.csv",
    refuses: [
      [2, /^its total price '12,50' stands in a file that writes both '12\.50' and '12,50'/],
      [3, /writes both/],
    ],
  },
  read("own-semicolon-millions.csv", 1_234_568.5),
  read("own-tab-thousands.txt", 1_500),
  refused("own-sci-item.csv", 2, /^'SO Item ID' says '1\.0E\+05' in scientific notation/),
  refused("own-sci-total.csv", 2, /^its total price '1\.5E\+03' is in scientific notation/),
  refused("own-sci-comma.csv", 2, /^'Sales order Number' says '2,0261E\+11' in scientific notation/),
  read("own-sep-comma.csv", 100),
  read("own-sep-tab.csv", 100),
  refused("own-title-blank.csv", 1, /^'Report of October' stands in row 1, and row 4 looks like the header/),
  refused("own-title-native.csv", 1, /^'Sales orders, October' stands in row 1, and row 2 looks like the header/),
  read("own-quote-inches.csv", 105),
  refused("own-quote-space-later.csv", 3, /^a space stands before a quote in it/),
  refused("own-quote-closed-early.csv", 3, /^its quotes are in the wrong places$/),
  read("own-header-spaces.csv", 100),
  refused("own-header-slip.csv", 1, /^the header lacks 'Total Price' \(the nearest it has is 'Totl Price'\)/),
  read("own-dash-names.csv", 105),
  refused("own-formula.csv", 2, /is a formula/),
  read("own-fees-named.csv", 102, {
    says: [/card fees in 2 lines, \$5\.90 \('Credit Card Fee 3%', 'CC-Processing \(2\.9%\)'\)/],
  }),
  read("own-fee-free-goods.csv", 105),
  read("own-shipping-described.csv", 100, { says: [/shipping in 2 lines, \$20\.00/] }),
  read("own-shipping-goods.csv", 105),
  read("own-case-mixed.csv", 200, { orders: 1 }),
  refused("own-case-native.csv", 5, /^order WEB-7 stands in row 3 already, differently$/),
  read("own-credit-negative.csv", 60),
  read("own-credit-native.csv", 60),
  read("own-currency-home-names.csv", 400, { orders: 4 }),
  refused("own-currency-no-rate.csv", 2, /^its 100\.00 EUR have no rate to USD/, { money: TIMES }),
  refused("own-currency-rate-zero.csv", 2, /^its currency rate '0' is not above zero/, { money: TIMES }),
  // 0.03 yen at 0.5 are 0.015 dollars, which are two cents; rounded line by line they would be three.
  read("own-currency-rounding.csv", 0.02, { money: TIMES }),
  read("own-native-home-prices.csv", 200),
  read("own-native-divided.csv", 250, { money: THROUGH }),
  refused("own-native-rate-unnamed.csv", 3, /^it has a currency rate of 0\.80 and names no currency/, { money: TIMES }),
  read("67-currency-col.csv", 1_000, { money: { home: "CAD" } }),
  read("own-native-tax-no.csv", 100, { says: [/taxes in 1 line, \$10\.00/] }),
  refused("own-report-tax.csv", 2, /^its prices include tax, which is no revenue/),
  refused("own-null-status.csv", 2, /^'Sales Order Status' says 'null', which stands for nothing/),
  refused("own-null-rep.csv", 2, /^'Sales Rep' says '\(null\)', which stands for nothing/),
  refused("own-error-second-column.csv", 2, /^'Sales person' holds a spreadsheet's error, #REF!/),
  read("own-error-elsewhere.csv", 100),
  refused("own-error-narrow.csv", 2, /^'Issued date' holds a spreadsheet's error, ########/),
  read("own-rep-thin-space.csv", 200, { orders: 2 }),
  read("own-rep-zero-width.csv", 100),
  read("own-note-words.csv", 100),
  refused("own-sale-blank-total.csv", 3, /^its total price '' is no number/),
  read("own-subtotal-counted-once.csv", 100),
  read("own-apostrophe-date.csv", 100),
  read("own-apostrophe-name.csv", 100),
  read("own-iso-zoneless.csv", 200, { day: "2026-10-31", orders: 2 }),
  refused("own-iso-impossible.csv", 2, /^its issue date '2026-10-31T25:00:00Z' is no day/),
  read("own-zeros-inside.csv", 105, { orders: 2, says: [/^Orders SO-007 and SO-7 may be one/] }),
  read("own-zeros-native.csv", 105, { orders: 2, says: [/^Orders 0070 and 70 may be one/] }),
  read("own-columns-by-row.csv", 200, { orders: 2 }),
  {
    file: "own-columns-neither-mapped.csv",
    gives: {},
    orders: 1,
    says: [/'Sales Rep' and 'Sales person' disagree in 1 row/],
  },
  {
    file: "own-columns-dates.csv",
    gives: { "2026-10-15": 100, "2026-10-16": 100 },
    says: [
      /^'Issued date' and 'Date fulfillment' disagree in 1 row \(row 3: '10\/15\/2026' and '10\/17\/2026'\): the first of them counts\.$/,
    ],
  },
  read("own-utf16.txt", 100),
  read("own-cr-alone.csv", 200, { orders: 2 }),
  refused("own-cp1252.csv", 3, /^it holds bytes that are no UTF-8/),
];

export const CASES: readonly ImportCase[] = [...GIVEN, ...OURS];

/** A case as a test is named. */
export function nameOf({ file, money, refuses }: ImportCase): string {
  const set = money === undefined ? "" : `, home ${money.home}${money.rates === undefined ? "" : `, ${money.rates}`}`;
  return `${refuses === undefined ? "reads" : "refuses"} ${file}${set}`;
}
