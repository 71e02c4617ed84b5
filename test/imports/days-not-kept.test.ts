import { expiryStore } from "../../src/sync/totals/expiry-store";
import { day } from "../../src/time/day";
import { aFile, report } from "../support/builders/orders";
import { testDatabase } from "../support/env/database";
import { importCases } from "../support/harness/import-cases";

const FIRST = day("2026-09-02");
const NOTICES = [
  "Paceline doesn't keep records from before Sep 2, so earlier figures stay as they are (orders of those days: 1).",
];
const line = (order: string, date: string) => ({ order, item: order, date, total: "10.00" });

describe("orders of days whose records are not kept any more", () => {
  const test = testDatabase();

  it("change no figure, which the preview says, and are done without a sync that would find no day to read", async () => {
    await expiryStore(test.db).freezeBefore(FIRST);
    const { imports, arrange, figures, orders, logged } = importCases(test, { firstRetained: async () => FIRST });
    await arrange({ file: "", types: { "C-1": "Wholesale" } });
    const text = report(line("1", "09/01/2026"), line("2", "09/02/2026"));

    const preview = await imports.preview(aFile(text));
    const both = await imports.apply(aFile(text), "UALEX");
    await both.sync?.report;
    const old = await imports.apply(aFile(report(line("3", "08/30/2026"))), "UALEX");

    expect(preview.notices).toEqual(NOTICES);
    expect(preview.reps.map(({ metrics }) => metrics)).toEqual([
      [{ type: "new_sales_wholesale", from: 0, to: 10, change: 10 }],
    ]);
    expect([both.sync?.range, old.sync]).toEqual([{ from: "2026-09-02", to: "2026-09-02" }, null]);
    expect(old.preview).toMatchObject({ reps: [], notices: NOTICES });
    const states = (await test.db.collection("fishbowl_imports").find().toArray()).map(({ state }) => state);
    expect([await figures(), await orders(), states, logged]).toEqual([{ "2026-09-02": 10 }, 3, ["done", "done"], []]);
  });
});
