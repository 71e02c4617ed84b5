import { refusalLines, refusedHeadline } from "../../src/sync/import-refusals";
import { report } from "../support/builders/orders";
import { readText } from "../support/harness/fishbowl-import";

const asIs = (text: string) => text;

describe("the refused rows of a file", () => {
  const refused = async (...totals: readonly string[]) => {
    const read = await readText(report(...totals.map((total, n) => ({ order: `${n}`, item: "a", total }))));
    return read;
  };
  const said = (read: Awaited<ReturnType<typeof refused>>) => refusalLines(read, { cleanSentence: asIs, most: 10 });

  it("are named one by one where they are few, those of one reason in a line", async () => {
    const read = await refused("lots", "many", "lots", "10");

    expect(refusedHeadline(read)).toBe("3 rows have problems, so nothing was imported.");
    expect(said(read)).toEqual([
      "Rows 2, 4: its total price 'lots' isn't a number like 1,234.50",
      "Row 3: its total price 'many' isn't a number like 1,234.50",
    ]);
  });

  it("are folded by what is wrong with them, whatever their cells say, where they are many", async () => {
    const read = await refused(...Array.from({ length: 1_000 }, (_, n) => ["lots", "many", "heaps"][n % 3] ?? ""));

    expect(said(read)).toEqual([
      "Rows 2, 3, 4, 5, 6 and 995 more: for example, its total price 'lots' isn't a number like 1,234.50",
    ]);
  });

  it("give one as an example where they are few but their last ones aren't known", async () => {
    const dates = Array.from({ length: 50 }, (_, n) => ({ order: `x${n}`, item: "a", date: "soon" }));
    const read = await readText(
      report({ order: "0", item: "a", total: "lots" }, ...dates, { order: "1", item: "a", total: "many" }),
    );

    expect(said(read)[1]).toBe("Rows 2, 53: for example, its total price 'lots' isn't a number like 1,234.50");
  });

  it("give no example where all say the same, and name the kind with most rows first", async () => {
    const read = await readText(
      report(
        { order: "0", item: "a", total: "?" },
        ...Array.from({ length: 8 }, (_, n) => ({ order: `x${n}`, item: "a", date: "soon" })),
      ),
    );

    expect(said(read)).toEqual([
      "Rows 3, 4, 5, 6, 7 and 3 more: its issue date 'soon' isn't a date like 10/15/2026",
      "Row 2: its total price '?' isn't a number like 1,234.50",
    ]);
  });

  it("say of a file that is no export that it can't be read", async () => {
    const read = await readText("Name,Phone\nAna,1\n");

    expect(refusedHeadline(read)).toBe("I can't read this file as an order export, so nothing was imported.");
    expect(said(read)).toEqual([expect.stringMatching(/^Row 1: /)]);
  });
});
