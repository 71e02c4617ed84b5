import { yieldEventLoop } from "../../../../src/lib/sleep";
import { readFile } from "../../../../src/sources/fishbowl/import/file/read-file";
import { nativeExport, report, reportRow } from "../../../support/builders/orders";
import { IMPORT_SETTINGS, readText, refusedRows } from "../../../support/harness/fishbowl-import";

const MEGABYTE = 1024 * 1024;
const LINE = { order: "1", item: "a" };

/** Reads a file in chunks of 64 KB, as sockets and disks give them. */
async function readChunked(bytes: Uint8Array) {
  let pulled = 0;
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += 65_536) {
      const chunk = bytes.subarray(at, at + 65_536);
      pulled += chunk.length;
      yield chunk;
    }
  };
  const { refused } = await readFile({ name: "orders.csv", content: chunks() }, IMPORT_SETTINGS);
  return { refused, pulled };
}

describe("a file that is hostile or broken", () => {
  it.each([
    ["commas in one line", ","],
    ["semicolons in one line", ";"],
    ["tabs in one line", "\t"],
  ])("case 48: of 19 MB of %s is refused after its first bytes", async (_what, letter) => {
    const { refused, pulled } = await readChunked(Buffer.alloc(19 * MEGABYTE, letter));

    expect(refused).toMatchObject({ count: 1, rows: [{ row: 1, reason: "it has more than 256 cells" }] });
    // One separated by semicolons is read twice, and so held whole.
    if (letter !== ";") expect(pulled).toBeLessThan(MEGABYTE);
  });

  it("case 48: of 19 MB of blank lines is refused after some of them", async () => {
    const { refused, pulled } = await readChunked(Buffer.alloc(19 * MEGABYTE, "\n"));

    const reason = "the file has more than 50,000 blank rows: delete them";
    expect(refused).toMatchObject({ count: 1, rows: [{ row: 50_001, reason }] });
    expect(pulled).toBeLessThan(MEGABYTE);
  });

  it("names the row that is too wide as a spreadsheet counts, lines inside of cells left out", async () => {
    const text = report({ ...LINE, description: "two\nlines" }) + reportRow({ ...LINE, item: "b" });

    expect(await refusedRows(`${text}\n${",".repeat(300)}\n`)).toEqual([
      { row: 4, reason: "it has more than 256 cells" },
    ]);
  });

  it.each(["a".repeat(20) + ",".repeat(400), `say ""${",".repeat(400)}"" twice`])(
    "may have any number of separators inside a quoted cell: %#",
    async (description) => {
      const text = report(LINE).trimEnd();
      const row = reportRow({ ...LINE, order: "2", item: "b", description: "QUOTED" }).replace(
        /"?QUOTED"?/,
        `"${description}"`,
      );

      expect((await readText(`${text}\n${row}\n`)).orders).toHaveLength(2);
    },
  );
});

describe("a large file", () => {
  it.each([
    ["a report", report(...Array.from({ length: 1_200 }, (_, n) => ({ order: `SO-${n}`, item: "a" })))],
    ["an export", nativeExport(...Array.from({ length: 1_200 }, (_, n) => ({ number: `SO-${n}` })))],
    [
      "a report separated by semicolons",
      report(...Array.from({ length: 1_200 }, (_, n) => ({ order: `SO-${n}`, item: "a" }))).replaceAll(",", ";"),
    ],
  ])("lets acknowledgements through while it is read: %s, even in one chunk", async (_what, text) => {
    const bytes = Buffer.from(text);
    const content = (async function* () {
      yield bytes;
    })();
    let [turns, reading] = [0, true];
    const others = (async () => {
      for (; reading; turns += 1) await yieldEventLoop();
    })();

    const { orders } = await readFile({ name: "orders.csv", content }, IMPORT_SETTINGS);
    reading = false;
    await others;

    expect(orders).toHaveLength(1_200);
    // One for each 16 KB that is parsed, one for each 500 orders that are finished.
    expect(turns).toBeGreaterThanOrEqual(Math.floor(bytes.length / 16_384) + 2);
  });
});
