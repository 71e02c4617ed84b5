import { parse } from "csv-parse/sync";
import { csvText } from "../../../src/slack/exports/csv";

describe("an exported file", () => {
  it("is read back by spreadsheets as it was, commas, quotes, lines and other alphabets included", () => {
    const rows = [
      ["Person", "What"],
      ['Ana "the Rep", Torres', "line\nline"],
      ["Chloé 大", ""],
    ];

    const text = csvText(rows);

    expect(text.startsWith("\uFEFFPerson,What\r\n")).toBe(true);
    expect(parse(text, { bom: true })).toEqual(rows);
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\n=1",
    "\0x",
    "＝1+1",
    '=HYPERLINK("http://evil.example","x")',
  ])("holds no formula: %j", (text) => {
    expect(parse(csvText([[text]]), { bom: true, relax_quotes: true })).toEqual([[`'${text}`]]);
  });

  it("keeps numbers as numbers, those below zero too, to the cent", () => {
    expect(csvText([[-5, 0.1 + 0.2, 1_234.5, -0, null]])).toBe("\uFEFF-5,0.3,1234.5,0,\r\n");
  });
});
