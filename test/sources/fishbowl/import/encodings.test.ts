import { readFile } from "../../../../src/sources/fishbowl/import/file/read-file";
import { report } from "../../../support/builders/orders";
import {
  fishbowlImportHarness,
  IMPORT_SETTINGS,
  readText,
  refusedRows,
} from "../../../support/harness/fishbowl-import";

const TEXT = report(
  { order: "1", item: "a", customer: "Café Zoë", rep: "José Álvarez" },
  { order: "2", item: "b", customer: "Łódź 😀 Ltd", rep: "José Álvarez" },
);
/** As Excel's "Unicode Text" has it: cells apart by tabs. */
const TABS = TEXT.replaceAll(",", "\t").replaceAll("\n", "\r\n");
const littleEndian = (text: string) => Buffer.from(text, "utf16le");
const bigEndian = (text: string) => littleEndian(text).swap16();
/** What Windows wrote before UTF-8: letters as Latin-1 has them, and signs of its own where that has none. */
const windows = (text: string) =>
  Buffer.from(text.replaceAll("€", "\u0080").replaceAll("–", "\u0096").replaceAll("’", "\u0092"), "latin1");
const NO_UTF8 = "it isn't UTF-8: save the file as CSV UTF-8";

/** The bytes one by one, as a slow line may bring them. */
async function* byByte(bytes: Uint8Array) {
  for (const byte of bytes) yield Uint8Array.of(byte);
}

describe("the bytes of a file", () => {
  const harness = fishbowlImportHarness();

  it.each([
    ["UTF-8 with its mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16 as Excel writes it", littleEndian(`\ufeff${TABS}`)],
    ["UTF-16 the other way around", bigEndian(`\ufeff${TABS}`)],
    ["UTF-16 without a mark", littleEndian(TABS)],
    ["UTF-16 the other way around without a mark", bigEndian(TABS)],
  ])("are read with every letter right: %s", async (_what, bytes) => {
    const expected = await readText(TEXT);

    expect(expected.orders.map(({ customerName, salesmen }) => [customerName, salesmen])).toEqual([
      ["Café Zoë", ["José Álvarez"]],
      ["Łódź 😀 Ltd", ["José Álvarez"]],
    ]);
    expect(await readText(bytes)).toEqual(expected);
    expect(await readFile({ name: "orders.csv", content: byByte(bytes) }, IMPORT_SETTINGS)).toEqual(expected);
  });

  it.each([
    ["a sales rep's name", { rep: "José Álvarez" }],
    ["a customer's name", { customer: "Zoë’s – Café" }],
    ["a cell that is not read", { description: "5 € off" }],
  ])("are refused by row in Windows' own letters, with what to do: in %s", async (_where, cell) => {
    const file = windows(report({ order: "1", item: "a" }, { order: "2", item: "b", ...cell }));

    expect(await refusedRows(file)).toEqual([{ row: 3, reason: NO_UTF8 }]);
    await harness.apply(file);
    expect(await harness.kept()).toEqual({ fishbowl_sales_orders: [], fishbowl_customers: [] });
  });

  it("are refused in Windows' own letters where the header has one", async () => {
    const file = windows(report({ order: "1", item: "a" }).replace("Product", "Größe"));

    expect(await refusedRows(file)).toEqual([{ row: 1, reason: NO_UTF8 }]);
  });

  it("are refused where UTF-16 breaks off in the middle of a letter", async () => {
    expect(await refusedRows(littleEndian(`\ufeff${TABS}x`).subarray(0, -1))).toEqual([
      { row: expect.any(Number), reason: NO_UTF8 },
    ]);
  });
});
