import { type ImportCase, read, refused, TIMES } from "./order-file";

/** Files that other people made of what real accounts do. */
export const GIVEN_FILES: readonly ImportCase[] = [
  read("01-accounting-neg.csv", 54.9),
  read("02-accounting-zero.csv", 100),
  refused(
    "05-euro-dot-thousand.csv",
    2,
    /^its total price "1\.500" can be 1\.5 or 1,500 in a file separated by semicolons/,
  ),
  refused(
    "06-euro-comma-3dec.csv",
    2,
    /^its total price "1,500" can be 1\.5 or 1,500 in a file separated by semicolons/,
  ),
  read("b0-semicolon-euro-mixed.csv", 3_000, { orders: 2 }),
  {
    file: "10-sci-order.csv",
    refuses: [
      [2, /^"Sales order Number" says "2\.0261E\+11" in scientific notation, so digits are lost: enter all of them$/],
      [3, /scientific notation/],
    ],
  },
  refused("77-native-sonum-sci.csv", 3, /^"SONum" says "2\.0261E\+11" in scientific notation, so digits are lost/),
  read("40-sep-line.csv", 100),
  refused(
    "41-title-rows.csv",
    1,
    /^"Sales by rep" stands in row 1, and row 4 looks like the header: delete the rows above it$/,
  ),
  read("49-inch-quote.csv", 100),
  refused("50-space-before-quote.csv", 2, /^a space stands before a quote in it/),
  read("58-zwsp-header.csv", 100),
  read("60-dash-paren.csv", 100),
  read("61-card-fee-desc.csv", 150),
  read("62-shipping-handling.csv", 100, {
    says: [
      /^Left out \(not goods\): shipping in 4 lines, \$60\.00 \("Shipping & Handling", "Shipping", "UPS Ground", "Freight-Out"\)\.$/,
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
    /^its 1000\.00 CAD at 0\.73 are \$730\.00 \(foreign-to-home\) or \$1369\.86 \(home-to-foreign\): ask whoever runs Paceline to set which way the rate converts \(FISHBOWL_RATE_DIRECTION\)$/,
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
    /^its 200\.00 Canadian Dollar at 0\.73 are \$146\.00 \(foreign-to-home\) or \$273\.97 \(home-to-foreign\): ask whoever runs Paceline to set which way the rate converts \(FISHBOWL_RATE_DIRECTION\)$/,
  ),
  refused("72-native-price-includes-tax.csv", 3, /^its prices include tax, which isn't revenue/),
  refused("82-native-qty-comma3.csv", 4, /^its ProductQuantity "1,500" can be 1\.5 or 1,500/),
  refused("92-null-type.csv", 2, /^"Account Type" says "NULL", which stands for nothing/),
  refused("93-na-rep.csv", 2, /^"Sales Rep" holds a spreadsheet's error, #N\/A: enter its value$/),
  refused("b3-na-total.csv", 2, /^"Total Price" holds a spreadsheet's error, #DIV\/0!/),
  {
    file: "b4-na-so.csv",
    refuses: [
      [2, /^"Sales order Number" holds a spreadsheet's error, #N\/A/],
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
    says: [/^Orders 0001042 and 1042 may be the same order with zeros cut off by a spreadsheet; counted as 2\.$/],
  }),
  read("c1-real-42-tracking-blank-total.csv", 600, { types: { 2026: "Wholesale" }, orders: 1 }),
  read("c2-real-42-cc-processing.csv", 600, { types: { 2026: "Wholesale" }, orders: 1 }),
  read("d2-real-49-sales-rep-initials.csv", 3_456, {
    day: "2026-11-24",
    says: [
      /^"Sales Rep" and "Sales person" disagree in 1 row \(row 2: "AR" and "A\. Ray"\): the first of them that is matched to a rep counts\.$/,
    ],
  }),
];
